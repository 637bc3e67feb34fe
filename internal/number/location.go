package number

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Location is a calling location of an organization.
type Location struct {
	ID      string
	Name    string
	Country string // ISO 3166 alpha-2, "" if the organization did not say
	PSTN    PSTN
	// Provider is the display name of the PSTN connection, "" if unknown.
	Provider string
}

// ByName returns locations in the alphabetical order of their names.
func ByName(locations []Location) []Location {
	return slices.SortedStableFunc(slices.Values(locations), func(a, b Location) int {
		return cmp.Or(cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)), cmp.Compare(a.Name, b.Name))
	})
}

// LocationNames are the names of locations in their alphabetical order, each once.
func LocationNames(locations []Location) []string {
	names := make([]string, len(locations))
	for i, l := range ByName(locations) {
		names[i] = l.Name
	}
	return slices.Compact(names)
}

// PSTN is how a location's calls come in (pstnConnectionType).
type PSTN uint8

// The kinds of PSTN connection. PSTNNotAsked means that nobody asked yet;
// PSTNUnknown that the token may not read it, or that Webex named a type that
// this program does not know.
const (
	PSTNNotAsked PSTN = iota
	PSTNNone
	PSTNUnknown
	PSTNLocalGateway
	PSTNNonIntegrated
	PSTNIntegrated
	PSTNCisco
)

// API is the word of the Webex API, "" for none or not asked, "UNKNOWN" where
// it could not be read (as `numberloader locations --json` prints it).
func (p PSTN) API() string {
	switch p {
	case PSTNNotAsked, PSTNNone:
		return ""
	case PSTNUnknown:
		return "UNKNOWN"
	case PSTNLocalGateway:
		return "LOCAL_GATEWAY"
	case PSTNNonIntegrated:
		return "NON_INTEGRATED_CCP"
	case PSTNIntegrated:
		return "INTEGRATED_CCP"
	case PSTNCisco:
		return "CISCO_PSTN"
	}
	panic(fmt.Sprintf("number: PSTN type %d has no word", int(p)))
}

// Allows reports whether numbers of this kind may be added to a location with this
// PSTN connection. DID and toll-free numbers need a local gateway or a
// non-integrated carrier: the reference of the call says that it "should never
// be used for locations with integrated PSTN connection types like Cisco
// Calling Plans or Integrated CCP because backend data issues may occur", and
// that mobile numbers "can be added to any location that has PSTN connection
// setup".
func (p PSTN) Allows(k Kind) bool {
	switch p {
	case PSTNNotAsked, PSTNNone:
		return false
	case PSTNUnknown, PSTNIntegrated, PSTNCisco:
		return k == KindMobile
	case PSTNLocalGateway, PSTNNonIntegrated:
		return true
	}
	panic(fmt.Sprintf("number: PSTN type %d is not judged", int(p)))
}
