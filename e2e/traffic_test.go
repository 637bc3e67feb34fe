//go:build e2e

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestTheWindowTalksToNobodyButItself has the system write down every connection of the
// program, from its start to its end, while the practice organization is used: all go to
// this computer.
func TestTheWindowTalksToNobodyButItself(t *testing.T) {
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("there is no strace to watch with")
	}
	d := sit(t, look{})
	seen := filepath.Join(d.home, "connections")
	d.under = []string{strace, "-D", "-f", "-qq", "-e", "trace=connect,sendto,sendmsg", "-o", seen}
	d.start()
	d.waitForText("Drop a spreadsheet here", "Practice organization")
	d.press("ctrl+t")
	d.waitForText("87 of 96 rows can be added")
	d.press("ctrl+Return")
	d.waitForText("Checked before anything is sent")
	d.press("ctrl+comma")
	d.waitForText("Every change applies at once")
	d.press("F1")
	d.waitForText("Works without a network")
	d.press("ctrl+5")
	d.waitForText("No runs on this computer yet")
	d.press("ctrl+q")
	d.ended()
	written, err := os.ReadFile(seen)
	check(t, err)
	ours := 0
	for line := range strings.Lines(string(written)) {
		switch internet := strings.Contains(line, "sa_family=AF_INET"); {
		case internet && strings.Contains(line, `inet_addr("127.0.0.1")`):
			ours++
		case internet:
			t.Errorf("it talks to another computer: %s", line)
		}
	}
	if ours == 0 {
		t.Errorf("not even the practice organization was seen in %d bytes", len(written))
	}
}
