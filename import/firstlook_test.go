package importer

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"numberloader/import/filetest"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
)

// looksAt reads a file and returns the looks at its first rows.
func looksAt(t *testing.T, name string, content []byte, layout number.Layout) (looks []*number.Table, table *number.Table) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	table, err := Read(t.Context(), path, layout, func(p number.Progress) {
		if p.First != nil {
			looks = append(looks, p.First)
			if len(looks) == 1 && p.Share > 0.5 {
				t.Errorf("the look comes after %.2f of the file", p.Share)
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return looks, table
}

// content is what a generator writes.
func contentOf(t *testing.T, write func(b *bytes.Buffer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestTheFirstRowsOfALongListAreShownAtOnce(t *testing.T) {
	t.Parallel()
	const rows, columns = 5000, 4
	files := map[string][]byte{
		"list.csv":    contentOf(t, func(b *bytes.Buffer) error { return writeCSV(b, rows, columns) }),
		"inline.xlsx": contentOf(t, func(b *bytes.Buffer) error { return writeInlineWorkbook(b, rows, columns) }),
		"shared.xlsx": contentOf(t, func(b *bytes.Buffer) error { return writeSharedWorkbook(b, rows, columns) }),
	}
	for name, content := range files {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			looks, table := looksAt(t, name, content, number.Layout{})
			if len(looks) != 1 || len(table.Records) != rows {
				t.Fatalf("%d looks at %d rows", len(looks), len(table.Records))
			}
			want := *table
			want.Records, want.Notes = table.Records[:lookShown], nil
			want.Inventory, want.Encoding, want.Delimiter = nil, "", "" // these need the whole file
			if diff := cmp.Diff(&want, looks[0], cmp.Comparer(numbertest.SameRecord)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestShortListsNeedNoLook(t *testing.T) {
	t.Parallel()
	const rows, columns = 1000, 3
	files := map[string][]byte{
		"list.csv":    contentOf(t, func(b *bytes.Buffer) error { return writeCSV(b, rows, columns) }),
		"inline.xlsx": contentOf(t, func(b *bytes.Buffer) error { return writeInlineWorkbook(b, rows, columns) }),
	}
	for name, content := range files {
		if looks, _ := looksAt(t, name, content, number.Layout{}); len(looks) > 0 {
			t.Errorf("%s: %d looks", name, len(looks))
		}
	}
}

// TestALookLeavesDoubtsOpen has two columns that may hold the numbers.
func TestALookLeavesDoubtsOpen(t *testing.T) {
	t.Parallel()
	content := "Phone,Phone,Type\n" + strings.Repeat("+12125550123,+12125550124,DID\n", 8000)
	looks, table := looksAt(t, "list.csv", []byte(content), number.Layout{})
	switch {
	case table.Ask == nil:
		t.Errorf("table.Ask is %v", table.Ask)
	case len(looks) != 1:
		t.Errorf("looks is %v", looks)
	case len(looks[0].Columns) != 0:
		t.Errorf("looks[0].Columns is %v", looks[0].Columns)
	case len(looks[0].Records) != lookShown:
		t.Errorf("looks[0].Records is %v", looks[0].Records)
	}
}

// TestALookIsAtTheList has a long sheet without numbers first.
func TestALookIsAtTheList(t *testing.T) {
	t.Parallel()
	text := "<sheetData>" + strings.Repeat(`<row><c t="str"><v>text</v></c></row>`, 20_000) + "</sheetData>"
	list := "<sheetData>" + strings.Repeat(`<row><c><v>12125550123</v></c></row>`, 20_000) + "</sheetData>"
	looks, table := looksAt(t, "list.xlsx", filetest.Zip(t, filetest.Workbook(text, list)), number.Layout{})
	if len(looks) != 1 || looks[0].Sheet != table.Sheet || table.Sheet != "Sheet2" {
		t.Errorf("%d looks at sheets other than %s", len(looks), table.Sheet)
	}
	if looks, _ := looksAt(t, "list.xlsx", filetest.Zip(t, filetest.Workbook(list, list)), number.Layout{}); len(looks) != 1 {
		t.Errorf("%d looks at two lists", len(looks))
	}
	named := "Sheet1"
	if looks, _ := looksAt(t, "list.xlsx", filetest.Zip(t, filetest.Workbook(text, list)), number.Layout{Sheet: &named}); len(looks) != 0 {
		t.Errorf("%d looks at a sheet without numbers", len(looks))
	}
}

// TestALookAtATextIsTakenBack looks at a file that turns out to be no list.
func TestALookAtATextIsTakenBack(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "list.csv")
	content := "Phone\n" + strings.Repeat("+12125550123\n", 10_000) + "\"open"
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	looks := 0
	_, err := Read(t.Context(), path, number.Layout{}, func(p number.Progress) {
		if p.First != nil {
			looks++
		}
	})
	if looks != 1 || err == nil {
		t.Errorf("%d looks, %v", looks, err)
	}
}
