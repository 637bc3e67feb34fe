package service

import (
	"context"

	"numberloader/internal/number"
	"numberloader/service/webex"
)

// Inventory reads all numbers of the organization, page by page, and changes
// nothing. read, which may be nil, is told after each page how many came so far and
// how many there are, 0 if Webex does not say; it is called on the caller's
// goroutine. The context ends it between two pages and within one. The error is a
// *fault.Error.
func (s *Service) Inventory(ctx context.Context, read func(got, of int)) (number.Inventory, error) {
	locations, _, err := s.places(ctx)
	if err != nil {
		return number.Inventory{}, err
	}
	in := number.Inventory{Locations: locations}
	byID := newPlaces(locations)
	seen := map[number.E164]bool{}
	got, also := 0, 0
	err = s.api.NumbersByPage(ctx, "", func(p webex.NumbersPage) {
		for i := range p.Numbers {
			n, ok := held(&p.Numbers[i])
			if !ok || seen[n.Number] {
				continue
			}
			seen[n.Number] = true
			n.Location = byID.whole(n.Location)
			in.Numbers = append(in.Numbers, n)
		}
		got += len(p.Numbers)
		in.Counted, also = p.Counted, p.AlsoCounted
		if read != nil {
			read(got, in.Counted)
		}
	})
	if err != nil {
		return number.Inventory{}, lacking(readNumbers, err)
	}
	if got == in.Counted-also {
		in.Counted = got // it counts extensions among its numbers
	}
	return in, nil
}
