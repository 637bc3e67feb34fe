package layout

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"numberloader/gui/draw"
)

// FitRow is a row of items before an end that always has its place. Items that there
// is no room for are out of sight, and a link says how many they are.
type FitRow struct {
	*fyne.Container
}

// Rest is the link of a FitRow.
type Rest interface {
	fyne.CanvasObject
	SetText(text string)
	Theme() fyne.Theme
}

// NewFitRow returns a row of a height with a gap between its items; more is the link
// for n items that have no room, and words what it says then. end may be nil.
func NewFitRow(height, gap float32, items []fyne.CanvasObject, more Rest, words func(n int) string, end fyne.CanvasObject) *FitRow {
	objects := append(append([]fyne.CanvasObject{}, items...), more)
	if end != nil {
		objects = append(objects, end)
	}
	return &FitRow{container.New(&fitRow{height, gap, items, more, words, end}, objects...)}
}

type fitRow struct {
	height, gap float32
	items       []fyne.CanvasObject
	more        Rest
	words       func(n int) string
	end         fyne.CanvasObject
}

// MinSize is that of the end, and tall enough for everything.
func (l *fitRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, l.height)
	for _, o := range objects {
		size.Height = max(size.Height, o.MinSize().Height)
	}
	if l.end != nil {
		size.Width = l.end.MinSize().Width
	}
	return size
}

// Layout places the items that fit, then the link.
func (l *fitRow) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	room := size.Width
	if l.end != nil {
		least := l.end.MinSize()
		room -= least.Width + l.gap
		Put(l.end, fyne.NewPos(size.Width-least.Width, (size.Height-least.Height)/2), least)
	}
	fitting := l.fitting(room)
	var x float32
	place := func(o fyne.CanvasObject) {
		least := fyne.NewSize(min(wanted(o), max(0, room-x)), o.MinSize().Height)
		Put(o, fyne.NewPos(x, (size.Height-least.Height)/2), least)
		x += least.Width + l.gap
	}
	for i, item := range l.items {
		if SetVisible(item, i < fitting); i < fitting {
			place(item)
		}
	}
	left := len(l.items) - fitting
	SetVisible(l.more, left > 0)
	if left > 0 {
		l.more.SetText(l.words(left))
		place(l.more)
	}
}

// fitting is how many items from the left fit, with the link behind them if these are
// not all. The first one has its place in any case.
func (l *fitRow) fitting(room float32) int {
	var end float32
	ends := make([]float32, len(l.items))
	for i, item := range l.items {
		end += wanted(item)
		ends[i] = end
		end += l.gap
	}
	for n := len(l.items); n > 1; n-- {
		need := ends[n-1]
		if left := len(l.items) - n; left > 0 {
			need += l.gap + draw.Body.Width(l.words(left), l.more.Theme())
		}
		if need <= room {
			return n
		}
	}
	return min(1, len(l.items))
}
