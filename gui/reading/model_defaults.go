package reading

import (
	"cmp"

	"numberloader/gui/file"
	"numberloader/gui/rows"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/review"
)

// defaults are what holds for all rows.
type defaults struct {
	*trying

	locations []number.Location
	countries []phrase.CountryName
}

// Default is what holds for rows that do not say it themselves.
type Default struct {
	Label  string
	Choice Choice
	Choose func(i int)
}

// Defaults are those of the fields that no column is used for, apart from the
// country.
func (m *defaults) Defaults() []Default {
	var all []Default
	for _, d := range []struct {
		field number.Field
		make  func() Default
	}{{number.FieldLocation, m.location}, {number.FieldType, m.kind}, {number.FieldState, m.state}} {
		if _, has := m.trial.Table().Columns[d.field]; !has && (d.field != number.FieldLocation || len(m.locations) > 0) {
			all = append(all, d.make())
		}
	}
	return all
}

func (m *defaults) location() Default {
	d := Default{Label: phrase.Text("howread.default.location")}
	set := m.trial.Settings().Location
	d.Choice.add(phrase.Text("howread.notset"), set == "")
	for _, l := range m.locations {
		d.Choice.add(rows.NameOf(l), l.ID == set)
	}
	d.Choose = func(i int) {
		id := ""
		if i > 0 {
			id = m.locations[i-1].ID
		}
		m.set(func(s *review.Settings) { s.Location = id })
	}
	return d
}

func (m *defaults) kind() Default {
	kinds := []number.Kind{number.KindDID, number.KindTollFree, number.KindMobile}
	d := Default{Label: phrase.Text("howread.default.type")}
	for _, k := range kinds {
		d.Choice.add(phrase.Kind(k), k == cmp.Or(m.trial.Settings().Kind, number.KindDID))
	}
	d.Choose = func(i int) { m.set(func(s *review.Settings) { s.Kind = kinds[i] }) }
	return d
}

func (m *defaults) state() Default {
	states := []number.State{number.StateActive, number.StateInactive}
	d := Default{Label: phrase.Text("howread.default.state")}
	for _, s := range states {
		d.Choice.add(phrase.State(s), s == cmp.Or(m.trial.Settings().State, number.StateActive))
	}
	d.Choose = func(i int) { m.set(func(s *review.Settings) { s.State = states[i] }) }
	return d
}

func (m *trying) set(change func(*review.Settings)) {
	settings := m.trial.Settings()
	change(&settings)
	m.trial.Set(settings)
}

// Countries are those that numbers without a country code may belong to.
func (m *defaults) Countries() Choice {
	choice := Choice{}
	choice.add(phrase.Text("howread.notset"), m.trial.Settings().Region == "")
	for _, c := range m.countries {
		choice.add(c.Label, c.Code == m.trial.Settings().Region)
	}
	return choice
}

// ChooseCountry chooses one by its position in Countries.
func (m *defaults) ChooseCountry(i int) {
	settings := m.trial.Settings()
	settings.Region = ""
	if i > 0 {
		settings.Region = m.countries[i-1].Code
	}
	m.trial.Set(settings)
}

// Hidden says how many rows are hidden in the file, and whether they are read.
func (m *defaults) Hidden() (rows int, included bool) {
	return len(file.HiddenRows(m.trial.Table())), m.trial.Settings().IncludeHidden
}

// IncludeHidden reads hidden rows, or leaves them out.
func (m *defaults) IncludeHidden(in bool) {
	settings := m.trial.Settings()
	settings.IncludeHidden = in
	m.trial.Set(settings)
}
