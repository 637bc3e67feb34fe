//go:build e2e

package e2e

import (
	"fmt"
	"strings"
	"testing"
)

// Rows are found, filtered and put back by keyboard: the search counts its hits, the
// filter says in words what is shown, and the line above the grid takes it back.
func TestFindingRowsByKeyboard(t *testing.T) { findingRows(t, look{}) }

func TestFindingRowsByKeyboardDark(t *testing.T) {
	findingRows(t, look{theme: "dark", size: "900x600"})
}

func TestFindingRowsByKeyboardLarge(t *testing.T) {
	findingRows(t, look{scale: "1.5", size: "1650x1080"})
}

func findingRows(t *testing.T, look look) {
	t.Helper()
	d := sit(t, look)
	d.start()
	d.waitForText("Drop a spreadsheet here", "Practice organization")
	d.press("ctrl+t")
	d.waitForText("87 of 96 rows can be added", "please check")
	d.picture("routine")
	d.press("ctrl+f")
	d.write("flowers")
	d.waitForText("1 row", "1-800-FLOWERS")
	d.picture("search")
	d.press("Return")
	d.waitForText("1 of 1")
	d.press("Escape", "Escape", "ctrl+shift+f")
	d.waitForText("State", "Location", "Reason", "All 96 rows")
	d.press("Right", "space")
	d.waitForText("of 96 rows", "in Kansas City")
	d.picture("filter")
	d.press("Escape")
	d.waitForText("Filter 1", "Clear")
	d.press("F8")
	d.waitForText("Edit A11")
	d.press("F2", "Escape", "ctrl+e")
	d.waitForText("Accept all suggestions", "Cancel")
	d.picture("fix")
	d.press("Escape")
}

// A column of values is pasted into the rows below the cursor and put back.
func TestPastingIntoRows(t *testing.T) {
	d := sit(t, look{})
	path := workbook(t, "carrier.xlsx", nil, desks("Desks", 100, 6))
	d.start(path)
	d.waitForText("All 6 rows can be added")
	d.press("Down", "ctrl+c", "Down", "ctrl+v")
	d.waitForText("You changed", "is already in")
	d.picture("pasted")
	d.press("ctrl+z")
	d.waitForText("All 6 rows can be added")
}

// What waits for a decision is one bar; F9 opens it, and the answer takes it away. What
// is left waiting stays below the bar.
func TestWhatWaitsIsDecidedByKeyboard(t *testing.T) {
	d := sit(t, look{size: "900x600"})
	lines := []string{"Phone number,State"}
	for _, n := range []string{"0120", "0121", "0122", "0123", "0124", "0125", "0126", "0127"} {
		lines = append(lines, "+1816555"+n+",MO")
	}
	d.start(file(t, "numbers.csv", []byte(strings.Join(lines, "\n")+"\n")))
	d.waitForText("2 things to look at:", "8 rows name no location", "Decide")
	d.picture("bar")
	d.press("F9")
	d.waitForText("Choose a location", "Show them")
	d.picture("open")
	d.press("Return", "Down", "Return")
	d.gone("2 things to look at:")
	d.waitForText("Look", "How the file was read")
	d.waitFor("what is left below the bar", func(seen view) bool {
		bar, _ := seen.find("Look")
		left, _ := seen.findLast("How the file was read")
		return seen.Idle && left.Y > bar.Y
	})
	d.picture("decided")
}

// TestWhatAHeaderSaysOfMobilesIsDecidedAndALocationChosenAnew sends the numbers of a column
// "Mobil" as mobile ones by keyboard, and changes its mind about their location on Add.
func TestWhatAHeaderSaysOfMobilesIsDecidedAndALocationChosenAnew(t *testing.T) {
	d := sit(t, look{})
	lines := []string{"Name;Mobil"}
	for _, n := range []string{"8165550101", "8165550102", "8165550103"} {
		lines = append(lines, "Ann;+1"+n)
	}
	d.start(file(t, "mobil.csv", []byte(strings.Join(lines, "\n")+"\n")))
	d.waitForText("2 things to decide:", "3 rows name no location")
	d.press("F9")
	d.waitForText("3 numbers stand under a heading that says mobile", "Send as mobile", "Leave as they are")
	d.picture("asked")
	d.press("Tab", "Return")
	d.gone("2 things to decide:")
	d.waitForText("1 thing to decide:", "By you", "Mobile")
	d.picture("mobile")
	d.press("Escape", "ctrl+3")
	d.waitForText("3 rows name no location. Where do they go?")
	d.click("Choose a location")
	d.click("Kansas City")
	d.waitForText("Add 3 numbers to Kansas City in the practice organization", "Rows that name no location go to")
	d.picture("chosen")
	d.press("Return", "Home", "Return")
	d.waitForText("Add 3 numbers to Austin in the practice organization", "Rows that name no location go to")
	d.picture("chosen-anew")
	d.press("ctrl+z")
	d.waitForText("Add 3 numbers to Kansas City in the practice organization")
}

// A right click on a cell shows only the rows like it, and dragging over rows selects
// them.
func TestCellsWithTheMouse(t *testing.T) {
	d := sit(t, look{})
	d.start(workbook(t, "carrier.xlsx", nil, desks("Desks", 100, 6)))
	d.waitForText("All 6 rows can be added", "+18165550102", "+18165550104")
	d.rightClick("+18165550102")
	d.waitForText("Copy the cell", "Copy the row", "Edit the cell")
	d.picture("menu")
	d.click("Skip or put back")
	d.waitForText("5 of 6 rows can be added")
	d.drag("+18165550101", "+18165550104")
	d.waitForText("4 rows selected")
	d.picture("dragged")
}

// rightClick clicks on a text with the right button.
func (d *desk) rightClick(wanted string) {
	d.t.Helper()
	x, y := d.middle(wanted)
	d.xdotool("mousemove", x, y, "click", "3")
}

// drag moves the mouse from a text to another with the button held.
func (d *desk) drag(from, to string) {
	d.t.Helper()
	x, y := d.middle(from)
	x2, y2 := d.middle(to)
	d.xdotool("mousemove", x, y, "mousedown", "1", "mousemove_relative", "0", "12", "mousemove", x2, y2, "mousemove_relative", "0", "2", "mouseup", "1")
}

// middle is the middle of a text that stands still.
func (d *desk) middle(wanted string) (x, y string) {
	d.t.Helper()
	var at text
	d.waitFor(wanted+" to stand still", func(seen view) bool {
		before := at
		at, _ = seen.find(wanted)
		return seen.Idle && at.Text != "" && at == before
	})
	return fmt.Sprint(at.X + at.Width/2), fmt.Sprint(at.Y + at.Height/2)
}
