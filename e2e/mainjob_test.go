//go:build e2e

package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestMainJob is the whole job with the mouse: the sample is opened, problems are
// flagged, 45 mobile numbers are shown as requests 1 to 3 of 3, the good rows are
// added, and the workbook is there.
func TestMainJob(t *testing.T) {
	d := sit(t, look{})
	d.start()
	d.waitForText("Drop a spreadsheet here", "Practice organization")
	d.picture("open")
	d.click("Try the sample")
	d.waitForText("Problem", "87 of 96 rows can be added")
	d.picture("review")
	d.click("Problems")
	d.waitForText("is too short for a number of the United States", "contains an extension")
	d.picture("problems")
	d.click("Over 20")
	d.waitForText("2 of 3", "20/20", "5/20")
	d.picture("over20")
	d.click("Continue with 87 rows")
	d.waitForText("Checked before anything is sent", "Kansas City", "Local gateway", "already there")
	d.picture("add")
	d.click("Add 87 numbers")
	d.waitForText("Cancel", "They go to")
	d.picture("question")
	d.click("Add 87 numbers")
	d.waitFor("the first numbers", someAdded)
	d.picture("adding")
	d.waitForText("numbers were added", "Refused")
	d.picture("results")
	checkOutcomes(t, lastWorkbook(t, filepath.Join(d.home, "sample", "carrier-numbers.xlsx"), 1), map[string]int{"Added": 86, "Already there": 1, "Refused": 1, "Not sent": 8})
	if _, err := os.Stat(filepath.Join(d.home, "sample", "carrier-numbers.xlsx")); err != nil {
		t.Error(err)
	}
}

// someAdded reports whether some numbers were added and others are left.
func someAdded(seen view) bool {
	for _, t := range seen.Texts {
		if strings.HasSuffix(t.Text, " added") {
			return !seen.Idle
		}
	}
	return false
}

// TestStopLeavesTheRestNotSent stops in the middle and adds the rest later.
func TestStopLeavesTheRestNotSent(t *testing.T) {
	d := sit(t, look{})
	d.start()
	d.click("Try the sample")
	d.click("Continue with 87 rows")
	d.click("Add 87 numbers")
	d.waitForText("They go to")
	d.click("Add 87 numbers")
	d.clickWhen(someAdded, "Stop")
	d.waitForText("Not sent", "Add the rest")
	d.picture("stopped")
	d.click("Add the rest")
	d.waitForText("numbers were added", "Undo this run")
	d.picture("rest")
}

// TestMainJobByKeyboard is the whole job without the mouse.
func TestMainJobByKeyboard(t *testing.T) {
	d := sit(t, look{theme: "dark"})
	d.start()
	d.waitForText("Drop a spreadsheet here", "Practice organization")
	d.picture("open")
	d.press("ctrl+t")
	d.waitForText("87 of 96 rows can be added", "Fix")
	d.picture("review")
	d.press("ctrl+f")
	d.write("A33")
	d.waitFor("one row", func(seen view) bool {
		_, found := seen.find("1-800-FLOWERS")
		_, other := seen.find("A11")
		return seen.Idle && found && !other
	})
	d.picture("search")
	d.press("ctrl+m")
	d.waitForText("+18003569377")
	d.waitForText("88 of 96 rows can be added")
	d.press("ctrl+a", "BackSpace")
	d.press("ctrl+Return")
	d.waitForText("Checked before anything is sent", "already there", "Add 88 numbers")
	d.picture("add")
	d.press("ctrl+Return")
	d.waitForText("They go to")
	d.press("Tab", "Return")
	d.waitForText("87 numbers were added")
	d.picture("results")
	d.press("ctrl+5")
	d.waitForText("1 run on this computer", "87 of 96 added")
	d.picture("history")
}

// TestTheSmallestWindow goes through every screen at 900 × 600.
func TestTheSmallestWindow(t *testing.T) {
	d := sit(t, look{size: "900x600"})
	d.start()
	d.click("Try the sample")
	d.waitForText("87 of 96 rows can be added", "20/20")
	d.picture("review")
	d.press("ctrl+Return")
	d.waitForText("Checked before anything is sent", "Add 87 numbers")
	d.picture("add")
	d.press("ctrl+Return")
	d.waitForText("They go to")
	d.press("Tab", "Return")
	d.waitForText("numbers were added", "Refused")
	d.picture("results")
	d.press("ctrl+k")
	d.waitForText("Access token")
	d.picture("sign-in")
}

// TestAFileIsOpenedByDoubleClick starts the program with a file, as the system
// does for a double-click on it; its number column is in doubt.
func TestAFileIsOpenedByDoubleClick(t *testing.T) {
	d := sit(t, look{})
	d.start(filepath.Join("..", "import", "testdata", "cases", "two-phone-columns.xlsx"))
	d.waitForText("Which columns hold the numbers to add?", "Column B")
	d.press("space", "Tab", "Down", "space")
	d.waitForText("Use column B")
	d.picture("question")
	d.click("Use column B")
	d.waitForText("No row can be added")
	d.picture("review")
}
