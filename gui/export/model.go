// Package export is the page on which what Webex holds is saved as a list that opens here
// again: all of it, or some locations. model files know no toolkit, view files decide
// nothing.
package export

import (
	"cmp"
	"slices"
	"strings"

	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// Place is a location that has numbers, and what is counted of them.
type Place struct {
	Name                        string
	Numbers, Inactive, Assigned int

	id string
}

// Model is the state of the page: the locations and which of them are chosen. A Model
// belongs to one goroutine. Its zero value holds nothing.
type Model struct {
	organization string
	held         *number.Inventory
	places       []Place
	off          map[string]bool // IDs of locations that are not chosen
}

// Set takes what an organization holds, which must not change afterwards. Locations stay
// left out as long as it is the same organization, by its name for a sentence.
func (m *Model) Set(organization string, held *number.Inventory) {
	if organization != m.organization || m.off == nil {
		m.off = map[string]bool{}
	}
	m.organization, m.held = organization, held
	at := map[string]int{}
	m.places = nil
	for i := range held.Numbers {
		h := &held.Numbers[i]
		k, known := at[h.Location.ID]
		if !known {
			k = len(m.places)
			at[h.Location.ID] = k
			m.places = append(m.places, Place{Name: nameOf(h.Location), id: h.Location.ID})
		}
		m.places[k].add(h)
	}
	slices.SortStableFunc(m.places, func(a, b Place) int {
		return cmp.Or(cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)), cmp.Compare(a.id, b.id))
	})
}

func nameOf(l number.Location) string {
	if l.Name == "" {
		return phrase.Text("export.noplace")
	}
	return l.Name
}

func (p *Place) add(h *number.Held) {
	p.Numbers++
	if h.State == number.StateInactive {
		p.Inactive++
	}
	if !h.Owner.IsNobody() {
		p.Assigned++
	}
}

// Held is what was taken last, nil before that.
func (m *Model) Held() *number.Inventory { return m.held }

// Places are the locations that have numbers, by their names.
func (m *Model) Places() []Place { return m.places }

// Chosen reports whether a location is chosen.
func (m *Model) Chosen(i int) bool { return i >= 0 && i < len(m.places) && !m.off[m.places[i].id] }

// Turn chooses a location, or leaves it out.
func (m *Model) Turn(i int) {
	if i >= 0 && i < len(m.places) {
		m.off[m.places[i].id] = m.Chosen(i)
	}
}

// TurnAll chooses all locations, or none if all are chosen.
func (m *Model) TurnAll() {
	off := m.ChosenPlaces() == len(m.places)
	for _, p := range m.places {
		m.off[p.id] = off
	}
}

// ChosenPlaces is how many locations are chosen.
func (m *Model) ChosenPlaces() int {
	n := 0
	for i := range m.places {
		if m.Chosen(i) {
			n++
		}
	}
	return n
}

// Count is how many numbers are chosen.
func (m *Model) Count() int {
	n := 0
	for i, p := range m.places {
		if m.Chosen(i) {
			n += p.Numbers
		}
	}
	return n
}

// Numbers are the chosen numbers, in the order of the organization.
func (m *Model) Numbers() []number.Held {
	chosen := make([]number.Held, 0, m.Count())
	if m.held == nil {
		return chosen
	}
	for _, h := range m.held.Numbers {
		if !m.off[h.Location.ID] {
			chosen = append(chosen, h)
		}
	}
	return chosen
}

// Empty reports whether there are no numbers.
func (m *Model) Empty() bool { return len(m.places) == 0 }

// Headline is the first sentence of the page.
func (m *Model) Headline() string {
	if m.Empty() {
		return phrase.Text("export.headlinenone", "Organization", m.organization)
	}
	return phrase.Text("export.headline", "Count", len(m.held.Numbers), "Organization", m.organization)
}

// Lacks is how many numbers could not be read, in words, "" if all were.
func (m *Model) Lacks() string {
	if m.held == nil || m.held.Lacks() == 0 {
		return ""
	}
	return phrase.Text("compare.lacks", "Count", m.held.Lacks(), "All", m.held.Counted)
}
