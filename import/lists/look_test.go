package lists

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"numberloader/import/headers"
	"numberloader/import/sheet"
)

// looksAt is a look at a table of a sheet: all of it if it has no header, and what stands
// below its first row otherwise.
func looksAt(t *testing.T, text string, header bool) *look {
	t.Helper()
	s := sheet.New("DIDs", sheet.NewTexts(sheet.MaxFileText), nil)
	for i, line := range strings.Split(text, "\n") {
		if err := s.AddTexts(i+1, strings.Split(line, ";")); err != nil {
			t.Fatal(err)
		}
	}
	all := table{header: -1, end: len(s.Rows)}
	if header {
		all.header, all.first = 0, 1
	}
	return newLook(newView(s, headers.New()), all)
}

func TestColumnsLookLikePhoneNumbersIfHalfOfTheirCellsDo(t *testing.T) {
	t.Parallel()
	l := looksAt(t, "Phone;Name;Mixed\n+12125550101;Ann;+12125550111\n-;Bob;x\n+12125550103;Cy;y", true)
	if diff := cmp.Diff([]bool{true, false, false}, l.phonelike); diff != "" {
		t.Errorf("like phone numbers: %s", diff)
	}
	if l.Line != 1 || l.Headings[0] != "Phone" || !l.HasHeader() {
		t.Errorf("the header is %q in row %d", l.Headings, l.Line)
	}
	if got := len(l.told[0]); got != 2 {
		t.Errorf("%d cells of the first column tell something: a dash says nothing", got)
	}
}

func TestATitleAboveNumbersWithoutAHeaderIsInDoubt(t *testing.T) {
	t.Parallel()
	l := looksAt(t, "Acme\nLondon\nParis\n+12125550101\n+12125550102", false)
	if !l.phonelike[0] {
		t.Error("the column does not look like phone numbers")
	}
	if !l.doubtful[0] {
		t.Error("it does so without any doubt")
	}
}

func TestNumbersSideBySideAreFound(t *testing.T) {
	t.Parallel()
	if got := looksAt(t, "Site;;;\nA;+12125550101;+12125550102;+12125550103", false).across(); got != 2 {
		t.Errorf("they stand in row %d", got)
	}
	if got := looksAt(t, "Site;Phone;Fax;Mobile\nA;+12125550101;+12125550102;+12125550103", true).across(); got != 0 {
		t.Errorf("a header speaks of phones, and they stand in row %d", got)
	}
}
