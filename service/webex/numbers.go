package webex

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/url"
)

// Number is a phone number of an organization, in any of its locations.
type Number struct {
	PhoneNumber string         `json:"phoneNumber"`
	State       string         `json:"state"`
	Main        bool           `json:"mainNumber"` // of its location
	Location    NumberLocation `json:"location"`
	Owner       *Owner         `json:"owner"` // nil if it is assigned to nobody
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
type NumberLocation struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// numberPage is the documented default size of a page of numbers; the largest
// size is not published.
const numberPage = 2000

// Numbers lists the phone numbers of one location, or with an empty ID those of
// all locations; extensions are left out. It needs the scope
// spark-admin:telephony_config_read.
func (c *Client) Numbers(ctx context.Context, locationID string) ([]Number, error) {
	var all []Number
	k := call{
		op:     "list numbers",
		method: http.MethodGet,
		path:   []string{"telephony", "config", "numbers"},
		query:  url.Values{"numberType": {"NUMBER"}},
	}
	if locationID != "" {
		k.query.Set("locationId", locationID)
	}
	err := c.pages(ctx, k, pager{size: numberPage, byStart: true}, func(body []byte) (int, error) {
		var page struct {
			PhoneNumbers []Number `json:"phoneNumbers"`
		}
		err := decode(k.op, body, &page)
		all = append(all, page.PhoneNumbers...)
		return len(page.PhoneNumbers), err
	})
	return all, err
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
	// number: which numbers were changed is not certain.
	Unclear bool
}

// AddNumbers adds numbers to a location. It is sent once and never repeated. It
// needs the scope spark-admin:telephony_config_write and a full administrator.
// A *ConnectionError says whether the call can have left; an *APIError with
// status 429 or 423 says that nothing was done.
func (c *Client) AddNumbers(ctx context.Context, locationID string, body AddNumbers) (Accepted, error) {
	return c.change(ctx, "add numbers", http.MethodPost, locationID, body)
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
	return c.change(ctx, "remove numbers", http.MethodDelete, locationID, changeNumbers{PhoneNumbers: numbers})
}

// ActivateNumbers makes inactive DID and toll-free numbers of a location active.
// Where the location's PSTN is integrated it must not be called. What is said of
// AddNumbers holds for it.
func (c *Client) ActivateNumbers(ctx context.Context, locationID string, numbers []string) (Accepted, error) {
	return c.change(ctx, "activate numbers", http.MethodPut, locationID, changeNumbers{numbers, "ACTIVATE"})
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
	text := bytes.TrimSpace([]byte(c.token.hide(string(a.body))))
	accepted := Accepted{Status: a.status, TrackingID: c.token.hide(a.header.Get(trackingHeader))}
	if json.Valid(text) {
		b := readBody(text)
		accepted.Refused, accepted.Unclear = b.perNumber, b.nameless
	} else {
		accepted.Unclear = len(text) > 0
	}
	return accepted, nil
}
