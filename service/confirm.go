package service

import (
	"context"
	"time"

	"numberloader/internal/run"
)

// taken is a row that Webex says is changed and that no reading has shown yet.
type taken struct {
	row int
	by  reply
}

// collect takes the rows of a location that wait for a reading, if there are so
// many.
func (c *changing) collect(place string, least int) (rows []int, by map[int]reply) {
	c.mu.Lock()
	defer c.mu.Unlock()
	all := c.waiting[place]
	if len(all) < least {
		return nil, nil
	}
	delete(c.waiting, place)
	by = make(map[int]reply, len(all))
	for _, one := range all {
		rows = append(rows, one.row)
		by[one.row] = one.by
	}
	return rows, by
}

// confirm looks up the rows of a request's location that Webex says are changed,
// if there are so many. Those that the list never shows as changed stay not known.
func (c *changing) confirm(ctx context.Context, r *request, least int) error {
	place := r.Group.LocationID
	rows, by := c.collect(place, least)
	if len(rows) == 0 {
		return nil
	}
	seen, err := c.watch(ctx, question{
		place: place, rows: rows, changed: func(row int) time.Time { return by[row].ended }, finish: true,
		decided: func(_ int, v view) bool { return (v.twice || c.surely) && c.shows(v, v.ok && v.isIn(place)) },
	})
	if err != nil {
		return err
	}
	var updates []run.Update
	for _, row := range rows {
		if _, shown := seen[row]; shown {
			updates = append(updates, run.Update{Line: row, Result: by[row].fine(c.done)})
		}
	}
	c.mu.Lock()
	c.late += len(rows) - len(updates)
	c.mu.Unlock()
	return c.settled(r.Number, updates)
}
