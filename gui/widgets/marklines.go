package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/press"
)

// MarkLines are lines with a mark each, all of one height, below a mark over all of
// them. Since there may be thousands, only those exist that are seen, and those around
// the one with the keyboard, to which arrow keys lead. They stand in a LinesPage.
type MarkLines struct {
	*fyne.Container

	on          fyne.Canvas
	n           int
	tall        float32 // of a line, for text of the usual size
	line        func(i int) (*Mark, fyne.CanvasObject)
	marks       []*Mark // by line, nil for those that do not exist; the first is over all
	made        []fyne.CanvasObject
	first, last int // lines that are seen, the last one not
	at          int // the mark to which the keyboard comes
}

// linesAround is how many lines exist beside those that are seen.
const linesAround = 1

// NewMarkLines returns n lines of a height; line makes one of them.
func NewMarkLines(on fyne.Canvas, over *Mark, n int, tall float32, line func(i int) (*Mark, fyne.CanvasObject)) *MarkLines {
	l := &MarkLines{on: on, n: n, tall: tall, line: line, marks: make([]*Mark, n+1), made: make([]fyne.CanvasObject, n)}
	l.Container = container.New(markLines{l})
	l.take(0, over)
	l.build()
	return l
}

// Each calls do for the lines that exist.
func (l *MarkLines) Each(do func(i int, mark *Mark)) {
	for i, mark := range l.marks[1:] {
		if mark != nil {
			do(i, mark)
		}
	}
}

// step is how far a line is from the next.
func (l *MarkLines) step() float32 { return l.tall * draw.Scale() }

// see makes the lines that are seen between two heights.
func (l *MarkLines) see(from, to float32) {
	first := min(max(0, int(from/l.step())-linesAround), l.n)
	last := min(max(first, int(to/l.step())+1+linesAround), l.n)
	if first != l.first || last != l.last {
		l.first, l.last = first, last
		l.build()
	}
}

// build makes the lines that are to exist, and lets go of the others.
func (l *MarkLines) build() {
	l.Objects = nil
	for i := range l.made {
		if exists := i >= l.first && i < l.last || i+1 >= l.at-1 && i+1 <= l.at+1; !exists {
			l.made[i], l.marks[i+1] = nil, nil
			continue
		}
		if l.made[i] == nil {
			var mark *Mark
			mark, l.made[i] = l.line(i)
			l.take(i+1, mark)
		}
		l.Objects = append(l.Objects, l.made[i])
	}
	l.Refresh()
}

// take makes a mark one of those among which the arrow keys move.
func (l *MarkLines) take(at int, m *Mark) {
	l.marks[at], m.resting = m, at != l.at
	m.Before(func() { l.move(at) })
	m.OnArrow = func(by int) {
		if to := at + by; to >= 0 && to < len(l.marks) {
			l.move(to)
			l.on.Focus(l.marks[to])
		}
	}
}

// move says to which mark the keyboard comes.
func (l *MarkLines) move(to int) {
	if l.at == to {
		return
	}
	l.at = to
	l.build()
	for at, m := range l.marks {
		if m != nil {
			m.resting = at != to
		}
	}
}

// markLines lays the lines out that exist, each in its place.
type markLines struct{ lines *MarkLines }

// MinSize has room for all lines.
func (m markLines) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, float32(m.lines.n)*m.lines.step())
	for _, o := range objects {
		size.Width = max(size.Width, o.MinSize().Width)
	}
	return size
}

// Layout places the lines.
func (m markLines) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	for i, o := range m.lines.made {
		if o != nil {
			layout.Put(o, fyne.NewPos(0, float32(i)*m.lines.step()), fyne.NewSize(size.Width, m.lines.step()))
		}
	}
}

// LinesPage is a Page that holds lines, and makes those that are seen.
func LinesPage(object fyne.CanvasObject, lines *MarkLines) *fyne.Container {
	return layout.Watched(object, func(top, bottom float32) {
		at, _ := press.RevealIn(object, lines.Container)
		lines.see(top-at.Y, bottom-at.Y)
	})
}
