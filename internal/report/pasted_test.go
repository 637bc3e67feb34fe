package report_test

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	importer "numberloader/import"
	"numberloader/internal/number"
	"numberloader/internal/report"
)

// TestAPastedListReadsBack holds that every text is read as it was pasted, in its row.
func TestAPastedListReadsBack(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "pasted.xlsx")
	rows := [][]string{{"(816) 555-0120", "Kansas City"}, {}, {"+44 20 7946 0101", "=1+1", "a, b"}, {"0049 30 23125 100"}}
	if err := report.New(nil).SavePasted(path, rows, false); err != nil {
		t.Fatal(err)
	}
	table, err := importer.Read(t.Context(), path, number.Layout{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	got := map[int][]string{}
	for _, r := range table.Records {
		got[r.Line] = r.Source.All()
	}
	want := map[int][]string{
		1: {"(816) 555-0120", "Kansas City"}, 3: {"+44 20 7946 0101", "=1+1", "a, b"}, 4: {"0049 30 23125 100"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rows (- wanted, + got):\n%s", diff)
	}
}
