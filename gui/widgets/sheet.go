package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/theme"
)

// ShowSheet shows something over the window until it is closed: by a click beside it, by
// Escape, or by what make puts on it, which is given the way to close it. The button that
// make returns has the keyboard at first. The sheet is no larger than the
// window, and scrolls then.
func ShowSheet(on fyne.Canvas, size fyne.Size, make func(closed func()) (content fyne.CanvasObject, first *Button)) {
	typed, focused := on.OnTypedKey(), on.Focused()
	var over *fyne.Container
	hide := func() {
		on.Overlays().Remove(over)
		on.SetOnTypedKey(typed)
		if focused != nil {
			on.Focus(focused)
		}
	}
	content, first := make(hide)
	first.OnEscape = hide
	paper := NewSurface(Paint{Fill: fynetheme.ColorNameOverlayBackground, Radius: theme.PanelRadius})
	scrim := newGround(NewSurface(Paint{Fill: fynetheme.ColorNameShadow}), hide)
	still := newGround(Stack(paper, Page(content)), func() {})
	over = container.New(centered{size}, scrim, still)
	on.SetOnTypedKey(func(key *fyne.KeyEvent) {
		if key.Name == fyne.KeyEscape {
			hide()
		}
	})
	on.Overlays().Add(over)
	over.Resize(on.Size())
	on.Focus(first)
}

// centered fills the window with the first object and puts the second in its middle.
type centered struct{ size fyne.Size }

// sheetRoom is the least room between a sheet and the edge of the window.
const sheetRoom float32 = 16

func (centered) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l centered) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	Put(objects[0], fyne.Position{}, size)
	grown := textScale(themed{})
	paper := fyne.NewSize(l.size.Width*grown, l.size.Height*grown).Min(size.SubtractWidthHeight(2*sheetRoom, 2*sheetRoom))
	Put(objects[1], fyne.NewPos((size.Width-paper.Width)/2, (size.Height-paper.Height)/2), paper)
}

// ground takes clicks that meet nothing on it, and no keys.
type ground struct {
	widget.BaseWidget

	drawn  fyne.CanvasObject
	tapped func()
}

func newGround(drawn fyne.CanvasObject, tapped func()) *ground {
	g := &ground{drawn: drawn, tapped: tapped}
	g.ExtendBaseWidget(g)
	return g
}

// Tapped takes a click.
func (g *ground) Tapped(*fyne.PointEvent) { g.tapped() }

// CreateRenderer draws what the ground holds.
func (g *ground) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(g.drawn) }
