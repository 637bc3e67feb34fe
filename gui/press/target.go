package press

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Target is what the widgets share that do one thing when they are pressed, by a
// click or by Space or Return: it knows whether they have the keyboard and the
// pointer. A widget embeds it and draws both.
type Target struct {
	Hover

	of      fyne.CanvasObject
	does    func()
	keys    func(key fyne.KeyName) // that do not press; nil for nobody
	focused bool
}

var (
	_ fyne.Tappable     = (*Target)(nil)
	_ fyne.Focusable    = (*Target)(nil)
	_ desktop.Hoverable = (*Target)(nil)
)

// NewTarget is for a widget, and what it does when it is pressed.
func NewTarget(of fyne.CanvasObject, does func()) Target {
	return Target{Hover: NewHover(func(bool) { of.Refresh() }), of: of, does: does}
}

// Before does something before what the widget does when it is pressed.
func (t *Target) Before(first func()) {
	does := t.does
	t.does = func() {
		first()
		does()
	}
}

// Focused reports whether the widget has the keyboard.
func (t *Target) Focused() bool { return t.focused }

// Tapped does what the widget is for.
func (t *Target) Tapped(*fyne.PointEvent) { t.does() }

// TypedKey does what the widget is for with Space or Return, and hands other keys on.
func (t *Target) TypedKey(key *fyne.KeyEvent) {
	switch {
	case IsPress(key):
		t.does()
	case t.keys != nil:
		t.keys(key.Name)
	default:
		HandOn(t.of, key)
	}
}

// OnKey sets who is told keys that do not press while the widget has the keyboard.
func (t *Target) OnKey(told func(key fyne.KeyName)) { t.keys = told }

// TypedRune does nothing.
func (t *Target) TypedRune(rune) {}

// FocusGained draws the widget with the keyboard, where it is seen.
func (t *Target) FocusGained() { t.focused = true; t.of.Refresh(); Reveal(t.of) }

// FocusLost draws the widget without the keyboard.
func (t *Target) FocusLost() { t.focused = false; t.of.Refresh() }
