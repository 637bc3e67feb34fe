package filter

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/press"
	"numberloader/gui/theme"
)

const (
	stripBarWide  float32 = 112
	stripBarShort float32 = 64
	stripBarTall  float32 = 8
	stripBarGap   float32 = 5 // between words and bar
	stripBarRoom  float32 = 4 // that hover and choice go beyond the bar
)

// stripBarView is a bar that can be chosen: words above it, or the count beside
// it where the strip is low.
type stripBarView struct {
	widget.BaseWidget
	press.Target

	strip *Strip
	bar   StripBar
	low   bool
}

func newStripBarView(s *Strip) *stripBarView {
	v := &stripBarView{strip: s}
	v.Target = press.NewTarget(v, v.choose)
	v.ExtendBaseWidget(v)
	return v
}

func (v *stripBarView) set(bar StripBar, low bool) {
	v.bar, v.low = bar, low
	v.Refresh()
}

func (v *stripBarView) choose() {
	if v.strip.OnBar != nil {
		v.strip.OnBar(v.bar.ID)
	}
}

// CreateRenderer draws the bar.
func (v *stripBarView) CreateRenderer() fyne.WidgetRenderer {
	r := &stripBarRenderer{
		view: v, label: canvas.NewText("", nil), count: canvas.NewText("", nil),
		back: canvas.NewRectangle(nil), track: canvas.NewRectangle(nil), fill: canvas.NewRectangle(nil), ring: press.NewRing(),
	}
	r.apply()
	return r
}

type stripBarRenderer struct {
	view  *stripBarView
	label *canvas.Text
	count *canvas.Text
	back  *canvas.Rectangle // hover or choice
	track *canvas.Rectangle
	fill  *canvas.Rectangle
	ring  *press.Ring
}

func (r *stripBarRenderer) apply() {
	v, th := r.view, r.view.Theme()
	draw.Caption.Write(r.label, v.bar.Label, th)
	draw.Style{Size: theme.SizeCaption, Bold: true}.Write(r.count, v.bar.Count, th)
	r.label.Hidden = v.low
	fill, back := theme.ColorPrimary, theme.ColorNone
	if v.bar.Over {
		fill = theme.ColorOver20
	}
	switch {
	case v.bar.Chosen:
		back = fynetheme.ColorNameSelection
	case v.Hovered():
		back = fynetheme.ColorNameHover
	}
	r.back.FillColor, r.back.CornerRadius = th.Color(back, draw.Variant()), theme.Radius
	r.track.FillColor, r.track.CornerRadius = th.Color(theme.ColorSeparator, draw.Variant()), stripBarTall/2
	r.fill.FillColor, r.fill.CornerRadius = th.Color(fill, draw.Variant()), stripBarTall/2
	r.ring.Show(v.Focused(), th)
}

func (r *stripBarRenderer) MinSize() fyne.Size {
	label, count := r.label.MinSize(), r.count.MinSize()
	if r.view.low {
		return fyne.NewSize(stripBarShort+stripBarGap+count.Width, count.Height)
	}
	width := max(stripBarWide, label.Width+theme.Gap+count.Width)
	return fyne.NewSize(width, count.Height+stripBarGap+stripBarTall)
}

func (r *stripBarRenderer) Layout(size fyne.Size) {
	layout.Put(r.back, fyne.NewPos(-stripBarRoom, -stripBarRoom), size.AddWidthHeight(2*stripBarRoom, 2*stripBarRoom))
	count := r.count.MinSize()
	layout.Put(r.label, fyne.Position{}, r.label.MinSize())
	layout.Put(r.count, fyne.NewPos(size.Width-count.Width, 0), count)
	at, long := fyne.NewPos(0, size.Height-stripBarTall), size.Width
	if r.view.low {
		at, long = fyne.NewPos(0, (size.Height-stripBarTall)/2), stripBarShort
	}
	layout.Put(r.track, at, fyne.NewSize(long, stripBarTall))
	share := min(max(r.view.bar.Share, 0), 1)
	layout.Put(r.fill, at, fyne.NewSize(max(stripBarTall, long*share), stripBarTall))
	r.fill.Hidden = share == 0
	r.ring.Around(size)
}

func (r *stripBarRenderer) Refresh() {
	r.apply()
	r.Layout(r.view.Size())
	canvas.Refresh(r.view)
}

func (r *stripBarRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.track, r.fill, r.label, r.count, r.ring.Object()}
}

func (r *stripBarRenderer) Destroy() {}
