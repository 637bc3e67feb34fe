//go:build e2e

package e2e

import (
	"os/exec"
	"strconv"
	"testing"
)

// layout is a keyboard of a language, with the places of keys that carry a character
// there: numbers of X11, which are the same for each keyboard.
type layout struct {
	name    string
	z, a, y int
	sheet   []string // what is pressed for Ctrl /
}

// Places of keys that are the same on each keyboard of these languages.
const (
	keyDigits  = 10 // the 1; the others stand beside it
	keySpace   = 65
	keyControl = "ctrl+"
)

// TestShortcutsOnKeyboardsOfOtherLanguages presses the keys where each keyboard has the
// characters: steps by digits, undo, all rows, and the sheet of shortcuts.
func TestShortcutsOnKeyboardsOfOtherLanguages(t *testing.T) {
	for _, keyboard := range []layout{
		{name: "us", z: 52, a: 38, y: 29, sheet: []string{"ctrl+61"}},
		{name: "de", z: 29, a: 38, y: 52, sheet: []string{"ctrl+shift+16"}},
		{name: "fr", z: 25, a: 24, y: 29, sheet: []string{"ctrl+shift+60", "ctrl+67"}},
		{name: "ru", z: 52, a: 38, y: 29, sheet: []string{"ctrl+shift+51"}},
	} {
		t.Run(keyboard.name, func(t *testing.T) { pressedOn(t, keyboard) })
	}
}

func pressedOn(t *testing.T, keyboard layout) {
	t.Helper()
	d := sit(t, look{})
	if said, err := exec.CommandContext(t.Context(), "setxkbmap", "-display", d.display, keyboard.name).CombinedOutput(); err != nil {
		t.Fatalf("setxkbmap: %v %s", err, said)
	}
	d.start()
	d.click("Try the sample")
	d.waitForText("87 of 96 rows can be added")
	d.press("Tab") // some key, so that xdotool has nothing left to do
	d.pressPlace(keyControl, keyDigits)
	d.waitForText("Try the sample")
	d.pressPlace(keyControl, keyDigits+1)
	d.waitForText("87 of 96 rows can be added")
	d.pressPlace(keyControl, keyDigits+4)
	d.waitForText("No runs on this computer yet")
	d.pressPlace(keyControl, keyDigits+2)
	d.waitForText("Checked before anything is sent")
	d.pressPlace(keyControl, keyDigits+1)
	d.waitForText("87 of 96 rows can be added")
	d.pressPlace(keyControl, keyboard.a)
	d.waitForText("96 rows selected")
	d.pressPlace("", keySpace)
	d.waitForText("No row can be added")
	d.pressPlace(keyControl, keyboard.z)
	d.waitForText("87 of 96 rows can be added")
	d.pressPlace(keyControl, keyboard.y)
	d.waitForText("No row can be added")
	for _, sheet := range keyboard.sheet {
		d.press(sheet)
		d.waitForText("Keyboard shortcuts", "While you edit")
		d.press("Escape")
		d.gone("While you edit")
	}
}

// pressPlace presses the key in a place, with what is held.
func (d *desk) pressPlace(held string, place int) {
	d.t.Helper()
	d.press(held + strconv.Itoa(place))
}
