package service

import (
	"context"
	"net/http"
	"slices"

	"numberloader/internal/fault"
	"numberloader/internal/run"
	"numberloader/service/webex"
)

// refusal decides what an answer outside 2xx means.
func (c *changing) refusal(ctx context.Context, r *request, a reply, api *webex.APIError) error {
	if webex.ToWait(api) {
		if stop := c.wait(ctx, r, a, api); stop != nil {
			return c.restore(r, a, stop)
		}
		return nil
	}
	if api.Status >= 500 || api.Status == http.StatusRequestTimeout {
		return c.unclear(ctx, r, a, api)
	}
	c.well()
	if kind := kindOf(api); kind == fault.TokenRefused || kind == fault.NotAllowed {
		return c.restore(r, a, explain(api))
	}
	p := c.sort(r, a, c.undone, api.PerNumber)
	if err := c.answered(r, a.sent(), p.refused); err != nil {
		return err
	}
	count := len(r.rows)
	standing, err := c.standing(ctx, r, a, p.others, false)
	if err != nil {
		return err
	}
	switch {
	case len(standing) < count:
		r.rows = standing
		return nil
	case len(standing) > 1 && (aboutNumbers(api) || tooMany(api)):
		r.halve(standing)
		return nil
	}
	r.rows = nil
	return c.settled(r.Number, each(standing, a.result(c.undone, changeRefused(c.stage, api.Code, api.Message, c.place(r)))))
}

// restore leaves the rows of a request as they were before it: this time nothing was
// done. stop is why the work stops.
func (c *changing) restore(r *request, a reply, stop error) error {
	if err := c.wrote(c.answer(r, a.sent(), c.asBefore(r))); err != nil {
		return err
	}
	return stop
}

// unclear deals with a request whose answer does not say what became of it. The journal
// has called it unknown since it was sent; the list of numbers says what it did, and the
// rest is sent again after a while, a few times.
func (c *changing) unclear(ctx context.Context, r *request, a reply, cause error) error {
	if err := c.wrote(c.answer(r, a.sent(), nil)); err != nil {
		return err
	}
	count := len(r.rows)
	standing, err := c.standing(ctx, r, a, r.rows, r.tries+1 == maxTries)
	if err != nil {
		return err
	}
	r.rows = standing
	if len(standing) == 0 {
		c.well()
		return nil
	}
	if webex.IsForeign(cause) {
		return firstOf(c.restoreStanding(r), explain(cause))
	}
	if a.code == codeUnknownNumber && len(standing) < count {
		return nil // those that Webex did not know are done with
	}
	r.tries++
	if r.tries < maxTries {
		if err := c.sleep(ctx, changePause); err != nil {
			return firstOf(c.restoreStanding(r), err)
		}
		return nil
	}
	r.rows = nil
	if err := c.settled(r.Number, each(standing, a.result(c.undone, changeFailed(c.stage)))); err != nil {
		return err
	}
	if c.failed() {
		return explain(cause)
	}
	return nil
}

// restoreStanding leaves the rows of a request that was refused, put off or never sent
// as they were.
func (c *changing) restoreStanding(r *request) error {
	updates := c.asBefore(r)
	if len(updates) == 0 {
		return nil
	}
	return c.wrote(c.journal.Settled(updates))
}

// asBefore gives what is left of a request the results from before the change. If the
// request has had no clear answer, they are unknown: the list may not show yet what it
// did.
func (c *changing) asBefore(r *request) []run.Update {
	var updates []run.Update
	for _, row := range slices.Concat(r.rows, slices.Concat(r.later...)) {
		if r.tries == 0 {
			updates = append(updates, run.Update{Line: row, Result: c.lines[row].Result})
		}
	}
	r.rows, r.later = nil, nil
	return updates
}

// standing looks rows up, ends those that are changed or gone, and returns the
// others. Where that is the last word on a request, the list must show what it did.
// The error is why the work stops; the rows are not known then.
func (c *changing) standing(ctx context.Context, r *request, a reply, rows []int, lastWord bool) ([]int, error) {
	changed := c.known
	if lastWord {
		changed = since(a.ended)
	}
	seen, err := c.watch(ctx, question{
		place: r.Group.LocationID, rows: rows, changed: changed, finish: true,
		decided: func(_ int, v view) bool {
			return v.twice && (v.late || v.ok && !lastWord) || c.surely && c.shows(v, v.ok && v.isIn(r.Group.LocationID))
		},
	})
	if err != nil {
		return nil, err
	}
	var updates []run.Update
	var standing []int
	for _, row := range rows {
		v, decided := seen[row]
		here := v.ok && v.isIn(r.Group.LocationID)
		switch {
		case !decided && ctx.Err() != nil:
			return nil, undecided(ctx)
		case !decided || here && !c.shows(v, here):
			standing = append(standing, row)
		case c.shows(v, here):
			updates = append(updates, run.Update{Line: row, Result: a.fine(c.done)})
		default:
			updates = append(updates, run.Update{Line: row, Result: a.result(c.undone, goneMeanwhile(c.place(r)))})
		}
	}
	return standing, c.settled(r.Number, updates)
}
