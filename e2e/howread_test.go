//go:build e2e

package e2e

import (
	"fmt"
	"strings"
	"testing"
)

// unplaced is a sheet of numbers that name no location.
func unplaced(name string, format string, n int) sheet {
	rows := [][]any{{"Phone number", "Type"}}
	for i := range n {
		rows = append(rows, []any{fmt.Sprintf(format, 100+i), "DID"})
	}
	return sheet{name, rows}
}

// TestTwoSheetsGoToTheWorkbookByKeyboard reads two sheets in one run, whose names are
// locations, and finds them in Review, in Results and in the workbook.
func TestTwoSheetsGoToTheWorkbookByKeyboard(t *testing.T) {
	d := sit(t, look{})
	path := workbook(t, "carrier.xlsx", nil, unplaced("Kansas City", "+1816555%04d", 3), unplaced("Austin", "+1512555%04d", 2),
		sheet{"Fax", [][]any{{"Fax"}, {"+18165550900"}, {"+18165550901"}}})
	d.start(path)
	d.waitForText("Which sheets hold the numbers to add?", "Select all", "Use the sheet's name as the location", "Choose a sheet")
	d.picture("sheets")
	d.press("Tab", "space", "Tab", "space")
	d.waitForText("Use 2 sheets")
	d.picture("chosen")
	d.press("ctrl+Return")
	d.waitForText("All 5 rows can be added", "Sheet", "Austin", "+18165550102", "+15125550101")
	d.picture("review")
	d.press("ctrl+Return")
	d.waitForText("Checked before anything is sent", "Add 5 numbers")
	d.press("ctrl+Return")
	d.waitForText("They go to")
	d.press("Tab", "Return")
	d.waitForText("5 numbers were added", "Sheet", "Austin")
	d.picture("results")
	results := lastWorkbook(t, path, 1)
	checkTwoSheets(t, results)
	told := ""
	for _, line := range rowsOf(t, results, "Summary") {
		told += strings.Join(line, ": ") + "\n"
	}
	for _, wanted := range []string{"Sheet: Kansas City, Austin\n", "Left aside: Sheet Fax: 2 phone numbers, not read\n"} {
		if !strings.Contains(told, wanted) {
			t.Errorf("the summary does not say %q:\n%s", wanted, told)
		}
	}
}

// statuses is a list with a title above its headers, words that are not known, and fax
// numbers.
func statuses(t *testing.T) string {
	t.Helper()
	rows := [][]any{{"Acme Telecom, delivery 4471"}, {}, {"Phone number", "Site", "Status", "Room", "Fax"}}
	for i := range 12 {
		line := []any{fmt.Sprintf("+1816555%04d", 100+i), "Kansas City", []any{"live", "spare", "active"}[i%3], fmt.Sprint("Room ", 200+i)}
		if i%4 == 0 {
			line = append(line, fmt.Sprintf("+1816555%04d", 900+i))
		}
		rows = append(rows, line)
	}
	return workbook(t, "carrier.xlsx", nil, sheet{"Numbers", rows})
}

// TestHowAFileIsReadIsChangedWithTheMouse explains words, adds a column and takes it
// back, and reads the file so.
func TestHowAFileIsReadIsChangedWithTheMouse(t *testing.T) {
	d := sit(t, look{theme: "dark"})
	d.start(statuses(t))
	d.waitForText("4 of 12 rows can be added", "Change")
	d.click("Change")
	d.waitForText("How is this file read?", "2 words are not known", "3 phone numbers, not read", "Read 12 rows")
	d.picture("page")
	d.click("Say what they mean")
	d.waitForText("What do these words mean?", "live", "spare")
	d.picture("words")
	d.click("Not known") // of the last word
	d.click("Inactive")
	d.click("Use these meanings")
	d.waitForText("1 word is not known", "Read 12 rows")
	d.click("Add them, too")
	d.waitForText("Number, too", "Read 15 rows")
	d.picture("added")
	d.click("Number, too")
	d.click("Not used")
	d.click("Read 12 rows")
	d.waitForText("Inactive", "8 of 12 rows can be added")
	d.picture("review")
}

// TestHowAFileIsReadIsChangedByKeyboard uses another column for the location, cancels,
// and does it again.
func TestHowAFileIsReadIsChangedByKeyboard(t *testing.T) {
	d := sit(t, look{})
	d.start(statuses(t))
	d.waitForText("4 of 12 rows can be added", "Kansas City")
	change := func() {
		d.press("ctrl+l")
		d.waitForText("How is this file read?", "Row 3", "Read 12 rows")
		// the headers, the country, the type of all rows, remember, and four columns
		d.press("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Return")
		d.waitForText("Number, too")
		d.press("Home", "Down", "Down", "Down", "Down", "Down", "Down", "Down", "Return")
		d.waitForText("Location was taken from B.", "Read 12 rows")
	}
	change()
	d.picture("page")
	d.press("alt+Left")
	d.waitForText("4 of 12 rows can be added", "Kansas City")
	change()
	d.press("ctrl+Return")
	d.waitForText("Room 200")
	d.picture("review")
}
