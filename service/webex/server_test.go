package webex

import (
	"context"
	"io"
	"maps"
	"net/http"
	"slices"
	"sync"
	"testing"
	"time"

	"numberloader/service/servicetest"
)

// The service of these tests has a path, so that a call that forgets the base
// fails.
const (
	testBase = "http://127.0.0.1/base/v1"
	testPath = "/base/v1"
	planted  = "Zm9vYmFyLXNlY3JldC10b2tlbg_P0A1"
)

// meBody is the answer to who is signed in.
const meBody = `{"id":"p","orgId":"o"}`

// step is one call that a test expects, and its answer.
type step struct {
	method string // GET if empty
	path   string // below the base
	query  string // as encoded; not checked if empty
	status int    // 200 if 0
	header http.Header
	body   string
	do     http.HandlerFunc // answers instead
}

// script is a service that expects these calls in this order; a call that is not
// made fails the test.
type script struct {
	t     *testing.T
	mu    sync.Mutex
	steps []step
	seen  []seen
}

type seen struct {
	header http.Header
	url    string
	body   string
}

func (s *script) next(r *http.Request) (step, bool) {
	body, _ := io.ReadAll(r.Body)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.seen = append(s.seen, seen{r.Header.Clone(), r.URL.String(), string(body)})
	if len(s.steps) == 0 {
		s.t.Errorf("a call too many: %s %s", r.Method, r.URL)
		return step{}, false
	}
	e := s.steps[0]
	s.steps = s.steps[1:]
	if e.method == "" {
		e.method = http.MethodGet
	}
	if r.Method != e.method || r.URL.EscapedPath() != testPath+e.path || e.query != "" && r.URL.RawQuery != e.query {
		s.t.Errorf("got %s %s, want %s %s?%s", r.Method, r.URL, e.method, e.path, e.query)
	}
	return e, true
}

// forget lets a test end without the calls that are left.
func (s *script) forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.steps = nil
}

func (s *script) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	e, ok := s.next(r)
	switch {
	case !ok:
		w.WriteHeader(http.StatusTeapot)
	case e.do != nil:
		e.do(w, r)
	default:
		maps.Copy(w.Header(), e.header)
		if e.status != 0 {
			w.WriteHeader(e.status)
		}
		_, _ = io.WriteString(w, e.body)
	}
}

// rig is a client and the service that it talks to.
type rig struct {
	*Client
	script *script
	pauses []time.Duration
}

// newRig builds a client of a scripted service. Its pauses take no time and are
// written down.
func newRig(t *testing.T, steps ...step) *rig {
	t.Helper()
	return newRigOf(t, Settings{UserAgent: "NumberLoader/1.0"}, steps...)
}

func newRigOf(t *testing.T, s Settings, steps ...step) *rig {
	t.Helper()
	r := &rig{script: &script{t: t, steps: steps}}
	t.Cleanup(func() {
		r.script.mu.Lock()
		defer r.script.mu.Unlock()
		if left := len(r.script.steps); left > 0 {
			t.Errorf("%d calls were not made, the first of them %+v", left, r.script.steps[0])
		}
	})
	if s.Now == nil {
		s.Now = func() time.Time { return time.Date(2026, 11, 23, 14, 0, 0, 0, time.UTC) }
	}
	s.Sleep = func(ctx context.Context, d time.Duration) error {
		r.pauses = append(r.pauses, d)
		return ctx.Err()
	}
	token, err := NewToken(planted)
	if err != nil {
		t.Fatal(err)
	}
	if r.Client, err = New(testBase, token, &http.Client{Transport: servicetest.Serve(t, r.script)}, s); err != nil {
		t.Fatal(err)
	}
	return r
}

func (r *rig) wantPauses(t *testing.T, seconds ...int) {
	t.Helper()
	want := make([]time.Duration, len(seconds))
	for i, s := range seconds {
		want[i] = time.Duration(s) * time.Second
	}
	if !slices.Equal(r.pauses, want) {
		t.Errorf("paused %v, want %v", r.pauses, want)
	}
}

// cut ends the connection without an answer.
func cut(w http.ResponseWriter, _ *http.Request) {
	conn, _, err := http.NewResponseController(w).Hijack()
	if err == nil {
		_ = conn.Close()
	}
}

// cutAfter sends the beginning of an answer and ends the connection.
func cutAfter(status, beginning string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		conn, _, err := http.NewResponseController(w).Hijack()
		if err != nil {
			return
		}
		_, _ = io.WriteString(conn, "HTTP/1.1 "+status+"\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n"+beginning)
		_ = conn.Close()
	}
}
