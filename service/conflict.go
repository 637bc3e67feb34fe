package service

import (
	"context"
	"slices"

	"numberloader/internal/run"
)

// partly deals with an answer that refuses some numbers by name. The others are
// looked up, and go again without those if they are not in: each time at least
// one number fewer.
func (d *adding) partly(ctx context.Context, r *request, a reply, p parts) error {
	r.rows = slices.Concat(p.inUse, p.others)
	if err := d.open(r, a, p.refused, p.inUse); err != nil {
		return err
	}
	if err := d.named(ctx, r, a, p.inUse); err != nil {
		return err
	}
	r.rows = p.others
	s, err := d.find(ctx, r, a, r.rows, r.Group.LocationID)
	if err != nil {
		return d.notKnown(r, a, s, err)
	}
	r.rows = s.missing
	return d.settled(r.Number, append(each(s.here, a.added()), s.elsewhere...))
}

// conflict deals with an answer that says that numbers are in use without naming
// them: it is all or nothing. Those that are nowhere in the organization go again
// without the others, or in two parts, until those in use stand alone.
func (d *adding) conflict(ctx context.Context, r *request, a reply) error {
	if err := d.open(r, a, nil, r.rows); err != nil {
		return err
	}
	count := len(r.rows)
	if count == 1 {
		return d.named(ctx, r, a, r.rows)
	}
	missing, err := d.locate(ctx, r, a, r.rows)
	switch {
	case err != nil:
		return err
	case len(missing) < count:
		r.rows = missing
	default:
		r.halve(missing)
	}
	return nil
}

// named ends rows in use of which each is known by itself.
func (d *adding) named(ctx context.Context, r *request, a reply, rows []int) error {
	missing, err := d.locate(ctx, r, a, rows)
	if err != nil {
		return err
	}
	r.rows = nil
	return d.settled(r.Number, each(missing, a.result(run.Refused, inUseOutside())))
}

// locate ends rows in use that the organization has, and returns the others, once
// the list can't be behind who added one of them a moment ago. A number in the
// wanted location was there already: what an earlier request of this run may have
// added went again only when it was proved to be missing.
func (d *adding) locate(ctx context.Context, r *request, a reply, rows []int) ([]int, error) {
	s, err := d.find(ctx, r, a, rows, "")
	if err != nil {
		return nil, d.notKnown(r, a, s, err)
	}
	updates := slices.Concat(s.elsewhere, each(s.here, a.result(run.AlreadyThere, alreadyIn(d.place(r)))))
	return s.missing, d.settled(r.Number, updates)
}
