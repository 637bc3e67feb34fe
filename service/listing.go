package service

import (
	"cmp"
	"context"
	"strings"

	"numberloader/internal/number"
	"numberloader/service/webex"
)

// numberList is the number list of a location or of the organization.
type numberList map[number.E164]number.Held

// isIn says that a number is in a location.
func isIn(n *number.Held, locationID string) bool { return bare(n.Location.ID) == bare(locationID) }

// listing reads the number list of a location, or with an empty ID that of the
// organization. Entries that are no E.164 number are passed over; one that names
// no location is in the location that was asked for. The error is that of the
// API.
func (s *Service) listing(ctx context.Context, locationID string) (numberList, error) {
	all, err := s.api.Numbers(ctx, locationID)
	if err != nil {
		return nil, err
	}
	found := make(numberList, len(all))
	for i := range all {
		if n, ok := held(&all[i]); ok {
			n.Location.ID = cmp.Or(n.Location.ID, locationID)
			found[n.Number] = n
		}
	}
	return found, nil
}

// held is an entry of the number list. It says false if that is no E.164 number.
func held(n *webex.Number) (number.Held, bool) {
	parsed, err := number.ParseE164(n.PhoneNumber)
	if err != nil {
		return number.Held{}, false
	}
	h := number.Held{
		Number: parsed, Location: number.Location{ID: n.Location.ID, Name: n.Location.Name},
		Kind: heldKind(n), Usage: number.UsageNone, Main: n.Main, Owner: owner(n.Owner), Internal: n.Extension,
	}
	if n.Service {
		h.Usage = number.UsageService
	}
	for _, s := range []number.State{number.StateActive, number.StateInactive} {
		if n.State == s.API() {
			h.State = s
		}
	}
	return h, true
}

// heldKind is the kind of a number as the list tells it.
func heldKind(n *webex.Number) number.Kind {
	switch {
	case n.Telephony == "MOBILE_NUMBER":
		return number.KindMobile
	case n.TollFree:
		return number.KindTollFree
	case n.Telephony == "PSTN_NUMBER":
		return number.KindDID
	}
	return number.KindUnset
}

// owner is who a number is assigned to. One that says nothing of itself has a type
// that nobody knows.
func owner(o *webex.Owner) number.Owner {
	if o == nil {
		return number.Owner{}
	}
	return number.Owner{Name: strings.TrimSpace(o.FirstName + " " + o.LastName), Type: cmp.Or(o.Type, "UNKNOWN")}
}
