package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/press"
	"numberloader/gui/theme"
)

// Radio is the round mark of a choice among cards.
func Radio(on bool) fyne.CanvasObject {
	paint := draw.Paint{Fill: theme.ColorNone, Stroke: theme.ColorBorder, Width: 2, Radius: canvas.RadiusMaximum}
	if on {
		paint = draw.Paint{Fill: theme.ColorNone, Stroke: theme.ColorPrimary, Width: 6 * draw.Scale(), Radius: canvas.RadiusMaximum}
	}
	return draw.Grown(layout.Sized(18, 18, draw.NewSurface(paint)))
}

// Field is a field to type into. Keys that mean nothing in it reach the window.
type Field struct{ Entry }

// NewField returns an empty field; what is typed into a secret one is not shown.
func NewField(secret bool) *Field {
	f := &Field{}
	f.Password, f.Wrapping = secret, fyne.TextWrap(fyne.TextTruncateClip)
	f.ExtendBaseWidget(f)
	return f
}

// FocusGained shows the cursor, where it is seen.
func (f *Field) FocusGained() {
	f.Entry.FocusGained()
	press.Reveal(f)
}

// TypedKey edits, or hands the key on.
func (f *Field) TypedKey(key *fyne.KeyEvent) {
	switch {
	case f.Composes(key):
	case press.IsTyping(key):
		f.Entry.TypedKey(key)
	default:
		press.HandOn(f, key)
	}
}
