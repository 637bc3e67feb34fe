package service

import (
	"context"
	"net/http"
	"slices"

	"numberloader/internal/run"
	"numberloader/service/webex"
)

// sighting says where the number list has the numbers of rows.
type sighting struct {
	here      []int // in the location of their request
	elsewhere []run.Update
	missing   []int
	seen      map[int]view // by row
}

// wereThere are rows in the location of their request that somebody else has added.
func (d *adding) wereThere(r *request, a reply, s sighting, rows ...int) []run.Update {
	updates := make([]run.Update, len(rows))
	for i, row := range rows {
		updates[i] = run.Update{Line: row, Result: a.result(run.AlreadyThere, alreadyIn(d.place(r), s.seen[row].Owner))}
	}
	return updates
}

// find looks rows up in the number list, those of a location or with an empty
// ID those of the organization. Rows count as missing when the list can't be behind
// the answer any more. The error is a *fault.Error: no more is known then than the
// sighting says, which a stop may have ended early.
func (d *adding) find(ctx context.Context, r *request, a reply, rows []int, locationID string) (sighting, error) {
	if len(rows) == 0 {
		return sighting{}, nil
	}
	seen, err := d.watch(ctx, question{
		place: locationID, rows: rows, changed: since(a.ended), finish: true,
		decided: func(_ int, v view) bool { return v.ok || v.gone() },
	})
	if err == nil && len(seen) < len(rows) {
		err = undecided(ctx)
	}
	s := sighting{seen: seen}
	for _, row := range rows {
		switch v, decided := seen[row]; {
		case !decided:
		case !v.ok:
			s.missing = append(s.missing, row)
		case v.isIn(r.Group.LocationID):
			s.here = append(s.here, row)
		default:
			result := a.result(run.Refused, inOtherLocation(&v.Held, d.names))
			s.elsewhere = append(s.elsewhere, run.Update{Line: row, Result: result})
		}
	}
	return s, err
}

// notKnown leaves rows of a request open that the number list did not decide, and
// stops the work.
func (d *adding) notKnown(r *request, a reply, s sighting, stop error) error {
	updates := s.elsewhere
	for _, row := range r.rows {
		inUse := slices.Contains(r.inUse, row)
		switch result := a.result(run.NotKnown, unknown()); {
		case slices.Contains(s.here, row) && inUse:
			updates = append(updates, d.wereThere(r, a, s, row)...)
		case slices.Contains(s.here, row):
			updates = append(updates, run.Update{Line: row, Result: a.added()})
		case !slices.ContainsFunc(s.elsewhere, func(u run.Update) bool { return u.Line == row }):
			if inUse {
				result.ErrorCode = codeInUse
			} else if isInUse(result.ErrorCode) {
				result.ErrorCode = "" // it is that of another row
			}
			updates = append(updates, run.Update{Line: row, Result: result})
		}
	}
	r.rows = nil
	if err := d.settled(r.Number, updates); err != nil {
		return err
	}
	return stop
}

// unclear deals with a request whose fate the answer does not tell: that is
// written down first, and then the number list is read. Only what is not there
// goes again, a few times, and is left as not sent after that.
func (d *adding) unclear(ctx context.Context, r *request, a reply, cause error) error {
	open := each(r.rows, a.result(run.NotKnown, unknown()))
	if err := d.wrote(d.journal.Answered(r.Number, a.sent(), open)); err != nil {
		return err
	}
	s, err := d.find(ctx, r, a, r.rows, r.Group.LocationID)
	if err != nil {
		return d.notKnown(r, a, s, err)
	}
	r.rows, r.tries = s.missing, r.tries+1
	stop, why := d.failed(), notAdded()
	if webex.IsForeign(cause) {
		stop, why = true, notReached(explain(cause))
	}
	updates := append(each(s.here, a.added()), s.elsewhere...)
	if stop || r.tries >= maxTries {
		r.rows = nil
		updates = append(updates, each(s.missing, a.result(run.NotSent, why))...)
	}
	if err := d.settled(r.Number, updates); err != nil {
		return err
	}
	if stop {
		return explain(cause)
	}
	return nil
}

// refused deals with an answer that refuses a request and names no numbers. A
// refusal that may be about some numbers says nothing of what was done before it,
// so the number list is read, and the others go again; other refusals come before
// anything is done.
func (d *adding) refused(ctx context.Context, r *request, a reply, api *webex.APIError) error {
	if a.status != http.StatusBadRequest && !aboutNumbers(api) {
		return d.conclude(r, a.result(run.Refused, reasonFor(api.Code, api.Message, d.place(r))), a, nil)
	}
	return d.divide(ctx, r, a, api)
}

// settle ends all rows that were under way: those in the list were added, since
// the list lacked them before the run; the others get the result for missing
// ones.
func (d *adding) settle(ctx context.Context, r *request, a reply, missing run.Result) error {
	s, err := d.find(ctx, r, a, r.rows, r.Group.LocationID)
	if err != nil {
		return d.notKnown(r, a, s, err)
	}
	r.rows = nil
	updates := append(each(s.here, a.added()), s.elsewhere...)
	return d.settled(r.Number, append(updates, each(s.missing, missing)...))
}
