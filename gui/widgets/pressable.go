package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// pressable is what the widgets share that do one thing when they are pressed,
// by a tap or by Space or Return: it knows whether they have the keyboard and
// the pointer. A widget embeds it and draws both.
type pressable struct {
	press            func()
	keys             func(key fyne.KeyName) // that do not press; nil for nobody
	redraw           func()                 // the widget's Refresh
	self             fyne.CanvasObject
	hovered, focused bool
}

var (
	_ fyne.Tappable     = (*pressable)(nil)
	_ fyne.Focusable    = (*pressable)(nil)
	_ desktop.Hoverable = (*pressable)(nil)
)

// Tapped does what the widget is for.
func (p *pressable) Tapped(*fyne.PointEvent) { p.press() }

// TypedKey does what the widget is for with Space or Return, and hands other keys on.
func (p *pressable) TypedKey(key *fyne.KeyEvent) {
	switch {
	case Presses(key):
		p.press()
	case p.keys != nil:
		p.keys(key.Name)
	default:
		HandOn(p.self, key)
	}
}

// HandOn gives the window a key that what has the keyboard has no use for, as if
// nothing had it. What lies over the window keeps its keys.
func HandOn(o fyne.CanvasObject, key *fyne.KeyEvent) {
	on := fyne.CurrentApp().Driver().CanvasForObject(o) //nolint:forbidigo // only the driver knows where an object is
	if on == nil || on.Overlays().Top() != nil {
		return
	}
	if typed := on.OnTypedKey(); typed != nil {
		typed(key)
	}
}

// isField reports whether a key means something in a field.
func isField(key *fyne.KeyEvent) bool {
	function := len(key.Name) > 1 && key.Name[0] == 'F'
	return key.Name != fyne.KeyEscape && !function
}

// OnKey sets who is told keys that do not press while the widget has the keyboard.
func (p *pressable) OnKey(told func(key fyne.KeyName)) { p.keys = told }

// Presses reports whether a key presses what has the keyboard.
func Presses(key *fyne.KeyEvent) bool {
	return key.Name == fyne.KeySpace || key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter
}

// TypedRune does nothing.
func (p *pressable) TypedRune(rune) {}

// FocusGained draws the widget with the keyboard, where it is seen.
func (p *pressable) FocusGained() { p.focused = true; p.redraw(); reveal(p.self) }

// FocusLost draws the widget without the keyboard.
func (p *pressable) FocusLost() { p.focused = false; p.redraw() }

// MouseIn draws the widget under the pointer.
func (p *pressable) MouseIn(*desktop.MouseEvent) { p.hovered = true; p.redraw() }

// MouseMoved does nothing.
func (p *pressable) MouseMoved(*desktop.MouseEvent) {}

// MouseOut draws the widget without the pointer.
func (p *pressable) MouseOut() { p.hovered = false; p.redraw() }
