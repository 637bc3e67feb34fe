package filter

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
)

// StripGroup is a part of a Strip: a heading, and bars after it.
type StripGroup struct {
	Title   string
	Caption string // below the title
	Short   string // in place of the caption where the strip is low
	Bars    []StripBar
}

// StripBar is a bar that can be chosen.
type StripBar struct {
	ID     int
	Label  string
	Count  string  // "5/20"
	Share  float32 // how full it is, 0 to 1
	Over   bool    // in the color of what goes over a limit
	Chosen bool
}

// The heights of a strip, and of the line between its groups.
const (
	stripTall  float32 = 64
	stripLow   float32 = 36
	stripApart float32 = 36
	stripClose float32 = 24 // where the strip is low
	stripGap   float32 = 20
)

// Strip is one line of groups of bars: a low one unless there is room for more. Bars
// that do not fit are counted at the end of the bars; groups without bars always
// have their place.
type Strip struct {
	widget.BaseWidget

	OnBar func(id int)

	groups []StripGroup
	tall   bool
	more   func(n int, all bool) string
}

// NewStrip returns an empty strip. more says that there are n bars for which
// there is no room, or, with all, that there is room for none.
func NewStrip(more func(n int, all bool) string) *Strip {
	s := &Strip{more: more}
	s.ExtendBaseWidget(s)
	return s
}

// Set changes what the strip shows.
func (s *Strip) Set(groups []StripGroup) {
	s.groups = groups
	s.Refresh()
}

// SetTall says whether there is room for captions and labels.
func (s *Strip) SetTall(tall bool) {
	if s.tall != tall {
		s.tall = tall
		s.Refresh()
	}
}

// CreateRenderer draws the strip.
func (s *Strip) CreateRenderer() fyne.WidgetRenderer {
	return &stripRenderer{
		strip: s, back: draw.NewSurface(draw.Paint{Fill: theme.ColorHeader}), line: draw.Hairline(),
		more: draw.NewText("", draw.Caption), bars: map[int]*stripBarView{},
	}
}

// stripItem is an object in the row and the bars that it stands for.
type stripItem struct {
	object fyne.CanvasObject
	gap    float32 // in front of it
	bars   int
}

func (i stripItem) width() float32 { return i.gap + i.object.MinSize().Width }

type stripRenderer struct {
	strip *Strip
	back  *draw.Surface
	line  *draw.Surface
	more  *draw.Text
	bars  map[int]*stripBarView // by ID; the keyboard stays where it is
	shown []fyne.CanvasObject
}

func (r *stripRenderer) Destroy() {}

func (r *stripRenderer) low() bool { return !r.strip.tall }

func (r *stripRenderer) MinSize() fyne.Size {
	if r.low() {
		return fyne.NewSize(1, stripLow*draw.TallScale())
	}
	return fyne.NewSize(1, stripTall*draw.ScaleOf(r.strip))
}

func (r *stripRenderer) Refresh() {
	r.Layout(r.strip.Size())
	canvas.Refresh(r.strip)
}

func (r *stripRenderer) Objects() []fyne.CanvasObject { return r.shown }

// Layout places what there is room for: first the groups without bars, whose
// place is kept at the end, then bars from the left.
func (r *stripRenderer) Layout(size fyne.Size) {
	layout.Put(r.back, fyne.Position{}, size)
	layout.Put(r.line, fyne.Position{}, fyne.NewSize(size.Width, theme.Hair))
	r.shown = []fyne.CanvasObject{r.back, r.line}
	bars, sums := r.items()
	room := size.Width - 2*theme.SideMargin - widthOf(sums)
	fitting := r.fitting(bars, room)
	left := 0
	for _, item := range bars[fitting:] {
		left += item.bars
	}
	row := bars[:fitting]
	if left > 0 {
		r.more.SetText(r.strip.more(left, fitting == 0))
		row = append(slices.Clip(row), stripItem{object: r.more, gap: stripGap})
	}
	x := theme.SideMargin
	for i, item := range append(slices.Clip(row), sums...) {
		if i > 0 {
			x += item.gap
		}
		least := item.object.MinSize()
		layout.Put(item.object, fyne.NewPos(x, (size.Height-least.Height)/2), least)
		x += least.Width
		r.shown = append(r.shown, item.object)
	}
}

func widthOf(items []stripItem) float32 {
	var sum float32
	for _, item := range items {
		sum += item.width()
	}
	return sum
}

// fitting is how many items from the left fit, with the count of the others
// after them.
func (r *stripRenderer) fitting(items []stripItem, room float32) int {
	if widthOf(items) <= room {
		return len(items)
	}
	r.more.SetText(r.strip.more(len(items), false))
	room -= stripGap + r.more.MinSize().Width
	for i := range items {
		if room -= items[i].width(); room < 0 {
			return i
		}
	}
	return len(items)
}

// items builds the row: bars, the first of a group together with its heading,
// and groups without bars.
func (r *stripRenderer) items() (bars, sums []stripItem) {
	for _, g := range r.strip.groups {
		heading := r.heading(g)
		if len(g.Bars) == 0 {
			sums = append(sums, r.sum(heading, len(r.strip.groups) > 1))
			continue
		}
		for i, b := range g.Bars {
			var object fyne.CanvasObject = r.bar(b)
			gap := theme.Gap * 2
			if i == 0 {
				object, gap = layout.HStack(stripGap, heading, object), stripGap
			}
			bars = append(bars, stripItem{object: object, gap: gap, bars: 1})
		}
	}
	return bars, sums
}

// bar is the view of a bar, brought up to date.
func (r *stripRenderer) bar(b StripBar) *stripBarView {
	v := r.bars[b.ID]
	if v == nil {
		v = newStripBarView(r.strip)
		r.bars[b.ID] = v
	}
	v.set(b, r.low())
	return v
}

func (r *stripRenderer) heading(g StripGroup) fyne.CanvasObject {
	title := draw.NewText(g.Title, draw.Strong)
	switch {
	case !r.low():
		return layout.VStack(0, title, draw.NewText(g.Caption, draw.Caption))
	case g.Short != "":
		return layout.HStack(4, title, draw.NewText(g.Short, draw.Secondary))
	}
	return title
}

func (r *stripRenderer) sum(heading fyne.CanvasObject, after bool) stripItem {
	if !after {
		return stripItem{object: heading}
	}
	tall := stripApart
	if r.low() {
		tall = stripClose
	}
	return stripItem{object: layout.HStack(stripGap, layout.Sized(1, tall, draw.VerticalHairline()), heading), gap: stripGap}
}
