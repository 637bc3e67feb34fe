package webex

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

var (
	errHomeless = errors.New("it has a number without a location")
	errPage     = errors.New("it is a page and no answer")
)

// Number is a phone number of an organization, in any of its locations.
type Number struct {
	PhoneNumber string
	Extension   string // "" for none
	State       string // ACTIVE, INACTIVE or a word that is not known
	Telephony   string // PSTN_NUMBER, MOBILE_NUMBER, "" or a word that is not known
	TollFree    bool
	Service     bool // it is for high-volume service use
	Main        bool // of its location
	Location    NumberLocation
	Owner       *Owner // nil if it is assigned to nobody
}

// Owner is who or what a number is assigned to. Type is PEOPLE, CALL_QUEUE and
// the like, or a word that was not known when this was written.
type Owner struct {
	ID        string `json:"id"`
	Type      string `json:"type"`
	FirstName string `json:"firstName"`
	LastName  string `json:"lastName"`
}

// NumberLocation is where a number is.
type NumberLocation struct{ ID, Name string }

// numberPage is the documented default size of a page of numbers; the largest
// size is not published.
const numberPage = 2000

// numbersPage is a page of numbers.
type numbersPage struct {
	PhoneNumbers []listedNumber `json:"phoneNumbers"`
	Count        struct {
		// Total is that of the list, and more where Webex counts extensions, too.
		Total      *int `json:"total"`
		Extensions int  `json:"extensionOnly"`
	} `json:"count"`
}

// listedNumber is a number as the list has it. Pointers are fields that are told
// from absent ones.
type listedNumber struct {
	PhoneNumber string  `json:"phoneNumber"`
	Extension   string  `json:"extension"`
	State       *string `json:"state"`
	Telephony   string  `json:"includedTelephonyTypes"`
	TollFree    bool    `json:"tollFreeNumber"`
	Service     bool    `json:"isServiceNumber"`
	Main        *bool   `json:"mainNumber"`
	Location    *struct {
		ID   string  `json:"id"`
		Name *string `json:"name"`
	} `json:"location"`
	Owner *Owner `json:"owner"`
}

func (p *numbersPage) lacks() string {
	return lacksOf("phoneNumbers", p.PhoneNumbers, (*listedNumber).lacks)
}

func (p *numbersPage) holds() holding {
	h := holdingOf(p.PhoneNumbers, func(n *listedNumber) string { return n.PhoneNumber + "/" + n.Extension })
	h.total = p.Count.Total
	return h
}

// lacks holds that the list tells numbers and extensions apart, and that what it
// calls a number could be one: a number that can't be read would seem to be
// missing.
func (n *listedNumber) lacks() string {
	if n.PhoneNumber == "" && n.Extension != "" {
		return ""
	}
	return missing(
		field{"phoneNumber", n.PhoneNumber != "" && len(n.PhoneNumber) <= maxNumber && strings.Trim(visible(n.PhoneNumber), "+0123456789 -().") == ""},
		field{"state", n.State != nil},
		field{"mainNumber", n.Main != nil},
		field{"location.id", n.Location == nil || n.Location.ID != ""},
		field{"location.name", n.Location == nil || n.Location.Name != nil},
	)
}

// maxNumber is more characters than a phone number has in any style.
const maxNumber = 64

// NumbersPage is a page of the list of numbers, without extensions.
type NumbersPage struct {
	Numbers []Number
	// Counted is how many numbers the whole list has as Webex counts them, and
	// AlsoCounted how many extensions without a number may be among these. Both are 0
	// where it does not say.
	Counted, AlsoCounted int
}

// Numbers lists the phone numbers of one location, or with an empty ID those of
// all locations; extensions are left out. Each has the ID of its location. It
// needs the scope spark-admin:telephony_config_read.
func (c *Client) Numbers(ctx context.Context, locationID string) ([]Number, error) {
	var all []Number
	err := c.NumbersByPage(ctx, locationID, func(p NumbersPage) { all = append(all, p.Numbers...) })
	if errors.Is(err, errHomeless) {
		return nil, err
	}
	return all, err
}

// NumbersByPage is Numbers, and hands each page to take as soon as it is read, on
// the goroutine of the caller.
func (c *Client) NumbersByPage(ctx context.Context, locationID string, take func(NumbersPage)) error {
	k := call{
		op:     opNumbers,
		method: http.MethodGet,
		path:   []string{"telephony", "config", "numbers"},
		query:  url.Values{"numberType": {"NUMBER"}, "details": {"true"}},
	}
	if locationID != "" {
		k.query.Set("locationId", locationID)
	}
	homeless := false
	err := readList(ctx, c, k, pager{size: numberPage}, func(p *numbersPage) {
		page := p.numbers(locationID)
		homeless = homeless || slices.ContainsFunc(page.Numbers, func(n Number) bool { return n.Location.ID == "" })
		take(page)
	})
	if err == nil && homeless {
		return &AnswerError{Op: k.op, Err: errHomeless}
	}
	return err
}

// numbers is the page without extensions.
func (p *numbersPage) numbers(asked string) NumbersPage {
	page := NumbersPage{Numbers: make([]Number, 0, len(p.PhoneNumbers)), AlsoCounted: p.Count.Extensions}
	if p.Count.Total != nil {
		page.Counted = *p.Count.Total
	}
	for i := range p.PhoneNumbers {
		if n := &p.PhoneNumbers[i]; n.PhoneNumber != "" {
			page.Numbers = append(page.Numbers, n.number(asked))
		}
	}
	return page
}

// number is a whole number of the list. One that names no location is in the one
// that was asked for.
func (n *listedNumber) number(asked string) Number {
	number := Number{
		PhoneNumber: n.PhoneNumber, Extension: n.Extension, State: *n.State, Telephony: n.Telephony,
		TollFree: n.TollFree, Service: n.Service, Main: *n.Main, Owner: n.Owner,
	}
	number.Location.ID = asked
	if n.Location != nil {
		number.Location = NumberLocation{ID: n.Location.ID, Name: *n.Location.Name}
	}
	return number
}

// AddNumbers is the body of the call that adds numbers to a location. Empty
// fields are not sent.
type AddNumbers struct {
	PhoneNumbers    []string `json:"phoneNumbers"`              // E.164, with the plus sign
	NumberType      string   `json:"numberType,omitempty"`      // TOLLFREE, DID or MOBILE
	NumberUsageType string   `json:"numberUsageType,omitempty"` // NONE or SERVICE
	State           string   `json:"state,omitempty"`           // ACTIVE or INACTIVE
	SubscriptionID  string   `json:"subscriptionId,omitempty"`
	CarrierID       string   `json:"carrierId,omitempty"`
}

// Accepted is a 2xx answer to a call that changes numbers.
type Accepted struct {
	Status     int
	TrackingID string
	// Refused are numbers that the answer names as failed in spite of its
	// status.
	Refused []NumberError
	// Unclear says that the body is no JSON, or lists errors without naming a
	// number, or that nothing in the answer is a mark of Webex: which numbers were
	// changed is not certain.
	Unclear bool
}

// AddNumbers adds numbers to a location. It is sent once and never repeated. It
// needs the scope spark-admin:telephony_config_write and a full administrator.
// A *ConnectionError says whether the call can have left; an *APIError with
// status 429 or 423 says that nothing was done.
func (c *Client) AddNumbers(ctx context.Context, locationID string, body AddNumbers) (Accepted, error) {
	return c.change(ctx, opAdd, http.MethodPost, locationID, body)
}

// changeNumbers is the body of the calls that change numbers of a location.
type changeNumbers struct {
	PhoneNumbers []string `json:"phoneNumbers"`     // E.164, with the plus sign
	Action       string   `json:"action,omitempty"` // ACTIVATE
}

// RemoveNumbers takes numbers out of a location, at most 5 at once: they must be
// assigned to nobody and not the main number. Where the location's PSTN is
// integrated it must not be called. What is said of AddNumbers holds for it.
func (c *Client) RemoveNumbers(ctx context.Context, locationID string, numbers []string) (Accepted, error) {
	return c.change(ctx, opRemove, http.MethodDelete, locationID, changeNumbers{PhoneNumbers: numbers})
}

// ActivateNumbers makes inactive DID and toll-free numbers of a location active.
// Where the location's PSTN is integrated it must not be called. What is said of
// AddNumbers holds for it.
func (c *Client) ActivateNumbers(ctx context.Context, locationID string, numbers []string) (Accepted, error) {
	return c.change(ctx, opActivate, http.MethodPut, locationID, changeNumbers{numbers, "ACTIVATE"})
}

// change sends a call that changes the numbers of a location, once.
func (c *Client) change(ctx context.Context, op, method, locationID string, body any) (Accepted, error) {
	k := call{
		op:     op,
		method: method,
		path:   []string{"telephony", "config", "locations", locationID, "numbers"},
		body:   body,
	}
	u, err := c.address(k)
	if err != nil {
		return Accepted{}, err
	}
	a, err := c.once(ctx, k, u, writeTimeout)
	if err != nil {
		return Accepted{}, err
	}
	return c.accepted(op, a)
}

// accepted reads a 2xx answer to a call that changes numbers. A page without a
// mark of Webex in it is an *AnswerError: somebody else's.
func (c *Client) accepted(op string, a answer) (Accepted, error) {
	body := bytes.TrimSpace(a.body)
	b := readBody(body, c.text)
	isPage := len(body) > 0 && !json.Valid(body)
	accepted := Accepted{Status: a.status, Refused: b.perNumber, TrackingID: first(c.trackingID(a.header), b.trackingID)}
	marked := accepted.TrackingID != "" || b.says()
	if isPage && !marked {
		return Accepted{}, &AnswerError{Op: op, Err: errPage, Foreign: true}
	}
	accepted.Unclear = isPage || b.nameless || !marked
	return accepted, nil
}
