//go:build e2e

package e2e

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"testing"
	"time"
)

// TestEveryScreen goes through every screen empty, busy, in error and full, in looks
// that people have, and leaves a picture of each. Somebody looks at them before a
// release. Without NUMBERLOADER_LOOKS=all, which make e2e sets, it takes two looks that
// differ in everything but the size of the text.
func TestEveryScreen(t *testing.T) {
	looks := map[string]look{"light": {}, "dark-small": {theme: "dark", size: "900x600"}}
	if os.Getenv("NUMBERLOADER_LOOKS") == "all" {
		maps.Copy(looks, map[string]look{
			"dark":        {theme: "dark"},
			"light-small": {size: "900x600"},
			"light-large": {text: 150},
			"dark-large":  {theme: "dark", text: 150},
			"largest":     {size: "900x600", text: 200},
		})
	}
	for name, look := range looks {
		t.Run(name, func(t *testing.T) {
			t.Run("opening", func(t *testing.T) { tourOpening(t, look) })
			t.Run("rows", func(t *testing.T) { tourRows(t, look) })
			t.Run("adding", func(t *testing.T) { tourAdding(t, look) })
			t.Run("webex", func(t *testing.T) { tourWebex(t, look) })
			t.Run("held", func(t *testing.T) { tourHeld(t, look) })
			t.Run("beside", func(t *testing.T) { tourBeside(t, look) })
		})
	}
}

// tourOpening is what the first screen shows: nothing, a file that is none, questions,
// a list that is pasted, a file that is read in another way.
func tourOpening(t *testing.T, look look) {
	t.Helper()
	d := sit(t, look)
	d.start()
	d.waitForText("Drop a spreadsheet here", "Practice organization")
	d.shows("open-empty")
	d.press("ctrl+v")
	d.waitForText("Paste or type")
	d.shows("paste-empty")
	d.write("(816) 555-0120; Kansas City")
	d.press("Return")
	d.write("+44 20 7946 0101; London Bridge")
	d.waitForText("2 numbers were pasted", "Use these 2 rows")
	d.shows("paste-full")
	d.press("Escape")
	d.waitForText("Drop a spreadsheet here")
	d.stop()
	d.start(file(t, "carrier.xlsx", []byte("PK\x03\x04 and nothing that follows")))
	d.waitForText("carrier.xlsx can't be read", "Open another file")
	d.shows("open-error")
	d.stop()
	d.start(workbook(t, "carrier.xlsx", nil, unplaced("Kansas City", "+1816555%04d", 3), unplaced("Austin", "+1512555%04d", 2),
		sheet{"Fax", [][]any{{"Fax"}, {"+18165550900"}, {"+18165550901"}}}))
	d.waitForText("Which sheets hold the numbers to add?")
	d.shows("question-sheets")
	d.stop()
	d.start(statuses(t))
	d.waitForText("4 of 12 ")
	d.press("ctrl+l")
	d.waitForText("How is this file read?", "Read 12 rows")
	d.shows("reading")
	d.press("Escape")
	d.waitForText("4 of 12 ")
	d.press("ctrl+1")
	d.waitForText("Close file")
	d.shows("open-full")
	d.hand(large(t))
	d.waitFor("the first rows", firstRows)
	d.shows("open-busy")
}

// TestACarriersListIsSeen counts the rows that are seen of a list of national numbers: at
// 900 × 600 with everything above and below them that can stand there.
func TestACarriersListIsSeen(t *testing.T) {
	cell := regexp.MustCompile(`^A[0-9]+$`)
	for _, c := range []struct {
		look look
		path string
		rows int
	}{{look{}, nationals(t), 11}, {look{size: "900x600"}, carrierList(t), 6}} {
		d := sit(t, c.look)
		d.set(map[string]any{"country": "US"})
		d.start(c.path)
		seen := d.waitFor("its rows", func(seen view) bool {
			_, rows := seen.find("A2")
			_, going := seen.find("Continue with")
			return seen.Idle && rows && going
		})
		d.picture("rows")
		rows := 0
		for _, text := range seen.Texts {
			if cell.MatchString(text.Text) && text.Height >= 14 { // not cut by the end of the rows
				rows++
			}
		}
		if rows < c.rows {
			t.Errorf("%+v: %d rows are seen, wanted %d", c.look, rows, c.rows)
		}
	}
}

// nationals is a list of national numbers without anything to ask.
func nationals(t *testing.T) string {
	t.Helper()
	rows := [][]any{{"Telephone number", "Site", "Type"}}
	for i := range 240 {
		rows = append(rows, []any{fmt.Sprintf("(816) 555-%04d", 1000+i), "Kansas City", "DID"})
	}
	return workbook(t, "carrier-numbers.xlsx", nil, sheet{"Numbers", rows})
}

// tourRows is Review: a carrier's list of national numbers, all that can stand above
// its rows, what is found and not found in it, and what the user decides.
func tourRows(t *testing.T, look look) {
	t.Helper()
	d := sit(t, look)
	d.start(carrierList(t))
	d.waitForText("Which country are these 4 numbers from?")
	d.shows("question-country")
	d.press("space", "ctrl+Return")
	d.waitForText("of 240 ", "please check")
	d.shows("full")
	d.rightClick("(816) 555-1001")
	d.waitForText("Copy the cell", "Copy the row")
	d.shows("menu-cell")
	d.press("Escape")
	d.click("Practice organization")
	d.waitForText("Access token")
	d.shows("menu-chip")
	d.press("Escape", "F9")
	d.waitForText("Choose a l")
	d.shows("decide")
	d.press("Escape", "ctrl+f")
	d.write("555-1")
	d.waitForText("rows")
	d.shows("search")
	d.press("ctrl+a")
	d.write("816555999")
	d.waitForText("No row holds 816555999.")
	d.shows("search-empty")
	d.press("Escape", "Escape", "ctrl+shift+f")
	d.waitForText("All 240 rows")
	d.shows("filter")
	d.hangs("Close", "Filter")
	d.press("Escape", "F8")
	d.waitForText("Choose a l")
	d.shows("problem")
	d.press("F2") // where the problem stands
	d.waitForText("Berlin, Germany")
	d.shows("location")
	d.press("Escape", "F8", "F2", "ctrl+a")
	d.write("816 555 2001")
	d.waitForText("It will be sent as +18165552001.")
	d.shows("edit")
	d.press("Return", "ctrl+e")
	d.waitForText("Accept all suggestions", "Cancel")
	d.shows("fix")
	d.press("Return")
	x, y := d.middle("By you") // the chip
	d.xdotool("mousemove", x, y, "click", "1")
	d.waitForText("Your text")
	d.shows("by-you")
}

// carrierList is a list as a carrier sends it: national numbers, some of them mistyped,
// locations by their usual and by other names, mobile numbers for more than one request.
func carrierList(t *testing.T) string {
	t.Helper()
	rows := [][]any{{"Telephone number", "Site", "Type", "Status"}}
	for i := range 240 {
		line := []any{fmt.Sprintf("(816) 555-%04d", 1000+i), "Kansas City", "DID", "active"}
		switch {
		case i%40 == 7:
			line[0] = fmt.Sprintf("816 555 %02d", i)
		case i%60 == 9:
			line[0] = fmt.Sprintf("1 816 555 %04d ext. 12", 1000+i)
		case i%8 == 3:
			line[1] = "Austin"
			line[0] = fmt.Sprintf("512.555.%04d", 1000+i)
		case i%30 == 5:
			line[1] = "Kansas Cty"
		case i%30 == 17:
			line[1] = ""
		case i%30 == 21:
			line[0] = 8165551000 + i
		case i%6 == 2:
			line[2] = "Mobile"
		}
		rows = append(rows, line)
	}
	return workbook(t, "carrier-numbers-2026-12.xlsx", nil, sheet{"Numbers", rows})
}

// tourAdding is Add, Results and History of runs in the practice organization: a row
// without a location, work under way, numbers that are refused, and a run that ended.
func tourAdding(t *testing.T, look look) {
	t.Helper()
	d := sit(t, look)
	d.set(map[string]any{"practiceErrors": "some", "practiceSpeed": "slow", "textSize": look.percent(), "country": "US"})
	d.start(carrierList(t))
	d.waitForText("of 240 ", "please check")
	d.press("ctrl+5")
	d.waitForText("No runs on this computer yet")
	d.shows("history-empty")
	d.press("ctrl+3")
	d.waitForText("4 numbers need a location", "Where do they go?")
	d.shows("add-full")
	d.press("F9")
	d.click("Choose a l")
	d.waitForText("Austin, United States")
	d.shows("add-locations")
	d.press("Down", "Return")
	d.waitForText("Add 224 numbers", "Nothing has been sent yet")
	d.press("ctrl+Return")
	d.waitForText("They go to")
	d.shows("add-question")
	d.press("Tab", "Return")
	d.waitFor("the first numbers", someAdded)
	d.shows("adding")
	d.clickWhen(someAdded, "Stop")
	d.waitForText("Not sent", "Add the rest: ")
	d.shows("results-stopped")
	d.press("ctrl+5")
	d.waitForText("Resume: ")
	d.shows("history-full")
	d.press("ctrl+1")
	d.click("Close file")
	d.waitForText("See it", "Drop a spreadsheet here")
	d.shows("open-unfinished")
	d.click("See it")
	d.click("Show results")
	d.click("Undo this run")
	d.waitForText("Undo removes only what this run added.")
	d.press("Tab", "Return")
	d.waitFor("numbers being removed", func(seen view) bool {
		_, removing := seen.find("Removing ")
		_, counted := seen.find(" to be confirmed")
		return removing && counted
	})
	d.shows("removing")
	d.waitForText("numbers were removed")
	d.shows("results-undone")
}

// tourHeld is what is done with what an organization holds: a list is laid beside it,
// numbers of the list are activated, all is saved as a workbook. Then problem rows of the
// list come back.
func tourHeld(t *testing.T, look look) {
	t.Helper()
	d := sit(t, look)
	d.set(map[string]any{"textSize": look.percent(), "country": "US"})
	day := func(after int) string { return time.Now().AddDate(0, 0, after).Format(time.DateOnly) }
	d.start(file(t, "ported.csv", []byte("Phone number,Location,Activate on\n"+
		"+18165550197,Kansas City,"+day(-1)+"\n+18165550195,Kansas City,"+day(7)+"\n+18165550196,Kansas City,"+day(0)+"\n"+
		"+18165550150,Kansas City,"+day(0)+"\n+15125550197,Kansas City,\n816 555,Kansas City,\n816 5555,Kansas City,\n")))
	d.waitForText("Continue with 1 row")
	d.press("ctrl+d")
	d.waitForText("in Webex", "Other location")
	d.shows("compare")
	d.press("ctrl+shift+f")
	d.waitForText("Clear", "Close")
	d.shows("compare-filter")
	d.press("Escape", "F10", "Right", "Right", "Right", "Down", "Down", "Return")
	d.waitForText("Activate 1 number", "Nothing has been sent yet")
	d.shows("activate")
	d.press("ctrl+Return")
	d.waitForText("in use from then on")
	d.shows("activate-question")
	d.press("Escape", "ctrl+shift+e")
	d.waitForText("in the practice organization", "All locations")
	d.shows("export")
	d.press("ctrl+2")
	d.waitForText("Continue with 1 row")
	d.hand(file(t, "corrected.csv", []byte("Phone number,Location,Cell in ported.csv\n816 555 0177,Kansas City,A7\n")))
	d.waitForText("Take over 1 corrected row", "Open as a list")
	d.shows("corrected")
}

// tourBeside is what stands beside the job: settings, help, keys, what the program is.
func tourBeside(t *testing.T, look look) {
	t.Helper()
	d := sit(t, look)
	d.start()
	d.waitForText("Drop a spreadsheet here", "Practice organization")
	d.press("ctrl+comma")
	d.waitForText("Every change")
	d.shows("settings")
	d.press("F1")
	d.waitForText("Works without")
	d.shows("help")
	d.press("ctrl+f")
	d.write("zebra")
	d.waitForText("Nothing about zebra")
	d.shows("help-empty")
	d.press("Escape", "Escape", "Escape")
	d.waitForText("Drop a spreadsheet here")
	d.press("ctrl+slash")
	d.waitForText("Keyboard shortcuts", "The blue button")
	d.shows("keys")
	d.press("Escape")
	d.gone("The blue button")
	for i, menu := range []string{"file", "edit", "go", "organization", "help"} {
		d.press("F10")
		for range i {
			d.press("Right")
		}
		d.press("Down")
		d.shows("menu-" + menu)
		d.press("Escape")
	}
	d.press("F10", "Right", "Right", "Right", "Right", "Up", "Return")
	d.waitForText("licenses")
	d.shows("about")
}

// shows takes a picture, and fails for words that can't be read on what they stand on
// (WCAG 2.2, 1.4.3: at least 4.5 to 1; it asks nothing of what can't be pressed, of which
// 3 to 1 is asked here).
func (d *desk) shows(name string) {
	d.t.Helper()
	d.picture(name)
	seen, err := d.see()
	check(d.t, err)
	for _, text := range seen.Texts {
		least := 4.5
		if text.Off {
			least = 3
		}
		if text.Contrast < least {
			d.t.Errorf("%s: %q has a contrast of %.2f with what is below it", name, text.Text, text.Contrast)
		}
	}
}

// hangs fails unless a text of what was opened stands below the button that opens it, and
// no farther to the right.
func (d *desk) hangs(opened, button string) {
	d.t.Helper()
	seen, err := d.see()
	check(d.t, err)
	of, _ := seen.find(opened)
	from, _ := seen.find(button)
	if of.Y < from.Y+from.Height || of.X+of.Width > from.X+3*from.Width || of.X+200 < from.X {
		d.t.Errorf("%+v does not hang below %+v", of, from)
	}
}

// stop ends the program, so that the next start is another one on the same desk.
func (d *desk) stop() {
	d.t.Helper()
	d.kill()
	check(d.t, os.Remove(d.socket))
}

// set writes settings, before the program starts.
func (d *desk) set(settings map[string]any) {
	d.t.Helper()
	text, err := json.Marshal(settings)
	check(d.t, err)
	check(d.t, os.WriteFile(filepath.Join(d.home, "settings.json"), text, 0o600))
}

// percent is the size of texts.
func (l look) percent() int {
	if l.text == 0 {
		return 100
	}
	return l.text
}
