package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/press"
)

// Entry is the toolkit's field, which leaves the keys of a text that an input method is
// composing to that, such as the Return that ends a Japanese word. The toolkit hears
// these keys under X11 and on a Mac, but not that they are the input method's: it is seen
// from keys of characters that bring none. What embeds it asks Composes first.
type Entry struct {
	widget.Entry

	whole   fyne.Widget // what embeds it
	waiting int         // keys of characters that have not brought one yet
}

// ExtendBaseWidget remembers what embeds the field.
func (e *Entry) ExtendBaseWidget(whole fyne.Widget) {
	e.whole = whole
	e.Entry.ExtendBaseWidget(whole)
}

// TypedShortcut edits; what has no use in a field reaches the window.
func (e *Entry) TypedShortcut(shortcut fyne.Shortcut) {
	e.Entry.TypedShortcut(shortcut)
	if _, other := shortcut.(*desktop.CustomShortcut); other {
		on := fyne.CurrentApp().Driver().CanvasForObject(e.whole) //nolint:forbidigo // only the driver knows where an object is
		press.HandOnShortcut(on, shortcut)
	}
}

// TypedRune types a character, which ends what was being composed.
func (e *Entry) TypedRune(r rune) {
	e.waiting = 0
	e.Entry.TypedRune(r)
}

// FocusLost leaves what was being composed.
func (e *Entry) FocusLost() {
	e.waiting = 0
	e.Entry.FocusLost()
}

// Composes reports whether a key belongs to an input method, so that it does nothing here.
func (e *Entry) Composes(key *fyne.KeyEvent) bool {
	switch {
	case len(key.Name) == 1: // of a character
		e.waiting++
		return false
	case e.waiting == 0:
		return false
	}
	switch key.Name { //nolint:exhaustive // the others go on with it
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyEscape:
		e.waiting = 0
	case fyne.KeyBackspace:
		e.waiting--
	}
	return true
}
