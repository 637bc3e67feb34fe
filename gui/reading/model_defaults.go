package reading

import (
	"cmp"

	"numberloader/gui/rows"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/review"
)

// Default is what holds for rows that do not say it themselves.
type Default struct {
	Label  string
	Choice Choice
	Choose func(i int)
}

// Defaults are those of the fields that no column is used for, apart from the
// country.
func (m *Model) Defaults() []Default {
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

func (m *Model) location() Default {
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

func (m *Model) kind() Default {
	kinds := []number.Kind{number.KindDID, number.KindTollFree, number.KindMobile}
	d := Default{Label: phrase.Text("howread.default.type")}
	for _, k := range kinds {
		d.Choice.add(phrase.Kind(k), k == cmp.Or(m.trial.Settings().Kind, number.KindDID))
	}
	d.Choose = func(i int) { m.set(func(s *review.Settings) { s.Kind = kinds[i] }) }
	return d
}

func (m *Model) state() Default {
	states := []number.State{number.StateActive, number.StateInactive}
	d := Default{Label: phrase.Text("howread.default.state")}
	for _, s := range states {
		d.Choice.add(phrase.State(s), s == cmp.Or(m.trial.Settings().State, number.StateActive))
	}
	d.Choose = func(i int) { m.set(func(s *review.Settings) { s.State = states[i] }) }
	return d
}

func (m *Model) set(change func(*review.Settings)) {
	settings := m.trial.Settings()
	change(&settings)
	m.trial.Set(settings)
}
