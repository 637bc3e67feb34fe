package compare

import (
	"fmt"
	"testing"

	"numberloader/internal/compare"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
)

// long is a model of a hundred thousand numbers: every third in both, only in the file
// and only in Webex.
func long(b *testing.B) *Model {
	b.Helper()
	const numbers = 100_000
	var list []*number.Row
	in := &number.Inventory{}
	for i := range numbers {
		place := number.Location{ID: fmt.Sprint("l", i%500), Name: fmt.Sprint("Location ", i%500)}
		n := numbertest.E164(fmt.Sprintf("+1913%07d", (i*7919)%10_000_000))
		if i%3 != 2 {
			list = append(list, &number.Row{Record: int32(i), Number: n, Input: n.String(), Line: int32(i + 2), Shared: &number.Shared{Column: "B", Location: place.Name, LocationID: place.ID}, Kind: number.KindDID})
		}
		if i%3 != 1 {
			in.Numbers = append(in.Numbers, number.Held{Number: n, Location: place, State: number.StateActive, Kind: number.KindDID, Owner: number.Owner{Name: fmt.Sprint("Room ", i), Type: "PLACE"}})
		}
	}
	m := NewModel()
	pairs := compare.List(list, in, compare.Limits{})
	m.Set(pairs, compare.Count(pairs))
	if m.Len() != numbers {
		b.Fatalf("%d numbers", m.Len())
	}
	return m
}

func BenchmarkSearch(b *testing.B) {
	m := long(b)
	for _, typed := range []string{"5550101", "location 17", "room", "nowhere"} {
		b.Run(typed, func(b *testing.B) {
			for b.Loop() {
				m.Search(typed)
			}
		})
	}
}

func BenchmarkSort(b *testing.B) {
	m := long(b)
	for _, c := range Columns() {
		b.Run(c.ID, func(b *testing.B) {
			for b.Loop() {
				m.Sort(c.ID)
			}
		})
	}
}

func BenchmarkChoose(b *testing.B) {
	m := long(b)
	for b.Loop() {
		m.Choose(ChipOnlyFile)
		m.Choose(ChipAll)
	}
}

func BenchmarkSetFilter(b *testing.B) {
	m := long(b)
	for by := range FilterBy(filterColumns) {
		b.Run(m.FilterValues(by)[0].Label, func(b *testing.B) {
			for b.Loop() {
				m.SetFilter(by, m.FilterValues(by)[0], true)
				m.ClearFilters()
			}
		})
	}
}
