// Package review is the Review screen: every row of the file with what is amiss
// and what can be done about it, before anything is sent. It judges nothing
// itself: it shows rows that were judged and planned, and tells what the user
// decides. model files know no toolkit, view files decide nothing.
package review

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"numberloader/gui/rows"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/number"
	"numberloader/internal/plan"
	rules "numberloader/internal/review"
)

// Config is what the screen needs. All of it is required.
type Config struct {
	Canvas fyne.Canvas // of the window, for the keyboard and for pop-ups
	// Decision is what was decided about a record so far.
	Decision func(record int) rules.Decision
	// OnDecide is told what the user decided about a record. The rows that
	// follow from it come back through Update, now or later.
	OnDecide func(record int, d rules.Decision)
	// Locations are those that rows can go to. OnPlace is told that the user
	// sends records to one of them, by its ID, in place of what they name.
	Locations func() []number.Location
	OnPlace   func(records []int, location string)
	// OnAcceptAll is told that the user accepts all suggestions.
	OnAcceptAll func()
}

// Screen is the Review screen. It belongs to the UI thread.
type Screen struct {
	cfg   Config
	model *Model
	look  *look

	headline *widgets.Paragraph
	accept   *widgets.Button
	chips    map[Chip]*widgets.Chip
	apart    fyne.CanvasObject // the line in front of the last chip
	chipRow  *widgets.ChipRow
	search   *widgets.Search
	note     *fyne.Container
	grid     *widgets.Grid
	strip    *widgets.Strip
	content  *fyne.Container
}

// New returns the screen without rows.
func New(cfg Config) *Screen {
	s := &Screen{cfg: cfg, model: &Model{limits: plan.Webex()}, look: newLook()}
	s.headline = widgets.NewParagraph("", widgets.Heading)
	s.accept = widgets.NewButton("", widgets.Usual, cfg.OnAcceptAll)
	s.buildChips()
	s.note = container.NewStack()
	s.buildGrid()
	s.strip = widgets.NewStrip(moreRequests)
	s.strip.OnBar = func(request int) { s.change(func() { s.model.ShowRequest(request) }) }
	head := widgets.GridHead(s.headline, s.accept, s.chipRow)
	s.content = widgets.Frame(widgets.VStack(0, head, s.note), s.strip, nil, nil, s.grid)
	s.show()
	return s
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Update takes the rows as they were judged and planned. What is shown, the
// sorting and the cursor stay.
func (s *Screen) Update(all []number.Row, requests []plan.Request, limits plan.Limits) {
	s.model.Set(all, requests, limits)
	s.grid.SetColumns(columnsFor(s.model))
	s.show()
}

// Going is how many rows can be added.
func (s *Screen) Going() int { return s.model.Going() }

// LeftBehind is how many rows are not sent.
func (s *Screen) LeftBehind() int { return s.model.LeftBehind() }

// Homeless is how many rows name no location.
func (s *Screen) Homeless() int { return s.model.Homeless() }

// AllThere says that every row of the list is in its location already.
func (s *Screen) AllThere() bool { return s.model.AllThere() }

// ChooseBehind shows rows that stay behind.
func (s *Screen) ChooseBehind() { s.Choose(s.model.Behind()) }

// Search moves the keyboard to the search field.
func (s *Screen) Search() { s.cfg.Canvas.Focus(s.search.Entry()) }

// Choose shows the rows of a chip, from the top.
func (s *Screen) Choose(c Chip) { s.change(func() { s.model.Choose(c) }) }

func (s *Screen) buildChips() {
	s.chips = map[Chip]*widgets.Chip{}
	s.apart = widgets.VerticalHairline()
	s.search = widgets.NewSearch("Search numbers")
	s.search.Focus = s.cfg.Canvas.Focus
	s.search.OnChanged = func(text string) { s.change(func() { s.model.Search(text) }) }
	var row []fyne.CanvasObject
	for _, c := range allChips() {
		s.chips[c] = widgets.NewChip(s.look.chipIcon(c), s.model.ChipLabel(c), func() { s.Choose(c) })
		if c == ChipOver {
			row = append(row, s.apart)
		}
		row = append(row, s.chips[c])
	}
	s.chipRow = widgets.NewChipRow(s.search, row...)
}

func (s *Screen) buildGrid() {
	s.grid = widgets.NewGrid(source{s.model, s.look}, columnsFor(s.model), ColumnFile)
	s.grid.Focus = s.cfg.Canvas.Focus
	s.grid.OnCursor = s.model.MoveTo
	s.grid.OnSort = func(column string) { s.change(func() { s.model.Sort(column) }) }
	s.grid.OnAction = func(row, id int) { s.act(row, ActionKind(id)) }
	s.grid.OnKey = s.key
}

// change shows another choice of rows: from the top, or so that the row under
// the cursor is seen.
func (s *Screen) change(how func()) {
	how()
	s.show()
	s.grid.ScrollToTop()
	s.grid.ScrollToCursor()
}

// show brings everything up to date with the model.
func (s *Screen) show() {
	m := s.model
	s.headline.Set(widgets.Span{Text: m.Headline(), Style: widgets.Heading})
	s.accept.SetText("Accept " + rows.Of(m.Fixable(), "suggestion", "suggestions"))
	widgets.SetVisible(s.accept, m.Fixable() > 0)
	s.showChips()
	s.showNote()
	s.grid.SetSorted(m.Sorting().Column, m.Sorting().Down)
	s.grid.SetEmpty(s.emptiness())
	s.grid.Reload(m.Cursor())
	s.strip.Set(stripOf(m.Strip()))
	widgets.SetVisible(s.strip, len(m.requests) > 0)
	s.content.Refresh()
}

func (s *Screen) showChips() {
	listed := map[Chip]bool{}
	for _, c := range s.model.Chips() {
		listed[c] = true
	}
	chosen, single := s.model.Chosen()
	for c, chip := range s.chips {
		chip.Set(s.model.ChipLabel(c), rows.Count(s.model.Count(c)), single && c == chosen)
		widgets.SetVisible(chip, listed[c])
	}
	s.chipRow.Refresh()
}

func (s *Screen) showNote() {
	text, all := s.model.Note()
	s.note.RemoveAll()
	if text == "" {
		return
	}
	var link fyne.CanvasObject
	if all {
		link = widgets.NewLink(WayShowAll.Label(), func() { s.Choose(ChipAll) })
	}
	icon := widgets.Icon(theme.IconOver20, theme.ColorOver20)
	sentence := widgets.Inset(0, noteGap, 0, noteGap, widgets.NewParagraph(text, widgets.Body))
	s.note.Add(widgets.VStack(0, widgets.Hairline(),
		widgets.Inset(noteRoom, theme.SideMargin, noteRoom, theme.SideMargin,
			widgets.Frame(nil, nil, icon, link, sentence))))
}

// The room beside and above the sentence that explains the choice of rows.
const (
	noteGap  float32 = 10
	noteRoom float32 = 8
)

// emptiness is what stands in place of rows.
func (s *Screen) emptiness() fyne.CanvasObject {
	e, ok := s.model.Empty()
	if !ok {
		return nil
	}
	var link fyne.CanvasObject
	if e.Way != WayNone {
		link = widgets.NewLink(e.Way.Label(), func() { s.leave(e.Way) })
	}
	return widgets.GridEmptiness(s.look.emptyIcon(e.Good), e.Text, link)
}

func (s *Screen) leave(way Way) {
	switch way {
	case WayShowAll:
		s.Choose(ChipAll)
	case WayClearSearch:
		s.search.SetText("")
	case WayNone:
	}
}

// act does an action of a row.
func (s *Screen) act(row int, kind ActionKind) {
	switch kind {
	case ActionEdit:
		s.edit(row)
		return
	case ActionPlace:
		s.place(row)
		return
	case ActionUse, ActionExpand, ActionOverride, ActionSkip, ActionPutBack:
	}
	record, _, _, ok := s.model.Record(row)
	if !ok {
		return
	}
	if record, d, ok := s.model.Decide(row, kind, s.cfg.Decision(record)); ok {
		s.cfg.OnDecide(record, d)
	}
}

// key takes the keys that the grid has no use for: F2 edits the cell, Delete
// leaves the row out or puts it back.
func (s *Screen) key(row int, key fyne.KeyName) {
	if key == fyne.KeyF2 {
		s.edit(row)
		return
	}
	kind, ok := s.model.Toggle(row)
	if ok && (key == fyne.KeyDelete || key == fyne.KeyBackspace) {
		s.act(row, kind)
	}
}
