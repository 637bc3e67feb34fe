package wholeway

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	importer "numberloader/import"
	"numberloader/internal/number"
	"numberloader/internal/plan"
	"numberloader/internal/review"
)

// otherFormats are the endings of what LibreOffice makes of a table beside .xlsx.
var otherFormats = []string{".ods", ".xls"}

// TestOneTableIsOneListInEachFormat reads tables that LibreOffice saved in several
// formats: the rows and the findings have to be those of the workbook of Excel.
func TestOneTableIsOneListInEachFormat(t *testing.T) {
	t.Parallel()
	compareFormats(t, filepath.Join(top, "import", "testdata", "tables"))
}

// TestManyTablesAreOneListInEachFormat makes tables anew. It needs LibreOffice and
// Python, and takes minutes.
func TestManyTablesAreOneListInEachFormat(t *testing.T) {
	t.Parallel()
	count := os.Getenv("NUMBERLOADER_TABLES")
	if count == "" {
		t.Skip("set NUMBERLOADER_TABLES to how many tables LibreOffice shall make")
	}
	if _, err := exec.LookPath("soffice"); err != nil {
		t.Skipf("LibreOffice makes the tables: %v", err)
	}
	folder := t.TempDir()
	args := []string{filepath.Join(top, "import", "testdata", "makers", "tables.py"), count, folder, "xlsx"}
	for _, ending := range otherFormats {
		args = append(args, strings.TrimPrefix(ending, "."))
	}
	maker := exec.CommandContext(t.Context(), "python3", args...) //nolint:gosec // whoever runs the test says how many tables
	if out, err := maker.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	compareFormats(t, folder)
}

// compareFormats holds each workbook of Excel in a folder against the files of
// the same name in other formats.
func compareFormats(t *testing.T, folder string) {
	t.Helper()
	workbooks, err := filepath.Glob(filepath.Join(folder, "*.xlsx"))
	if err != nil || len(workbooks) == 0 {
		t.Fatalf("no tables in %s: %v", folder, err)
	}
	for _, workbook := range workbooks {
		name := strings.TrimSuffix(workbook, ".xlsx")
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			want := everySheet(t, workbook)
			for _, ending := range otherFormats {
				if diff := cmp.Diff(want, everySheet(t, name+ending)); diff != "" {
					t.Errorf("%s (- .xlsx, + %s):\n%s", ending, ending, diff)
				}
			}
		})
	}
}

// readSheet is what is read of a sheet and found in it.
type readSheet struct {
	Sheet    number.Sheet
	Header   int
	Headings []string
	Columns  map[number.Field]int
	Notes    []number.Note
	Shown    [][]string // of each row
	Rows     []caseRow
	Skipped  []skippedRow
}

// everySheet reads all sheets of a file, with the first column where the reader
// asks for one.
func everySheet(t *testing.T, path string) []readSheet {
	t.Helper()
	var all []readSheet
	for _, s := range mustReadTable(t, path, number.Layout{}).Sheets {
		layout := number.Layout{Sheet: &s.Name}
		table := mustReadTable(t, path, layout)
		if table.Ask != nil {
			layout.Columns = map[number.Field]string{number.FieldNumber: "A"}
			table = mustReadTable(t, path, layout)
		}
		rows, err := review.Rows(t.Context(), table, review.Settings{Region: "US"}, review.Known{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		read := readSheet{Sheet: s, Header: table.HeaderRow, Headings: table.Headings, Columns: table.Columns, Notes: table.Notes}
		for i := range table.Records {
			read.Shown = append(read.Shown, table.Records[i].Source.All())
		}
		read.Rows, read.Skipped = describe(t, table, plan.Build(rows, plan.Webex()))
		all = append(all, read)
	}
	return all
}

func mustReadTable(t *testing.T, path string, layout number.Layout) *number.Table {
	t.Helper()
	table, err := importer.Read(t.Context(), path, layout, nil)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return table
}
