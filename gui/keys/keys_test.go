package keys

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/theme"
	"numberloader/internal/phrase"
)

// commands are all that have a key.
func commands() []Command {
	var all []Command
	for c := None + 1; c <= MenuHelp; c++ {
		all = append(all, c)
	}
	return all
}

func TestEveryCommandHasKeysOfItsOwn(t *testing.T) {
	t.Parallel()
	taken := map[string]Command{}
	for _, c := range commands() {
		if len(c.Keys()) == 0 {
			t.Errorf("command %d has no key", c)
		}
		for _, k := range c.Keys() {
			name := k.Shortcut().ShortcutName()
			if other, twice := taken[name]; twice {
				t.Errorf("%s is of the commands %d and %d", name, other, c)
			}
			taken[name] = c
			if hidden := Hide(k.Shortcut()); hidden.ShortcutName() != name {
				t.Errorf("hidden, %s is %s", name, hidden.ShortcutName())
			}
		}
	}
	if None.Keys() != nil {
		t.Error("nothing has a key")
	}
}

func TestTheToolkitDoesNotDrawAHiddenShortcut(t *testing.T) {
	t.Parallel()
	var shortcut fyne.Shortcut = Hide(Open.Keys()[0].Shortcut())
	if _, draws := shortcut.(fyne.KeyboardShortcut); draws {
		t.Error("it does")
	}
}

func TestKeysAreCalledWhatStandsOnThem(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		key     Key
		pc, mac string
	}{
		{Filter.Keys()[0], "Ctrl Shift F", "⌃ ⇧ F"},
		{Key{fyne.KeyLeft, fyne.KeyModifierAlt}, "Alt ←", "⌥ ←"},
		{Key{fyne.KeyReturn, fyne.KeyModifierSuper}, "Super Return", "⌘ Return"},
		{Key{Name: fyne.KeyPageUp}, "Page Up", "Page Up"},
	} {
		if got := strings.Join(test.key.caps(false), " "); got != test.pc {
			t.Errorf("%v is %q", test.key, got)
		}
		if got := strings.Join(test.key.caps(true), " "); got != test.mac {
			t.Errorf("on a Mac %v is %q", test.key, got)
		}
	}
}

func TestKeysInAMenuStandBelowEachOther(t *testing.T) {
	test.NewTempApp(t)
	labels := Labels([]MenuLine{{"Open…", "Ctrl+O"}, {"Change how the file is read…", "Ctrl+L"}, {"Export the problem rows…", ""}, {"Quit", "Ctrl+Q"}})
	if labels[2] != "Export the problem rows…" {
		t.Errorf("without keys it is %q", labels[2])
	}
	var at []float32
	for _, i := range []int{0, 1, 3} {
		before, _, _ := strings.Cut(labels[i], "Ctrl")
		at = append(at, fyne.MeasureText(before, textSize(), fyne.TextStyle{}).Width)
	}
	for _, x := range at {
		if x < at[0]-1 || x > at[0]+1 {
			t.Errorf("the keys begin at %v", at)
		}
	}
}

// shown is the sheet in a window.
func shown(t *testing.T, size fyne.Size) fyne.Window {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.NewLook(theme.ShadeLight, 100))
	w := test.NewTempWindow(t, canvas.NewText("behind", nil))
	w.SetPadded(false)
	w.Resize(size)
	Show(w.Canvas())
	return w
}

func TestTheSheetNamesEveryCommand(t *testing.T) {
	w := shown(t, fyne.NewSize(1100, 720))
	said := map[string]bool{}
	for _, o := range test.LaidOutObjects(w.Canvas().Overlays().Top()) {
		if text, ok := o.(*canvas.Text); ok {
			said[text.Text] = true
		}
	}
	left, right := groups()
	named := map[Key]bool{}
	for _, g := range append(left, right...) {
		for _, l := range g.Lines {
			if !said[phrase.Text(l.Title)] {
				t.Errorf("nobody sees %q", phrase.Text(l.Title))
			}
			for _, k := range l.Keys {
				named[k] = true
			}
		}
	}
	// These stand in the menu or between two that are named, and need no line of their own.
	unnamed := map[Command]bool{
		Template: true, CloseFile: true, Quit: true, StepReview: true, StepAdd: true, StepResults: true,
		MenuFile: mac, MenuEdit: true, MenuGo: true, MenuOrganization: true, MenuHelp: true,
	}
	for _, c := range commands() {
		if named[c.Keys()[0]] == unnamed[c] {
			t.Errorf("command %d, %s: on the sheet %v", c, c.Keys()[0].Text(), named[c.Keys()[0]])
		}
	}
}

func TestTheSheetGoesAwayByEveryWay(t *testing.T) {
	for name, leave := range map[string]func(fyne.Window){
		"Close":  func(w fyne.Window) { w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) },
		"Escape": func(w fyne.Window) { w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) },
		"beside": func(w fyne.Window) {
			test.TapCanvas(w.Canvas(), fyne.NewPos(550, 350))
			if w.Canvas().Overlays().Top() == nil {
				t.Error("a click on the sheet closes it")
			}
			test.TapCanvas(w.Canvas(), fyne.NewPos(10, 10))
		},
	} {
		w := shown(t, fyne.NewSize(1100, 720))
		if leave(w); w.Canvas().Overlays().Top() != nil {
			t.Errorf("%s does not close it", name)
		}
	}
}
