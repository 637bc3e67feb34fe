package service

import (
	"context"
	"slices"

	"numberloader/internal/run"
)

// partly deals with an answer that refuses some numbers by name. The others are looked
// up and, if they are not in, sent again without those: at least one number fewer each
// time.
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

// conflict deals with an answer saying that numbers are in use without naming them: such
// a request is all or nothing. Numbers that are nowhere in the organization are sent
// again without the others, or in two halves, until those in use are isolated.
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

// named settles rows in use, each of which is known by itself.
func (d *adding) named(ctx context.Context, r *request, a reply, rows []int) error {
	missing, err := d.locate(ctx, r, a, rows)
	if err != nil {
		return err
	}
	r.rows = nil
	return d.settled(r.Number, each(missing, a.result(run.Refused, inUseOutside())))
}

// locate settles rows in use that the organization has, and returns the others, once
// the list can no longer lag behind somebody who has just added one of them. A number
// in the wanted location was there already: what an earlier request of this run may have
// added is sent again only when it is proved to be missing.
func (d *adding) locate(ctx context.Context, r *request, a reply, rows []int) ([]int, error) {
	s, err := d.find(ctx, r, a, rows, "")
	if err != nil {
		return nil, d.notKnown(r, a, s, err)
	}
	updates := slices.Concat(s.elsewhere, d.wereThere(r, a, s, s.here...))
	return s.missing, d.settled(r.Number, updates)
}
