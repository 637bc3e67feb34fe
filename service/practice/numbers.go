package practice

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// numberPage is the documented size of a page of numbers.
const numberPage = 2000

type numberLocation struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

type numberOwner struct {
	ID        string `json:"id"`
	Type      string `json:"type"`
	FirstName string `json:"firstName"`
	LastName  string `json:"lastName"`
}

type listedNumber struct {
	PhoneNumber    string         `json:"phoneNumber,omitempty"`
	Extension      string         `json:"extension,omitempty"`
	State          string         `json:"state"`
	Use            string         `json:"phoneNumberType"`
	Main           bool           `json:"mainNumber"`
	Telephony      string         `json:"includedTelephonyTypes"`
	MobileNetwork  string         `json:"mobileNetwork,omitempty"`
	RoutingProfile string         `json:"routingProfile,omitempty"`
	TollFree       bool           `json:"tollFreeNumber"`
	Service        bool           `json:"isServiceNumber"`
	Reserved       bool           `json:"isReservedNumber"`
	Location       numberLocation `json:"location"`
	Owner          *numberOwner   `json:"owner,omitempty"`
}

// numberCount is what the list says of itself when it is asked for details.
type numberCount struct {
	Total int `json:"total"`
}

// listNumbers lists the numbers of the organization. Of the filters it knows
// locationId, phoneNumber (the whole number), numberType, state and
// includedTelephonyTypes; the count is that of what they let pass.
func (s *Server) listNumbers(w http.ResponseWriter, r *http.Request) {
	f, field := newFilter(r.URL.Query())
	if field != "" {
		invalid(w, field)
		return
	}
	var found []entry
	err := s.numbers.shows(func(list []entry) {
		for i := range list {
			if f.takes(&list[i]) {
				found = append(found, list[i])
			}
		}
	})
	if err != nil {
		failing(w)
		return
	}
	p, ok := s.paging(w, r, len(found), numberPage)
	if !ok {
		return
	}
	items := make([]listedNumber, 0, p.end-p.start)
	for i := p.start; i < p.end; i++ {
		items = append(items, listed(&found[i]))
	}
	answer := struct {
		PhoneNumbers []listedNumber `json:"phoneNumbers"`
		Count        *numberCount   `json:"count,omitempty"`
	}{PhoneNumbers: items}
	if r.URL.Query().Get("details") == "true" {
		answer.Count = &numberCount{len(found)}
	}
	write(w, http.StatusOK, answer)
}

// failing is an error of the practice organization itself, such as a full disk.
func failing(w http.ResponseWriter) {
	refuse(w, http.StatusInternalServerError, "The practice organization could not read or write its state file.")
}

// The words of the list's filters.
const (
	numbersOnly    = "NUMBER"
	extensionsOnly = "EXTENSION"
	pstnNumber     = "PSTN_NUMBER"
	mobileNumber   = "MOBILE_NUMBER"
)

type filter struct{ location, phoneNumber, numberType, state, telephony string }

// newFilter reads a query. It names the field whose value is not one it may
// have, "" if all are well.
func newFilter(query url.Values) (filter, string) {
	f := filter{
		location: strings.TrimRight(query.Get("locationId"), "="), phoneNumber: query.Get("phoneNumber"),
		numberType: query.Get("numberType"), state: query.Get("state"), telephony: query.Get("includedTelephonyTypes"),
	}
	for _, check := range []struct {
		name, value string
		words       []string
	}{
		{"numberType", f.numberType, []string{"", numbersOnly, extensionsOnly}},
		{"state", f.state, []string{"", stateActive, stateInactive}},
		{"includedTelephonyTypes", f.telephony, []string{"", pstnNumber, mobileNumber}},
	} {
		if !slices.Contains(check.words, check.value) {
			return filter{}, check.name
		}
	}
	return f, ""
}

func (f *filter) takes(n *entry) bool {
	switch {
	case f.location != "" && n.Location != f.location,
		f.phoneNumber != "" && n.PhoneNumber != f.phoneNumber,
		f.numberType == numbersOnly && n.PhoneNumber == "",
		f.numberType == extensionsOnly && n.Extension == "",
		f.state != "" && (n.State != f.state || n.PhoneNumber == ""),
		f.telephony != "" && n.telephony() != f.telephony:
		return false
	}
	return true
}

func (n *entry) telephony() string {
	if n.Type == typeMobile {
		return mobileNumber
	}
	return pstnNumber
}

// owner is who the number is assigned to. What is no person has one name.
func (n *entry) owner() *numberOwner {
	o := &numberOwner{Type: cmp.Or(n.OwnerType, ownerPerson), FirstName: n.Owner}
	if o.Type == ownerPerson {
		o.FirstName, o.LastName, _ = strings.Cut(n.Owner, " ")
	}
	o.ID = id(o.Type, n.Owner)
	return o
}

func listed(n *entry) listedNumber {
	l := listedNumber{
		PhoneNumber: n.PhoneNumber, Extension: n.Extension, State: n.State, Use: "PRIMARY",
		Main: n.Main, Telephony: n.telephony(), TollFree: n.Type == typeTollFree, Service: n.Usage == usageService,
		Location: numberLocation{ID: n.Location},
	}
	if p := findPlace(n.Location); p != nil {
		l.Location.Name = p.name
	}
	if n.Type == typeMobile {
		l.MobileNetwork, l.RoutingProfile = "Practice Mobile", "Practice"
	}
	if n.Owner != "" {
		l.Owner = n.owner()
	}
	return l
}
