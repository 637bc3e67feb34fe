package layout

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"numberloader/gui/draw"
)

// Tailed places a tail, such as buttons, at the right of a main object, in its middle, or
// below it where less than least would be left to the main one. least grows with the text.
// The height follows from the width.
func Tailed(gap, least float32, main, tail fyne.CanvasObject) *fyne.Container {
	return container.New(&tailed{gap: gap, least: least}, main, tail)
}

// tailed remembers the width that was set last.
type tailed struct{ gap, least, width float32 }

// rest is the width that is left to the main object, and whether the tail is beside it.
func (l *tailed) rest(tail fyne.CanvasObject) (rest float32, beside bool) {
	rest = l.width - l.gap - tail.MinSize().Width
	if rest < draw.Larger(l.least) {
		return l.width, false
	}
	return rest, true
}

func (l *tailed) MinSize(objects []fyne.CanvasObject) fyne.Size {
	main, tail := objects[0].MinSize(), objects[1].MinSize()
	size := main.Max(tail)
	if _, beside := l.rest(objects[1]); !beside {
		size.Height = main.Height + l.gap + tail.Height
	}
	return size
}

func (l *tailed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	rest, beside := l.rest(objects[1])
	main, tail := HeightAt(objects[0], rest), objects[1].MinSize()
	at := fyne.NewPos(size.Width-tail.Width, main+l.gap)
	top := float32(0)
	if beside {
		at.Y, top = (size.Height-tail.Height)/2, (size.Height-main)/2
	}
	Put(objects[0], fyne.NewPos(0, top), fyne.NewSize(rest, main))
	Put(objects[1], at, tail)
}
