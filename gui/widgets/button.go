package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/theme"
)

// Rank is how a button stands among others.
type Rank uint8

// The ranks. A layer of the screen has at most one primary button.
const (
	Primary Rank = iota // do this
	Usual               // gray
	Plain               // without a surface
)

// The ring around what has the keyboard: its width, and how far outside it lies.
const (
	ringWidth  float32 = 2
	ringOffset float32 = 4
)

// buttonRoom is how much wider than the toolkit's a button is.
const buttonRoom float32 = 16

// Button is a button with a word on it. Space and Return press it; while it has
// the keyboard it wears a ring. Everything else is the toolkit's button.
type Button struct {
	widget.Button

	// OnEscape is called for Escape while the button has the keyboard; it may
	// be nil.
	OnEscape func()

	focused bool
}

// NewButton returns a button.
func NewButton(text string, rank Rank, tapped func()) *Button {
	b := &Button{}
	b.Text, b.OnTapped = text, tapped
	b.Importance = rank.importance()
	b.ExtendBaseWidget(b)
	return b
}

func (r Rank) importance() widget.Importance {
	switch r {
	case Primary:
		return widget.HighImportance
	case Usual:
		return widget.MediumImportance
	case Plain:
		return widget.LowImportance
	}
	return widget.MediumImportance
}

// SetEnabled enables or disables the button.
func (b *Button) SetEnabled(enabled bool) {
	if enabled {
		b.Enable()
	} else {
		b.Disable()
	}
}

// FocusGained draws the ring.
func (b *Button) FocusGained() {
	b.focused = true
	b.Button.FocusGained()
}

// FocusLost removes the ring.
func (b *Button) FocusLost() {
	b.focused = false
	b.Button.FocusLost()
}

// TypedKey presses the button with Space or Return.
func (b *Button) TypedKey(key *fyne.KeyEvent) {
	switch {
	case pressesIt(key):
		b.Tapped(nil)
	case key.Name == fyne.KeyEscape && b.OnEscape != nil:
		b.OnEscape()
	}
}

// CreateRenderer draws the toolkit's button and the ring.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	return &buttonRenderer{WidgetRenderer: b.Button.CreateRenderer(), button: b, ring: NewRing()}
}

type buttonRenderer struct {
	fyne.WidgetRenderer

	button *Button
	ring   *Ring
}

func (r *buttonRenderer) MinSize() fyne.Size {
	size := r.WidgetRenderer.MinSize()
	return fyne.NewSize(size.Width+buttonRoom, max(size.Height, theme.Control))
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.ring.Around(size)
}

func (r *buttonRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.ring.Show(r.button.focused, r.button.Theme())
}

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	return append(r.WidgetRenderer.Objects(), r.ring.rectangle)
}

// Ring is drawn by a widget's renderer around what has the keyboard.
type Ring struct{ rectangle *canvas.Rectangle }

// NewRing returns a ring that is not shown.
func NewRing() *Ring {
	r := &Ring{canvas.NewRectangle(nil)}
	r.rectangle.StrokeWidth = ringWidth
	r.rectangle.CornerRadius = theme.Radius + ringOffset - ringWidth/2
	r.rectangle.Hide()
	return r
}

// Object is what the renderer lists among its objects.
func (r *Ring) Object() fyne.CanvasObject { return r.rectangle }

// Around lays the ring around a widget of this size, outside of it.
func (r *Ring) Around(size fyne.Size) {
	r.rectangle.Move(fyne.NewPos(-ringOffset, -ringOffset))
	r.rectangle.Resize(size.AddWidthHeight(2*ringOffset, 2*ringOffset))
}

// Inside lays the ring along the inner edge of a widget of this size, for rows
// and cards that touch others.
func (r *Ring) Inside(size fyne.Size) {
	r.rectangle.Move(fyne.NewPos(ringWidth/2, ringWidth/2))
	r.rectangle.Resize(size.SubtractWidthHeight(ringWidth, ringWidth))
}

// Show shows or hides the ring, in the color of a theme.
func (r *Ring) Show(focused bool, th fyne.Theme) {
	r.rectangle.StrokeColor = th.Color(fynetheme.ColorNamePrimary, variant())
	if focused {
		r.rectangle.Show()
	} else {
		r.rectangle.Hide()
	}
	r.rectangle.Refresh()
}
