package service

import (
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// page answers as a proxy or a network's sign-in does: without a mark of Webex.
func page(status int, header ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		for i := 0; i+1 < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		w.WriteHeader(status)
		_, _ = io.WriteString(w, "<html>Sign in</html>")
	}
}

// strangers are answers that are not Webex's, with a word of what is said of each.
func strangers() map[string]http.HandlerFunc {
	return map[string]http.HandlerFunc{
		"user name and a password": page(http.StatusProxyAuthRequired),
		"The sign-in page":         page(http.StatusFound, "Location", "http://10.0.0.1/login"),
		"status 403":               page(http.StatusForbidden),
		"status 409":               page(http.StatusConflict),
		"or a proxy, answered":     page(http.StatusOK),
	}
}

func TestWhatIsNotOfWebexRefusesNoNumber(t *testing.T) {
	t.Parallel()
	for words, stranger := range strangers() {
		for _, reads := range []bool{true, false} {
			synctest.Test(t, func(t *testing.T) {
				r := newRig(t)
				r.faults = []http.HandlerFunc{stranger}
				want := "not_sent not_sent not_sent"
				if !reads {
					r.reads = []http.HandlerFunc{page(http.StatusProxyAuthRequired)}
					want = "not_known not_known not_sent"
				}
				got, err := r.submit(t.Context(), draft(2, 1))
				m := phrase.Explain(err)
				if fault.KindOf(err) != fault.Unreachable || reads && !strings.Contains(m.What, words) || got.State != run.Unfinished {
					t.Errorf("%s: %v of %+v", words, got.State, m)
				}
				if outcomes := r.outcomes(got); outcomes != want {
					t.Errorf("%s: got %s, want %s", words, outcomes, want)
				}
				if reason := phrase.Reason(&got.Lines[0]); reads && !strings.Contains(reason, words) {
					t.Errorf("the reason is %q", reason)
				}
				r.told = nil
				if got, err = r.Resume(t.Context(), got.ID, run.Work{}); err != nil || run.Count(got.Lines)[run.Added] != 3 {
					t.Errorf("%s, resumed: %v, %v", words, run.Count(got.Lines), err)
				}
			})
		}
	}
}

func TestWhatIsNotOfWebexLeavesAnUndoOpen(t *testing.T) {
	t.Parallel()
	for words, stranger := range strangers() {
		synctest.Test(t, func(t *testing.T) {
			r := newRig(t)
			got, err := r.submit(t.Context(), draft(2))
			if err != nil {
				t.Fatal(err)
			}
			r.breaks = []http.HandlerFunc{stranger}
			got, err = r.Undo(t.Context(), got.ID, run.Work{})
			if m := phrase.Explain(err); fault.KindOf(err) != fault.Unreachable || !strings.Contains(m.What, words) || run.Count(got.Lines)[run.Added] != 2 {
				t.Errorf("%s: %v, %+v", words, run.Count(got.Lines), m)
			}
			if got, err = r.Undo(t.Context(), got.ID, run.Work{}); err != nil || run.Count(got.Lines)[run.Removed] != 2 {
				t.Errorf("%s, again: %v, %v", words, run.Count(got.Lines), err)
			}
		})
	}
}

func TestAFilterIsNotTakenForALackOfRights(t *testing.T) {
	t.Parallel()
	for _, at := range []string{"me", "calling", "validate"} {
		synctest.Test(t, func(t *testing.T) {
			r := newRig(t)
			r.pages[at] = []http.HandlerFunc{page(http.StatusForbidden)}
			_, err := r.Account(t.Context())
			if err == nil {
				_, err = r.Survey(t.Context(), []*number.Row{&draft(1).Lines[0].Row})
			}
			if m := phrase.Explain(err); fault.KindOf(err) != fault.Unreachable || !strings.Contains(m.What, "status 403") {
				t.Errorf("%s: got %+v", at, m)
			}
		})
	}
}

func TestAWaitOfAReadingIsSaid(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		r.faults = []http.HandlerFunc{says(502, "")}
		r.reads = []http.HandlerFunc{says(429, "", "Retry-After", "9"), says(502, "")}
		if _, err := r.submit(t.Context(), draft(1)); err != nil {
			t.Fatal(err)
		}
		if got := r.waits(); len(got) != 1 || got[0] != 9*time.Second {
			t.Errorf("told %v", got)
		}
	})
}
