// Package review is the Review screen: every row of the file with what is amiss
// and what can be done about it, before anything is sent. It judges nothing
// itself: it shows rows that were judged and planned, and tells what the user
// decides. Its model is package worklist, which knows no toolkit.
package review

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"numberloader/gui/filter"
	"numberloader/gui/layout"
	"numberloader/gui/review/judged"
	"numberloader/gui/review/worklist"
	"numberloader/gui/rows"
	"numberloader/gui/theme"
	"numberloader/gui/widgets/grid"
	"numberloader/internal/phrase"
	"numberloader/internal/plan"
)

// Config is what the screen needs. All of it is required, except for what is said
// to be.
type Config struct {
	Canvas fyne.Canvas // of the window, for the keyboard and for pop-ups
	Work   worklist.Work
	Steps  Steps
	// Background sorts and searches many rows; nil does it at once.
	Background worklist.Background
	// Widths keeps the widths of columns; nil keeps them while the program runs.
	Widths rows.WidthStore
	// Copy puts a text on the clipboard.
	Copy func(text string)
	// Modifiers are the modifier keys that are held now.
	Modifiers func() fyne.KeyModifier
	// ReasonsOpen says whether the list of what was changed is open at first, and
	// OnReasons is told when it is opened or closed; it may be nil.
	ReasonsOpen bool
	OnReasons   func(open bool)
	// OnDecide is told that the user wants to see what waits for an answer; it may be nil.
	OnDecide func()
	// OnExport is told that the user wants the rows with problems as a workbook.
	OnExport func()
	// OnCompare is told that the user wants the list beside what is in Webex, and
	// Incomparable says why it can't be, "" if it can. Both may be nil.
	OnCompare    func()
	Incomparable func() string
}

// Steps are what the user did and can take back; *decisions.Decisions has them. The names say
// what: "accept 12 suggestions", "" for nothing.
type Steps interface {
	UndoName() string
	RedoName() string
	Undo()
	Redo()
}

// Screen is the Review screen. It belongs to the UI thread.
type Screen struct {
	cfg    Config
	model  *worklist.Model
	look   *look
	widths *rows.Widths

	head     *head
	chips    *chipBar
	find     *findLine
	note     *notice
	source   source
	grid     *grid.Grid
	cells    cells
	keyboard keyboard
	edits    *edits
	detail   *detail
	strip    *filter.Strip
	body     *fyne.Container // the rows
	content  *fyne.Container
}

// New returns the screen without rows.
func New(cfg Config) *Screen {
	s := &Screen{cfg: cfg, look: newLook(), widths: rows.NewWidths(cfg.Widths, "review")}
	s.model = worklist.NewModel(cfg.Work, s.background())
	s.source, s.cells, s.keyboard = source{s}, cells{s}, keyboard{s}
	s.head, s.find = newHead(s), newFind(s)
	s.chips = newChipBar(s, s.find.alone)
	s.note, s.edits = &notice{screen: s, box: layout.Stack()}, &edits{screen: s}
	s.buildGrid()
	s.strip = filter.NewStrip(moreRequests)
	s.strip.OnBar = s.showRequest
	s.detail = newDetail(s)
	above := layout.VStack(0, s.head.above(s.chips.chipRow), s.find.box, s.note.box)
	s.body = layout.Stack(s.grid, s.detail.object)
	frame := layout.Headed(above, s.strip, s.body)
	s.content = container.New(sizing{s}, frame)
	s.show()
	return s
}

// stripRoom is how tall the screen is from where on the strip has its full height.
const stripRoom float32 = 656

// sizing tells the parts of a screen how much room there is.
type sizing struct{ screen *Screen }

func (l sizing) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (l sizing) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.screen.strip.SetTall(size.Height >= stripRoom)
	layout.Put(objects[0], fyne.Position{}, size)
}

// background shows what was sorted or found elsewhere once it is there.
func (s *Screen) background() worklist.Background {
	if s.cfg.Background == nil {
		return nil
	}
	return func(work, done func()) {
		s.cfg.Background(work, func() {
			done()
			s.show()
		})
	}
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Update takes the rows as they were judged and planned. What is shown, the
// sorting, the cursor and what is seen of the rows stay.
func (s *Screen) Update(planned plan.Plan) {
	s.model.Set(planned)
	s.grid.ForgetAll()
	if s.edits.now != nil && !s.edits.now.is(s.model.Row(s.model.Cursor())) {
		s.grid.EndEdit(false)
	}
	s.show()
}

// Reset shows all rows, from the top, as is right for another file.
func (s *Screen) Reset() {
	s.grid.EndEdit(false)
	s.head.search.SetText("")
	s.change(s.model.Reset)
}

// Change takes rows of which some were judged again, by their indexes.
func (s *Screen) Change(planned plan.Plan, changed []int) {
	s.model.Change(planned, changed)
	s.grid.Forget(changed...)
	s.show()
}

// Refresh brings the buttons up to date with what can be undone and redone.
func (s *Screen) Refresh() { s.head.show() }

// Remark sets what the window has to say about the rows, "" for nothing.
func (s *Screen) Remark(text string) {
	if s.note.remark != text {
		s.note.remark = text
		s.note.show()
	}
}

// Going is how many rows can be added.
func (s *Screen) Going() int { return s.model.Going() }

// Outlook says how much goes in how many requests, and how many rows stay behind, as
// far as the strip does not say it.
func (s *Screen) Outlook() string {
	going, behind := s.Going(), s.model.LeftBehind()
	requests := ""
	narrow := s.content.Size().Width < theme.NarrowWidth-theme.RailWidth
	if going > 0 && !s.stripShown() && (behind == 0 || !narrow) {
		requests = phrase.Text("review.outlook.requests",
			"Numbers", phrase.Text("words.numbers", "Count", going),
			"Requests", phrase.Text("review.strip.requests", "Count", s.model.RequestCount()))
	}
	switch {
	case behind == 0:
		return requests
	case requests == "":
		return phrase.Text("review.outlook.behind", "Count", behind)
	}
	return phrase.Text("review.outlook.both", "Requests", requests, "Behind", phrase.Text("review.outlook.behind", "Count", behind))
}

// stripShown reports whether the strip is on the screen: it is if there is something to
// say and room for it.
func (s *Screen) stripShown() bool { return s.strip.Visible() && s.strip.Size().Height > 0 }

// Homeless is how many rows name no location.
func (s *Screen) Homeless() int { return s.model.Homeless() }

// AllThere reports whether every row of the list is in its location already.
func (s *Screen) AllThere() bool { return s.model.AllThere() }

// Problems is how many rows have a problem.
func (s *Screen) Problems() int { return s.model.ProblemCount() }

// Shown is how many rows are shown.
func (s *Screen) Shown() int { return s.model.Len() }

// ShowHomeless shows the rows that name no location.
func (s *Screen) ShowHomeless() {
	s.change(s.model.ShowHomeless)
	s.FocusRows()
}

// ChooseBehind shows rows that stay behind.
func (s *Screen) ChooseBehind() { s.Choose(s.model.Behind()) }

// Choose shows the rows of a chip, from the top.
func (s *Screen) Choose(c judged.Chip) { s.change(func() { s.model.Choose(c) }) }

// showRequest shows the rows of a request and selects them, so that the next key is
// about them.
func (s *Screen) showRequest(request int) {
	s.change(func() { s.model.ShowRequest(request) })
	s.cfg.Canvas.Focus(s.grid)
}

// change shows another choice of rows: from the top, or so that the row under
// the cursor is seen. A cell that is being edited is kept first.
func (s *Screen) change(how func()) {
	s.grid.EndEdit(true)
	s.note.said = ""
	how()
	s.show()
	s.grid.ScrollToTop()
	s.grid.ScrollToCursor()
}

// show brings everything up to date with the model.
func (s *Screen) show() {
	m, before := s.model, s.body.Position().Y
	s.head.list.SetHeadline(m.Headline(), m.ShortHeadline())
	s.head.show()
	s.head.search.SetHits(m.Hits())
	s.find.show()
	s.chips.show()
	s.note.show()
	s.showRows()
	strip := m.Strip()
	s.strip.Set(stripOf(strip))
	layout.SetVisible(s.strip, strip.Splits())
	s.content.Refresh()
	s.grid.Moved(s.body.Position().Y - before)
}

// showRows brings the grid up to date with the model.
func (s *Screen) showRows() {
	s.grid.SetColumns(s.source.columns())
	s.grid.SetSorted(s.model.Sorting().Column, s.model.Sorting().Down)
	s.grid.SetEmpty(s.source.emptiness())
	s.grid.Reload(s.model.Cursor())
	s.detail.show()
}
