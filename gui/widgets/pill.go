package widgets

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"numberloader/gui/theme"
)

// The measures of a pill.
const (
	pillTall float32 = 24
	pillRoom float32 = 8
)

// NewPill returns what is chosen, with a cross that takes the choice back. larger is how
// much larger than usual text is.
func NewPill(label string, larger float32, cleared func()) fyne.CanvasObject {
	back := NewSurface(Paint{Fill: fynetheme.ColorNameSelection, Stroke: theme.ColorPrimary, Width: theme.Hair, Radius: theme.PillRadius})
	return Sized(0, pillTall*larger, Stack(back, Inset(0, 0, 0, pillRoom, HStack(0, NewText(label, Message), newCross(cleared)))))
}
