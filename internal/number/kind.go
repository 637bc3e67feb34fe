package number

import "fmt"

// Kind is the type of a number as the Webex API knows it.
type Kind uint8

// The kinds. KindUnset is a row that states none.
const (
	KindUnset Kind = iota
	KindDID
	KindTollFree
	KindMobile
)

// API is the word of the Webex API (numberType), "" if unset.
func (k Kind) API() string {
	switch k {
	case KindUnset:
		return ""
	case KindDID:
		return "DID"
	case KindTollFree:
		return "TOLLFREE"
	case KindMobile:
		return "MOBILE"
	}
	panic(fmt.Sprintf("number: kind %d has no word", int(k)))
}

// Usage is what a number is for (numberUsageType).
type Usage uint8

// The usages. UsageUnset is a row that states none.
const (
	UsageUnset Usage = iota
	UsageNone
	UsageService
)

// API is the word of the Webex API (numberUsageType), "" if unset.
func (u Usage) API() string {
	switch u {
	case UsageUnset:
		return ""
	case UsageNone:
		return "NONE"
	case UsageService:
		return "SERVICE"
	}
	panic(fmt.Sprintf("number: usage %d has no word", int(u)))
}

// State is whether a number is in service once it is added.
type State uint8

// The states. StateUnset is a row that states none, and every mobile row:
// Webex activates mobile numbers when they are assigned.
const (
	StateUnset State = iota
	StateActive
	StateInactive
)

// API is the word of the Webex API (state), "" if unset.
func (s State) API() string {
	switch s {
	case StateUnset:
		return ""
	case StateActive:
		return "ACTIVE"
	case StateInactive:
		return "INACTIVE"
	}
	panic(fmt.Sprintf("number: state %d has no word", int(s)))
}
