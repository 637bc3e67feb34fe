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
	if line, err := bufio.NewReader(output).ReadString('\n'); err != nil || line != "ready\n" {
		t.Fatalf("the other program said %q (%v)", line, err)
	}
	// The steps are those of a hand: press, begin to move, go there, let go.
	d.xdotool("mousemove", "1260", "330", "mousedown", "1", "sleep", "0.2", "mousemove", "1230", "330", "sleep", "0.2",
		"mousemove", "700", "400", "sleep", "0.2", "mousemove", "640", "420", "sleep", "0.3", "mouseup", "1")
	d.waitForText("carrier.csv", "rows can be added", "+18165550142")
	d.picture("dropped")
}
