//go:build e2e

package e2e

import (
	"os"
	"path/filepath"
	"slices"
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

// TestEachSettingAppliesAtOnce changes what Settings has with the mouse, sees it in the
// window or in the settings' file, and takes all of it back.
func TestEachSettingAppliesAtOnce(t *testing.T) {
	d := sit(t, look{size: "1280x900"})
	d.start()
	d.waitForText("Drop a spreadsheet here", "Practice organization")
	d.press("ctrl+comma")
	d.waitForText("Every change applies at once", "Default country")
	kept := func(values ...string) {
		t.Helper()
		d.waitFor("settings in their file", func(view) bool {
			text, err := os.ReadFile(filepath.Join(d.home, "settings.json"))
			return err == nil && !slices.ContainsFunc(values, func(v string) bool { return !strings.Contains(string(text), v) })
		})
	}
	tall := func() int {
		t.Helper()
		entry, _ := d.waitFor("the rail", func(v view) bool { return v.Idle }).find("History")
		return entry.Height
	}
	choose := func(from, to, key, value string) {
		t.Helper()
		d.click(from)
		d.waitForText(to)
		d.click(to)
		kept(`"` + key + `": ` + value)
	}
	before := tall()
	choose("Like Webex", "At once", "practiceSpeed", `"at-once"`)
	choose("Only waits", "1 in 5 requests", "practiceErrors", `"many"`)
	choose("Commercial", "US government", "cloud", `"government"`)
	choose("Beside the file", "Home folder", "results", `"home"`)
	choose("100%", "150%", "textSize", "150")
	if after := tall(); after <= before {
		t.Errorf("the text is %d high, and was %d", after, before)
	}
	d.picture("changed")
	d.press("Escape")
	d.waitForText("Drop a spreadsheet here")
	d.press("ctrl+t")
	d.waitForText("87 of 96 rows can be added")
	d.press("ctrl+comma")
	d.waitForText("Every change applies at once")
	d.clickWhen(func(v view) bool { return v.Idle }, "Reset all settings")
	d.waitForText("Reset them")
	d.click("Reset them")
	kept(`"textSize": 100`, `"practiceSpeed": "like-webex"`)
	if after := tall(); after != before {
		t.Errorf("after the reset the text is %d high, and was %d", after, before)
	}
	d.picture("reset")
}

// TestTheMenusAreUsedByKeyboard opens each menu after F10 and after Alt, and goes on in the
// grid after Escape.
func TestTheMenusAreUsedByKeyboard(t *testing.T) {
	d := sit(t, look{})
	d.start(workbook(t, "carrier.xlsx", nil, desks("Desks", 100, 6)))
	d.waitForText("All 6 rows can be added")
	for _, key := range []string{"F10", "alt"} {
		d.press(key)
		for i, item := range []string{"Quit", "Undo", "Continue", "Compare with Webex", "About Number Loader"} {
			if i > 0 {
				d.press("Right")
			}
			d.waitFor(item, func(seen view) bool {
				_, ok := seen.findLast(item)
				return ok
			})
			d.picture("menu")
		}
		d.press("Escape")
		d.gone("About Number Loader")
	}
	d.press("Down", "space")
	d.waitForText("5 of 6 rows can be added")
}
