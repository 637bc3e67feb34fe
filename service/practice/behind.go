package practice

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"time"
)

// Lists say how lists misbehave. The zero value behaves.
type Lists struct {
	// Behind is how far the list of numbers is behind every change.
	Behind time.Duration
	// NoLinks leaves out the link to the next page, though there may be one.
	NoLinks bool
	// EndlessLinks has every page link to a next one, the empty one at the end, too.
	EndlessLinks bool
	// TooLong is how many items at most a list may be asked for at once without
	// taking too long, which is answered with 504; 0 for any.
	TooLong int
}

// past is a list as it was until a change.
type past struct {
	until time.Time
	list  []entry
}

// changed keeps the list as it is before a change of now, for as long as somebody
// may still be shown it. The lock is held.
func (s *store) changed() {
	if s.behind == 0 {
		return
	}
	now := s.now()
	s.past = slices.DeleteFunc(s.past, func(p past) bool { return now.Sub(p.until) >= s.behind })
	s.past = append(s.past, past{now, s.list})
}

// shown is the list as it is shown now. The lock is held.
func (s *store) shown() []entry {
	now := s.now()
	for _, p := range s.past {
		if now.Sub(p.until) < s.behind {
			return p.list
		}
	}
	return s.list
}

// tooLong answers a list that was asked for with too many items at once.
func (s *Server) tooLong(w http.ResponseWriter, query url.Values, largest int) bool {
	asked, ok := whole(query.Get("max"), largest, 1)
	if most := s.options.Lists.TooLong; most == 0 || !ok || asked <= most {
		return false
	}
	http.Error(w, "<html><body>Gateway Timeout</body></html>", http.StatusGatewayTimeout)
	return true
}

// links reports whether a page links to the one that begins at an item, of so many.
func (s *Server) links(next, n int) bool {
	return s.options.Lists.EndlessLinks || next < n && !s.options.Lists.NoLinks
}

// following is the query of the page that begins at an item.
func following(query url.Values, next, size int) string {
	query.Set("start", strconv.Itoa(next))
	query.Set("max", strconv.Itoa(size))
	return query.Encode()
}
