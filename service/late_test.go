package service

import (
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"numberloader/internal/run"
)

// minutes notes what happens in which order, and after how many seconds.
type minutes struct {
	mu    sync.Mutex
	began time.Time
	text  strings.Builder
}

func (m *minutes) note(format string, args ...any) {
	m.mu.Lock()
	defer m.mu.Unlock()
	fmt.Fprintf(&m.text, "%.2f %s\n", time.Since(m.began).Seconds(), fmt.Sprintf(format, args...))
}

// noted is a journal that keeps minutes of the lines it is asked for.
type noted struct {
	*run.Journal

	minutes *minutes
}

func (n noted) Sending(request int, lines ...int) error {
	err := n.Journal.Sending(request, lines...)
	n.minutes.note("sending %d", request)
	return err
}

func (n noted) Answering(request int, sent run.Sent, updates []run.Update) func() error {
	n.minutes.note("answer %d", request)
	written := n.Journal.Answering(request, sent, updates)
	return func() error {
		err := written()
		n.minutes.note("written %d", request)
		return err
	}
}

// TestAnAnswerIsWrittenWithTheNextRequestOrAtOnce has two requests of which the first is
// answered after a while. Its answer is written and told before the second leaves, and no
// later than anything that takes time: the pace, a person's pause, another look at the
// numbers, or the end.
func TestAnAnswerIsWrittenWithTheNextRequestOrAtOnce(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		hears time.Duration // that the person takes to hear of the first request
		takes time.Duration // until its answer
		pause time.Duration // of the person from then on
		want  string
	}{
		{"at once", 0, time.Second, 0, `
			0.00 sending 1
			0.00 received 1
			1.00 answer 1
			1.00 sending 2
			1.00 written 1
			1.00 told 1
			1.00 received 2
			1.00 answer 2
			1.00 written 2
			1.00 told 2`},
		{"by the pace", 0, 0, 0, `
			0.00 sending 1
			0.00 received 1
			0.00 answer 1
			0.00 written 1
			0.00 told 1
			0.05 sending 2
			0.05 received 2
			0.05 answer 2
			0.05 written 2
			0.05 told 2`},
		{"after a pause", 0, time.Second, time.Minute, `
			0.00 sending 1
			0.00 received 1
			1.00 answer 1
			1.00 written 1
			1.00 told 1
			60.00 sending 2
			60.00 received 2
			60.00 answer 2
			60.00 written 2
			60.00 told 2`},
		{"after another look", lookAgain, 0, 0, `
			0.00 sending 1
			600.00 received 1
			600.00 answer 1
			600.00 written 1
			600.00 told 1
			601.00 looked
			601.00 sending 2
			601.00 received 2
			601.00 answer 2
			601.00 written 2
			601.00 told 2`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				r, m, pause := newRig(t), &minutes{began: time.Now()}, &run.Pause{}
				r.journal = func(j *run.Journal) Journal { return noted{j, m} }
				r.after = func(posts int) {
					m.note("received %d", posts)
					if posts == 1 && test.pause > 0 {
						pause.Hold()
						time.AfterFunc(test.pause, pause.Release)
					}
				}
				r.faults = []http.HandlerFunc{func(w http.ResponseWriter, q *http.Request) {
					time.Sleep(test.takes)
					r.doing(says(201, ""), tail(0))(w, q)
				}}
				if test.hears >= lookAgain {
					r.reads = []http.HandlerFunc{func(w http.ResponseWriter, _ *http.Request) {
						time.Sleep(time.Second)
						m.note("looked")
						_, _ = w.Write([]byte(`{"phoneNumbers":[]}`))
					}}
				}
				told := func(p run.Progress) {
					switch {
					case p.Answered:
						m.note("told %d", p.Request)
					case p.Request == 1:
						time.Sleep(test.hears)
					}
				}
				if _, err := r.Submit(t.Context(), draft(1, 1), run.Work{Pause: pause, Progress: told}); err != nil {
					t.Fatal(err)
				}
				if got, want := m.text.String(), strings.ReplaceAll(strings.TrimPrefix(test.want, "\n"), "\t", "")+"\n"; got != want {
					t.Errorf("got\n%swant\n%s", got, want)
				}
			})
		})
	}
}
