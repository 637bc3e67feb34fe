package draw

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/theme"
)

// Meter is a bar that shows how much is done.
type Meter struct {
	widget.BaseWidget

	height float32
	share  float64
	fill   fyne.ThemeColorName
}

// NewMeter returns an empty bar: 12 high for a whole screen, 8 for a line.
func NewMeter(height float32) *Meter {
	m := &Meter{height: height, fill: theme.ColorPrimary}
	m.ExtendBaseWidget(m)
	return m
}

// Set changes how much is done, 0 to 1.
func (m *Meter) Set(share float64) {
	if share = min(max(share, 0), 1); share != m.share {
		m.share = share
		m.Refresh()
	}
}

// Share is how much is done, 0 to 1.
func (m *Meter) Share() float64 { return m.share }

// CreateRenderer draws the bar.
func (m *Meter) CreateRenderer() fyne.WidgetRenderer {
	r := &meterRenderer{meter: m, track: canvas.NewRectangle(nil), fill: canvas.NewRectangle(nil)}
	r.apply()
	return r
}

type meterRenderer struct {
	meter       *Meter
	track, fill *canvas.Rectangle
}

func (r *meterRenderer) apply() {
	th := r.meter.Theme()
	r.track.FillColor = th.Color(theme.ColorSeparator, Variant())
	r.fill.FillColor = th.Color(r.meter.fill, Variant())
	r.track.CornerRadius, r.fill.CornerRadius = r.meter.height/2, r.meter.height/2
}

func (r *meterRenderer) Layout(size fyne.Size) {
	at := fyne.NewPos(0, (size.Height-r.meter.height)/2)
	r.track.Move(at)
	r.track.Resize(fyne.NewSize(size.Width, r.meter.height))
	width := size.Width * float32(r.meter.share)
	if width > 0 {
		width = max(width, r.meter.height)
	}
	r.fill.Move(at)
	r.fill.Resize(fyne.NewSize(width, r.meter.height))
	r.fill.Hidden = width == 0 // or a sliver of it would be drawn
}

func (r *meterRenderer) MinSize() fyne.Size { return fyne.NewSize(r.meter.height*2, r.meter.height) }

func (r *meterRenderer) Refresh() {
	r.apply()
	r.Layout(r.meter.Size())
	canvas.Refresh(r.meter)
}

func (r *meterRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.track, r.fill}
}

func (r *meterRenderer) Destroy() {}
