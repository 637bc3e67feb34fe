package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
)

const emptyIcon float32 = 32

// Emptiness is what a Grid without rows shows: an icon, a sentence, and a
// link out of it, which may be nil.
func Emptiness(icon fyne.Resource, sentence string, link fyne.CanvasObject) fyne.CanvasObject {
	parts := []fyne.CanvasObject{
		container.NewCenter(draw.Picture(icon, emptyIcon)),
		container.NewCenter(draw.NewText(sentence, draw.Body)),
	}
	if link != nil {
		parts = append(parts, container.NewCenter(link))
	}
	return container.NewCenter(layout.VStack(theme.Gap, parts...))
}
