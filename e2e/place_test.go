//go:build e2e

package e2e

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// TestTheWindowComesBackWhereItStood moves the window, leaves it, and starts it again on
// the same screen and on a smaller one.
func TestTheWindowComesBackWhereItStood(t *testing.T) {
	d := sit(t, look{room: "1920x1080"})
	d.start()
	d.waitForText("Drop a spreadsheet here")
	window := d.window()
	d.xdotool("windowmove", window, "700", "200")
	d.xdotool("windowsize", window, "1000", "640")
	d.waitForPlace("700,200 1000x640")
	d.press("ctrl+q")
	d.ended()
	d.startHere()
	d.waitForPlace("700,200 1000x640")
	d.picture("same-place")
	d.press("ctrl+q")
	d.ended()

	d.look.room = "1280x800"
	d.startScreen()
	d.startHere()
	d.waitForPlace("280,160 1000x640")
	d.picture("smaller-screen")
}

// ended waits until the program has ended.
func (d *desk) ended() {
	d.t.Helper()
	if err := d.program.Wait(); err != nil {
		d.t.Fatal(err)
	}
}

// waitForPlace waits until the window stands somewhere, as "x,y WxH" in pixels.
func (d *desk) waitForPlace(wanted string) {
	d.t.Helper()
	var place string
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(30 * time.Millisecond) {
		var x, y, screen, width, height int
		lines := strings.NewReplacer("=", " ", "\n", " ").Replace(d.xdotool("getwindowgeometry", "--shell", d.window()))
		var id int
		if _, err := fmt.Sscanf(lines, "WINDOW %d X %d Y %d WIDTH %d HEIGHT %d SCREEN %d", &id, &x, &y, &width, &height, &screen); err != nil {
			d.t.Fatalf("%q: %v", lines, err)
		}
		if place = fmt.Sprintf("%d,%d %dx%d", x, y, width, height); place == wanted {
			return
		}
	}
	d.t.Fatalf("the window stands at %s, not at %s", place, wanted)
}
