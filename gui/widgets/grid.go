package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/theme"
)

// GridSource is what a Grid shows. Every position has an answer: rows that have
// just gone are empty. A source must not change without Reload.
type GridSource interface {
	Len() int
	Cell(row int, column string) GridCell
	// Lines are the lines below a row; the row under the cursor may have more.
	Lines(row int, cursor bool) []GridLine
}

// Grid is a list of rows in columns, each with lines of text below it where it
// has something to say. Only the rows that are seen exist: what scrolling costs
// does not depend on how many there are. It is as wide as it is let, and nothing
// in it scrolls sideways.
//
// The rows can be walked with the arrow keys, Page Up, Page Down, Home and End;
// Left and Right choose among the actions of the row under the cursor, and Enter
// or Space does the chosen one.
type Grid struct {
	widget.BaseWidget

	OnCursor func(row int)                   // the user moved the cursor
	OnAction func(row, id int)               // the user chose an action
	OnSort   func(column string)             // a click on a header
	OnKey    func(row int, key fyne.KeyName) // any other key, with the cursor on row or -1
	Focus    func(fyne.Focusable)            // asks for the keyboard after a click

	source  GridSource
	columns []GridColumn
	under   string // the column that messages start under

	style   *gridStyle
	places  []gridPlace
	heights heights
	offset  float64 // how far the list is scrolled
	cursor  int     // -1 for none
	action  int     // index of the chosen action of the row under the cursor
	sorted  string
	down    bool
	focused bool
	keyed   bool // the last move came from the keyboard

	header *gridHeader
	view   *gridView
	track  *gridTrack
	empty  fyne.CanvasObject
}

// NewGrid returns a grid of a source. Messages start under the column with the
// ID under.
func NewGrid(source GridSource, columns []GridColumn, under string) *Grid {
	g := &Grid{source: source, columns: columns, under: under, cursor: -1}
	g.heights.cursor = -1
	g.header, g.view, g.track = newGridHeader(g), newGridView(g), newGridTrack(g)
	g.ExtendBaseWidget(g)
	return g
}

// SetColumns changes the columns.
func (g *Grid) SetColumns(columns []GridColumn) {
	g.columns = columns
	g.Refresh()
}

// SetSorted shows which column the rows are sorted by, "" for none.
func (g *Grid) SetSorted(column string, down bool) {
	g.sorted, g.down = column, down
	if g.style != nil {
		g.header.show()
	}
}

// SetEmpty sets what is shown while there are no rows, nil for nothing.
func (g *Grid) SetEmpty(content fyne.CanvasObject) {
	g.empty = content
	g.Refresh()
}

// Reload shows what the source holds now, with the cursor on a row, or on none
// with -1. The list stays where it is as far as it can.
func (g *Grid) Reload(cursor int) {
	g.cursor, g.action = cursor, 0
	g.Refresh()
}

// ScrollToTop shows the first row.
func (g *Grid) ScrollToTop() { g.scrollTo(0) }

// ScrollToCursor moves the list as little as is needed to see the row under the
// cursor.
func (g *Grid) ScrollToCursor() {
	g.scroll(g.showing(g.cursor), false)
}

// showing is the offset nearest to the present one at which all of a row is
// seen.
func (g *Grid) showing(row int) float64 {
	if row < 0 {
		return g.offset
	}
	return min(max(g.offset, g.heights.top(row+1)-g.room()), g.heights.top(row))
}

// Cursor is the row under the cursor, or -1.
func (g *Grid) Cursor() int { return g.cursor }

// CellAt is the part of a row that is below the title of a column, relative to
// the grid. A row that is not seen has the place it would have; a column that
// has left, that of the first one.
func (g *Grid) CellAt(row int, column string) (fyne.Position, fyne.Size) {
	if g.style == nil {
		return fyne.Position{}, fyne.Size{}
	}
	p := gridColumnAt(g.places, column)
	y := g.style.px(headerTall) + float32(g.heights.top(row)-g.offset)
	return fyne.NewPos(p.x, y), fyne.NewSize(p.width, g.heights.height(row))
}

// color is a color of the theme.
func (g *Grid) color(name fyne.ThemeColorName) color.Color { return g.Theme().Color(name, variant()) }

// padding is the room in front of the text of a column.
func (g *Grid) padding(p gridPlace) float32 {
	if p.x == 0 {
		return theme.SideMargin
	}
	return g.style.px(cellPad)
}

// messageX is where messages start.
func (g *Grid) messageX() float32 {
	p := gridColumnAt(g.places, g.under)
	return p.x + g.padding(p)
}

// messageRoom is how wide a line of a message may be in a grid of a width.
func (g *Grid) messageRoom(width float32) float32 { return width - g.messageX() - theme.SideMargin }

// room is how tall the part is in which rows are seen.
func (g *Grid) room() float64 { return float64(g.view.Size().Height) }

// measure finds the height of every row in a grid of a width.
func (g *Grid) measure(width float32) {
	room := g.messageRoom(width)
	g.heights.reset(g.source.Len(), func(row int) float32 {
		return g.style.height(g.style.flow(g.source.Lines(row, false), room, nil))
	})
	g.placeCursor(min(g.cursor, g.source.Len()-1), width)
}

// placeCursor puts the cursor on a row, which may be taller for that.
func (g *Grid) placeCursor(row int, width float32) {
	g.cursor = row
	if row < 0 {
		g.heights.place(-1, 0)
		return
	}
	g.heights.place(row, g.style.height(g.style.flow(g.source.Lines(row, true), g.messageRoom(width), nil)))
}

func (g *Grid) scrollBy(dy float64) { g.scrollTo(g.offset + dy) }

func (g *Grid) scrollTo(offset float64) { g.scroll(offset, false) }

// scroll moves the list, within its bounds. Rows that were seen before are drawn
// anew only if that is asked for.
func (g *Grid) scroll(offset float64, anew bool) {
	g.offset = max(0, min(offset, g.heights.total()-g.room()))
	g.view.show(anew)
	g.track.show()
}

// Scrolled moves the list with the wheel.
func (g *Grid) Scrolled(e *fyne.ScrollEvent) { g.scrollBy(-float64(e.Scrolled.DY)) }
