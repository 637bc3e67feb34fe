package layout

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"numberloader/gui/draw"
)

// Followed is a paragraph with an action that follows its last word, or goes to
// a line of its own where there is no room for it.
func Followed(paragraph *draw.Paragraph, link fyne.CanvasObject) *fyne.Container {
	return container.New(&followed{}, paragraph, link)
}

// followed remembers the height for the width that was set last.
type followed struct{ height float32 }

// linkGap is the room between the last word and the link.
const linkGap float32 = 6

func (f *followed) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := objects[0].MinSize()
	return fyne.NewSize(max(size.Width, objects[1].MinSize().Width), max(size.Height, f.height))
}

func (f *followed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := HeightAt(objects[0], size.Width)
	link := objects[1].MinSize()
	var at fyne.Position
	if paragraph, ok := objects[0].(*draw.Paragraph); ok {
		at = paragraph.End()
	}
	if at.X += linkGap; at.X+link.Width > size.Width {
		at = fyne.NewPos(0, height)
	}
	Put(objects[1], at, link)
	f.height = max(height, at.Y+link.Height)
}
