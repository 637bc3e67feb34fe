package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/theme"
)

// gridLink is an action in the message of a row. It never takes the keyboard
// focus: Grid reaches it with the arrow keys.
type gridLink struct {
	widget.BaseWidget

	row     *gridRow
	action  GridAction
	chosen  bool // by the arrow keys
	hovered bool
	text    *canvas.Text
	under   *canvas.Rectangle
}

var (
	_ fyne.Tappable      = (*gridLink)(nil)
	_ desktop.Hoverable  = (*gridLink)(nil)
	_ desktop.Cursorable = (*gridLink)(nil)
)

func newGridLink(r *gridRow) *gridLink {
	l := &gridLink{row: r, text: canvas.NewText("", nil), under: canvas.NewRectangle(nil)}
	l.ExtendBaseWidget(l)
	return l
}

func (l *gridLink) show(a GridAction, chosen bool) {
	if a != l.action {
		l.hovered = false
	}
	l.action, l.chosen = a, chosen
	l.draw()
}

func (l *gridLink) draw() {
	g, size := l.row.grid, l.Size()
	style := Style{Size: theme.SizeMessage, Color: theme.ColorLink, Bold: true}
	g.write(l.text, l.action.Label, style, fyne.NewPos(0, 0), fyne.NewSize(size.Width, g.style.px(lineTall)))
	l.under.FillColor = g.color(theme.ColorLink)
	l.under.Hidden = !l.hovered && !l.chosen
	l.under.Move(fyne.NewPos(0, g.style.px(lineTall)-gridHair))
	l.under.Resize(fyne.NewSize(size.Width, gridHair))
	l.under.Refresh()
}

// Tapped puts the cursor on the row and does the action.
func (l *gridLink) Tapped(*fyne.PointEvent) {
	row, id := l.row.index, l.action.ID
	l.row.grid.tap(row, 0)
	l.row.grid.act(row, id)
}

// Cursor is a pointing hand.
func (l *gridLink) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn underlines the link.
func (l *gridLink) MouseIn(*desktop.MouseEvent) { l.hover(true) }

// MouseMoved does nothing.
func (l *gridLink) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the line away.
func (l *gridLink) MouseOut() { l.hover(false) }

func (l *gridLink) hover(on bool) {
	l.hovered = on
	l.row.hover(on)
	l.draw()
}

// CreateRenderer draws the link.
func (l *gridLink) CreateRenderer() fyne.WidgetRenderer { return &gridLinkRenderer{l} }

type gridLinkRenderer struct{ link *gridLink }

func (r *gridLinkRenderer) Destroy()           {}
func (r *gridLinkRenderer) Layout(fyne.Size)   { r.link.draw() }
func (r *gridLinkRenderer) MinSize() fyne.Size { return fyne.NewSize(1, 1) }
func (r *gridLinkRenderer) Refresh()           { canvas.Refresh(r.link) }
func (r *gridLinkRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.link.text, r.link.under}
}
