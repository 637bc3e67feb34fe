//go:build e2e

package e2e

import (
	"os"
	"path/filepath"
	"testing"
)

// TestAListIsComparedByKeyboardAndWhatIsMissingAdded lays a list beside the practice
// organization, keeps that, adds the number that is missing and compares once more. Then
// it saves what is there, opens that and compares it.
func TestAListIsComparedByKeyboardAndWhatIsMissingAdded(t *testing.T) {
	d := sit(t, look{})
	folder := filepath.Join(d.home, "Documents")
	check(t, os.MkdirAll(folder, 0o700))
	path := file(t, "carrier.csv", []byte("Phone number,Location\n"+
		"+18165550199,Kansas City\n+15125550197,Kansas City\n+18165550150,Kansas City\n816 555,Kansas City\n"))
	d.start(path)
	d.waitForText("Continue with 1 row")
	d.press("ctrl+d")
	d.waitForText("2 of 4 numbers are in Webex already", "Other location", "Only in Webex", "Webex was read today at", "Add the 1 that is missing")
	d.picture("compared")
	d.press("Down", "Down")
	d.waitForText("Only Control Hub can move it.", "Used by Sales, a call queue.")
	d.press("ctrl+f")
	d.write("reception")
	d.waitForText("1 number")
	d.press("Escape", "Escape")
	d.click("Save as workbook")
	d.saveHere()
	d.waitForText("The comparison was saved")
	d.press("Escape")
	d.press("ctrl+Return")
	d.waitForText("Add 1 number to Kansas City", "Nothing has been sent yet")
	d.press("alt+Left")
	d.waitForText("2 of 4 numbers are in Webex already")
	d.press("ctrl+Return")
	d.waitForText("Checked before anything is sent", "Add 1 number")
	d.press("ctrl+Return")
	d.waitForText("It goes to Kansas City.")
	d.press("Tab", "Return")
	d.waitForText("1 number was added")
	d.press("ctrl+d")
	d.waitForText("3 of 4 numbers are in Webex already", "Back to Results")
	d.press("ctrl+shift+e")
	d.waitForText("in the practice organization", "All locations")
	d.picture("export")
	d.press("ctrl+Return")
	d.saveHere()
	d.waitForText("The numbers were saved")
	d.press("Escape")
	exported := filepath.Join(folder, "numbers in Webex.xlsx")
	d.stop()
	d.start(exported)
	d.waitForText("No row can be added yet")
	d.press("ctrl+d")
	d.waitForText("numbers are in Webex already", "All ")
	d.picture("all-in-both")
}

// saveHere takes the folder that the window's own dialog proposes.
func (d *desk) saveHere() {
	d.t.Helper()
	d.waitForText("Choose this folder")
	d.click("Choose this folder")
}

// TestComparingAndExportingWriteNothing does both against a server that is not ours, and
// against the practice organization, where what was exported is all in both.
func TestComparingAndExportingWriteNothing(t *testing.T) {
	d, s := bare(t), meet(t)
	s.numbers["+18165550100"], s.numbers["+18165550190"], s.numbers["+18165550101"] = "loc-kc", "loc-kc", "loc-aus"
	path := file(t, "carrier.csv", []byte(header+list("did", "Kansas City", 100, 3)))
	book := filepath.Join(t.TempDir(), "compared.xlsx")
	out, messages, status := d.with(s.environment(), "compare", path, "--json", "--results", book)
	if status != 1 {
		t.Fatalf("status %d: %s", status, messages)
	}
	checkCounts(t, "compare", summary(t, out), object{"both": 1.0, "only_file": 1.0, "webex": 1.0, "other_location": 1.0})
	if _, err := os.Stat(book); err != nil {
		t.Error(err)
	}
	all := filepath.Join(t.TempDir(), "all.xlsx")
	if _, messages, status := d.with(s.environment(), "export", all); status != 0 {
		t.Errorf("export: status %d: %s", status, messages)
	}
	if posts := s.posts(); len(posts) != 0 || len(s.numbers) != 3 {
		t.Errorf("%d requests added numbers, %d are there", len(posts), len(s.numbers))
	}
	there := filepath.Join(t.TempDir(), "practice.xlsx")
	if _, messages, status := d.with(nil, "export", there, "--practice"); status != 0 {
		t.Fatalf("export of the practice organization: status %d: %s", status, messages)
	}
	out, messages, status = d.with(nil, "compare", there, "--practice", "--all-locations", "--json")
	if status != 0 {
		t.Errorf("what was exported is not all in both: status %d: %s", status, messages)
	}
	checkCounts(t, "compare", summary(t, out), object{"only_file": 0.0, "webex": 0.0, "other_location": 0.0})
}
