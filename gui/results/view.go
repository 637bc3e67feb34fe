// Package results is the Results screen: what became of every row of a run, why,
// what to do about it, and the workbook that keeps all that. model files know no
// toolkit, view files decide nothing.
package results

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"numberloader/gui/draw"
	"numberloader/gui/filter"
	"numberloader/gui/layout"
	"numberloader/gui/rows"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/gui/widgets/grid"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// Config is what the screen needs. All of it is required.
type Config struct {
	Canvas fyne.Canvas       // of the window, for the keyboard
	Zone   *time.Location    // that times of day are told in
	Notice fyne.CanvasObject // stands above all
	// OnCopy is told to put a text for support on the clipboard.
	OnCopy func(text string)
	// OnShowInFolder and OnSaveAs are told what to do with the workbook.
	OnShowInFolder func()
	OnSaveAs       func()
	// OnSelected is told that other rows are selected.
	OnSelected func()
	// Modifiers are the modifier keys that are held now.
	Modifiers func() fyne.KeyModifier
}

// Screen is the Results screen. It belongs to the UI thread.
type Screen struct {
	cfg   Config
	model *Model
	icons map[run.Outcome]fyne.Resource

	headline *draw.Paragraph
	all      *filter.Chip
	chips    map[run.Outcome]*filter.Chip
	chipRow  *filter.ChipRow
	search   *filter.Search
	grid     *grid.Grid
	file     *draw.Text
	saved    *draw.Paragraph
	folder   *widgets.Button
	actions  *fyne.Container
	head     *headLayout
	content  *fyne.Container
}

// New returns the screen without a run.
func New(cfg Config) *Screen {
	s := &Screen{cfg: cfg, model: newModel(cfg.Zone), icons: outcomeIcons()}
	s.headline = draw.NewParagraph("", draw.Heading)
	s.buildChips()
	shown := source{s.model, s.icons}
	s.grid = grid.New(shown, shown.columns(), ColumnFile)
	s.grid.Focus = cfg.Canvas.Focus
	s.grid.Modifiers, s.grid.OnSelect = cfg.Modifiers, s.selectRow
	s.grid.OnKey, s.grid.OnShortcut = s.key, s.shortcut
	s.grid.OnSort = func(column string) { s.change(func() { s.model.Sort(column) }) }
	s.grid.OnAction = func(row, _ int) { cfg.OnCopy(s.model.ForSupport(row)) }
	s.actions = layout.HStack(theme.Gap)
	s.content = layout.Headed(layout.VStack(0, cfg.Notice, s.above()), nil, layout.Frame(nil, s.fileStrip(), nil, nil, s.grid))
	s.show()
	return s
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Update takes a run as it is now, its workbook, and what can be done with it.
// What is shown, the sorting and the cursor stay if it is the run that was shown
// before. inReview says that rows of it that were not sent can be corrected in Review.
func (s *Screen) Update(r run.Run, inReview bool, book Workbook, actions []Action) {
	s.model.Advise(inReview)
	if s.model.Set(r) {
		s.search.SetText("")
	}
	s.file.SetText(book.Title())
	s.saved.Set(draw.Span{Text: book.Caption(s.model.Total()), Style: draw.Caption})
	layout.SetVisible(s.folder, book.Saved())
	s.setActions(actions)
	s.show()
}

// SetActions shows what can be done with the run and with the selected rows of it.
func (s *Screen) SetActions(actions []Action) {
	s.setActions(actions)
	s.content.Refresh()
}

// Selected are the selected lines that an action acts on.
func (s *Screen) Selected(a run.Action) []int { return s.model.Selected(a) }

// Search moves the keyboard to the search field.
func (s *Screen) Search() { s.cfg.Canvas.Focus(s.search.Entry()) }

func (s *Screen) buildChips() {
	s.all = filter.NewChip(nil, phrase.Text("words.all"), func() { s.change(s.model.ShowAll) })
	row := []fyne.CanvasObject{s.all}
	s.chips = map[run.Outcome]*filter.Chip{}
	for _, o := range run.Outcomes() {
		s.chips[o] = filter.NewChip(s.icons[o], phrase.Outcome(o), func() { s.change(func() { s.model.Choose(o) }) })
		row = append(row, s.chips[o])
	}
	s.search = filter.NewSearch(phrase.Text("words.search"))
	s.search.Focus = s.cfg.Canvas.Focus
	s.search.OnChanged = func(text string) { s.change(func() { s.model.Search(text) }) }
	s.chipRow = filter.NewChipRow(s.search, row...)
}

// fileStrip names the workbook and offers what can be done with it.
func (s *Screen) fileStrip() fyne.CanvasObject {
	s.file = draw.NewText("", draw.Strong.Shortened())
	s.saved = draw.NewParagraph("", draw.Caption)
	s.folder = widgets.NewButton(phrase.Text("words.folder"), widgets.Plain, s.cfg.OnShowInFolder)
	save := widgets.NewButton(phrase.Text("words.saveas"), widgets.Usual, s.cfg.OnSaveAs)
	icon := draw.Grown(draw.Picture(theme.Icon(theme.IconFile, theme.ColorSecondary), fileIcon))
	words := layout.Inset(0, fileGap, 0, fileGap, container.New(roomy{s.saved}, layout.VStack(0, layout.Spacer(), s.file, s.saved, layout.Spacer())))
	row := layout.Frame(nil, nil, icon, layout.HStack(theme.Gap, s.folder, save), words)
	strip := container.NewStack(
		draw.NewSurface(draw.Paint{Fill: theme.ColorHeader}),
		layout.AtLeast(stripTall, layout.Inset(stripRoom, theme.SideMargin, stripRoom, theme.SideMargin, row)))
	return layout.VStack(0, draw.Hairline(), strip)
}

// roomy shows a text only in a line that is wide for the size of text.
type roomy struct{ text fyne.CanvasObject }

func (l roomy) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (l roomy) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	layout.SetVisible(l.text, size.Width >= draw.Larger(captionLeast))
	layout.Put(objects[0], fyne.Position{}, size)
}

const (
	captionLeast float32 = 200 // the room that the caption needs

	stripTall float32 = 63 // and the line above it
	stripRoom float32 = 8
	fileIcon  float32 = 18
	fileGap   float32 = 12
)

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
	s.head.whole, s.head.short = m.Headline()
	s.head.say(s.head.whole)
	s.showChips()
	s.grid.SetColumns(source{m, s.icons}.columns())
	s.grid.SetSorted(m.Sorting().Column, m.Sorting().Down)
	s.grid.SetEmpty(s.emptiness())
	s.grid.Reload(m.Cursor())
	s.content.Refresh()
}

func (s *Screen) showChips() {
	only, single := s.model.Chosen()
	s.all.Set(phrase.Text("words.all"), phrase.Count(s.model.Total()), !single)
	listed := map[run.Outcome]bool{}
	for _, o := range s.model.Outcomes() {
		listed[o] = true
	}
	for o, chip := range s.chips {
		chip.Set(phrase.Outcome(o), phrase.Count(s.model.Count(o)), single && o == only)
		layout.SetVisible(chip, listed[o])
	}
	s.chipRow.Refresh()
}

// emptiness is what stands in place of rows.
func (s *Screen) emptiness() fyne.CanvasObject {
	text, way := s.model.Empty()
	return filter.Emptiness(s.icons[run.NotSent], text, way, map[rows.Way]func(){
		rows.WayShowAll:     func() { s.change(s.model.ShowAll) },
		rows.WayClearSearch: func() { s.search.SetText("") },
	})
}
