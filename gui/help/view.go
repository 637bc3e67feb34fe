package help

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

// The measures of the page for text of the usual size.
const (
	contentsWidth float32 = 236
	textWidth     float32 = 600
	entryHeight   float32 = 32
	subHeight     float32 = 28
	entryPad      float32 = 12

	contentsGrowth = 0.4 // of the growth of the text, so that the page has room
)

// Config is what the page needs from outside. All of it is required.
type Config struct {
	Canvas  fyne.Canvas
	Picture func(path string) ([]byte, error) // of the guide
	// Log shows the folder of the log, and Support puts on the clipboard what support
	// needs.
	Log, Support func()
}

// Screen is the page. It belongs to the UI thread.
type Screen struct {
	model    *Model
	cfg      Config
	search   *widgets.Field
	contents *fyne.Container
	text     *fyne.Container
	copied   *draw.Text
	entries  []*widgets.Tappable // that are shown, for the arrow keys
	content  fyne.CanvasObject
}

// New returns the page of a guide.
func New(model *Model, cfg Config) *Screen {
	s := &Screen{model: model, cfg: cfg, search: widgets.NewField(false), contents: layout.VStack(0), text: layout.Stack()}
	s.search.PlaceHolder = phrase.Text("help.search")
	s.search.Icon = theme.Colored(fynetheme.SearchIcon(), theme.ColorSecondary)
	s.search.OnChanged = func(query string) {
		s.model.Search(query)
		s.list()
	}
	s.search.OnSubmitted = func(string) { s.openFirst() }
	s.copied = draw.NewText("", draw.Caption.Shortened())
	below := layout.VStack(4,
		widgets.NewLink(phrase.Text("help.log"), cfg.Log),
		widgets.NewLink(phrase.Text("help.support"), func() {
			cfg.Support()
			s.copied.SetText(phrase.Text("words.copied"))
		}), s.copied)
	top := layout.Inset(16, entryPad, 8, entryPad, s.search)
	bottom := layout.VStack(0, draw.Hairline(), layout.Inset(10, entryPad, 10, 2*entryPad, below))
	left := layout.Frame(top, bottom, nil, nil, layout.Page(layout.Inset(0, entryPad, entryPad, entryPad, s.contents)))
	side := layout.Frame(nil, nil, nil, draw.VerticalHairline(), layout.WideBy(contentsWidth, contentsGrowth, left))
	s.content = layout.Frame(nil, nil, side, nil, s.text)
	s.Refresh()
	return s
}

// Content is what is drawn.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// First is what has the keyboard at first.
func (s *Screen) First() fyne.Focusable { return s.search }

// Search gives the keyboard to the search.
func (s *Screen) Search() { s.cfg.Canvas.Focus(s.search) }

// TypedKey moves between the entries with the arrow keys.
func (s *Screen) TypedKey(key *fyne.KeyEvent) {
	by, ok := map[fyne.KeyName]int{fyne.KeyUp: -1, fyne.KeyDown: 1}[key.Name]
	if !ok || len(s.entries) == 0 {
		return
	}
	next := 0
	for i, entry := range s.entries {
		if s.cfg.Canvas.Focused() == fyne.Focusable(entry) {
			next = min(max(i+by, 0), len(s.entries)-1)
		}
	}
	s.cfg.Canvas.Focus(s.entries[next])
}

// OpenTopic shows the page of a topic, without a search. It says whether there is one.
func (s *Screen) OpenTopic(topic string) bool {
	ok := s.model.OpenTopic(topic)
	s.search.SetText("")
	s.Refresh()
	return ok
}

// Refresh redraws everything.
func (s *Screen) Refresh() {
	s.list()
	s.text.Objects = []fyne.CanvasObject{s.page(s.model.Pages()[s.model.At()])}
	s.text.Refresh()
}

func (s *Screen) open(page int) {
	s.model.Open(page)
	s.Refresh()
	for i, at := range s.shown() {
		if at == page && i < len(s.entries) {
			s.cfg.Canvas.Focus(s.entries[i])
		}
	}
}

// openFirst opens the first place that was found.
func (s *Screen) openFirst() {
	if found := s.model.Found(); len(found) > 0 {
		s.open(found[0].Page)
	}
}

// shown are the pages that the entries lead to.
func (s *Screen) shown() []int {
	var pages []int
	if s.model.Query() != "" {
		for _, f := range s.model.Found() {
			pages = append(pages, f.Page)
		}
		return pages
	}
	for i := range s.model.Pages() {
		pages = append(pages, i)
	}
	return pages
}

// list draws the contents, or what was found.
func (s *Screen) list() {
	s.entries = nil
	if s.model.Query() == "" {
		for i, page := range s.model.Pages() {
			s.entries = append(s.entries, s.entry(i, page))
		}
	} else {
		for _, f := range s.model.Found() {
			s.entries = append(s.entries, s.found(f))
		}
	}
	s.contents.Objects = nil
	for _, entry := range s.entries {
		s.contents.Add(entry)
	}
	if len(s.entries) == 0 {
		s.contents.Add(layout.Inset(8, entryPad, 0, entryPad,
			draw.NewParagraph(phrase.Text("help.nothing", "Words", s.model.Query()), draw.Secondary)))
	}
	s.contents.Refresh()
	s.content.Refresh()
}

// entry is a line of the contents.
func (s *Screen) entry(i int, page Page) *widgets.Tappable {
	style, height, left := draw.Body, entryHeight, entryPad
	if page.Above != "" {
		style, height, left = draw.Secondary, subHeight, 2*entryPad+4
	}
	if i == s.model.At() {
		style = draw.Strong
	}
	return s.tappable(i, layout.AtLeast(height, layout.Inset(0, entryPad, 0, left, draw.NewText(page.Title, style.Shortened()))))
}

// found is a place that was found.
func (s *Screen) found(f Found) *widgets.Tappable {
	words := draw.NewSpans(drawn(f.Text, draw.Message.In(theme.ColorSecondary))...)
	title := draw.NewText(s.model.Pages()[f.Page].Title, draw.Strong.Shortened())
	return s.tappable(f.Page, layout.Inset(8, entryPad, 8, entryPad, layout.VStack(2, title, words)))
}

func (s *Screen) tappable(page int, content fyne.CanvasObject) *widgets.Tappable {
	paint := draw.Paint{Radius: theme.Radius}
	if page == s.model.At() {
		paint.Fill = fynetheme.ColorNameSelection
	}
	return widgets.NewTappable(layout.Stack(draw.NewSurface(paint), content), theme.Radius, func() { s.open(page) })
}

// drawn are spans in a style.
func drawn(spans []Span, style draw.Style) []draw.Span {
	all := make([]draw.Span, len(spans))
	for i, span := range spans {
		look := style
		look.Bold = style.Bold || span.Bold
		look.Mono = span.Code
		if span.Bold {
			look.Color = theme.ColorText
		}
		all[i] = draw.Span{Text: span.Text, Style: look}
	}
	return all
}
