package service

import (
	"context"
	"time"

	"numberloader/internal/run"
)

// taken is a row that Webex reports as changed and that no reading has confirmed yet.
type taken struct {
	row int
	by  reply
}

// collect takes the rows of a location that wait to be confirmed, if there are enough
// of them; while a reading is under way, only the very last ones.
func (c *changing) collect(r *request, least int) []taken {
	place := bare(r.Group.LocationID)
	c.mu.Lock()
	defer c.mu.Unlock()
	all := c.waiting[place]
	if len(all) < least || c.looking[place] && least > 1 {
		return nil
	}
	delete(c.waiting, place)
	c.looking[place] = true
	return all
}

// confirmMeanwhile looks up rows of a request's location in the background, if many
// wait for that. A reading that fails ends the sending.
func (c *changing) confirmMeanwhile(ctx context.Context, r *request) {
	rows := c.collect(r, confirmEvery)
	if len(rows) == 0 {
		return
	}
	c.looks.Go(func() {
		if err := c.caught(func() error { return c.confirm(ctx, r, rows) }); err != nil {
			c.mu.Lock()
			defer c.mu.Unlock()
			c.unread = firstOf(c.unread, err)
			c.halt(err)
		}
	})
}

// confirmRest looks up the rows that still wait to be confirmed in the location of a
// request.
func (c *changing) confirmRest(ctx context.Context, r *request) error {
	return c.confirm(ctx, r, c.collect(r, 1))
}

// confirm looks up rows of a request's location that Webex reports as changed. Those
// that the list never shows as changed remain unknown.
func (c *changing) confirm(ctx context.Context, r *request, all []taken) error {
	place := r.Group.LocationID
	rows, by := make([]int, len(all)), make(map[int]reply, len(all))
	for i, one := range all {
		rows[i], by[one.row] = one.row, one.by
	}
	seen, err := c.watch(ctx, question{
		place: place, rows: rows, changed: func(row int) time.Time { return by[row].ended }, finish: true,
		decided: func(_ int, v view) bool { return (v.twice || c.surely) && c.shows(v, v.ok && v.isIn(place)) },
	})
	var updates []run.Update
	for _, row := range rows {
		if _, shown := seen[row]; shown {
			updates = append(updates, run.Update{Line: row, Result: by[row].fine(c.done)})
		}
	}
	c.mu.Lock()
	delete(c.looking, bare(place))
	if err == nil {
		c.late += len(rows) - len(updates)
	}
	c.mu.Unlock()
	return firstOf(err, c.settled(r.Number, updates))
}
