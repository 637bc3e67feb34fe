package layout

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Frame is a center between a top, a bottom, a left and a right without gaps,
// each of which may be nil. The keyboard goes through them as they are read: the
// top, the left, the center, the right and the bottom.
func Frame(top, bottom, left, right, center fyne.CanvasObject) *fyne.Container {
	var objects []fyne.CanvasObject
	for _, object := range []fyne.CanvasObject{top, left, center, right, bottom} {
		if object != nil {
			objects = append(objects, object)
		}
	}
	return container.New(frame{top, bottom, left, right}, objects...)
}

// Columns places objects side by side at equal widths and at the height of the
// tallest, with a fixed gap.
func Columns(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(columns{gap}, objects...)
}

type frame struct{ top, bottom, left, right fyne.CanvasObject }

func (l frame) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size, sides fyne.Size
	for _, object := range visible(objects) {
		smallest := object.MinSize()
		switch object {
		case l.top, l.bottom:
			size.Height += smallest.Height
			size.Width = max(size.Width, smallest.Width)
		case l.left, l.right:
			sides.Width += smallest.Width
			sides.Height = max(sides.Height, smallest.Height)
		}
	}
	var center fyne.Size
	for _, object := range visible(objects) {
		if l.isCenter(object) {
			center = object.MinSize()
		}
	}
	size.Height += max(sides.Height, center.Height)
	size.Width = max(size.Width, sides.Width+center.Width)
	return size
}

func (l frame) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var at fyne.Position
	left := size
	if shown(l.top) {
		height := HeightAt(l.top, size.Width)
		Put(l.top, at, fyne.NewSize(size.Width, height))
		at.Y, left.Height = height, left.Height-height
	}
	if shown(l.bottom) {
		height := HeightAt(l.bottom, size.Width)
		left.Height -= height
		Put(l.bottom, fyne.NewPos(0, at.Y+left.Height), fyne.NewSize(size.Width, height))
	}
	if shown(l.left) {
		width := l.left.MinSize().Width
		Put(l.left, at, fyne.NewSize(width, left.Height))
		at.X, left.Width = width, left.Width-width
	}
	if shown(l.right) {
		width := l.right.MinSize().Width
		left.Width -= width
		Put(l.right, fyne.NewPos(at.X+left.Width, at.Y), fyne.NewSize(width, left.Height))
	}
	for _, object := range objects {
		if l.isCenter(object) {
			Put(object, at, left)
		}
	}
}

func (l frame) isCenter(object fyne.CanvasObject) bool {
	return object != l.top && object != l.bottom && object != l.left && object != l.right
}

func shown(object fyne.CanvasObject) bool { return object != nil && object.Visible() }
