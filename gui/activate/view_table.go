package activate

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

// The heights of lines at the usual size of text, and the radius within the border.
const (
	headTall  float32 = 32
	groupTall float32 = 44
	entryTall float32 = 28
	moreTall  float32 = 36
	corner    float32 = 7
)

// few is how many numbers are shown when a group is opened.
const few = 5

// table is the list of groups, with a mark over all of them.
type table struct {
	object fyne.CanvasObject
	model  *Model
	all    *widgets.Mark
	groups []*groupView
}

// groupView is a line of the table, and its numbers below it while it is open.
type groupView struct {
	mark    *widgets.Mark
	fold    *widgets.IconButton
	entries *fyne.Container
	shown   int // numbers, 0 while it is closed
}

// newTable draws the groups of a model. choose makes a choice.
func newTable(on fyne.Canvas, model *Model, choose func(func())) *table {
	t := &table{model: model}
	t.all = widgets.NewMark(widgets.ShapeBox, layout.Space(0, 0), func() { choose(model.TurnAll) })
	right := draw.Caption
	right.Right = true
	back := draw.NewSurface(draw.Paint{Fill: theme.ColorHeader, Radius: corner, FlatBottom: true})
	lines := []fyne.CanvasObject{layout.Tall(headTall, layout.Stack(back, line(
		t.all, layout.Space(0, 0), draw.NewText(model.Column(), draw.Caption.Shortened()), draw.NewText(phrase.Text("activate.column.location"), draw.Caption.Shortened()),
		draw.NewText(phrase.Text("activate.column.numbers"), right), draw.NewText(phrase.Text("activate.column.when"), draw.Caption.Shortened()))))}
	marks := []*widgets.Mark{t.all}
	for i := range model.Len() {
		g := t.newGroup(i, choose)
		marks = append(marks, g.mark)
		lines = append(lines, draw.Hairline(), layout.Tall(groupTall, t.groupLine(g, i)), g.entries)
	}
	widgets.Group(on, marks...)
	border := draw.NewSurface(draw.Paint{Stroke: theme.ColorSeparator, Width: 1, Radius: theme.PanelRadius})
	t.object = layout.Stack(border, layout.Inset(1, 1, 1, 1, layout.VStack(0, lines...)))
	return t
}

func (t *table) newGroup(i int, choose func(func())) *groupView {
	g := &groupView{entries: layout.VStack(0)}
	g.mark = widgets.NewMark(widgets.ShapeBox, layout.Space(0, 0), func() { choose(func() { t.model.Turn(i) }) })
	g.mark.OnSide = func(open bool) { t.open(i, open) }
	g.fold = widgets.NewIconButton(phrase.Text("spoken.unfold"), nil, foldIcon, func() { t.open(i, g.shown == 0) })
	t.groups = append(t.groups, g)
	t.showFold(g)
	return g
}

// foldIcon is the size of the arrow that opens a group.
const foldIcon float32 = 18

func (t *table) groupLine(g *groupView, i int) fyne.CanvasObject {
	l := t.model.Line(i)
	when := draw.Body
	switch {
	case l.Late:
		when = when.In(theme.ColorWarn)
	case l.Quiet:
		when = draw.Secondary
	}
	return line(g.mark, g.fold, draw.NewText(l.Day, draw.Strong.Shortened()), draw.NewText(l.Where, draw.Secondary.Shortened()),
		draw.NewText(l.Count, draw.Style{Right: true}), draw.NewText(l.When, when.Shortened()))
}

// open shows the first numbers of a group, or hides all.
func (t *table) open(i int, open bool) {
	g := t.groups[i]
	if open == (g.shown > 0) {
		return
	}
	g.shown = 0
	if open {
		g.shown = few
	}
	t.showFold(g)
	t.showEntries(i)
}

func (t *table) showFold(g *groupView) {
	icon := fynetheme.MenuExpandIcon()
	if g.shown > 0 {
		icon = fynetheme.MenuDropDownIcon()
	}
	g.fold.SetIcon(theme.Colored(icon, theme.ColorSecondary))
}

// showEntries draws the numbers of a group.
func (t *table) showEntries(i int) {
	g := t.groups[i]
	g.entries.Objects = nil
	if g.shown > 0 {
		for _, e := range t.model.Entries(i, g.shown) {
			g.entries.Add(layout.Tall(entryTall, entryLine(e)))
		}
		end := layout.Space(0, theme.Gap)
		if next, words := t.model.More(i, g.shown); words != "" {
			more := widgets.NewLink(words, func() {
				g.shown = next
				t.showEntries(i)
			})
			end = layout.Tall(moreTall, line(layout.Space(0, 0), layout.Space(0, 0), layout.HStack(0, more)))
		}
		g.entries.Add(end)
	}
	g.entries.Refresh()
}

func entryLine(e Entry) fyne.CanvasObject {
	dim, right := draw.Secondary.Shortened(), draw.Secondary
	right.Right = true
	number := fyne.CanvasObject(draw.NewText(e.Number, draw.Body))
	if e.Day != "" {
		number = layout.HStack(theme.Gap, number, draw.NewText(e.Day, dim))
	}
	return line(layout.Space(0, 0), layout.Space(0, 0), number,
		draw.NewText(e.Where, dim), draw.NewText(e.Cell, right), draw.NewText(e.Owner, dim))
}

// show draws what is chosen.
func (t *table) show() {
	for i, g := range t.groups {
		g.mark.Set(widgets.MarkIf(t.model.Line(i).Chosen))
	}
	state := widgets.MarkIf(t.model.Waits() == 0)
	if t.model.Waits() > 0 && t.model.Chosen() > 0 {
		state = widgets.MarkSome
	}
	t.all.Set(state)
}

// line places the cells of a line: mark, arrow, day, location, amount and when.
func line(cells ...fyne.CanvasObject) *fyne.Container { return container.New(columns{}, cells...) }

// columns are the places of the cells of a line. Where the room is short, all but the
// location get less, and then what says when goes.
type columns struct{}

// measures are the widths of the cells at the usual size of text, with the room before
// and behind them. That of the location is what is left.
type measures struct{ mark, fold, day, amount, when float32 }

const (
	indent    float32 = 16  // before the mark and behind the last cell
	whenGap   float32 = 24  // before what says when
	locations float32 = 100 // the least
	scarce    float32 = 30  // the least where nothing else can give way
)

func measuresFor(room float32) measures {
	roomy := measures{46, 24, 240, 96, 216}
	tight := measures{42, 28, 190, 60, 168}
	switch {
	case room >= roomy.fixed()+2*locations:
		return roomy
	case room < tight.fixed()-tight.when+locations+indent:
		return scant()
	case room < tight.fixed()+locations:
		tight.when = 0
	}
	return tight
}

// scant are the measures in the smallest window with text of 200 %.
func scant() measures { return measures{36, 24, 120, 40, 0} }

// leastRoom is the room that a line needs at the usual size of text.
func leastRoom() float32 { return scant().fixed() + scarce + indent }

func (m measures) fixed() float32 { return m.mark + m.fold + m.day + m.amount + m.when }

// box is where a cell begins, and how wide it is.
type box struct{ at, width float32 }

// boxes are the places of the cells in a room.
func boxes(room float32) []box {
	m := measuresFor(room)
	end := room
	if m.when == 0 {
		end -= indent
	}
	day := m.mark + m.fold
	place := day + m.day
	when := end - m.when
	return []box{
		{indent, m.mark - indent},
		{m.mark, m.fold},
		{day, m.day - theme.Gap},
		{place, when - m.amount - place},
		{when - m.amount, m.amount},
		{when + whenGap, m.when - whenGap - indent},
	}
}

// MinSize is that of a line without what says when.
func (columns) MinSize(cells []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(leastRoom()*draw.Scale(), 0)
	for _, cell := range cells {
		size.Height = max(size.Height, cell.MinSize().Height)
	}
	return size
}

// Layout places the cells at the middle of the line.
func (columns) Layout(cells []fyne.CanvasObject, size fyne.Size) {
	scale := draw.Scale()
	places := boxes(size.Width / scale)
	for i, cell := range cells {
		height, place := cell.MinSize().Height, places[i]
		if layout.SetVisible(cell, place.width > 0); cell.Visible() {
			layout.Put(cell, fyne.NewPos(place.at*scale, (size.Height-height)/2), fyne.NewSize(place.width*scale, height))
		}
	}
}
