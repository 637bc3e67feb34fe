package gui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"numberloader/gui/frame"
)

// reached are the objects that a screen reader is told of, as the toolkit's walker on
// Windows finds them (internal/driver/glfw/accessibility_windows.go of 2.8.1): it goes
// into containers alone, and tells of each accessible object in them. That of macOS takes
// the same way.
func reached(object fyne.CanvasObject) []fyne.Accessible {
	if object == nil || !object.Visible() {
		return nil
	}
	if in, ok := object.(*fyne.Container); ok {
		var all []fyne.Accessible
		for _, child := range in.Objects {
			all = append(all, reached(child)...)
		}
		return all
	}
	if a, ok := object.(fyne.Accessible); ok {
		return []fyne.Accessible{a}
	}
	return nil
}

// told are the labels of what is reached, each with its role.
func (d *desk) told() []string {
	var lines []string
	for _, a := range reached(d.window.window.Content()) {
		lines = append(lines, string(a.AccessibilityRole())+": "+a.AccessibilityLabel())
	}
	return lines
}

// isTold fails unless a screen reader is told all of that, in whatever element.
func (d *desk) isTold(wanted ...string) {
	d.t.Helper()
	told := strings.Join(d.told(), "\n")
	for _, text := range wanted {
		if !strings.Contains(told, text) {
			d.t.Errorf("nobody is told %q of\n%s", text, told)
		}
	}
}

func TestAScreenReaderIsToldWhatTheWindowShows(t *testing.T) {
	d := sit(t, []string{"/home/dana/carrier-dids.xlsx"})
	d.isTold("Open, carrier-dids.xlsx, done", "Review, 1 problem, this step", "Settings",
		"link: Change", "button: Practice organization", "button: Continue with 3 rows", "All 4, chosen", "Problems 1")
	d.key(fyne.KeyDown)
	d.isTold("Cell B2", "In the file +19135550101")
	d.window.goTo(frame.Add)
	d.settle()
	d.isTold("Add 3 numbers to Kansas City in the practice organization", "Checked before anything is sent", "button: Add 3 numbers")
	d.window.bottom.Primary.Press()
	d.isTold("They go to Kansas City.", "Cancel")
	d.click("Cancel")
	if slices.ContainsFunc(d.told(), func(text string) bool { return strings.Contains(text, "They go to") }) {
		t.Error("a dialog that is gone is told of")
	}
}

// TestEverythingThatIsReachedHasAName goes to each screen that can be gone to, and holds
// that what can be pressed there says what it is.
func TestEverythingThatIsReachedHasAName(t *testing.T) {
	d := sit(t, []string{"/home/dana/carrier-dids.xlsx"})
	for _, to := range []frame.Screen{frame.Open, frame.Review, frame.Add, frame.History, frame.SignIn, frame.Settings, frame.Help} {
		d.window.goTo(to)
		d.settle()
		for _, a := range reached(d.window.window.Content()) {
			if a.AccessibilityLabel() == "" && a.AccessibilityRole() != fyne.AccessibleRoleText {
				t.Errorf("on screen %v a %T has no name", to, a)
			}
		}
	}
}
