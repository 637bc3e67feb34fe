package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/press"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

// Edit is an edit of a cell in place. The source says below the row what the
// cell would become; call Grid.Redraw when that has changed.
type Edit struct {
	Row    int
	Column string
	Text   string // that the field holds at first
	// Choices are what can be chosen; without any, every text is an answer.
	// Chosen is the index of the one that is marked at first, -1 for none.
	Choices []string
	Chosen  int
	// OnChange is told what the field holds, or, with choices, the index of the
	// one that is marked, -1 for none. OnEnd is told the last of it.
	OnChange func(text string, choice int)
	OnEnd    func(text string, choice int, how End)
}

// End is how an edit ends.
type End uint8

// The ways in which an edit ends.
const (
	Left  End = iota // the cell stays as it was
	Kept             // the cell takes what was typed
	Next             // and the next cell is edited
	Prior            // and the one before it
)

// editor is the edit that is under way.
type editor struct {
	Edit

	grid  *Grid
	entry *entry
	field fyne.CanvasObject
	list  *widgets.List // of choices, nil for a text
	wide  float32       // that the choices need
	panel *draw.Surface
}

// The room inside of the field, which leaves its text where that of the cell was.
const (
	fieldPad   float32 = 5
	fieldTop   float32 = 1 // in the row, so that the text stays where it was
	fieldTall  float32 = 28
	fieldLeast float32 = 132 // a narrower one is hard to type into

	choicesSeen         = 8
	choicesWide float32 = 420 // the widest list, unless the cell is wider
)

// fieldTheme makes a field fit into a row.
type fieldTheme struct{ fyne.Theme }

// Size is smaller inside of the field.
func (t fieldTheme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case fynetheme.SizeNameInnerPadding:
		return fieldPad
	case fynetheme.SizeNameInputBorder:
		return press.RingWidth
	}
	return t.Theme.Size(name)
}

// Edit edits a cell in place, and moves the keyboard there. An edit that is under
// way is kept.
func (g *Grid) Edit(e Edit) {
	g.EndEdit(true)
	if g.style == nil || e.Row < 0 || e.Row >= g.heights.len() {
		return
	}
	g.scroll.reveal(e.Column)
	g.stops.stop = stop{column: e.Column}
	d := &editor{Edit: e, grid: g}
	d.entry = newEntry(d)
	d.field = container.NewThemeOverride(d.entry, fieldTheme{g.Theme()})
	if e.Choices != nil {
		d.offer()
	}
	g.editor = d
	g.Redraw()
	g.ScrollToCursor()
	if g.Focus != nil {
		g.Focus(d.entry)
	}
}

// Editing reports whether a cell is being edited.
func (g *Grid) Editing() bool { return g.editor != nil }

// EndEdit ends the edit that is under way, if there is one, and keeps what was
// typed or not.
func (g *Grid) EndEdit(keep bool) {
	if g.editor == nil {
		return
	}
	if keep {
		g.editor.end(Kept)
		return
	}
	g.editor.end(Left)
}

// Redraw shows what the source says now of the row under the cursor, which may
// have become taller.
func (g *Grid) Redraw() {
	if g.style == nil {
		return
	}
	g.layout.cursor(g.cursor)
	g.scroll.move(g.scroll.offset, true)
	if g.editor != nil && g.editor.list != nil {
		g.editor.place()
	}
}

// end ends the edit. The grid has the keyboard again before anybody is told.
func (d *editor) end(how End) {
	g := d.grid
	if g.editor != d {
		return
	}
	g.editor = nil
	if g.Focus != nil {
		g.Focus(g)
	}
	g.keyed = true
	d.OnEnd(d.entry.Text, d.choice(), how)
	g.Redraw()
}

// choice is the index of the choice that is marked.
func (d *editor) choice() int {
	if d.list == nil {
		return -1
	}
	return d.list.Marked()
}

// offer makes the list of choices.
func (d *editor) offer() {
	items := make([]widgets.ListItem, len(d.Choices))
	for i, choice := range d.Choices {
		items[i].Label = choice
	}
	d.list = widgets.NewList(min(choicesSeen, len(items)))
	d.list.Follows, d.list.None = true, phrase.Text("words.nomatch")
	d.list.Set(items, d.Chosen)
	d.wide = d.list.Widest()
	d.list.OnMark = func(int) { d.tell() }
	d.list.OnClick = func(int) { d.end(Kept) }
	d.panel = draw.NewSurface(draw.Paint{Fill: fynetheme.ColorNameMenuBackground, Stroke: theme.ColorBorder, Width: theme.Hair, Radius: theme.Radius})
}

// changed is told what was typed.
func (d *editor) changed() {
	if d.list != nil {
		d.list.Filter(d.entry.Text)
		d.place()
		return
	}
	d.tell()
}

func (d *editor) tell() {
	if d.OnChange != nil {
		d.OnChange(d.entry.Text, d.choice())
	}
}

// place puts the field over its cell and the list below it; where there is no room for
// all of it, on the side that has more.
func (d *editor) place() {
	g := d.grid
	s, p := g.style, columnAt(g.places, d.Column)
	tall := s.tall(fieldTall)
	top := float32(g.heights.top(d.Row)-g.scroll.offset) + s.tall(fieldTop)
	left := g.layout.left(p) + g.layout.padding(p) - fieldPad - press.RingWidth
	width := max(p.width-g.layout.padding(p)+fieldPad, s.px(fieldLeast))
	if d.list != nil {
		width = max(width, min(d.wide, s.px(choicesWide)))
	}
	left = max(0, min(left, g.view.Size().Width-width-theme.Gap))
	layout.Put(d.field, fyne.NewPos(left, top), fyne.NewSize(width, tall))
	if d.list == nil {
		return
	}
	above := s.tall(headerTall) + top
	below := g.Size().Height - above - tall
	d.list.Within(max(above, below))
	size := fyne.NewSize(width, d.list.Tall())
	at := fyne.NewPos(min(left, g.Size().Width-size.Width-theme.Gap), above+tall)
	if size.Height > below {
		at.Y = above - size.Height
	}
	layout.Put(d.panel, at, size)
	layout.Put(d.list, at, size)
}
