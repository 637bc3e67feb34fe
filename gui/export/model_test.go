package export

import (
	"testing"

	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
)

// inventory has two numbers in one location, one in another and one in none.
func inventory(tb testing.TB) *number.Inventory {
	tb.Helper()
	in := &number.Inventory{Counted: 6}
	for text, place := range map[string]string{"+18165550120": "Kansas City", "+18165550121": "Kansas City", "+15125550117": "Austin", "+15125550118": ""} {
		h := number.Held{Number: numbertest.E164(text), Location: number.Location{ID: place, Name: place}, State: number.StateActive}
		if text == "+18165550121" {
			h.State, h.Owner = number.StateInactive, number.Owner{Name: "Reception"}
		}
		in.Numbers = append(in.Numbers, h)
	}
	return in
}

func TestLocationsAreCountedAndChosen(t *testing.T) {
	t.Parallel()
	m := &Model{}
	if m.Count() != 0 || len(m.Numbers()) != 0 || m.Lacks() != "" || m.Chosen(0) {
		t.Error("there is something before anything was read")
	}
	in := inventory(t)
	m.Set("Acme Corp", in)
	places := m.Places()
	if len(places) != 3 || places[0].Name != "Austin" || places[1] != (Place{"Kansas City", 2, 1, 1, "Kansas City"}) || places[2].Name != "No location" {
		t.Fatalf("%+v", places)
	}
	if m.Headline() != "4 numbers are in Acme Corp" || m.Lacks() == "" || m.Count() != 4 || m.ChosenPlaces() != 3 {
		t.Errorf("%q, %q, %d in %d", m.Headline(), m.Lacks(), m.Count(), m.ChosenPlaces())
	}
	m.Turn(1)
	m.Turn(9)
	if m.Chosen(1) || m.Count() != 2 || m.ChosenPlaces() != 2 {
		t.Errorf("%d numbers in %d locations are chosen", m.Count(), m.ChosenPlaces())
	}
	for _, h := range m.Numbers() {
		if h.Location.Name == "Kansas City" {
			t.Errorf("%v is saved", h.Number)
		}
	}
	m.Set("Acme Corp", in)
	if m.Count() != 2 {
		t.Error("reading again chooses all again")
	}
	m.TurnAll()
	if m.Count() != 4 || len(m.Numbers()) != 4 {
		t.Errorf("of all, %d are chosen", m.Count())
	}
	m.TurnAll()
	if m.Count() != 0 {
		t.Error("none are still some")
	}
	m.Set("Another", in)
	if m.Count() != 4 {
		t.Error("what was left out of one organization is left out of another")
	}
}
