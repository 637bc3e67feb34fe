//go:build e2e

package e2e

import (
	"os"
	"syscall"
	"testing"
)

// TestACrashIsToldAtTheNextStart ends the program by a fault, and starts it again.
func TestACrashIsToldAtTheNextStart(t *testing.T) {
	d := sit(t, look{})
	d.start()
	d.waitForText("Drop a spreadsheet here")
	if err := d.program.Process.Signal(syscall.SIGABRT); err != nil {
		t.Fatal(err)
	}
	if err := d.program.Wait(); err == nil {
		t.Fatal("the program did not crash")
	}
	check(t, os.Remove(d.socket))
	d.start()
	d.waitForText("Number Loader ended unexpectedly", "Show in folder")
	d.picture("told")
	d.press("Escape")
	d.waitForText("Drop a spreadsheet here")
}
