package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/draw"
	"numberloader/gui/press"
	"numberloader/gui/theme"
)

// header draws the titles of a Grid. A click on one sorts, and its right edge
// can be dragged. With the keyboard the arrow keys choose a title, Enter or Space
// sorts by it, and + - = change its width.
type header struct {
	widget.BaseWidget

	grid    *Grid
	focused bool
	chosen  int // index of a place, with the keyboard
	hovered int // index of a place, -1 for none
	back    *canvas.Rectangle
	over    *canvas.Rectangle
	ring    *canvas.Rectangle
	top     *canvas.Rectangle
	bottom  *canvas.Rectangle
	arrow   *canvas.Image
	titles  []*canvas.Text
	edges   []*edge
	objects []fyne.CanvasObject
	clip    *container.Clip
}

var (
	_ fyne.Tappable = (*header)(nil)

	_ fyne.SecondaryTappable = (*header)(nil)
	_ fyne.Focusable         = (*header)(nil)
	_ desktop.Hoverable      = (*header)(nil)
)

func newHeader(g *Grid) *header {
	h := &header{
		grid: g, hovered: -1,
		back: canvas.NewRectangle(nil), over: canvas.NewRectangle(nil), ring: canvas.NewRectangle(nil),
		top: canvas.NewRectangle(nil), bottom: canvas.NewRectangle(nil),
		arrow: &canvas.Image{FillMode: canvas.ImageFillContain},
	}
	h.ExtendBaseWidget(h)
	return h
}

// show redraws the titles.
func (h *header) show() {
	g, size := h.grid, h.Size()
	h.objects = append(h.objects[:0], h.back, h.over)
	h.back.FillColor = g.color(theme.ColorHeader)
	h.back.Resize(size)
	h.showTitles()
	for _, line := range []*canvas.Rectangle{h.top, h.bottom} {
		line.FillColor = g.color(theme.ColorSeparator)
		line.Resize(fyne.NewSize(size.Width, theme.Hair))
	}
	h.bottom.Move(fyne.NewPos(0, size.Height-theme.Hair))
	h.objects = append(h.objects, h.top, h.bottom)
	h.showEdges()
	h.objects = append(h.objects, h.ring)
	h.highlight()
}

func (h *header) showTitles() {
	g := h.grid
	s := g.style
	for len(h.titles) < len(g.places) {
		h.titles = append(h.titles, canvas.NewText("", nil))
	}
	for i, p := range g.places {
		x, tall := g.layout.left(p)+g.layout.padding(p), h.Size().Height
		room := g.layout.left(p) + p.width - s.px(theme.CellPad) - x
		style := draw.Caption
		style.Right = p.Right
		sorted := p.ID == g.sorted && p.ID != ""
		if sorted {
			style.Color = theme.ColorText
			room -= s.px(theme.IconSize)
		}
		title := s.caption.clip(p.Title, room)
		g.write(h.titles[i], title, style, fyne.NewPos(x, 0), fyne.NewSize(room, tall))
		h.objects = append(h.objects, h.titles[i])
		if sorted {
			h.showArrow(x+s.caption.width(title), tall)
		}
	}
}

func (h *header) showArrow(x, tall float32) {
	icon := h.grid.Theme().Icon(fynetheme.IconNameArrowDropUp)
	if h.grid.down {
		icon = h.grid.Theme().Icon(fynetheme.IconNameArrowDropDown)
	}
	size := h.grid.style.px(theme.IconSize)
	h.arrow.Resource = theme.Colored(icon, theme.ColorText)
	h.arrow.Move(fyne.NewPos(x, (tall-size)/2))
	h.arrow.Resize(fyne.NewSize(size, size))
	h.arrow.Refresh()
	h.objects = append(h.objects, h.arrow)
}

// highlight draws where the pointer or the keyboard is.
func (h *header) highlight() {
	h.over.FillColor = h.grid.color(fynetheme.ColorNameHover)
	h.over.Hidden = !h.cover(h.over, h.hovered, 0)
	h.ring.FillColor = h.grid.color(theme.ColorNone)
	h.ring.StrokeColor = h.grid.color(theme.ColorPrimary)
	h.ring.StrokeWidth = press.RingWidth
	h.ring.Hidden = !h.cover(h.ring, h.chosen, theme.Hair) || !h.focused
	canvas.Refresh(h)
}

// cover places a rectangle over a title; it says false if there is none.
func (h *header) cover(r *canvas.Rectangle, index int, inset float32) bool {
	if index < 0 || index >= len(h.grid.places) {
		return false
	}
	p := h.grid.places[index]
	r.Move(fyne.NewPos(h.grid.layout.left(p)+inset, inset))
	r.Resize(fyne.NewSize(p.width-2*inset, h.Size().Height-2*inset))
	return true
}

func (h *header) at(x float32) int {
	for i, p := range h.grid.places {
		if left := h.grid.layout.left(p); x >= left && x < left+p.width {
			return i
		}
	}
	return -1
}

// Tapped sorts by the column under the pointer.
func (h *header) Tapped(e *fyne.PointEvent) { h.sort(h.at(e.Position.X)) }

func (h *header) sort(index int) {
	if index >= 0 && index < len(h.grid.places) && h.grid.OnSort != nil {
		h.grid.OnSort(h.grid.places[index].ID)
	}
}

// MouseIn shows which title the pointer is on.
func (h *header) MouseIn(e *desktop.MouseEvent) { h.hover(h.at(e.Position.X)) }

// MouseMoved shows which title the pointer is on.
func (h *header) MouseMoved(e *desktop.MouseEvent) { h.hover(h.at(e.Position.X)) }

// MouseOut clears the highlight of the pointer.
func (h *header) MouseOut() { h.hover(-1) }

func (h *header) hover(index int) {
	if index != h.hovered {
		h.hovered = index
		h.highlight()
	}
}

// FocusGained shows the title that the keyboard has chosen.
func (h *header) FocusGained() {
	h.focused = true
	h.highlight()
}

// FocusLost removes the focus ring.
func (h *header) FocusLost() {
	h.focused = false
	h.highlight()
}

// TappedSecondary tells the owner of a right click.
func (h *header) TappedSecondary(e *fyne.PointEvent) {
	if i := h.at(e.Position.X); i >= 0 && h.grid.OnTitle != nil {
		h.grid.OnTitle(h.grid.places[i].ID, e.AbsolutePosition)
	}
}

// TypedRune makes the chosen column wider with + and narrower with -; with = it
// fits its content, with 0 it has its usual width again.
func (h *header) TypedRune(typed rune) {
	const step = 8
	if h.chosen >= len(h.grid.places) {
		return
	}
	p := h.grid.places[h.chosen]
	switch typed {
	case '+':
		h.grid.widths.set(p.ID, p.width+step*h.grid.style.scale)
	case '-':
		h.grid.widths.set(p.ID, p.width-step*h.grid.style.scale)
	case '=':
		h.grid.widths.fit(p.ID)
	case '0':
		if h.grid.OnReset != nil {
			h.grid.OnReset(p.ID)
		}
	}
}

// TypedKey chooses a title or sorts by it.
func (h *header) TypedKey(e *fyne.KeyEvent) {
	switch {
	case e.Name == fyne.KeyLeft:
		h.choose(h.chosen - 1)
	case e.Name == fyne.KeyRight:
		h.choose(h.chosen + 1)
	case press.IsPress(e):
		h.sort(h.chosen)
	}
	h.highlight()
}

func (h *header) choose(index int) {
	h.chosen = max(0, min(index, len(h.grid.places)-1))
	if h.chosen < len(h.grid.places) {
		h.grid.scroll.reveal(h.grid.places[h.chosen].ID)
	}
}

// CreateRenderer draws the header.
func (h *header) CreateRenderer() fyne.WidgetRenderer {
	return &partRenderer{part: h, objects: &h.objects}
}
