//go:build e2e

package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSettingsHelpAndKeysByKeyboard changes settings, reads the guide and looks at the
// sheet of shortcuts, all by keyboard, and finds the settings again at the next start.
func TestSettingsHelpAndKeysByKeyboard(t *testing.T) {
	d := sit(t, look{size: "900x600"})
	d.start()
	d.waitForText("Drop a spreadsheet here", "Practice organization")
	d.press("ctrl+comma")
	d.waitForText("Every change applies at once", "Mobile numbers in a request", "Back to Open")
	d.press("Tab", "ctrl+a", "2", "1")
	d.waitForText("1 to 20")
	d.picture("out-of-range")
	d.press("ctrl+a", "7")
	d.press("Tab", "Tab", "space") // One request only
	d.waitFor("the settings in their file", func(view) bool {
		text, err := os.ReadFile(filepath.Join(d.home, "settings.json"))
		return err == nil && strings.Contains(string(text), `"mobileInRequest": 7`) && strings.Contains(string(text), `"oneRequest": true`)
	})
	d.picture("settings")
	d.press("F1")
	d.waitForText("Works without a network", "Default country", "Back to Settings")
	d.picture("help")
	d.press("ctrl+f", "t", "o", "l", "l")
	d.waitForText("What a list holds")
	d.press("Return")
	d.waitForText("1. Open", "what it may hold")
	d.picture("found")
	d.press("Escape")
	d.waitForText("Every change applies at once")
	d.press("Escape")
	d.waitForText("Drop a spreadsheet here")
	d.press("ctrl+slash")
	d.waitForText("Keyboard shortcuts", "While you edit")
	d.picture("keys")
	d.press("Escape")
	d.waitFor("the sheet to go", func(seen view) bool {
		_, open := seen.find("While you edit")
		return !open
	})
	d.press("F10", "Right", "Right", "Right", "Right", "Down", "Return")
	d.waitForText("Works without a network", "1. Open")
	d.picture("help-from-the-menu")
}
