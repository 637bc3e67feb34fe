package campaign

import (
	"testing"

	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// compare holds the report of a run against the truth. done says that nothing
// may be left open.
func (w *world) compare(t *testing.T, r run.Run, done bool) {
	t.Helper()
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, wrong := range w.wrong {
		t.Error(wrong)
	}
	reported := map[string]bool{}
	for i := range r.Lines {
		l := &r.Lines[i]
		reported[l.Row.Number.String()] = true
		if why := w.disagree(l, done); why != "" {
			t.Errorf("%s is %v (%s; status %d), and %s: %+v", l.Row.Number, l.Result.Outcome, phrase.Reason(l), l.Result.HTTPStatus, why, w.numbers[l.Row.Number.String()])
		}
	}
	for _, n := range w.sorted() {
		if w.numbers[n].ours && !reported[n] {
			t.Errorf("%s was added and is not reported", n)
		}
	}
}

// disagree says what the truth has against the outcome of a line; "" is nothing.
func (w *world) disagree(l *run.Line, done bool) string {
	e := w.there(l.Row.Number.String())
	meddled := w.numbers[l.Row.Number.String()] != nil && w.numbers[l.Row.Number.String()].meddled
	here := e != nil && e.location == l.Row.LocationID()
	ours := e != nil && e.ours
	switch l.Result.Outcome {
	case run.Added:
		return unless(here || meddled, "it is not there")
	case run.AlreadyThere:
		return unless((here || meddled) && !ours, "it was not there before")
	case run.Refused:
		fair := w.bad[l.Row.Number.String()] || meddled || e != nil && !here || !w.hasPlace(l.Row.LocationID())
		return unless(fair && !ours, "nothing was wrong with it")
	case run.NotSent:
		return unless(!ours, "it is in")
	case run.NotKnown:
		return unless(!done, "the run is over")
	case run.Removed:
		return unless(e == nil, "it is still there")
	case run.Kept:
		return unless(!ours || e.owner != "" || e.main || !here, "it could be taken back")
	case run.NotRemoved:
		return unless(here || meddled, "it is not there")
	case run.Activated:
		return unless(meddled || here && e.state == "ACTIVE", "it is not active")
	case run.NotActivated:
		return unless(e == nil || e.state != "ACTIVE", "it is active")
	}
	return "no such outcome"
}

func unless(fine bool, why string) string {
	if fine {
		return ""
	}
	return why
}
