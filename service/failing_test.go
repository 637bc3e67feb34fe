package service

import (
	"errors"
	"net/http"
	"testing"
	"testing/synctest"

	"numberloader/internal/fault"
	"numberloader/internal/run"
)

// failing is a journal that fails at one of its methods.
type failing struct {
	*run.Journal
	at string
}

var errDisk = &fault.Error{Kind: fault.SaveFailed, Err: errors.New("disk full")}

func (f failing) fail(at string, otherwise func() error) error {
	if f.at == at {
		return errDisk
	}
	return otherwise()
}

func (f failing) Sending(n int, lines ...int) error {
	return f.fail("sending", func() error { return f.Journal.Sending(n, lines...) })
}

func (f failing) Answered(n int, s run.Sent, u []run.Update) error {
	return f.fail("answered", func() error { return f.Journal.Answered(n, s, u) })
}

func (f failing) Answering(n int, s run.Sent, u []run.Update) func() error {
	if f.at == "answered" {
		return func() error { return errDisk }
	}
	return f.Journal.Answering(n, s, u)
}

func (f failing) Settled(u []run.Update) error {
	return f.fail("settled", func() error { return f.Journal.Settled(u) })
}

func (f failing) Finish() error { return f.fail("finish", f.Journal.Finish) }

func (f failing) Close() error {
	return errors.Join(f.Journal.Close(), f.fail("close", func() error { return nil }))
}

func TestAJournalThatFailsStopsTheRun(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, at string
		fault    http.HandlerFunc
		posts    string
		outcome  run.Outcome // of the first row
		done     bool        // the fault comes after the work
	}{
		{"before a request", "sending", nil, "", run.NotSent, false},
		{"after an answer", "answered", nil, "00", run.NotKnown, false},
		{"after a refusal", "answered", says(404, ""), "00", run.NotKnown, false},
		{"after a refusal that stops", "answered", says(401, ""), "00", run.NotKnown, false},
		{"after a failure", "answered", says(502, ""), "00", run.NotKnown, false},
		{"after a nameless refusal", "answered", says(400, ""), "00", run.NotKnown, false},
		{"after a conflict", "answered", says(409, ""), "00", run.NotKnown, false},
		{"after a settlement", "settled", says(502, ""), "00", run.NotKnown, true},
		{"after a settled conflict", "settled", says(409, ""), "00", run.NotKnown, false},
		{"at the end", "finish", nil, "00 | 01", run.Added, false},
		{"at closing", "close", nil, "00 | 01", run.Added, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				r := newRig(t)
				r.journal = func(j *run.Journal) Journal { return failing{j, test.at} }
				if test.fault != nil {
					r.faults = []http.HandlerFunc{test.fault}
				}
				if test.done {
					r.faults = []http.HandlerFunc{r.doing(test.fault, tail(0))}
				}
				got, err := r.submit(t.Context(), draft(1, 1))
				if !errors.Is(err, errDisk) {
					t.Errorf("got %v", err)
				}
				if o := got.Lines[0].Result.Outcome; o != test.outcome {
					t.Errorf("the first row is %v", o)
				}
				r.wantPosts(test.posts)
			})
		})
	}
}
