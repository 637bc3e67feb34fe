package service

import (
	"context"

	"numberloader/internal/number"
	"numberloader/internal/run"
)

// batches are the requests that change rows, location by location in the order of
// the file.
func batches(r *run.Run, rows []int, size int) []*request {
	var all []*request
	last := map[string]*request{}
	for _, row := range rows {
		group := r.Requests[r.Lines[row].Request-1].Group
		place := bare(group.LocationID)
		one := last[place]
		if one == nil || len(one.rows) == size {
			one = &request{}
			one.Number, one.Group = len(all)+1, group
			all = append(all, one)
			last[place] = one
		}
		one.rows = append(one.rows, row)
	}
	return all
}

// closedFor says why the PSTN of a location forbids changes of its numbers; it is
// not ok if it allows them.
func (s *Service) closedFor(ctx context.Context, r *run.Run, locationID string) (pstn number.PSTN, closed bool, err error) {
	if pstn, _, err = s.pstn(ctx, locationID); err != nil {
		return pstn, false, err
	}
	if pstn == number.PSTNUnknown {
		for _, id := range r.Confirmed {
			if bare(id) == bare(locationID) {
				return pstn, false, nil
			}
		}
	}
	return pstn, !pstn.Allows(number.KindDID), nil
}

// site is a location whose rows are to be changed.
type site struct {
	id, name string
	rows     []int
}

// placesOf collects rows by their locations, in the order of the file.
func (j *job) placesOf(r *run.Run, rows []int) []*site {
	at := map[string]*site{}
	var all []*site
	for _, row := range rows {
		group := r.Requests[r.Lines[row].Request-1].Group
		key := bare(group.LocationID)
		if at[key] == nil {
			at[key] = &site{id: group.LocationID, name: placeName(group, j.names)}
			all = append(all, at[key])
		}
		at[key].rows = append(at[key].rows, row)
	}
	return all
}

// sift reads the number list before rows are changed. It ends those that stay as
// they are, and those in locations whose PSTN forbids changes, which get the
// outcome closed; it returns the others. The error is why it stopped.
func (j *job) sift(ctx context.Context, r *run.Run, rows []int, closed run.Outcome, stays func(*site, view) (run.Result, bool)) ([]int, error) {
	var goes []int
	for _, p := range j.placesOf(r, rows) {
		left, err := j.leave(ctx, p, stays)
		if err != nil {
			return nil, err
		}
		if left, err = j.passPSTN(ctx, r, p, left, closed); err != nil {
			return nil, err
		}
		goes = append(goes, left...)
	}
	return goes, nil
}

// leave reads where the numbers of a location are, ends those that stay as they
// are, and returns the others.
func (j *job) leave(ctx context.Context, p *site, stays func(*site, view) (run.Result, bool)) ([]int, error) {
	seen, err := j.whereabouts(ctx, p)
	if err != nil {
		return nil, err
	}
	var updates []run.Update
	var left []int
	for _, row := range p.rows {
		v, decided := seen[row]
		if !decided {
			continue
		}
		if result, ends := stays(p, v); ends {
			updates = append(updates, run.Update{Line: row, Result: result})
		} else {
			left = append(left, row)
		}
	}
	return left, j.settled(0, updates)
}

// whereabouts reads where the numbers of a location are: those that it lacks, and
// not only because the list is behind, are looked for in the whole organization.
func (j *job) whereabouts(ctx context.Context, p *site) (map[int]view, error) {
	seen, err := j.watch(ctx, question{
		place: p.id, rows: p.rows, changed: j.known, decided: func(_ int, v view) bool { return v.ok || v.gone() },
	})
	if err != nil {
		return nil, err
	}
	var lacks []int
	for _, row := range p.rows {
		if v, decided := seen[row]; decided && !v.ok {
			lacks = append(lacks, row)
		}
	}
	if len(lacks) == 0 {
		return seen, nil
	}
	all, err := j.service.listing(ctx, "")
	if err != nil {
		return nil, j.stopped(ctx, err)
	}
	for _, row := range lacks {
		entry, ok := all[j.lines[row].Row.Number]
		seen[row] = view{Held: entry, ok: ok}
	}
	return seen, nil
}

// passPSTN ends rows in a location whose PSTN forbids changes: they are never
// sent.
func (j *job) passPSTN(ctx context.Context, r *run.Run, p *site, rows []int, o run.Outcome) ([]int, error) {
	if len(rows) == 0 {
		return nil, nil
	}
	pstn, closed, err := j.service.closedFor(ctx, r, p.id)
	if err != nil || !closed {
		return rows, err
	}
	a := reply{ended: j.service.settings.Now()}
	return nil, j.settled(0, each(rows, a.result(o, changeClosed(p.name, pstn == number.PSTNNone, pstn == number.PSTNUnknown))))
}
