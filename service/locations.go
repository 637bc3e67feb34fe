package service

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"

	"numberloader/internal/number"
	"numberloader/internal/review"
	"numberloader/service/webex"
)

// Locations lists the locations that are enabled for calling, with their
// countries; their PSTN types are not asked. A token that may not read the
// countries leaves them empty. The error is a *fault.Error.
func (s *Service) Locations(ctx context.Context) ([]number.Location, error) {
	calling, _, err := s.places(ctx)
	return calling, err
}

// places lists the locations that are enabled for calling, and the others as far
// as the token may read them.
func (s *Service) places(ctx context.Context) (calling, others []number.Location, err error) {
	enabled, err := s.api.CallingLocations(ctx)
	if err != nil {
		return nil, nil, lacking(readCalling, err)
	}
	all, err := s.api.Locations(ctx)
	if err != nil && !isStatus(err, http.StatusForbidden) {
		return nil, nil, explain(err)
	}
	rest := make(map[string]webex.Location, len(all))
	for _, l := range all {
		rest[bare(l.ID)] = l
	}
	calling = make([]number.Location, len(enabled))
	for i, l := range enabled {
		calling[i] = number.Location{ID: l.ID, Name: l.Name, Country: countryOf(rest[bare(l.ID)])}
		delete(rest, bare(l.ID))
	}
	for _, l := range all {
		if _, left := rest[bare(l.ID)]; left {
			others = append(others, number.Location{ID: l.ID, Name: l.Name, Country: countryOf(l)})
		}
	}
	return calling, others, nil
}

func countryOf(l webex.Location) string { return strings.ToUpper(l.Address.Country) }

// WithPSTN returns the locations with the PSTN types of those in ids asked and
// filled in; nil asks for all. A type that the token may not read, or that this
// program does not know, is number.PSTNUnknown. The error is a *fault.Error.
func (s *Service) WithPSTN(ctx context.Context, locations []number.Location, ids map[string]bool) ([]number.Location, error) {
	filled := slices.Clone(locations)
	for i := range filled {
		l := &filled[i]
		if ids != nil && !ids[l.ID] {
			continue
		}
		var err error
		if l.PSTN, l.Provider, err = s.pstn(ctx, l.ID); err != nil {
			return nil, err
		}
	}
	return filled, nil
}

// pstn asks for the PSTN type of a location and the name of its connection.
func (s *Service) pstn(ctx context.Context, locationID string) (number.PSTN, string, error) {
	c, err := s.api.PSTNConnection(ctx, locationID)
	switch {
	case err == nil:
		return pstnType(c.Type), c.DisplayName, nil
	case isStatus(err, http.StatusForbidden):
		return number.PSTNUnknown, "", nil
	case saysNoPSTN(err):
		return number.PSTNNone, "", nil
	case isStatus(err, http.StatusNotFound):
		return number.PSTNUnknown, "", nil
	}
	return number.PSTNNotAsked, "", explain(err)
}

// noPSTN is what the PSTN service says of a location without a connection, with
// status 404: "Location … not found or PSTN for the location is not configured".
const noPSTN = "PSTN for the location is not configured"

// saysNoPSTN tells the 404 of a location without PSTN from that of a path that
// Webex does not have.
func saysNoPSTN(err error) bool {
	api, ok := errors.AsType[*webex.APIError](err)
	return ok && api.Status == http.StatusNotFound && strings.Contains(api.Message, noPSTN)
}

// pstnType reads pstnConnectionType. "Any other or missing value" is treated as
// not known, which closes the location to DID and toll-free numbers.
func pstnType(word string) number.PSTN {
	for _, p := range []number.PSTN{number.PSTNLocalGateway, number.PSTNNonIntegrated, number.PSTNIntegrated, number.PSTNCisco} {
		if p.API() == word {
			return p
		}
	}
	return number.PSTNUnknown
}

// bare is an ID as IDs are compared: Webex pads the same one in some answers and
// not in others.
func bare(id string) string { return strings.TrimRight(id, "=") }

// fewLocations is how many locations are asked for their PSTN types only because a row
// could be sent there: each costs a read.
const fewLocations = 20

// named are the IDs of the locations that rows name, nil for all: where rows wait for a
// location to be chosen, and there are few to choose from. Names are compared loosely:
// asking for a location without need costs one read.
func named(rows []*number.Row, locations []number.Location) map[string]bool {
	if len(locations) <= fewLocations && slices.ContainsFunc(rows, homeless) {
		return nil
	}
	shared := map[*number.Shared]*number.Row{} // one row for all of a location
	for _, row := range rows {
		shared[row.Shared] = row
	}
	words := map[string]bool{}
	for _, row := range shared {
		words[row.LocationID()] = true
		words[review.FoldName(row.Location())] = true
	}
	ids := map[string]bool{}
	for _, l := range locations {
		if words[l.ID] || words[review.FoldName(l.ID)] || words[review.FoldName(l.Name)] {
			ids[l.ID] = true
		}
	}
	return ids
}

// homeless reports whether a row waits for its location to be chosen.
func homeless(row *number.Row) bool { return row.LocationID() == "" && row.LacksLocation() }
