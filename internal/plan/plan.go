// Package plan turns accepted rows into requests and says which rows overflow
// one. It is pure: no clock, no files, no network, and it changes no row. It imports
// number only.
package plan

import (
	"numberloader/internal/number"
)

// The ranges of Limits.
const (
	// MaxMobile is the limit of the service. "Only 20 mobile numbers can be
	// added per request", says the reference of the call.
	MaxMobile = 20
	// MaxOthers is ours: it is as many as an administrator can enter at once in
	// Control Hub. Webex publishes no limit.
	MaxOthers = 1000
)

// Limits say how many numbers go into one request.
type Limits struct {
	// Mobile is the most mobile numbers in a request, 1 to 20. The reference
	// of the call: "Only 20 mobile numbers can be added per request."
	Mobile int
	// Others is the most DID or toll-free numbers in a request, 1 to 1,000.
	// Webex publishes no limit; 20 are in tests of an SDK against Webex itself.
	// Where a request is refused for its size, smaller ones follow.
	Others int
	// OneRequest leaves mobile numbers past the first request of a group
	// behind, as problems, instead of sending them in further requests.
	OneRequest bool
}

// Webex are the limits that are used where nobody says otherwise: 20 numbers of
// every kind.
func Webex() Limits { return Limits{Mobile: MaxMobile, Others: 20} }

// OutOfRange is a limit that is not in its range.
type OutOfRange struct {
	Mobile      bool // it is that of mobile numbers
	Most, Given int
}

// Check says whether the limits are in range, and names the first that is not.
func (l Limits) Check() (wrong OutOfRange, ok bool) {
	switch {
	case l.Mobile < 1 || l.Mobile > MaxMobile:
		return OutOfRange{Mobile: true, Most: MaxMobile, Given: l.Mobile}, false
	case l.Others < 1 || l.Others > MaxOthers:
		return OutOfRange{Most: MaxOthers, Given: l.Others}, false
	}
	return OutOfRange{}, true
}

// of is the most numbers of a kind in a request. It is in range, so that a limit
// nobody checked does no harm.
func (l Limits) of(k number.Kind) int {
	if k == number.KindMobile {
		return min(max(l.Mobile, 1), MaxMobile)
	}
	return min(max(l.Others, 1), MaxOthers)
}

// Group is what all numbers of one request share. Values are comparable.
type Group struct {
	LocationID   string
	Location     string
	Kind         number.Kind
	Usage        number.Usage
	State        number.State
	Subscription string
	Carrier      string
}

// Request is one call that adds numbers.
type Request struct {
	Number int // over the whole plan, from 1
	Group  Group
	Index  int   // within its group, from 1
	Of     int   // requests of its group
	Rows   []int // indexes into the rows that were planned
}

// Plan is rows and how they are sent. Nothing of it changes once it is made, so it
// may be read from any goroutine. Its zero value has no rows.
type Plan struct {
	// Rows are the rows as they were judged. In place of each that overflows the
	// first request of its group stands a copy that says so (number.Row.Overflows).
	Rows       []*number.Row
	Placements []Placement // of each of Rows
	Requests   []Request
	Limits     Limits // that it was made with
}

// Placement is where a row stands among the requests of its group. The zero value
// is in none.
type Placement struct {
	Request int32 // from 1
	Of      int32 // requests of the group
}

// Placement is where the rows of the request stand.
func (r *Request) Placement() Placement {
	return Placement{Request: int32(r.Index), Of: int32(r.Of)} //nolint:gosec // a file has fewer rows
}
