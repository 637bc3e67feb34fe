//go:build e2e

package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// workbook writes a workbook with sheets of rows, in their order, and hides some
// rows of the first.
func workbook(t *testing.T, name string, hidden []int, sheets ...sheet) string {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	for i, s := range sheets {
		if i == 0 {
			check(t, book.SetSheetName("Sheet1", s.name))
		} else if _, err := book.NewSheet(s.name); err != nil {
			t.Fatal(err)
		}
		for row, cells := range s.rows {
			check(t, book.SetSheetRow(s.name, fmt.Sprintf("A%d", row+1), &cells))
		}
	}
	for _, row := range hidden {
		check(t, book.SetRowVisible(sheets[0].name, row, false))
	}
	path := filepath.Join(t.TempDir(), name)
	check(t, book.SaveAs(path))
	return path
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

type sheet struct {
	name string
	rows [][]any
}

// desks is a sheet of numbers in Kansas City.
func desks(name string, first, n int) sheet {
	rows := [][]any{{"Site", "Phone number", "Type"}}
	for i := range n {
		rows = append(rows, []any{"Kansas City", fmt.Sprintf("+1816555%04d", first+i), "DID"})
	}
	return sheet{name, rows}
}

// TestSheetAndHiddenRowsAreAskedOnce answers with the keyboard which of two
// sheets is meant; the second time it is known, and told.
func TestSheetAndHiddenRowsAreAskedOnce(t *testing.T) {
	d := sit(t, look{})
	path := workbook(t, "carrier.xlsx", []int{3, 4}, desks("Desks", 100, 6), desks("Mobiles", 200, 4))
	d.start(path)
	d.waitForText("Which sheets hold the numbers to add?", "Two sheets list phone numbers", "6 rows, numbers in column B", "+18165550200", "Choose a sheet")
	d.picture("sheets")
	d.press("Tab", "space", "ctrl+Return")
	d.waitForText("2 rows are hidden in the file", "+18165550101", "The others are checked")
	d.picture("hidden")
	d.press("Down", "space")
	d.waitForText("Include 2 hidden rows")
	d.press("ctrl+Return")
	d.waitForText("Only sheet Desks was read, as you chose.", "All 6 rows can be added", "Continue with 6 rows")
	d.picture("review")
	d.press("ctrl+1")
	d.click("Close file")
	d.waitForText("Recent files")
	d.click("carrier.xlsx")
	d.waitForText("Chosen as for earlier files with these headers: sheet Desks, hidden rows included", "Continue with 6 rows")
	d.picture("remembered")
}

// TestTheOtherSheetIsRead chooses the second sheet with the mouse, goes back and
// chooses it again.
func TestTheOtherSheetIsRead(t *testing.T) {
	d := sit(t, look{size: "900x600", theme: "dark"})
	d.start(workbook(t, "carrier.xlsx", nil, desks("Desks", 100, 6), sheet{"Mobiles", [][]any{
		{"Employee", "Mobile", "Work phone"},
		{"Ann", "+18165550201", "+18165550301"},
		{"Ben", "+18165550202", "+18165550302"},
	}}))
	d.waitForText("Which sheets hold the numbers to add?", "2 rows, the column is asked next")
	d.picture("sheets")
	d.click("Mobiles")
	d.click("Use sheet Mobiles")
	d.waitForText("Which columns hold the numbers to add?", "With this column", "2 ready")
	d.picture("columns")
	d.click("Back")
	d.waitForText("Which sheets hold the numbers to add?")
	d.click("Mobiles")
	d.click("Use sheet Mobiles")
	d.waitForText("Which columns hold the numbers to add?", "Choose an answer for each column")
	d.press("space", "Tab", "Down", "space")
	d.picture("answered")
	d.click("Use column B")
	d.waitForText("sheet Mobiles, 2 rows", "3 things to look at:", "and 2 more", "+18165550201")
	d.picture("review")
}

// TestTheCountryIsAskedOnce asks which country numbers without a country code are
// from; another file with the same headers is not asked about, and says so.
func TestTheCountryIsAskedOnce(t *testing.T) {
	national := func(first int) []byte {
		var lines strings.Builder
		lines.WriteString("Name,Rufnummer\n")
		for i := range 12 {
			fmt.Fprintf(&lines, "Platz %d,030 2312%04d\n", i+1, first+i)
		}
		return []byte(lines.String())
	}
	d := sit(t, look{})
	d.start(file(t, "berlin.csv", national(5001)))
	d.waitForText("Which country are these 12 numbers from?", "030 23125001", "B2 would be sent as", "+493023125001", "Germany")
	d.picture("country")
	d.click("Germany")
	d.click("Use Germany")
	d.waitForText("12 rows name no location", "3023125001")
	d.picture("review")
	d.kill()
	check(t, os.Remove(d.socket))
	d.start(file(t, "berlin-december.csv", national(6001)))
	d.waitForText("Chosen as for earlier files with these headers: country Germany", "3023126001")
	d.picture("remembered")
}

// TestTheFirstRowsOfALargeFileAreShown looks at a file while it is read and then
// checked.
func TestTheFirstRowsOfALargeFileAreShown(t *testing.T) {
	d := sit(t, look{})
	d.start(large(t))
	d.waitFor("the first rows", firstRows)
	d.picture("first-rows")
}

// large is a file that takes a while to be read.
func large(t *testing.T) string {
	t.Helper()
	var lines strings.Builder
	lines.WriteString("Phone number,Type,Location,Comment\n")
	for i := range 900_000 {
		fmt.Fprintf(&lines, "+1816%07d,DID,Kansas City,desk %d\n", 2000000+i, i)
	}
	return file(t, "large.csv", []byte(lines.String()))
}

// firstRows reports whether the first rows of a large file are shown while it is read and
// then checked.
func firstRows(seen view) bool {
	_, reading := seen.find("Reading large.csv")
	_, checking := seen.find("Checking large.csv")
	_, first := seen.find("+18162000000")
	_, cancel := seen.find("Cancel")
	return (reading || checking) && first && cancel
}
