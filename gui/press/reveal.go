package press

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// revealRoom is how far from the edge of what scrolls a thing is brought that has the
// keyboard, so that its ring and a little of what follows are seen.
const revealRoom = 2 * ringOffset

// PlaceOf is where an object stands in a window. The toolkit knows it only of what it has
// looked at before a picture, and says the corner for what was made since, so that it is
// told to look first: what a key opens may hang on what the key before it made.
func PlaceOf(on fyne.Canvas, o fyne.CanvasObject) fyne.Position {
	driver := fyne.CurrentApp().Driver() //nolint:forbidigo // only the driver knows where an object is
	if looks, ok := on.(interface{ EnsureMinSize() bool }); ok && driver.CanvasForObject(o) == nil {
		looks.EnsureMinSize()
	}
	return driver.AbsolutePositionForObject(o)
}

// Reveal scrolls whatever a thing lies in, so that it is seen; what is seen already
// stays where it is. The toolkit leaves the keyboard out of sight.
func Reveal(wanted fyne.CanvasObject) {
	on := fyne.CurrentApp().Driver().CanvasForObject(wanted) //nolint:forbidigo // only the driver knows where an object is
	if on == nil {
		return
	}
	for _, in := range append(on.Overlays().List(), on.Content()) {
		if _, found := RevealIn(in, wanted); found {
			return
		}
	}
}

// RevealIn is where a thing lies within another one, after everything between them that
// scrolls was scrolled to it.
func RevealIn(in, wanted fyne.CanvasObject) (at fyne.Position, found bool) {
	if in == wanted {
		return at, true
	}
	switch in := in.(type) {
	case *fyne.Container:
		for _, child := range in.Objects {
			if at, found = RevealIn(child, wanted); found {
				return at.Add(child.Position()), true
			}
		}
	case *container.ThemeOverride:
		return RevealIn(in.Content, wanted)
	case *container.Scroll:
		if at, found = RevealIn(in.Content, wanted); found {
			room, whole, size := in.Size(), in.Content.Size(), wanted.Size()
			in.ScrollToOffset(fyne.NewPos(
				scrolledTo(in.Offset.X, room.Width, whole.Width, at.X, size.Width),
				scrolledTo(in.Offset.Y, room.Height, whole.Height, at.Y, size.Height),
			))
			return at.Subtract(in.Offset), true
		}
	}
	return at, false
}

// scrolledTo is the offset of a whole in a room at which a thing of some length that lies
// at a place in it is seen, as near as can be to the offset before. Of one that is longer
// than the room the start is seen.
func scrolledTo(offset, room, whole, at, length float32) float32 {
	first, last := at-revealRoom, at+length+revealRoom
	return max(0, min(max(offset, last-room), first, whole-room))
}
