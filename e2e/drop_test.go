//go:build e2e

package e2e

import (
	"bufio"
	"os"
	"os/exec"
	"testing"
)

// TestASpreadsheetIsDropped drags a file from another program's window on ours.
func TestASpreadsheetIsDropped(t *testing.T) {
	d := sit(t, look{room: "1400x720"})
	d.start()
	d.waitForText("Drop a spreadsheet here")
	source := exec.Command("/usr/bin/python3", "testdata/drag_source.py", file(t, "carrier.csv", []byte(header+list("did", "Kansas City", 140, 3))), "1200", "300")
	source.Env = append(os.Environ(), "DISPLAY="+d.display)
	output, err := source.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := source.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = source.Process.Kill(); _ = source.Wait() })
	said := bufio.NewScanner(output)
	waitFor := func(want string) {
		t.Helper()
		for said.Scan() {
			if said.Text() == want {
				return
			}
		}
		t.Fatalf("the other program did not say %q (%v)", want, said.Err())
	}
	waitFor("ready")
	d.xdotool("mousemove", "1260", "330", "mousedown", "1", "mousemove", "1230", "330")
	waitFor("dragging")
	d.xdotool("mousemove", "700", "400", "mousemove", "640", "420")
	waitFor("taken")
	d.xdotool("mouseup", "1")
	d.waitForText("carrier.csv", "rows can be added", "+18165550142")
	d.picture("dropped")
}
