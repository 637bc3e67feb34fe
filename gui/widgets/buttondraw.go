package widgets

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

// buttonRoom is what a button has beside its padding, for both sides.
const buttonRoom float32 = 16

// CreateRenderer draws the button. The toolkit's would read four megabytes of fonts for
// its word when the window opens.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	r := &buttonRenderer{
		button: b, ground: canvas.NewRectangle(nil), over: canvas.NewRectangle(nil),
		label: canvas.NewText("", nil), icon: draw.Picture(nil, 0), ring: press.NewRing(),
	}
	r.apply()
	return r
}

type buttonRenderer struct {
	button *Button
	ground *canvas.Rectangle
	over   *canvas.Rectangle // while the pointer or the keyboard is there
	label  *canvas.Text
	icon   *canvas.Image
	ring   *press.Ring
}

// colors are those of the word, of what it stands on, and of what lies over that.
func (b *Button) colors() (word, ground, over fyne.ThemeColorName) {
	word, ground, over = theme.ColorText, fynetheme.ColorNameButton, theme.ColorNone
	switch {
	case b.Disabled():
		word, ground = fynetheme.ColorNameDisabled, fynetheme.ColorNameDisabledButton
	case b.focused:
		over = fynetheme.ColorNameFocus
	case b.hovered:
		over = fynetheme.ColorNameHover
	}
	switch {
	case b.Importance == widget.LowImportance && over == theme.ColorNone:
		ground = theme.ColorNone
	case b.Importance == widget.HighImportance && !b.Disabled():
		word, ground = fynetheme.ColorNameForegroundOnPrimary, fynetheme.ColorNamePrimary
	}
	return word, ground, over
}

func (r *buttonRenderer) apply() {
	b, th := r.button, r.button.Theme()
	word, ground, over := b.colors()
	draw.Style{Bold: true, Color: word}.Write(r.label, b.Text, th)
	if r.icon.Hidden = b.Icon == nil; b.Icon != nil {
		r.icon.Resource = theme.Colored(b.Icon, word)
	}
	r.ground.FillColor, r.over.FillColor = th.Color(ground, draw.Variant()), th.Color(over, draw.Variant())
	r.ground.CornerRadius = th.Size(fynetheme.SizeNameButtonRadius)
	r.over.CornerRadius = r.ground.CornerRadius
	r.ring.Show(b.focused, th)
}

// parts are what stands side by side, from left to right, each with its size.
func (r *buttonRenderer) parts() (parts []fyne.CanvasObject, sizes []fyne.Size) {
	if r.button.Text != "" {
		parts, sizes = append(parts, r.label), append(sizes, r.label.MinSize())
	}
	if r.button.Icon == nil {
		return parts, sizes
	}
	side := fyne.NewSquareSize(r.button.Theme().Size(fynetheme.SizeNameInlineIcon))
	if r.button.IconPlacement == widget.ButtonIconTrailingText {
		return append(parts, r.icon), append(sizes, side)
	}
	return append([]fyne.CanvasObject{r.icon}, parts...), append([]fyne.Size{side}, sizes...)
}

// together is the size of the parts with the gap between them.
func (r *buttonRenderer) together(sizes []fyne.Size) (all fyne.Size) {
	for i, size := range sizes {
		if i > 0 {
			all.Width += r.gap()
		}
		all = fyne.NewSize(all.Width+size.Width, max(all.Height, size.Height))
	}
	return all
}

func (r *buttonRenderer) gap() float32 { return r.button.Theme().Size(fynetheme.SizeNamePadding) }

func (r *buttonRenderer) MinSize() fyne.Size {
	_, sizes := r.parts()
	padding := 2 * r.button.Theme().Size(fynetheme.SizeNameInnerPadding)
	size := r.together(sizes).AddWidthHeight(padding+buttonRoom, padding)
	return fyne.NewSize(size.Width, max(size.Height, theme.Control))
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.over.Resize(size)
	parts, sizes := r.parts()
	x := (size.Width - r.together(sizes).Width) / 2
	for i, part := range parts {
		layout.Put(part, fyne.NewPos(x, (size.Height-sizes[i].Height)/2), sizes[i])
		x += sizes[i].Width + r.gap()
	}
	r.ring.Around(size)
}

func (r *buttonRenderer) Refresh() {
	r.apply()
	r.Layout(r.button.Size())
	if r.button.Icon != nil {
		r.icon.Refresh()
	}
	canvas.Refresh(r.button)
}

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.over, r.label, r.icon, r.ring.Object()}
}

func (r *buttonRenderer) Destroy() {}
