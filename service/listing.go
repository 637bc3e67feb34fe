package service

import (
	"cmp"
	"context"
	"strings"

	"numberloader/internal/number"
	"numberloader/service/webex"
)

// listed is what the number list says of a number.
type listed struct {
	number.Location

	active bool
	main   bool
	owner  string // who it is assigned to, "" for nobody
}

// isIn says that the number is in a location.
func (l listed) isIn(locationID string) bool { return bare(l.ID) == bare(locationID) }

// numberList is the number list of a location or of the organization.
type numberList map[number.E164]listed

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
		n := &all[i]
		parsed, err := number.ParseE164(n.PhoneNumber)
		if err != nil {
			continue
		}
		found[parsed] = listed{
			Location: number.Location{ID: cmp.Or(n.Location.ID, locationID), Name: n.Location.Name},
			active:   n.State == "ACTIVE", main: n.Main, owner: ownerName(n.Owner),
		}
	}
	return found, nil
}

// ownerName is how an owner is called, "" if there is none.
func ownerName(o *webex.Owner) string {
	if o == nil {
		return ""
	}
	return cmp.Or(strings.TrimSpace(o.FirstName+" "+o.LastName), strings.ToLower(strings.ReplaceAll(o.Type, "_", " ")), "somebody")
}
