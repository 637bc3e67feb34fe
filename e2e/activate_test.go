//go:build e2e

package e2e

import (
	"testing"
	"time"
)

// TestAListIsActivatedByItsDays activates, with the keyboard alone, the numbers of a list
// that are in the practice organization, inactive and due. What is used by somebody says
// by whom.
func TestAListIsActivatedByItsDays(t *testing.T) {
	d := sit(t, look{})
	day := func(after int) string { return time.Now().AddDate(0, 0, after).Format(time.DateOnly) }
	path := file(t, "ported.csv", []byte("Phone number,Location,Activate on\n"+
		"+18165550197,Kansas City,"+day(-1)+"\n+18165550195,Kansas City,"+day(7)+"\n"+
		"+18165550196,Kansas City,"+day(0)+"\n+18165550150,Kansas City,"+day(0)+"\n"))
	d.start(path)
	d.waitForText("Already there", "Continue with 1 row")
	d.press("Down", "Down", "Down")
	d.waitForText("used by Reception, a workspace")
	d.press("F10", "Right", "Right", "Right", "Down", "Down", "Return")
	d.waitForText("Activate 1 number in the practice organization", "2 numbers of this list are in Webex and inactive.", "A day late", "In 7 days")
	d.picture("due")
	d.press("Down", "Down", "Right")
	d.waitForText("+18165550195")
	d.press("space")
	d.waitForText("Activate 2 numbers in the practice organization")
	d.picture("chosen")
	d.press("space")
	d.waitForText("Activate 1 number in the practice organization")
	d.press("ctrl+Return")
	d.waitForText("It is in use from then on")
	d.press("Tab", "Return")
	d.waitForText("1 number was activated", "Show in folder")
	d.picture("activated")
	checkOutcomes(t, lastWorkbook(t, path, 1), map[string]int{"Activated": 1, "Already there": 2, "Not sent": 1})
	d.press("ctrl+5")
	d.waitForText("1 of 1 activated", "Finished")
}
