package webex

import (
	"context"
	"net/http"
)

// Location is a location of an organization, enabled for calling or not.
type Location struct {
	ID      string  `json:"id"`
	Name    string  `json:"name"`
	Address Address `json:"address"`
}

// Address is where a location is. Country is an ISO 3166 alpha-2 code, "" if
// the organization did not say.
type Address struct {
	Country string `json:"country"`
}

// CallingLocation is a location that is enabled for calling.
type CallingLocation struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// locationPage is the documented default size of a page of locations.
const locationPage = 500

// locationsPage is a page of locations.
type locationsPage struct {
	Items []Location `json:"items"`
}

func (p *locationsPage) lacks() string { return lacksOf("items", p.Items, (*Location).lacks) }

func (p *locationsPage) holds() holding {
	return holdingOf(p.Items, func(l *Location) string { return l.ID })
}

func (l *Location) lacks() string {
	return missing(field{"id", l.ID != ""}, field{"name", l.Name != ""})
}

// Locations lists all locations with their countries. It needs a scope such as
// spark-admin:locations_read.
func (c *Client) Locations(ctx context.Context) ([]Location, error) {
	var all []Location
	k := call{op: opLocations, method: http.MethodGet, path: []string{"locations"}}
	err := readList(ctx, c, k, pager{size: locationPage, linksOnly: true}, func(p *locationsPage) { all = append(all, p.Items...) })
	return all, err
}

// callingPage is a page of locations that are enabled for calling.
type callingPage struct {
	Locations []CallingLocation `json:"locations"`
}

func (p *callingPage) lacks() string {
	return lacksOf("locations", p.Locations, (*CallingLocation).lacks)
}

func (p *callingPage) holds() holding {
	return holdingOf(p.Locations, func(l *CallingLocation) string { return l.ID })
}

func (l *CallingLocation) lacks() string {
	return missing(field{"id", l.ID != ""}, field{"name", l.Name != ""})
}

// CallingLocations lists the locations that are enabled for calling. It needs
// the scope spark-admin:telephony_config_read.
func (c *Client) CallingLocations(ctx context.Context) ([]CallingLocation, error) {
	var all []CallingLocation
	k := call{op: opCallingLocations, method: http.MethodGet, path: []string{"telephony", "config", "locations"}}
	// Nothing is changed in a location that the list lacks.
	err := readList(ctx, c, k, pager{size: locationPage, restarts: true}, func(p *callingPage) { all = append(all, p.Locations...) })
	return all, err
}
