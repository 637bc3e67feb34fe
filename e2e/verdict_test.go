//go:build e2e

package e2e

import "testing"

// TestAVerdictStays goes forward and back with a number that Webex refused in the
// check beforehand: it is a problem each time, and is never sent.
func TestAVerdictStays(t *testing.T) {
	d := sit(t, look{})
	rows := "+18165550014,did,Kansas City\n+1816555,did,Kansas City\n" + list("did", "Kansas City", 150, 38)
	path := file(t, "carrier.csv", []byte(header+rows))
	d.start(path)
	d.waitForText("38 of 40 rows can be added", "Webex does not accept +18165550014")
	d.picture("review")
	for range 2 {
		d.click("Continue with 38 rows")
		d.waitForText("Checked before anything is sent", "Add 38 numbers")
		d.picture("add")
		d.click("Back")
		d.waitForText("38 of 40 rows can be added", "Webex does not accept +18165550014")
		d.picture("back")
	}
	d.click("Continue with 38 rows")
	d.click("Add 38 numbers")
	d.waitForText("They go to Kansas City.")
	d.press("Tab", "Return")
	d.waitForText("38 numbers were added")
	d.picture("results")
	checkOutcomes(t, lastWorkbook(t, path, 1), map[string]int{"Added": 38, "Refused": 1, "Not sent": 1})
}
