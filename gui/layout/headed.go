package layout

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"numberloader/gui/draw"
	"numberloader/gui/theme"
)

// Headed is a center between a top and a bottom, which may be nil. Where the center would
// have less than it needs, as with large text in a small window, the bottom goes and then
// the top scrolls in the room that is left to it. The keyboard goes from the top down.
func Headed(top, bottom, center fyne.CanvasObject) *fyne.Container {
	held := Stack()
	if bottom != nil {
		held.Add(bottom)
	}
	scroll := Scrolled(top)
	return container.New(&headed{top, scroll, center, held}, scroll, center, held)
}

// headed knows the top and what scrolls it. What holds the bottom is hidden where there
// is no room, since whether the bottom is shown is up to its owner.
type headed struct {
	top, scroll, center fyne.CanvasObject
	bottom              *fyne.Container
}

// topLeast is how tall the top is at least, for a line and the end of the next one.
const topLeast = theme.Control + theme.GroupGap

func (l *headed) MinSize([]fyne.CanvasObject) fyne.Size {
	center := l.center.MinSize()
	return fyne.NewSize(max(center.Width, l.top.MinSize().Width), center.Height+topLeast)
}

func (l *headed) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	top, least := HeightAt(l.top, size.Width), l.center.MinSize().Height
	below := l.below()
	crowded := below > 0 && top+below+least > size.Height
	if SetVisible(l.bottom, !crowded); crowded {
		below = 0
	}
	top = min(top, max(size.Height-below-least, topLeast*draw.TallScale()))
	Put(l.scroll, fyne.Position{}, fyne.NewSize(size.Width, top))
	Put(l.center, fyne.NewPos(0, top), fyne.NewSize(size.Width, max(0, size.Height-top-below)))
	Put(l.bottom, fyne.NewPos(0, size.Height-below), fyne.NewSize(size.Width, below))
}

// below is the height of the bottom, 0 if there is none now.
func (l *headed) below() float32 {
	if len(l.bottom.Objects) == 0 || !l.bottom.Objects[0].Visible() {
		return 0
	}
	return l.bottom.Objects[0].MinSize().Height
}
