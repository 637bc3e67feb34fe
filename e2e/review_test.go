//go:build e2e

package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// gone waits until the window is idle and shows a text no longer.
func (d *desk) gone(wanted string) {
	d.t.Helper()
	d.waitFor(wanted+" to go", func(seen view) bool {
		_, there := seen.find(wanted)
		return seen.Idle && !there
	})
}

// doubleClick clicks twice on a text that stays where it is; on the first, if there
// are several.
func (d *desk) doubleClick(wanted string) {
	d.t.Helper()
	x, y := d.middle(wanted)
	d.xdotool("mousemove", x, y, "click", "--repeat", "2", "--delay", "60", "1")
}

// TestReviewWithTheMouse decides about the rows of the sample with the mouse: one is
// typed again, suggestions are accepted, that is taken back and done again, a row is
// skipped, another gets a location; counts and requests follow.
func TestReviewWithTheMouse(t *testing.T) {
	d := sit(t, look{})
	d.start()
	d.click("Try the sample")
	d.waitForText("87 of 96 rows can be added", "Kansas City, mobile", "5/20", "Fix")
	d.picture("review")
	d.click("Problems")
	d.waitForText("is too short for a number of the United States")
	d.gone("A34")
	d.doubleClick("816 555 01")
	d.waitForText("Esc leaves the cell as it was")
	d.press("ctrl+a")
	d.write("816 555 0155")
	d.waitForText("It will be sent as +18165550155.")
	d.picture("typing")
	d.press("Return")
	d.waitForText("88 of 96 rows can be added", "+18165550155")
	d.picture("typed")
	d.click("Fix")
	d.waitForText("Accept all suggestions", "Cancel", "1-800-FLOWERS")
	d.picture("fix")
	d.click("Accept 2 suggestions")
	d.waitForText("89 of 96 rows can be added")
	d.picture("accepted")
	d.click("Undo")
	d.waitForText("88 of 96 rows can be added")
	d.click("Redo")
	d.waitForText("89 of 96 rows can be added")
	d.click("All")
	d.waitForText("8165550120")
	d.doubleClick("Kansas City")
	d.waitForText("Austin, United States", "Chicago, United States")
	d.picture("locations")
	d.click("Austin, United States")
	d.waitForText("1 of 2")
	d.picture("location")
	d.click("5/20")
	d.waitForText("Request 3 of 3", "5 rows selected", "Show all rows")
	d.picture("request")
	d.press("space")
	d.waitForText("84 of 96 rows can be added")
	d.picture("skipped")
	d.click("Continue with 84 rows")
	d.waitForText("Checked before anything is sent")
}

// TestReviewByKeyboard does the same without the mouse.
func TestReviewByKeyboard(t *testing.T) {
	d := sit(t, look{theme: "dark"})
	d.start()
	d.waitForText("Drop a spreadsheet here", "Practice organization")
	d.press("ctrl+t")
	d.waitForText("87 of 96 rows can be added")
	d.press("F8")
	d.waitForText("Edit A11")
	d.picture("problem")
	d.press("F2", "ctrl+a")
	d.write("816 555 0155")
	d.waitForText("It will be sent as +18165550155.")
	d.press("Return")
	d.waitForText("88 of 96 rows can be added")
	d.press("ctrl+e")
	d.waitForText("Accept all suggestions", "1-800-FLOWERS")
	d.press("Return")
	d.waitForText("89 of 96 rows can be added")
	d.press("ctrl+z")
	d.waitForText("88 of 96 rows can be added")
	d.press("ctrl+shift+z")
	d.waitForText("89 of 96 rows can be added")
	d.press("ctrl+Home", "Right", "Right", "Right", "Right", "Return")
	d.waitForText("Austin, United States")
	d.picture("locations")
	d.write("aus")
	d.gone("Chicago, United States")
	d.press("Return")
	d.picture("location")
	d.press("ctrl+End", "space")
	d.waitForText("88 of 96 rows can be added")
	d.press("space")
	d.waitForText("89 of 96 rows can be added")
	d.press("ctrl+f")
	d.write("chicago")
	d.gone("A11")
	d.press("Down", "ctrl+a", "space")
	d.picture("skipped")
	d.press("ctrl+Return")
	d.waitForText("Checked before anything is sent")
}

// TestDecisionsOutliveTheProgram kills the program after a row was skipped; the
// same file asks whether to go on.
func TestDecisionsOutliveTheProgram(t *testing.T) {
	d := sit(t, look{})
	path := workbook(t, "carrier.xlsx", nil, desks("Desks", 100, 6))
	d.start(path)
	d.waitForText("All 6 rows can be added")
	d.press("Down", "Down", "space")
	d.waitForText("5 of 6 rows can be added")
	d.waitForDraft()
	d.kill()
	check(t, os.Remove(d.socket))
	d.start(path)
	d.waitForText("Go on where you left off?", "Start afresh", "You changed 1 row of this file")
	d.picture("question")
	d.press("ctrl+Return")
	d.waitForText("5 of 6 rows can be added")
	d.press("ctrl+z")
	d.waitForText("All 6 rows can be added")
}

// waitForDraft waits until a decision is written.
func (d *desk) waitForDraft() {
	d.t.Helper()
	d.waitFor("the draft", func(view) bool {
		drafts, _ := filepath.Glob(filepath.Join(d.home, "drafts", "*"))
		return len(drafts) > 0
	})
}

// The end of a large file is reached, a problem is found, and a search finds a row,
// however the window looks.
func TestManyRows(t *testing.T)      { manyRows(t, look{}) }
func TestManyRowsDark(t *testing.T)  { manyRows(t, look{theme: "dark"}) }
func TestManyRowsSmall(t *testing.T) { manyRows(t, look{size: "900x600"}) }
func TestManyRowsLarge(t *testing.T) { manyRows(t, look{scale: "1.4", size: "1400x900"}) }

func manyRows(t *testing.T, look look) {
	t.Helper()
	var lines strings.Builder
	lines.WriteString("Rufnummer,Typ,Standort\n")
	for i := range 100_000 {
		if i%50 == 7 {
			fmt.Fprintf(&lines, "1816%05d,DID,Kansas City\n", i)
			continue
		}
		fmt.Fprintf(&lines, "+1816%07d,DID,Kansas City\n", 2000000+i)
	}
	d := sit(t, look)
	d.start(file(t, "Rufnummernblock Süd.csv", []byte(lines.String())))
	d.waitForText("of 100,000 ")
	d.resize() // the first time may have been too early
	d.press("Down", "ctrl+End")
	d.waitForText("A100001")
	d.picture("end")
	d.press("F8")
	d.waitForText("Edit A9")
	d.picture("problem")
	d.press("ctrl+f")
	d.write("99993")
	d.waitForText("+18162099993")
	d.picture("search")
}
