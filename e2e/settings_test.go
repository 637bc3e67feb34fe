//go:build e2e

package e2e

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
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

// TestLookCountryAndFoldersOfTheSettings has the window light and dark at once, sets the
// country that numbers without one are of, sees a list read so, and is shown each folder.
func TestLookCountryAndFoldersOfTheSettings(t *testing.T) {
	d := sit(t, look{})
	asked := filepath.Join(t.TempDir(), "asked")
	check(t, os.WriteFile(filepath.Join(d.home, "xdg-open"), []byte("#!/bin/sh\nprintf %s \"$1\" > "+asked+"\n"), 0o700))
	d.more = []string{"PATH=" + d.home + string(os.PathListSeparator) + os.Getenv("PATH")}
	d.start()
	d.waitForText("Drop a spreadsheet here", "Practice organization")
	d.press("ctrl+comma")
	d.waitForText("Every change applies at once", "Default country")
	for _, c := range []struct {
		look string
		dark bool
	}{{"Dark", true}, {"Light", false}, {"System", false}} {
		d.click(c.look)
		d.waitFor(c.look, func(view) bool { return d.dark() == c.dark })
	}
	for _, folder := range []struct{ title, path string }{{"Runs and what is remembered", d.home}, {"Log", filepath.Join(d.home, "logs")}} {
		line, _ := d.waitFor("folders", func(seen view) bool { return seen.Idle }).find(folder.title)
		shows := slices.DeleteFunc(d.waitFor("buttons", func(seen view) bool { return seen.Idle }).Texts, func(t text) bool { return t.Text != "Show" })
		button := slices.MinFunc(shows, func(a, b text) int { return max(a.Y-line.Y, line.Y-a.Y) - max(b.Y-line.Y, line.Y-b.Y) })
		d.clickAt(button.X+button.Width/2, button.Y+button.Height/2)
		d.waitFor(folder.path, func(view) bool {
			path, err := os.ReadFile(asked)
			return err == nil && string(path) == folder.path
		})
	}
	d.click("Ask each time")
	d.write("United Sta")
	d.waitForText("United States")
	d.press("Return")
	d.waitFor("the country in its file", func(view) bool {
		kept, err := os.ReadFile(filepath.Join(d.home, "settings.json"))
		return err == nil && strings.Contains(string(kept), `"country": "US"`)
	})
	d.picture("chosen")
	d.hand(nationals(t))
	d.waitForText("All 240 rows can be added")
}

// dark reports whether the screen is dark in its lower right corner, where the window has
// no words.
func (d *desk) dark() bool {
	d.t.Helper()
	picture, err := png.Decode(bytes.NewReader(d.shoot()))
	check(d.t, err)
	corner := picture.Bounds().Max.Sub(image.Pt(4, 4))
	return color.GrayModel.Convert(picture.At(corner.X, corner.Y)).(color.Gray).Y < 128
}

// TestEachMenuIsOpenedByItsLetter opens each menu with Alt, also from another one and while
// a field has the keyboard.
func TestEachMenuIsOpenedByItsLetter(t *testing.T) {
	d := sit(t, look{})
	d.start(workbook(t, "carrier.xlsx", nil, desks("Desks", 100, 6)))
	d.waitForText("All 6 rows can be added")
	menus := []struct{ key, item string }{
		{"alt+f", "Quit"}, {"alt+e", "Decide what waits"}, {"alt+g", "Ctrl+Return"}, {"alt+o", "Sign out"}, {"alt+h", "About Number Loader"},
	}
	opened := func(wanted int) {
		t.Helper()
		d.press(menus[wanted].key)
		d.waitFor(menus[wanted].item, func(seen view) bool {
			return !slices.ContainsFunc(menus, func(m struct{ key, item string }) bool {
				_, open := seen.find(m.item)
				return open != (m == menus[wanted])
			})
		})
	}
	for i := range menus {
		opened(i)
		d.press("Escape")
		d.gone("About Number Loader")
	}
	opened(4)
	opened(1)
	d.press("Escape", "ctrl+f")
	d.write("555")
	opened(3)
	d.picture("from-a-field")
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
