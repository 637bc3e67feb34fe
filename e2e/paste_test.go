//go:build e2e

package e2e

import "testing"

// TestAListIsTypedAndChecked types a list by keyboard, sees it read, and goes on to its
// rows.
func TestAListIsTypedAndChecked(t *testing.T) {
	d := sit(t, look{})
	d.start()
	d.waitForText("Drop a spreadsheet here")
	d.press("ctrl+v") // with nothing on the clipboard
	d.waitForText("Paste or type at least one number")
	d.picture("empty")
	d.write("(816) 555-0120; Kansas City")
	d.press("Return")
	d.write("+44 20 7946 0101; London Bridge")
	d.waitForText("2 numbers were pasted", "Use these 2 rows", "2 rows, 2 columns", "How it is read")
	d.picture("typed")
	d.press("ctrl+Return")
	d.waitForText("Pasted list", "Kansas City", "London Bridge")
	d.picture("review")
	d.press("ctrl+1")
	d.click("Close file")
	d.waitForText("Recent files", "pasted")
}
