package webex

import (
	"context"
	"errors"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// maxPages ends a list that never ends.
const maxPages = 10000

// smallestPage is how small pages get when Webex asks for smaller ones.
const smallestPage = 100

var (
	errTooLarge  = errors.New("the answer is too large")
	errOtherHost = errors.New("the next page is at another address")
	errRepeating = errors.New("the pages of the list repeat themselves")
)

// pager says how a list is paged.
type pager struct {
	size int // items asked for in a page
	// linksOnly says that the contract has no "start" for the list, so that nothing
	// but a link leads on.
	linksOnly bool
	// restarts says that the list also ends where the service gives its first page
	// again: it does not go by "start" then.
	restarts bool
}

// page is a page of a list.
type page interface {
	wanted
	holds() holding
}

// holding is what a page holds.
type holding struct {
	count int
	first string // what its first item is known by
	total *int   // the items of the whole list, nil if it does not say
}

func holdingOf[T any](items []T, key func(*T) string) holding {
	if len(items) == 0 {
		return holding{}
	}
	return holding{count: len(items), first: key(&items[0])}
}

// readList reads a list page by page, and hands each to take. A page may be
// shorter than asked for though there are more, with a link to the next or without
// one: the list is whole only when a page is empty, whatever its links say, or
// when as many items came as the answer says that there are. Exceptions are in
// the pager.
func readList[T any, P interface {
	*T
	page
}](ctx context.Context, c *Client, k call, p pager, take func(*T)) error {
	k.query = maps.Clone(k.query)
	if k.query == nil {
		k.query = url.Values{}
	}
	k.query.Set("max", strconv.Itoa(c.pageSize(k.op, p.size)))
	next, err := c.address(k)
	if err != nil {
		return err
	}
	got, last, linked := 0, holding{}, false
	for range maxPages {
		a, err := c.read(ctx, k, next)
		if err != nil {
			return err
		}
		var one T
		if err := c.decode(k.op, a, P(&one)); err != nil {
			return err
		}
		now := P(&one).holds()
		switch {
		case now.count == 0:
			return nil
		case last.count > 0 && now.first == last.first && p.restarts && !linked:
			return nil
		case last.count > 0 && now.first == last.first:
			return &AnswerError{Op: k.op, Err: errRepeating}
		}
		take(&one)
		last, got = now, got+now.count
		if now.total != nil && *now.total == got {
			return nil
		}
		if next, linked, err = c.following(a, got); err != nil {
			return &AnswerError{Op: k.op, Err: err}
		}
		if p.linksOnly && !linked {
			return nil
		}
	}
	return &AnswerError{Op: k.op, Err: errRepeating}
}

// following is where a list goes on after so many items: where the answer links
// to, else at that item.
func (c *Client) following(a answer, got int) (next *url.URL, linked bool, err error) {
	if link := nextLink(a.header.Values("Link")); link != "" {
		next, err = c.follow(a.url, link)
		return next, true, err
	}
	return withQuery(a.url, "start", got), false, nil
}

// withQuery is an address with another number in its query.
func withQuery(u *url.URL, name string, value int) *url.URL {
	changed, query := *u, u.Query()
	query.Set(name, strconv.Itoa(value))
	changed.RawQuery = query.Encode()
	return &changed
}

// smaller is the same page of a list with half as many items, but not fewer than
// 100, after Webex had no time for it: "If your query uses max parameter, please
// try to reduce it", says the reference of status 504. ok is false if that is not
// the trouble, or the page can't be smaller.
func (c *Client) smaller(op string, u *url.URL, trouble error) (half *url.URL, ok bool) {
	api, isAPI := errors.AsType[*APIError](trouble)
	size, err := strconv.Atoi(u.Query().Get("max"))
	if !isAPI || api.Status != http.StatusGatewayTimeout || err != nil || size <= smallestPage {
		return nil, false
	}
	size = max(size/2, smallestPage)
	c.sizes.Store(op, size)
	return withQuery(u, "max", size), true
}

// pageSize is how many items of a list are asked for: fewer than usual after
// Webex could not give that many.
func (c *Client) pageSize(op string, usual int) int {
	if size, ok := c.sizes.Load(op); ok {
		return size.(int) //nolint:forcetypeassert // smaller alone stores it
	}
	return usual
}

// follow resolves a link. Only the service's own origin gets the token, and there
// only what lies below the base.
func (c *Client) follow(from *url.URL, link string) (*url.URL, error) {
	next, err := from.Parse(link)
	if err != nil || next.Scheme != c.base.Scheme || !strings.EqualFold(next.Host, c.base.Host) || next.User != nil {
		return nil, errOtherHost
	}
	if !strings.HasPrefix(next.Path, c.base.Path) || slices.Contains(strings.Split(next.Path, "/"), "..") {
		return nil, errOtherHost
	}
	return next, nil
}

// nextLink is the target of rel="next" in Link headers (RFC 8288), "" if there
// is none.
func nextLink(headers []string) string {
	for _, header := range headers {
		for _, link := range splitLinks(header) {
			target, parameters, ok := strings.Cut(link, ">")
			if ok && isNext(parameters) {
				return strings.TrimSpace(target)
			}
		}
	}
	return ""
}

// splitLinks gives the text after each "<" that begins a link.
func splitLinks(header string) []string {
	_, rest, found := strings.Cut(header, "<")
	if !found {
		return nil
	}
	return strings.Split(rest, "<")
}

func isNext(parameters string) bool {
	for parameter := range strings.SplitSeq(strings.TrimRight(parameters, ", "), ";") {
		name, value, _ := strings.Cut(strings.TrimSpace(parameter), "=")
		value = strings.Trim(strings.TrimSpace(value), `"`)
		if strings.EqualFold(strings.TrimSpace(name), "rel") && strings.EqualFold(value, "next") {
			return true
		}
	}
	return false
}
