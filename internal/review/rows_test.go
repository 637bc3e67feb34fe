package review

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/reading"
)

// manyTexts hold something of everything.
func manyTexts() []string {
	return []string{
		"+12125550123", "(212) 555-0123", "1-800-FLOWERS", "+442079460020", "020 7946 0020",
		"+1 212 555 0120 - 0124", "+12125550180, +12125550123", "913 674", "", "REMOVE", "0012125550166",
	}
}

func smallTable(texts []string) *number.Table {
	t := &number.Table{Columns: map[number.Field]int{number.FieldNumber: 0}}
	for i, text := range texts {
		t.Records = append(t.Records, numbertest.Record(number.Record{Line: i + 1}, number.Cell{Type: number.CellText, Value: text}))
	}
	return t
}

// TestNamedLocationsAreThoseOfTheRows holds what is said before judging against the rows.
func TestNamedLocationsAreThoseOfTheRows(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		table := smallTable([]string{"+12125550123", "Total"})
		table.Places = []int{1}
		for i := range table.Records {
			table.Records[i].SetText(number.FieldLocation, rapid.SampledFrom([]string{"", " ", "London"}).Draw(t, "location"))
			table.Records[i].Skipped = rapid.SampledFrom([]number.Skip{number.SkipNone, number.SkipTotal}).Draw(t, "skipped")
		}
		set := Settings{Location: rapid.SampledFrom([]string{"", " ", "Paris"}).Draw(t, "for all")}
		rows, err := Rows(t.Context(), table, set, Known{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		want := slices.ContainsFunc(rows, func(r *number.Row) bool { return r.Location() != "" })
		if got := NamesLocations(table, set); got != want {
			t.Fatalf("got %v, want %v for %+v", got, want, table.Records)
		}
	})
}

func TestADecisionCanBeTakenBack(t *testing.T) {
	t.Parallel()
	table := smallTable([]string{"+442079460020"})
	for _, override := range []bool{false, true, false} {
		decision := Decision{}
		if override {
			decision.Overridden = []number.Code{number.CodeOtherCountry}
		}
		rows, err := Rows(t.Context(), table, Settings{Region: "US"}, Known{}, map[int]Decision{0: decision})
		if err != nil {
			t.Fatal(err)
		}
		if rows[0].Goes() != override || rows[0].Code() != number.CodeOtherCountry {
			t.Errorf("override %t: %+v", override, rows[0])
		}
	}
}

func TestRangesPastTheLimitStayRanges(t *testing.T) {
	t.Parallel()
	records, cells := make([]record, 4), make([]cell, 4)
	for i, count := range []int{6, 5, 4, 1} {
		records[i].expand = true
		cells[i].reading = reading.Read(number.Cell{Type: number.CellText, Value: fmt.Sprintf("+12125550100 - +1212555010%d", count-1)}, reading.Context{})
	}
	records[3].expand = false
	if left, tight := chooseRanges(records, cells, 10, false); left != 0 || !tight {
		t.Errorf("%d numbers are left, tight %v", left, tight)
	}
	got := [4]bool{records[0].expand, records[1].expand, records[2].expand, records[3].expand}
	if want := [4]bool{true, false, true, false}; got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}
