package filter

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
)

// The measures of a pill.
const (
	pillTall float32 = 24
	pillRoom float32 = 8
)

// newPill returns what is chosen, with a cross that takes the choice back. larger is how
// much larger than usual text is.
func newPill(label string, larger float32, cleared func()) fyne.CanvasObject {
	back := draw.NewSurface(draw.Paint{Fill: fynetheme.ColorNameSelection, Stroke: theme.ColorPrimary, Width: theme.Hair, Radius: theme.PillRadius})
	return layout.Sized(0, pillTall*larger, layout.Stack(back, layout.Inset(0, 0, 0, pillRoom, layout.HStack(0, draw.NewText(label, draw.Message), widgets.NewCross(cleared)))))
}
