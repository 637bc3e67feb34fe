package press

import "fyne.io/fyne/v2"

// IsPress reports whether a key presses what has the keyboard.
func IsPress(key *fyne.KeyEvent) bool {
	return key.Name == fyne.KeySpace || key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter
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

// HandOnShortcut gives the window a shortcut that what has the keyboard has no use for: the
// toolkit asks the window only while nothing has the keyboard.
func HandOnShortcut(on fyne.Canvas, shortcut fyne.Shortcut) {
	if window, ok := on.(fyne.Shortcutable); ok {
		window.TypedShortcut(shortcut)
	}
}

// IsTyping reports whether a key means something in a field.
func IsTyping(key *fyne.KeyEvent) bool {
	function := len(key.Name) > 1 && key.Name[0] == 'F'
	return key.Name != fyne.KeyEscape && !function
}
