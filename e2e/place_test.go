//go:build e2e

package e2e

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
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

// TestTheEndOfASessionKeepsWhereTheWindowStood moves the window, and ends the program as
// systems do it.
func TestTheEndOfASessionKeepsWhereTheWindowStood(t *testing.T) {
	d := sit(t, look{room: "1920x1080"})
	for i, signal := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP} {
		place := fmt.Sprintf("%d,150 %dx640", 400+i*100, 1000+i*50)
		d.startHere()
		d.waitForText("Drop a spreadsheet here")
		at := strings.FieldsFunc(place, func(r rune) bool { return strings.ContainsRune(", x", r) })
		d.xdotool("windowmove", d.window(), at[0], at[1])
		d.xdotool("windowsize", d.window(), at[2], at[3])
		d.waitForPlace(place)
		d.waitFor("the place to be kept", func(view) bool {
			text, err := os.ReadFile(filepath.Join(d.home, "preferences.json"))
			return err == nil && strings.Contains(string(text), "("+at[0]+",150)")
		})
		check(t, d.program.Process.Signal(signal))
		d.ended()
		d.startHere()
		d.waitForPlace(place)
		check(t, d.program.Process.Signal(signal))
		d.ended()
	}
}

// TestTheSecondSignalEndsTheWindowAtOnce ends the program while a request hangs: the
// first signal waits for it, the second does not, and the history says what is known.
func TestTheSecondSignalEndsTheWindowAtOnce(t *testing.T) {
	d, s := sit(t, look{}), meet(t)
	under, free := make(chan struct{}), make(chan struct{})
	t.Cleanup(func() { close(free) })
	s.answer = func(http.ResponseWriter, post) bool {
		if len(s.posts()) == 2 {
			close(under)
			<-free
		}
		return false
	}
	d.more = []string{"NUMBERLOADER_API_URL=" + s.address()}
	d.start(file(t, "carrier.csv", []byte(header+list("did", "Kansas City", 100, 65))))
	d.signIn()
	d.waitForText("Continue with 65 rows", "Acme Corp")
	d.add("Add 65 numbers to Kansas City in Acme Corp", "Add 65 numbers")
	await(t, under, "the second request")
	check(t, d.program.Process.Signal(syscall.SIGTERM))
	atRest(t, d.program.Process.Pid)
	check(t, d.program.Process.Signal(syscall.SIGTERM))
	_ = d.program.Wait() // the signal says it
	if status, ok := d.program.ProcessState.Sys().(syscall.WaitStatus); !ok || status.Signal() != syscall.SIGTERM {
		t.Errorf("it ended with %v", d.program.ProcessState)
	}
	history, _, _ := d.with(nil, "history", "--json")
	run := objects(t, history)[0]
	checkCounts(t, "history", run, object{"added": 20.0, "not_known": 20.0, "not_sent": 25.0})
	if run["state"] != "unfinished" {
		t.Errorf("the run is %v", run["state"])
	}
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
