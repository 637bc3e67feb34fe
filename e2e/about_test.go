//go:build e2e

package e2e

import "testing"

// TestAbout opens About from the menu, reads a license and closes it.
func TestAbout(t *testing.T) {
	d := sit(t, look{size: "900x600"})
	d.start()
	d.waitForText("Drop a spreadsheet here", "Practice organization")
	d.openAbout()
	d.waitForText("Adds the phone numbers of a spreadsheet to Webex Calling.", "Version ", "MIT License", "Close")
	d.picture("about")
	d.press("Down", "Down", "Return")
	d.waitForText("fyne.io/fyne/v2", "BSD 3-Clause License")
	d.press("End")
	d.waitFor("the end of the license", func(seen view) bool {
		_, beginning := seen.find("BSD 3-Clause License")
		return !beginning
	})
	d.picture("license")
	d.press("Tab", "Tab", "space")
	d.waitForText("Copied")
	d.press("Escape")
	d.waitFor("the window below", func(seen view) bool {
		_, open := seen.find("Made with the work of others")
		return !open
	})
}

// openAbout opens About by keyboard: it is the last item of the last menu.
func (d *desk) openAbout() {
	d.t.Helper()
	d.press("F10", "Right", "Right", "Right", "Right", "Down", "Down", "Down", "Return")
}
