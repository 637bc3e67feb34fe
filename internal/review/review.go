// Package review turns the rows of a file into findings: form, country, kind,
// duplicates, conflicts with what is known of the organization. It is pure: no
// clock, no files, no network. It imports number only.
package review

import (
	"slices"

	"numberloader/internal/number"
)

// Settings are the user's choices for a whole file.
type Settings struct {
	// Region is the country (ISO 3166 alpha-2) of rows whose location's country
	// is not known otherwise; "" for none.
	Region string
	// Kind, Usage, State, Location (name or ID), Subscription and Carrier are
	// for rows whose column is missing or blank. Unset kinds, usages and states
	// are DID, none and active.
	Kind         number.Kind
	Usage        number.Usage
	State        number.State
	Location     string
	Subscription string
	Carrier      string

	ExpandRanges      bool
	AcceptSuggestions bool
	// Accept overrides overridable problems of these codes.
	Accept        []number.Code
	IncludeHidden bool

	// OneRequest leaves mobile numbers past the first request of a group behind,
	// as problems (plan.Limits.OneRequest). The review itself has no use for it.
	OneRequest bool
}

// Decision is what the user decided about one record.
type Decision struct {
	// Text replaces what the number cell holds, if it is not nil. The other
	// texts replace what the cells of their columns hold in the same way.
	Text         *string
	Type         *string
	Usage        *string
	State        *string
	Location     *string
	Subscription *string

	LeftOut bool
	// Overridden are the overridable problems that the user saw on the row and
	// sends it in spite of. Another problem, such as that of another location,
	// is asked about again.
	Overridden []number.Code
	Expand     bool // expand the range

	// Confirmed are the warnings of which the user said that the number is right.
	// Another number of the cell, and another warning, ask again.
	Confirmed []Confirmation
}

// Confirmation is a number and a warning of which the user said that it is right.
type Confirmation struct {
	Number number.E164 `json:"number"`
	Code   number.Code `json:"code"`
}

// Confirm adds everything for which a row asks a look.
func (d *Decision) Confirm(r *number.Row) {
	d.Confirmed = slices.Clip(d.Confirmed)
	for _, code := range r.Asking() {
		if c := (Confirmation{r.Number, code}); !slices.Contains(d.Confirmed, c) {
			d.Confirmed = append(d.Confirmed, c)
		}
	}
}

// Known is what is known of the organization. Its zero value is nothing.
type Known struct {
	// Locations are the organization's locations. Nil: names in the file are
	// passed on as text and not checked.
	Locations []number.Location
	// NotCalling are its locations that are not enabled for calling, so that
	// nothing can be added to them.
	NotCalling []number.Location
	// Existing are the organization's numbers. Nil: Webex was not asked.
	Existing map[number.E164]number.Held
	// Unavailable are numbers that Webex does not accept, and why: a variant of
	// number.CodeUnavailableInWebex. It may judge mobile numbers wrongly, so for
	// them it is a warning.
	Unavailable map[number.E164]number.Variant
	// TollFree are numbers that can be added and that Webex takes for toll-free ones,
	// NotTollFree others that can be added. Both may be as many as the file has.
	TollFree, NotTollFree Numbers
	// Notes say in whole sentences what Webex could not be asked.
	Notes []string
}
