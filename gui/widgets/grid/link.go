package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/draw"
	"numberloader/gui/press"
	"numberloader/gui/theme"
)

// link is an action in the message of a row. It never takes the keyboard
// focus: Grid reaches it with the arrow keys.
type link struct {
	widget.BaseWidget
	press.Hover

	row    *rowView
	action Action
	chosen bool // by the arrow keys
	text   *canvas.Text
	under  *canvas.Rectangle
}

var (
	_ fyne.Tappable      = (*link)(nil)
	_ desktop.Hoverable  = (*link)(nil)
	_ desktop.Cursorable = (*link)(nil)
)

func newLink(r *rowView) *link {
	l := &link{row: r, text: canvas.NewText("", nil), under: canvas.NewRectangle(nil)}
	l.Hover = press.NewHover(l.point)
	l.ExtendBaseWidget(l)
	return l
}

func (l *link) show(a Action, chosen bool) {
	if a != l.action {
		l.SetHovered(false)
	}
	l.action, l.chosen = a, chosen
	l.draw()
}

func (l *link) draw() {
	g, size := l.row.grid, l.Size()
	style := draw.Style{Size: theme.SizeMessage, Color: theme.ColorLink, Bold: true}
	g.write(l.text, l.action.Label, style, fyne.NewPos(0, 0), fyne.NewSize(size.Width, g.style.px(lineTall)))
	l.under.FillColor = g.color(theme.ColorLink)
	l.under.Hidden = !l.Hovered() && !l.chosen
	l.under.Move(fyne.NewPos(0, g.style.px(lineTall)-theme.Hair))
	l.under.Resize(fyne.NewSize(size.Width, theme.Hair))
	l.under.Refresh()
}

// Tapped puts the cursor on the row and does the action.
func (l *link) Tapped(*fyne.PointEvent) {
	row, id := l.row.index, l.action.ID
	l.row.grid.tap(row, 0)
	l.row.grid.act(row, id)
}

// Cursor is a pointing hand.
func (l *link) Cursor() desktop.Cursor { return desktop.PointerCursor }

// point underlines the link under the pointer, which is on its row, too.
func (l *link) point(on bool) {
	l.row.SetHovered(on)
	l.row.frame()
	l.draw()
}

// CreateRenderer draws the link.
func (l *link) CreateRenderer() fyne.WidgetRenderer { return &linkRenderer{l} }

type linkRenderer struct{ link *link }

func (r *linkRenderer) Destroy()           {}
func (r *linkRenderer) Layout(fyne.Size)   { r.link.draw() }
func (r *linkRenderer) MinSize() fyne.Size { return fyne.NewSize(1, 1) }
func (r *linkRenderer) Refresh()           { canvas.Refresh(r.link) }
func (r *linkRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.link.text, r.link.under}
}
