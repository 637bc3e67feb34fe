package practice

import (
	"net/http"
	"strings"
)

// The PSTN connection types.
const (
	localGateway  = "LOCAL_GATEWAY"
	nonIntegrated = "NON_INTEGRATED_CCP"
	integrated    = "INTEGRATED_CCP"
	ciscoPSTN     = "CISCO_PSTN"
)

// place is a location of the organization.
type place struct {
	uuid     string
	name     string
	city     string
	state    string
	country  string
	zone     string
	prefix   string // dialed between locations
	pstn     string // "" for none
	provider string
}

func (p *place) id() string { return id("LOCATION", p.uuid) }

// isIntegrated reports whether numbers come through Webex, so that DID and toll-free
// numbers must not be added.
func (p *place) isIntegrated() bool { return p.pstn == integrated || p.pstn == ciscoPSTN }

// places are the locations: one for each way that calls can come in.
//
//nolint:gochecknoglobals // a constant table, never written
var places = []place{
	{"0a4b8b52-6f0c-4a36-9a0e-1f9b7c6d1a01", "Kansas City", "Kansas City", "MO", "US", "America/Chicago", "8101", localGateway, "Premises-based PSTN"},
	{"0a4b8b52-6f0c-4a36-9a0e-1f9b7c6d1a02", "Austin", "Austin", "TX", "US", "America/Chicago", "8102", nonIntegrated, "Lone Star Voice"},
	{"0a4b8b52-6f0c-4a36-9a0e-1f9b7c6d1a03", "London Bridge", "London", "", "GB", "Europe/London", "8103", localGateway, "Premises-based PSTN"},
	{"0a4b8b52-6f0c-4a36-9a0e-1f9b7c6d1a04", "Berlin", "Berlin", "", "DE", "Europe/Berlin", "8104", nonIntegrated, "Spree Telefon"},
	{"0a4b8b52-6f0c-4a36-9a0e-1f9b7c6d1a05", "Toronto", "Toronto", "ON", "CA", "America/Toronto", "8105", integrated, "Maple Voice"},
	{"0a4b8b52-6f0c-4a36-9a0e-1f9b7c6d1a06", "Chicago", "Chicago", "IL", "US", "America/Chicago", "8106", ciscoPSTN, "Cisco Calling Plans"},
	{"0a4b8b52-6f0c-4a36-9a0e-1f9b7c6d1a07", "Sydney", "Sydney", "NSW", "AU", "Australia/Sydney", "8107", "", ""},
}

// findPlace looks a location up by its ID, nil if there is none.
func findPlace(id string) *place {
	for i := range places {
		if places[i].id() == strings.TrimRight(id, "=") {
			return &places[i]
		}
	}
	return nil
}

// locationPage is the documented size of a page of locations.
const locationPage = 500

type address struct {
	Address1   string `json:"address1"`
	City       string `json:"city"`
	State      string `json:"state,omitempty"`
	PostalCode string `json:"postalCode"`
	Country    string `json:"country"`
}

type location struct {
	ID       string  `json:"id"`
	Name     string  `json:"name"`
	OrgID    string  `json:"orgId"`
	TimeZone string  `json:"timeZone"`
	Address  address `json:"address"`
}

// listLocations lists all locations with their countries.
func (s *Server) listLocations(w http.ResponseWriter, r *http.Request) {
	found := named(r.URL.Query().Get("name"))
	p, ok := s.paging(w, r, len(found), locationPage)
	if !ok {
		return
	}
	items := make([]location, 0, p.end-p.start)
	for _, l := range found[p.start:p.end] {
		items = append(items, location{
			ID: l.id(), Name: l.name, OrgID: organizationID, TimeZone: l.zone,
			Address: address{"1 Practice Street", l.city, l.state, "00000", l.country},
		})
	}
	write(w, http.StatusOK, struct {
		Items []location `json:"items"`
	}{items})
}

// named are the locations whose names contain a text.
func named(text string) []place {
	var found []place
	for _, l := range places {
		if strings.Contains(strings.ToLower(l.name), strings.ToLower(text)) {
			found = append(found, l)
		}
	}
	return found
}

// callerID is the number and name that a location shows to those it calls.
// Locations without a main number have an empty one.
type callerID struct {
	Name        string `json:"name,omitempty"`
	PhoneNumber string `json:"phoneNumber,omitempty"`
}

type callingLocation struct {
	ID                 string   `json:"id"`
	Name               string   `json:"name"`
	OutsideDialDigit   string   `json:"outsideDialDigit"`
	RoutingPrefix      string   `json:"routingPrefix"`
	CallerID           callerID `json:"callingLineId"`
	Emergency          bool     `json:"e911SetupRequired"`
	EnforceOutsideDial bool     `json:"enforceOutsideDialDigit"`
}

// listCallingLocations lists the locations that are enabled for calling, which
// are all of them.
func (s *Server) listCallingLocations(w http.ResponseWriter, r *http.Request) {
	found := named(r.URL.Query().Get("name"))
	p, ok := s.paging(w, r, len(found), locationPage)
	if !ok {
		return
	}
	items := make([]callingLocation, 0, p.end-p.start)
	for _, l := range found[p.start:p.end] {
		items = append(items, callingLocation{
			ID: l.id(), Name: l.name, OutsideDialDigit: "9", RoutingPrefix: l.prefix, CallerID: mainNumber(&l),
		})
	}
	write(w, http.StatusOK, struct {
		Locations []callingLocation `json:"locations"`
	}{items})
}

// route is where the calls of a location with a local gateway go.
type route struct {
	Type string `json:"type"`
	ID   string `json:"id"`
}

// callingLocation says how one location is set up.
func (*Server) callingLocation(w http.ResponseWriter, r *http.Request) {
	l := findPlace(r.PathValue("locationId"))
	if l == nil {
		noCalling(w, r.PathValue("locationId"))
		return
	}
	answer := struct {
		ID                   string   `json:"id"`
		Name                 string   `json:"name"`
		AnnouncementLanguage string   `json:"announcementLanguage"`
		CallerID             callerID `json:"callingLineId"`
		Connection           *route   `json:"connection,omitempty"`
		OutsideDialDigit     string   `json:"outsideDialDigit"`
		RoutingPrefix        string   `json:"routingPrefix"`
	}{
		ID: l.id(), Name: l.name, AnnouncementLanguage: "en_us", CallerID: mainNumber(l),
		OutsideDialDigit: "9", RoutingPrefix: l.prefix,
	}
	if l.pstn == localGateway {
		answer.Connection = &route{"TRUNK", trunkID(l)}
	}
	write(w, http.StatusOK, answer)
}

func noCalling(w http.ResponseWriter, locationID string) {
	refuseCode(w, http.StatusNotFound, codeNoCalling, "[Error 5620] Group not found with this external ID: "+plainID(locationID))
}

func trunkID(l *place) string { return id("TRUNK", l.uuid) }

// connection says how a location's calls come in.
func (*Server) connection(w http.ResponseWriter, r *http.Request) {
	l := findPlace(r.PathValue("locationId"))
	if l == nil || l.pstn == "" {
		noPSTN(w, r.PathValue("locationId"))
		return
	}
	answer := struct {
		ID        string   `json:"id"`
		Name      string   `json:"displayName"`
		Services  []string `json:"pstnServices"`
		Type      string   `json:"pstnConnectionType"`
		RouteType string   `json:"routeType,omitempty"`
		RouteID   string   `json:"routeId,omitempty"`
	}{
		ID: id("PSTN_CONNECTION", l.uuid), Name: l.provider, Type: l.pstn,
		Services: []string{"GEOGRAPHIC_NUMBERS", "TOLLFREE_NUMBERS", "SERVICE_NUMBERS", "MOBILE_NUMBERS"},
	}
	if l.pstn == localGateway {
		answer.RouteType, answer.RouteID = "TRUNK", trunkID(l)
	}
	write(w, http.StatusOK, answer)
}
