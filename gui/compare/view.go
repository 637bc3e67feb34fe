package compare

import (
	"time"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/draw"
	"numberloader/gui/filter"
	"numberloader/gui/layout"
	"numberloader/gui/rows"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/gui/widgets/grid"
	"numberloader/internal/compare"
	"numberloader/internal/phrase"
)

// Config is what the page needs. All of it is required.
type Config struct {
	Canvas    fyne.Canvas // of the window, for the keyboard
	Widths    rows.WidthStore
	Modifiers func() fyne.KeyModifier
	Copy      func(text string) // to the clipboard
	OnAgain   func()            // read what is in Webex again
	Activate  func()            // show which numbers of the list can be activated
}

// Screen is the page. It belongs to the UI thread.
type Screen struct {
	cfg    Config
	model  *Model
	look   *look
	widths *rows.Widths

	headline *draw.Paragraph
	aside    *draw.Text
	search   *filter.Search
	chips    map[Chip]*filter.Chip
	apart    fyne.CanvasObject // the line in front of the chips that cut across
	chipRow  *filter.ChipRow
	head     *filter.ListHead
	filter   *widgets.Button
	find     *fyne.Container // by what the numbers are filtered
	notice   *fyne.Container
	grid     *grid.Grid
	read     *fyne.Container // when Webex was read
	content  *fyne.Container
}

// New returns the page without numbers.
func New(cfg Config) *Screen {
	s := &Screen{cfg: cfg, model: NewModel(), look: newLook(), widths: rows.NewWidths(cfg.Widths, "compare")}
	s.headline, s.aside = draw.NewParagraph("", draw.Heading), draw.NewText("", draw.Caption.Shortened())
	s.search = filter.NewSearch(phrase.Text("words.search"))
	s.search.Focus = cfg.Canvas.Focus
	s.search.OnChanged = func(text string) { s.change(func() { s.model.Search(text) }) }
	s.search.OnKey = s.searchKey
	s.buildChips()
	s.filter = widgets.NewButton(filter.Label(0), widgets.Usual, s.OpenFilter)
	s.filter.Icon, s.filter.IconPlacement = fynetheme.MenuDropDownIcon(), widget.ButtonIconTrailingText
	s.head = filter.NewListHead(s.headline, s.aside, s.search, s.chipRow, s.filter)
	s.find, s.notice, s.read = layout.Stack(), layout.Stack(), layout.Stack()
	s.buildGrid()
	top := layout.VStack(0, s.head.Container, s.find, s.notice)
	s.content = layout.Headed(top, s.read, s.grid)
	return s
}

const belowChips float32 = 10

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Read says when Webex was read, and how many of the numbers that it counts were not.
type Read struct {
	At, Now        time.Time
	Lacks, Counted int
}

// Set takes a comparison with what was read.
func (s *Screen) Set(pairs []compare.Pair, counts compare.Counts, read Read) {
	s.model.Set(pairs, counts)
	s.read.Objects = []fyne.CanvasObject{widgets.ReadStrip(
		phrase.Text("compare.read", "When", phrase.Moment(read.At, read.Now)), phrase.Text("compare.again"), s.cfg.OnAgain)}
	s.notice.Objects = nil
	if read.Lacks > 0 {
		words := draw.NewParagraph(phrase.Text("compare.lacks", "Count", read.Lacks, "All", read.Counted), draw.Body)
		s.notice.Objects = []fyne.CanvasObject{layout.Inset(0, theme.SideMargin, belowChips, theme.SideMargin,
			widgets.Band(widgets.MoodWarn, theme.IconChanged, words))}
	}
	s.show()
}

// Reset begins anew with all numbers, as for another file.
func (s *Screen) Reset() {
	s.model.Reset()
	s.search.SetText("")
	s.show()
}

// Missing is how many numbers would be added.
func (s *Screen) Missing() int { return s.model.Missing() }

// Search moves the keyboard to the search field.
func (s *Screen) Search() { s.cfg.Canvas.Focus(s.search.Entry()) }

func (s *Screen) buildChips() {
	s.chips, s.apart = map[Chip]*filter.Chip{}, draw.VerticalHairline()
	var row []fyne.CanvasObject
	for _, c := range AllChips() {
		s.chips[c] = filter.NewChip(s.look.icons[c], c.Label(), func() { s.change(func() { s.model.Choose(c) }) })
		if c == ChipInactive {
			row = append(row, s.apart)
		}
		row = append(row, s.chips[c])
	}
	s.chipRow = filter.NewChipRow(nil, row...)
	var leaving []fyne.CanvasObject
	for _, c := range LeavingChips() {
		leaving = append(leaving, s.chips[c])
	}
	s.chipRow.SetLeaving(leaving...)
}

// change shows another choice of numbers: from the top, or so that the one under the
// cursor is seen.
func (s *Screen) change(how func()) {
	how()
	s.show()
	s.grid.ScrollToTop()
	s.grid.ScrollToCursor()
}

// show brings everything up to date with the model.
func (s *Screen) show() {
	m := s.model
	s.head.SetHeadline(m.Headline())
	s.showChips()
	s.showFilter()
	s.showAside()
	s.grid.SetColumns(s.source().columns())
	s.grid.SetSorted(m.Sorting().Column, m.Sorting().Down)
	s.grid.SetEmpty(s.emptiness())
	s.grid.Reload(m.Cursor())
	s.content.Refresh()
}

func (s *Screen) showChips() {
	listed := map[Chip]bool{}
	for _, c := range s.model.Chips() {
		listed[c] = true
	}
	for c, chip := range s.chips {
		chip.Set(c.Label(), phrase.Count(s.model.Count(c)), c == s.model.Chosen())
		layout.SetVisible(chip, listed[c])
	}
	layout.SetVisible(s.apart, listed[ChipInactive] || listed[ChipProblems])
	s.chipRow.Refresh()
}

// showAside says how many numbers are selected.
func (s *Screen) showAside() {
	s.search.SetHits(s.model.Hits())
	if text := s.model.Selected(); text != s.aside.Text() {
		s.aside.SetText(text)
		s.head.Arrange()
	}
}

// emptiness is what stands in place of numbers.
func (s *Screen) emptiness() fyne.CanvasObject {
	text, way := s.model.Empty()
	return filter.Emptiness(s.look.icons[ChipBoth], text, way, map[rows.Way]func(){
		rows.WayShowAll:     func() { s.change(func() { s.model.Choose(ChipAll) }) },
		rows.WayClearSearch: func() { s.search.SetText("") },
		rows.WayClearFilter: func() { s.clearFilters() },
	})
}
