package practice

import (
	"cmp"
	"io"
	"net/http"
	"time"
)

// Fault is what goes wrong with a request. Its zero value is nothing.
type Fault struct {
	// Delay comes before everything else.
	Delay time.Duration
	// Drop cuts the connection without an answer.
	Drop bool
	// Status is answered, with a page that is no JSON; 0 for none.
	Status int
	// Body is answered as JSON in place of the page, with Status, or with 200 if that
	// is 0. It may be any of the shapes that Webex has for an error, or lack what an
	// answer has to have.
	Body string
	// RetryAfter is that header of the answer, if it is not "".
	RetryAfter string
	// Late lets the request be carried out before Drop or Status, so that its
	// own answer is lost.
	Late bool
}

// faulty lets requests go wrong as Options.Faults says.
func (s *Server) faulty(next http.Handler) http.Handler {
	if s.options.Faults == nil {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		f := s.options.Faults(r)
		if f.Delay > 0 && s.options.Sleep(r.Context(), f.Delay) != nil {
			panic(http.ErrAbortHandler)
		}
		if !f.Drop && f.Status == 0 && f.Body == "" {
			next.ServeHTTP(w, r)
			return
		}
		if f.Late {
			next.ServeHTTP(lost{http.Header{}}, r)
		}
		if f.Drop {
			panic(http.ErrAbortHandler)
		}
		if f.RetryAfter != "" {
			w.Header().Set("Retry-After", f.RetryAfter)
		}
		if f.Body != "" {
			w.Header().Set("Content-Type", "application/json")
			w.WriteHeader(cmp.Or(f.Status, http.StatusOK))
			_, _ = io.WriteString(w, f.Body)
			return
		}
		http.Error(w, "<html><body>"+http.StatusText(f.Status)+"</body></html>", f.Status)
	})
}

// lost takes an answer that nobody gets.
type lost struct{ header http.Header }

func (l lost) Header() http.Header          { return l.header }
func (lost) Write(text []byte) (int, error) { return len(text), nil }
func (lost) WriteHeader(int)                {}
