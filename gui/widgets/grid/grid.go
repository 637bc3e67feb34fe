// Package grid has the list of a screen: rows in columns, sorted by their headers,
// edited in place, with messages below the rows. It knows nothing of numbers.
package grid

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Source is what a Grid shows. Every position has an answer: rows that have
// just gone are empty. A source must not change without Reload.
type Source interface {
	Len() int
	Cell(row int, column string) Cell
	// Lines are the lines below a row; the row under the cursor may have more.
	Lines(row int, cursor bool) []Line
}

// Selection is a Source some of whose rows are selected.
type Selection interface{ Selected(row int) bool }

// Numbers is a Source whose rows keep their numbers, counted from 0,
// while other rows come and go. A Grid measures such a row once, and again after
// Forget.
type Numbers interface{ Number(row int) int }

// Grid is a list of rows in columns, each with lines of text below it where it
// has something to say. Only the rows that are seen exist: what scrolling costs
// does not depend on how many there are. It scrolls sideways only where the user
// has made the columns wider than the grid.
//
// The rows can be walked with the arrow keys, Page Up, Page Down, Home and End.
// Left and Right choose among the cells that can be edited and the actions of the
// row under the cursor; Enter edits the cell or does the action.
type Grid struct {
	widget.BaseWidget

	OnCursor   func(row int)                                  // the user moved the cursor
	OnSelect   func(row int, how Selecting)                   // in place of OnCursor where rows can be selected
	OnAction   func(row, id int)                              // the user chose an action
	OnSort     func(column string)                            // a click on a header
	OnKey      func(row int, key fyne.KeyName)                // any other key, with the cursor on row or -1
	OnShortcut func(fyne.Shortcut)                            // such as that for copying
	OnEdit     func(row int, column string)                   // the user wants to edit a cell
	OnTitle    func(column string, at fyne.Position)          // a right click on a title
	OnReset    func(column string)                            // the user wants a column to have its usual width
	OnMenu     func(row int, column string, at fyne.Position) // a right click on a cell, at a place of the canvas
	OnWidth    func(column string, width float32)             // the user gave a column a width, 0 for its usual one
	OnSeen     func(seen bool)                                // the row under the cursor came in sight, or left it
	Focus      func(fyne.Focusable)                           // asks for the keyboard after a click
	Modifiers  func() fyne.KeyModifier                        // that are held now; nil for none

	source  Source
	columns []Column
	under   string // the column that messages start under

	style   *style
	places  []place
	heights heights
	cursor  int // -1 for none
	sorted  string
	down    bool
	focused bool
	keyed   bool // the last move came from the keyboard
	quiet   bool // the keyboard came by itself and was not used yet

	scroll *scroller
	stops  *stops
	widths *widths
	layout *arrangement

	header *header
	view   *view
	track  *track
	across *track  // to scroll sideways
	editor *editor // nil while nothing is edited
	empty  fyne.CanvasObject
}

// New returns a grid of a source. Messages start under the column with the
// ID under.
func New(source Source, columns []Column, under string) *Grid {
	g := &Grid{source: source, columns: columns, under: under, cursor: -1}
	g.heights.cursor = -1
	g.scroll, g.stops, g.widths, g.layout = &scroller{grid: g}, &stops{grid: g}, &widths{g}, &arrangement{g}
	g.header, g.view = newHeader(g), newView(g)
	g.header.clip, g.view.clip = newClip(g.header), newClip(g.view)
	g.track, g.across = newTrack(g, false), newTrack(g, true)
	g.ExtendBaseWidget(g)
	return g
}

// SetColumns changes the columns; Reload draws them.
func (g *Grid) SetColumns(columns []Column) { g.columns = columns }

// SetSorted shows which column the rows are sorted by, "" for none.
func (g *Grid) SetSorted(column string, down bool) {
	g.sorted, g.down = column, down
	if g.style != nil {
		g.header.show()
	}
}

// SetEmpty sets what is shown while there are no rows, nil for nothing; Reload
// draws it.
func (g *Grid) SetEmpty(content fyne.CanvasObject) { g.empty = content }

// Forget says which rows of a source with Numbers have to be measured again.
func (g *Grid) Forget(numbers ...int) { g.heights.forget(numbers...) }

// ForgetAll says that all rows have to be measured again.
func (g *Grid) ForgetAll() { g.heights.known = nil }

// Reload shows what the source holds now, with the cursor on a row, or on none
// with -1. What is seen stays where it is as far as it can, also when rows above
// it come, go or grow.
func (g *Grid) Reload(cursor int) {
	anchor := g.scroll.anchor()
	g.cursor, g.stops.stop.action = cursor, 0
	if g.editor != nil {
		g.editor.Row = cursor
	}
	g.scroll.hold(func() { g.layout.lay(g.Size(), false) }, anchor)
}

// ScrollToTop shows the first row.
func (g *Grid) ScrollToTop() { g.scroll.to(0) }

// ScrollToCursor moves the list as little as is needed to see the row under the
// cursor.
func (g *Grid) ScrollToCursor() { g.scroll.move(g.scroll.showing(g.cursor), false) }

// Cursor is the row under the cursor, or -1.
func (g *Grid) Cursor() int { return g.cursor }

// CursorHidden reports whether there is a row under the cursor, out of sight.
func (g *Grid) CursorHidden() bool { return g.scroll.unseen }

// CellAt is the part of a row that is below the title of a column, relative to
// the grid. A row that is not seen has the place it would have; a column that
// has left, that of the first one.
func (g *Grid) CellAt(row int, column string) (fyne.Position, fyne.Size) {
	if g.style == nil {
		return fyne.Position{}, fyne.Size{}
	}
	p := columnAt(g.places, column)
	y := g.style.tall(headerTall) + float32(g.heights.top(row)-g.scroll.offset)
	return fyne.NewPos(g.layout.left(p), y), fyne.NewSize(p.width, g.heights.height(row))
}

// color is a color of the theme.
func (g *Grid) color(name fyne.ThemeColorName) color.Color { return fynetheme.ColorForWidget(name, g) }
