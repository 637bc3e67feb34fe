package open

import (
	"slices"

	"fyne.io/fyne/v2"
)

// wrapping places objects side by side, with a gap, and goes to the next line where
// room is missing. Its height follows from the width that it was last given.
// While all are hidden they keep their room; else those that are hidden take none.
type wrapping struct {
	across float32 // gap
	width  float32
}

// Layout places the objects.
func (l *wrapping) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.place(objects, func(o fyne.CanvasObject, at fyne.Position) {
		o.Move(at)
		o.Resize(o.MinSize())
	})
}

// MinSize is as wide as the widest object.
func (l *wrapping) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return l.place(objects, func(fyne.CanvasObject, fyne.Position) {})
}

// place hands over the position of each object and returns the size they need.
func (l *wrapping) place(objects []fyne.CanvasObject, put func(fyne.CanvasObject, fyne.Position)) fyne.Size {
	var at fyne.Position
	var widest, tall float32
	shown := slices.ContainsFunc(objects, fyne.CanvasObject.Visible)
	for _, object := range objects {
		if shown && !object.Visible() {
			continue
		}
		size := object.MinSize()
		if at.X > 0 && l.width > 0 && at.X+size.Width > l.width {
			at = fyne.NewPos(0, at.Y+tall)
			tall = 0
		}
		put(object, at)
		at.X += size.Width + l.across
		tall, widest = max(tall, size.Height), max(widest, size.Width)
	}
	return fyne.NewSize(widest, at.Y+tall)
}
