package report

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"numberloader/internal/number"
	"numberloader/internal/run"
)

// assignSheets writes the results of a run, and returns the rows of each sheet that is
// ready to assign.
func assignSheets(t *testing.T, r run.Run, perSheet int) map[string][][]string {
	t.Helper()
	var out bytes.Buffer
	if err := New(nil).writeResults(&out, r, perSheet); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = book.Close() }()
	sheets := map[string][][]string{}
	for _, name := range book.GetSheetList() {
		if strings.HasPrefix(name, "Ready to assign") {
			if sheets[name], err = book.GetRows(name); err != nil {
				t.Fatal(err)
			}
		}
	}
	return sheets
}

func TestWhatIsInCanBeAssigned(t *testing.T) {
	t.Parallel()
	r := example(t)
	for i := range r.Lines {
		r.Lines[i].Row.Shared = &number.Shared{Location: "Kansas City"}
	}
	for _, o := range run.Outcomes() {
		r.Lines[0].Result.Outcome = o
		rows := assignSheets(t, r, maxLines)["Ready to assign"]
		if !o.IsIn() {
			if len(rows) > 0 {
				t.Errorf("%v: %q can be assigned", o, rows)
			}
			continue
		}
		if len(rows) != 3 {
			t.Fatalf("%v: the sheet is %q", o, rows)
		}
		if !strings.HasPrefix(rows[0][0], "To give these numbers to people") {
			t.Errorf("it begins with %q", rows[0])
		}
		want := []string{"First Name", "Last Name", "Display Name", "User ID/Email (Required)", "Extension", "Phone Number", "Location"}
		if !slices.Equal(rows[1], want) {
			t.Errorf("its columns are %q", rows[1])
		}
		if want := []string{"", "", "", "", "", "+18165550150", "Kansas City"}; !slices.Equal(rows[2], want) {
			t.Errorf("it has %q", rows[2])
		}
	}
}

func TestMoreThanASheetCanBeAssigned(t *testing.T) {
	t.Parallel()
	r := example(t)
	r.Lines = slices.Repeat(r.Lines[:1], 7)
	sheets := assignSheets(t, r, 4)
	for name, rows := range map[string]int{"Ready to assign": 5, "Ready to assign 2": 5, "Ready to assign 3": 3} {
		if got := len(sheets[name]); got != rows {
			t.Errorf("%s has %d rows, not %d", name, got, rows)
		}
	}
}
