package open

import (
	"cmp"

	"numberloader/gui/rows"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// notSet is the choice that sets nothing.
func notSet() string { return phrase.Text("open.change.notset") }

// Countries are the countries that numbers without a country code may belong to.
func (c *Change) Countries() []Option {
	options := []Option{{Text: notSet(), Chosen: c.settings.Region == ""}}
	for _, country := range c.countries {
		options = append(options, Option{Text: country.Label, Chosen: country.Code == c.settings.Region})
	}
	return options
}

// SetCountry chooses a country by its position in Countries.
func (c *Change) SetCountry(i int) {
	c.settings.Region, c.rejudge = "", true
	if i > 0 && i <= len(c.countries) {
		c.settings.Region = c.countries[i-1].Code
	}
}

// Locations are the locations that rows without one may go to.
func (c *Change) Locations() []Option {
	options := []Option{{Text: notSet(), Chosen: c.settings.Location == ""}}
	for _, location := range c.locations {
		options = append(options, Option{Text: rows.NameOf(location), Chosen: location.ID == c.settings.Location})
	}
	return options
}

// SetLocation chooses a location by its position in Locations.
func (c *Change) SetLocation(i int) {
	c.settings.Location, c.rejudge = "", true
	if i > 0 && i <= len(c.locations) {
		c.settings.Location = c.locations[i-1].ID
	}
}

// kinds are the types to choose from, the usual one first.
func kinds() []number.Kind {
	return []number.Kind{number.KindDID, number.KindTollFree, number.KindMobile}
}

// Kinds are the types of rows that name none.
func (c *Change) Kinds() []Option {
	options := make([]Option, len(kinds()))
	for i, kind := range kinds() {
		options[i] = Option{Text: phrase.Kind(kind), Chosen: kind == cmp.Or(c.settings.Kind, number.KindDID)}
	}
	return options
}

// SetKind chooses a type by its position in Kinds.
func (c *Change) SetKind(i int) { c.settings.Kind, c.rejudge = kinds()[i], true }

// states are the states to choose from, the usual one first.
func states() []number.State { return []number.State{number.StateActive, number.StateInactive} }

// States are the states of rows that name none.
func (c *Change) States() []Option {
	options := make([]Option, len(states()))
	for i, state := range states() {
		options[i] = Option{Text: phrase.State(state), Chosen: state == cmp.Or(c.settings.State, number.StateActive)}
	}
	return options
}

// SetState chooses a state by its position in States.
func (c *Change) SetState(i int) { c.settings.State, c.rejudge = states()[i], true }
