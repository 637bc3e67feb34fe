package filter

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/rows"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
)

const emptyIcon float32 = 32

// Emptiness stands in place of rows: an icon, the reason why none are shown, and the link
// of the way out, which does what leave has for it. It is nil without a reason.
func Emptiness(icon fyne.Resource, reason string, way rows.Way, leave map[rows.Way]func()) fyne.CanvasObject {
	if reason == "" {
		return nil
	}
	parts := []fyne.CanvasObject{
		container.NewCenter(draw.Picture(icon, emptyIcon)),
		container.NewCenter(draw.NewText(reason, draw.Body)),
	}
	if way != rows.WayNone {
		parts = append(parts, container.NewCenter(widgets.NewLink(way.Label(), leave[way])))
	}
	return container.NewCenter(layout.VStack(theme.Gap, parts...))
}
