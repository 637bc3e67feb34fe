package layout

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"numberloader/gui/draw"
)

// Wrapped places objects side by side, with a gap, and goes to the next line, below
// another gap, where room is missing. Its height follows from the width that it was last
// given. While all are hidden they keep their room; else those that are hidden take none.
func Wrapped(align draw.Align, across, down float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&wrapped{align: align, across: across, down: down}, objects...)
}

type wrapped struct {
	align        draw.Align
	across, down float32 // gaps
	width        float32
}

// Layout places the objects.
func (l *wrapped) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	var y float32
	for _, line := range l.lines(objects) {
		x := max(0, size.Width-lineWide(line, l.across)) * float32(l.align)
		tall := Tallest(line)
		for _, o := range line {
			least := o.MinSize()
			Put(o, fyne.NewPos(x, y+(tall-least.Height)/2), least)
			x += least.Width + l.across
		}
		y += tall + l.down
	}
}

// MinSize is as wide as the widest object.
func (l *wrapped) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, line := range l.lines(objects) {
		for _, o := range line {
			size.Width = max(size.Width, o.MinSize().Width)
		}
		if size.Height += Tallest(line); i > 0 {
			size.Height += l.down
		}
	}
	return size
}

// lines are the objects of each line.
func (l *wrapped) lines(objects []fyne.CanvasObject) [][]fyne.CanvasObject {
	var lines [][]fyne.CanvasObject
	var line []fyne.CanvasObject
	var end float32
	shown := slices.ContainsFunc(objects, fyne.CanvasObject.Visible)
	for _, o := range objects {
		if shown && !o.Visible() {
			continue
		}
		wide := o.MinSize().Width
		if len(line) > 0 && l.width > 0 && end+l.across+wide > l.width {
			lines, line, end = append(lines, line), nil, 0
		}
		if len(line) > 0 {
			end += l.across
		}
		line, end = append(line, o), end+wide
	}
	if len(line) > 0 {
		lines = append(lines, line)
	}
	return lines
}

// lineWide is how wide objects are side by side, also while they are hidden.
func lineWide(objects []fyne.CanvasObject, gap float32) float32 {
	width := gap * float32(max(0, len(objects)-1))
	for _, o := range objects {
		width += o.MinSize().Width
	}
	return width
}

// Tallest is the height of the tallest object.
func Tallest(objects []fyne.CanvasObject) float32 {
	var height float32
	for _, o := range objects {
		height = max(height, o.MinSize().Height)
	}
	return height
}
