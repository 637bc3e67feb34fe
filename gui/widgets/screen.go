package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"numberloader/gui/theme"
)

const emptyIcon float32 = 32

// Emptiness is what a Grid without rows shows: an icon, a sentence, and a
// link out of it, which may be nil.
func Emptiness(icon fyne.Resource, sentence string, link fyne.CanvasObject) fyne.CanvasObject {
	parts := []fyne.CanvasObject{
		container.NewCenter(Picture(icon, emptyIcon)),
		container.NewCenter(NewText(sentence, Body)),
	}
	if link != nil {
		parts = append(parts, container.NewCenter(link))
	}
	return container.NewCenter(VStack(theme.Gap, parts...))
}

// AtLeast is an object that is no less tall than height.
func AtLeast(height float32, o fyne.CanvasObject) fyne.CanvasObject {
	room := canvas.NewRectangle(color.Transparent)
	room.SetMinSize(fyne.NewSize(0, height))
	return container.NewStack(room, o)
}

// SetVisible shows or hides an object.
func SetVisible(o fyne.CanvasObject, visible bool) {
	if visible {
		o.Show()
	} else {
		o.Hide()
	}
}
