//go:build e2e

package e2e

import (
	"os"
	"os/exec"
	"testing"
)

// TestASecondStartHandsOverItsFile starts the program twice: the second one ends by
// itself, and its file is open in the window of the first, also after the first was
// killed.
func TestASecondStartHandsOverItsFile(t *testing.T) {
	d := sit(t, look{})
	d.start()
	d.waitForText("Drop a spreadsheet here")
	d.hand(workbook(t, "second.xlsx", nil, desks("Desks", 100, 6)))
	d.waitForText("second.xlsx", "Continue with 6 rows")
	d.picture("handed-over")
	d.hand()
	d.kill()
	check(t, os.Remove(d.socket))
	d.start(workbook(t, "third.xlsx", nil, desks("Desks", 100, 5)))
	d.waitForText("third.xlsx", "Continue with 5 rows")
}

// hand starts the program once more, which hands over what it is given and ends.
func (d *desk) hand(arguments ...string) {
	d.t.Helper()
	second := exec.Command(binary(d.t), arguments...)
	second.Env, second.Stderr = d.environment(), os.Stderr
	check(d.t, second.Run())
}
