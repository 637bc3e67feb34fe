// Package plan turns accepted rows into requests and says which rows overflow
// one. It is pure: no clock, no files, no network. It imports number only.
package plan

import "numberloader/internal/number"

// Limits say how many numbers go into one request.
type Limits struct {
	// Mobile is the most mobile numbers in a request, 1 to 20. The reference
	// of the call: "Only 20 mobile numbers can be added per request."
	Mobile int
	// Others is the most DID or toll-free numbers in a request. Webex publishes
	// no limit; its own example uses 10.
	Others int
	// OneRequest leaves mobile numbers past the first request of a group
	// behind, as problems, instead of sending them in further requests.
	OneRequest bool
}

// Webex are the limits of the service: 20 mobile numbers, 10 others.
func Webex() Limits { return Limits{Mobile: 20, Others: 10} }

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
