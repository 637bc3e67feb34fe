package file

import (
	"slices"
	"testing"

	"numberloader/internal/number"
	"numberloader/internal/review"
)

func TestNamesOfSheetsAreLocationsIfAllOfThemAre(t *testing.T) {
	t.Parallel()
	table := &number.Table{
		Sheet: "London ", Rivals: []string{"Kansas City", "Spare"},
		Sheets: []number.Sheet{{Name: "Prices"}, {Name: "London "}, {Name: "Kansas City"}, {Name: "Spare"}},
	}
	known := review.Known{Locations: []number.Location{{Name: "kansas city"}, {Name: "London"}, {Name: "Prices"}}}
	n := sheetNames{&asking{file: &File{table: table}, rows: &judged{known: known}}}
	if got := n.SheetLocations(); !slices.Equal(got, []string{"London ", "Kansas City"}) {
		t.Errorf("the locations are %q", got)
	}
	for _, c := range []struct {
		names []string
		want  bool
	}{
		{[]string{"London ", "Kansas City"}, true},
		{[]string{"London ", "Spare"}, false},
		{nil, false},
	} {
		if got := n.SheetIsLocation(c.names...); got != c.want {
			t.Errorf("%q: got %v", c.names, got)
		}
	}
	n.SetSheetIsLocation(false)
	if n.SheetIsLocation("London ") {
		t.Error("what the user said does not count")
	}
}

func TestOtherSheetsAreThoseThatWereNotChosen(t *testing.T) {
	t.Parallel()
	f := &File{table: &number.Table{Sheet: "A"}}
	n := sheetNames{&asking{file: f, asked: asked{sheets: []string{"A", "B", "C"}}}}
	if got := n.OtherSheets(); got != nil {
		t.Errorf("nobody chose, and it says %q", got)
	}
	f.layout.Sheets = []string{"A", "C"}
	if got := n.OtherSheets(); !slices.Equal(got, []string{"B"}) {
		t.Errorf("got %q", got)
	}
}
