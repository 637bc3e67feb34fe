package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
)

// ShowSheet shows something over the window until it is closed: by a click beside it, by
// Escape, or by what make puts on it, which is given the way to close it. The button that
// make returns has the keyboard at first. The sheet is as high as what it holds, but no larger
// than the window; then it scrolls.
func ShowSheet(on fyne.Canvas, width float32, make func(closed func()) (content fyne.CanvasObject, first *Button)) {
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
	paper := draw.NewSurface(draw.Paint{Fill: fynetheme.ColorNameOverlayBackground, Radius: theme.PanelRadius})
	scrim := newGround(draw.NewSurface(draw.Paint{Fill: fynetheme.ColorNameShadow}), hide)
	page := layout.Page(content)
	still := newGround(layout.Stack(paper, page), func() {})
	over = container.New(centered{width, page}, scrim, still)
	on.SetOnTypedKey(func(key *fyne.KeyEvent) {
		if key.Name == fyne.KeyEscape {
			hide()
		}
	})
	on.Overlays().Add(over)
	over.Resize(on.Size())
	on.Focus(first)
}

// centered fills the window with the first object and puts the second in its middle, as
// high as the page on it.
type centered struct {
	width float32
	page  fyne.CanvasObject
}

// sheetRoom is the least room between a sheet and the edge of the window.
const sheetRoom float32 = 16

func (centered) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l centered) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	layout.Put(objects[0], fyne.Position{}, size)
	most := size.SubtractWidthHeight(2*sheetRoom, 2*sheetRoom)
	width := min(l.width*draw.Scale(), most.Width)
	paper := fyne.NewSize(width, min(layout.PageHeight(l.page, width), most.Height))
	layout.Put(objects[1], fyne.NewPos((size.Width-paper.Width)/2, (size.Height-paper.Height)/2), paper)
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
