package service

import (
	"context"
	"net/http"
	"slices"
	"time"

	"numberloader/internal/number"
	"numberloader/internal/run"
)

const (
	// secondReading is the pause before a number counts as not there: "only
	// when a second reading, 2 s after the first, lacks it too".
	secondReading = 2 * time.Second
	// findTime is how long the readings may take in all.
	findTime = 3 * time.Minute
)

// sighting says where the number list has the numbers of rows.
type sighting struct {
	here      []int // in the location of their request
	elsewhere []run.Update
	missing   []int
}

// find looks rows up in the number list, those of a location or with an empty
// ID those of the organization. It finishes when ctx ends. The error is a
// *fault.Error: nothing is known then.
func (w *submission) find(ctx context.Context, r *request, a reply, rows []int, locationID string) (sighting, error) {
	if len(rows) == 0 {
		return sighting{}, nil
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), findTime)
	defer cancel()
	s := sighting{missing: rows}
	for reading := range 2 {
		if reading > 0 {
			if err := w.service.settings.Sleep(ctx, secondReading); err != nil {
				return sighting{}, explain(err)
			}
		}
		existing, err := w.service.existing(ctx, locationID)
		if err != nil {
			return sighting{}, explain(err)
		}
		w.spot(&s, r, a, existing)
		if len(s.missing) == 0 {
			break
		}
	}
	return s, nil
}

// spot moves the rows whose numbers a reading has out of the missing ones.
func (w *submission) spot(s *sighting, r *request, a reply, existing map[number.E164]number.Location) {
	var missing []int
	for _, row := range s.missing {
		switch l, ok := existing[w.lines[row].Row.Number]; {
		case !ok:
			missing = append(missing, row)
		case bare(l.ID) == bare(r.Group.LocationID):
			s.here = append(s.here, row)
		default:
			result := a.result(run.Refused, inOtherLocation(l, w.names))
			s.elsewhere = append(s.elsewhere, run.Update{Line: row, Result: result})
		}
	}
	s.missing = missing
}

// notKnown leaves the rows of a request open because the number list could not
// be read, and stops the run.
func (w *submission) notKnown(r *request, a reply, stop error) error {
	rows := r.rows
	r.rows = nil
	if err := w.settled(r.Number, each(rows, a.result(run.NotKnown, unknown()))); err != nil {
		return err
	}
	return stop
}

// unclear deals with a request whose fate the answer does not tell: that is
// written down first, and then the number list is read. It never goes again.
func (w *submission) unclear(ctx context.Context, r *request, a reply, cause error) error {
	open := each(r.rows, a.result(run.NotKnown, unknown()))
	if err := w.wrote(w.journal.Answered(r.Number, a.sent(), open)); err != nil {
		return err
	}
	if err := w.settle(ctx, r, a, a.result(run.NotSent, notAdded())); err != nil {
		return err
	}
	w.failures++
	if w.failures >= maxFailures {
		return explain(cause)
	}
	return nil
}

// refused deals with an answer that refuses a request and names no numbers. A
// 400 says nothing of what was done before it, so the number list is read; other
// refusals come before anything is done.
func (w *submission) refused(ctx context.Context, r *request, a reply, why words) error {
	end := a.result(run.Refused, why)
	if a.status != http.StatusBadRequest {
		return w.conclude(r, end, a, nil)
	}
	if err := w.answered(r, a.sent(), nil); err != nil {
		return err
	}
	return w.settle(ctx, r, a, end)
}

// settle ends all rows that are left: those in the list were added, since the
// list lacked them before the run; the others get the result for missing ones.
func (w *submission) settle(ctx context.Context, r *request, a reply, missing run.Result) error {
	s, err := w.find(ctx, r, a, r.rows, r.Group.LocationID)
	if err != nil {
		return w.notKnown(r, a, err)
	}
	r.rows = nil
	updates := append(each(s.here, a.added()), s.elsewhere...)
	return w.settled(r.Number, append(updates, each(s.missing, missing)...))
}

// partly deals with an answer that refuses some numbers by name. The others are
// looked up, and go again without those if they are not in: each time at least
// one number fewer.
func (w *submission) partly(ctx context.Context, r *request, a reply, p parts) error {
	r.rows = slices.Concat(p.inUse, p.others)
	if err := w.answered(r, a.sent(), p.refused); err != nil {
		return err
	}
	if err := w.named(ctx, r, a, p.inUse); err != nil {
		return err
	}
	r.rows, r.failed = p.others, true
	s, err := w.find(ctx, r, a, r.rows, r.Group.LocationID)
	if err != nil {
		return w.notKnown(r, a, err)
	}
	r.rows = s.missing
	return w.settled(r.Number, append(each(s.here, a.added()), s.elsewhere...))
}

// conflict deals with an answer that says that numbers are in use without naming
// them. Those that are nowhere in the organization go again once, without the
// others.
func (w *submission) conflict(ctx context.Context, r *request, a reply) error {
	if err := w.answered(r, a.sent(), nil); err != nil {
		return err
	}
	missing, err := w.locate(ctx, r, a, r.rows)
	if err != nil {
		return err
	}
	if !r.again {
		r.rows, r.again = missing, true
		return nil
	}
	r.rows = nil
	return w.settled(r.Number, each(missing, a.result(run.Refused, inUseOutside())))
}

// named ends rows that an answer names as in use.
func (w *submission) named(ctx context.Context, r *request, a reply, rows []int) error {
	missing, err := w.locate(ctx, r, a, rows)
	if err != nil {
		return err
	}
	return w.settled(r.Number, each(missing, a.result(run.Refused, inUseOutside())))
}

// locate ends rows in use that the organization has, and returns the others. A
// number in the wanted location was there already, unless an earlier answer of
// this run may have added it.
func (w *submission) locate(ctx context.Context, r *request, a reply, rows []int) ([]int, error) {
	s, err := w.find(ctx, r, a, rows, "")
	if err != nil {
		return nil, w.notKnown(r, a, err)
	}
	here := a.result(run.AlreadyThere, alreadyIn(w.place(r)))
	if r.failed {
		here = a.added()
	}
	return s.missing, w.settled(r.Number, append(each(s.here, here), s.elsewhere...))
}
