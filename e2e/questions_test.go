//go:build e2e

package e2e

import (
	"fmt"
	"os"
	"slices"
	"testing"
)

// The files that ask something, each in its own way.

// twoPhones is a list of which each person has two phones.
func twoPhones(t *testing.T) string {
	t.Helper()
	rows := [][]any{{"Site", "Phone number", "Telephone"}}
	for i := range 4 {
		rows = append(rows, []any{"Kansas City", fmt.Sprintf("+1816555%04d", 100+i), fmt.Sprintf("+1816555%04d", 200+i)})
	}
	return workbook(t, "phones.xlsx", nil, sheet{"Numbers", rows})
}

// twoTables is a sheet with two lists below each other.
func twoTables(t *testing.T) string {
	t.Helper()
	rows := [][]any{{"Phone number", "Site"}}
	for i := range 4 {
		rows = append(rows, []any{fmt.Sprintf("+1816555%04d", 100+i), "Kansas City"})
	}
	rows = append(rows, nil, nil, []any{"Telephone", "Office"})
	for i := range 3 {
		rows = append(rows, []any{fmt.Sprintf("+1512555%04d", 100+i), "Austin"})
	}
	return workbook(t, "tables.xlsx", nil, sheet{"Numbers", rows})
}

// extensions is a list of people who share a main number.
func extensions(t *testing.T) string {
	t.Helper()
	rows := [][]any{{"Site", "Main number", "Ext"}}
	for i := range 6 {
		rows = append(rows, []any{"Kansas City", "+18165550100", fmt.Sprint(8201 + i)})
	}
	return workbook(t, "extensions.xlsx", nil, sheet{"Numbers", rows})
}

// national is a list whose numbers name no country.
func national(t *testing.T) string {
	t.Helper()
	return file(t, "berlin.csv", []byte("Name,Rufnummer\nPlatz 1,030 23125001\nPlatz 2,030 23125002\nPlatz 3,030 23125003\n"))
}

// another ends the program and starts it with another file.
func (d *desk) another(path string) {
	d.t.Helper()
	if d.program != nil {
		d.kill()
		check(d.t, os.Remove(d.socket))
	}
	d.start(path)
}

// clickOne clicks on a text of which there are several: on the one at this place, from
// the upper left on.
func (d *desk) clickOne(wanted string, at int) {
	d.t.Helper()
	d.waitForText(wanted)
	seen, err := d.see()
	check(d.t, err)
	places := slices.DeleteFunc(slices.Clone(seen.Texts), func(t text) bool { return t.Text != wanted })
	slices.SortFunc(places, func(a, b text) int { return 10_000*(a.Y-b.Y) + a.X - b.X })
	if at >= len(places) {
		d.t.Fatalf("%q stands in %d places", wanted, len(places))
	}
	d.clickAt(places[at].X+places[at].Width/2, places[at].Y+places[at].Height/2)
}

// TestEachQuestionIsAnsweredWithTheMouse answers which columns, which lists, what
// extensions are for, which country, and whether hidden rows are meant.
func TestEachQuestionIsAnsweredWithTheMouse(t *testing.T) {
	d := sit(t, look{})
	d.another(twoPhones(t))
	d.waitForText("Which columns hold the numbers to add?", "Column B: Phone number", "Choose an answer for each column")
	d.clickOne("Add them", 0)
	d.clickOne("Add them", 1)
	d.picture("columns")
	d.click("Use columns B and C")
	d.waitForText("All 8 rows can be added", "+18165550203")

	d.another(twoTables(t))
	d.waitForText("Which lists hold the numbers to add?", "Row 1: Phone number", "Row 8: Telephone")
	d.clickOne("Leave them out", 0)
	d.clickOne("Add them", 1)
	d.picture("lists")
	d.click("Use the list below row 8")
	d.waitForText("All 3 rows can be added", "+15125550102")

	d.another(extensions(t))
	d.waitForText("What are the extensions in column C, Ext, for?", "B2 would be read as", "Choose one")
	d.clickOne("Replace its last digits with them", 0)
	d.picture("extensions")
	d.clickOne("Replace its last digits with them", 1) // the button
	d.waitForText("+18165558201", "+18165558206")

	d.another(national(t))
	d.waitForText("Which country are these 3 numbers from?", "Germany")
	d.click("Germany")
	d.picture("country")
	d.click("Use Germany")
	d.waitForText("3 rows name no location", "3023125001")

	d.another(workbook(t, "hidden.xlsx", []int{3, 4}, desks("Desks", 100, 6)))
	d.waitForText("2 rows are hidden in the file", "Include them")
	d.click("Include them")
	d.picture("hidden")
	d.click("Include 2 hidden rows")
	d.waitForText("All 6 rows can be added")
}

// TestEachQuestionIsAnsweredByKeyboard answers the same questions in a small window.
func TestEachQuestionIsAnsweredByKeyboard(t *testing.T) {
	d := sit(t, look{size: "900x600", theme: "dark"})
	d.another(twoPhones(t))
	d.waitForText("Which columns hold the numbers to add?", "Choose an answer for each column")
	d.press("Down", "space", "Tab", "space")
	d.waitForText("Use column C")
	d.picture("columns")
	d.press("ctrl+Return")
	d.waitForText("All 4 rows can be added", "+18165550203")

	d.another(twoTables(t))
	d.waitForText("Which lists hold the numbers to add?", "Choose an answer for each list")
	d.press("space", "Tab", "space")
	d.waitForText("Use the lists below rows 1 and 8")
	d.picture("lists")
	d.press("ctrl+Return")
	d.waitForText("All 7 rows can be added", "+15125550102")

	d.another(extensions(t))
	d.waitForText("What are the extensions in column C, Ext, for?", "Add them behind the main number", "Choose one")
	d.press("Down", "space")
	d.picture("extensions")
	d.press("ctrl+Return")
	d.waitForText("+18165558201", "+18165558205")

	d.another(national(t))
	d.waitForText("Which country are these 3 numbers from?", "Germany")
	d.press("space")
	d.waitForText("Use Germany")
	d.picture("country")
	d.press("ctrl+Return")
	d.waitForText("3023125001")
}

// checkTwoSheets holds that a results workbook tells its rows by their sheets.
func checkTwoSheets(t *testing.T, results string) {
	t.Helper()
	want := []string{"Kansas City!A2", "Kansas City!A3", "Kansas City!A4", "Austin!A2", "Austin!A3"}
	if got := columnOf(t, results, "Cell"); !slices.Equal(got, want) {
		t.Errorf("the workbook has the cells %q", got)
	}
}

// TestTwoSheetsGoToTheWorkbookWithTheMouse reads two sheets in one run whose names are
// locations, and finds both in the workbook.
func TestTwoSheetsGoToTheWorkbookWithTheMouse(t *testing.T) {
	d := sit(t, look{})
	path := workbook(t, "carrier.xlsx", nil, unplaced("Kansas City", "+1816555%04d", 3), unplaced("Austin", "+1512555%04d", 2))
	d.start(path)
	d.waitForText("Which sheets hold the numbers to add?", "Select all")
	d.click("Select all")
	d.click("Use 2 sheets")
	d.waitForText("All 5 rows can be added", "Austin", "+15125550101")
	d.click("Continue with 5 rows")
	d.click("Add 5 numbers")
	d.waitForText("They go to")
	d.picture("confirm")
	d.click("Add 5 numbers")
	d.waitForText("5 numbers were added")
	d.picture("results")
	checkTwoSheets(t, lastWorkbook(t, path, 1))
}
