package export

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// Config is what the page needs. All of it is required.
type Config struct {
	Canvas    fyne.Canvas // of the window, for the keyboard
	OnChanged func()      // another choice was made
	OnAgain   func()      // read what is in Webex again
}

// Screen is the page. It belongs to the UI thread.
type Screen struct {
	cfg     Config
	model   *Model
	all     *widgets.Mark
	lines   *widgets.MarkLines // nil before there are any
	content *fyne.Container
}

// New returns the page without numbers.
func New(cfg Config) *Screen {
	return &Screen{cfg: cfg, model: &Model{}, all: widgets.NewMark(widgets.ShapeBox, layout.Space(0, 0), func() {}), content: layout.Stack()}
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Begin moves the keyboard to the choice of locations, if there is one.
func (s *Screen) Begin() {
	if !s.Empty() {
		s.cfg.Canvas.Focus(s.all)
	}
}

// Empty reports whether there are no numbers.
func (s *Screen) Empty() bool { return s.model.Empty() }

// Count is how many numbers are chosen, and Numbers are these.
func (s *Screen) Count() int { return s.model.Count() }

// Numbers are the chosen numbers, in the order of the organization.
func (s *Screen) Numbers() []number.Held { return s.model.Numbers() }

// Set takes what an organization, by its name for a sentence, holds, and when it was read.
// It does nothing if that is shown already.
func (s *Screen) Set(organization string, held *number.Inventory, read, now time.Time) {
	if held == s.model.Held() {
		return
	}
	s.model.Set(organization, held)
	text := phrase.Text("export.about")
	if s.Empty() {
		text = phrase.Text("export.none")
	}
	parts := []fyne.CanvasObject{
		draw.NewParagraph(s.model.Headline(), draw.Heading), layout.Space(0, 4),
		layout.Capped(about, draw.NewParagraph(text, draw.Secondary)), layout.Space(0, 16),
	}
	if lacks := s.model.Lacks(); lacks != "" {
		parts = append(parts, widgets.Band(widgets.MoodWarn, theme.IconChanged, draw.NewParagraph(lacks, draw.Body)), layout.Space(0, 16))
	}
	if table := s.table(); !s.Empty() {
		parts = append(parts, table)
	}
	page := widgets.LinesPage(layout.Inset(16, theme.SideMargin, theme.GroupGap, theme.SideMargin, layout.VStack(0, parts...)), s.lines)
	s.content.Objects = []fyne.CanvasObject{layout.Frame(nil, widgets.ReadStrip(
		phrase.Text("compare.read", "When", phrase.Moment(read, now)), phrase.Text("compare.again"), s.cfg.OnAgain), nil, nil, page)}
	s.content.Refresh()
}

// about is how wide the lines below the headline are at most.
const about float32 = 640

// The heights of lines.
const (
	headTall float32 = 40
	rowTall  float32 = 37 // with the line above it
)

// table is a card with a line for each location, and one for all of them.
func (s *Screen) table() fyne.CanvasObject {
	right := draw.Caption
	right.Right = true
	s.all = widgets.NewMark(widgets.ShapeBox, draw.NewText(phrase.Text("export.all"), draw.Caption), func() { s.choose(s.model.TurnAll) })
	head := line(s.all, draw.NewText(phrase.Text("columns.numbers"), right),
		draw.NewText(phrase.Text("compare.inactive"), right), draw.NewText(phrase.Text("export.assigned"), right))
	back := draw.NewSurface(draw.Paint{Fill: theme.ColorHeader, Radius: theme.PanelRadius - 1, FlatBottom: true})
	places := s.model.Places()
	s.lines = widgets.NewMarkLines(s.cfg.Canvas, s.all, len(places), rowTall, func(i int) (*widgets.Mark, fyne.CanvasObject) {
		p := places[i]
		mark := widgets.NewMark(widgets.ShapeBox, draw.NewText(p.Name, draw.Body.Shortened()), func() { s.choose(func() { s.model.Turn(i) }) })
		mark.Set(widgets.MarkIf(s.model.Chosen(i)))
		return mark, layout.Frame(draw.Hairline(), nil, nil, nil, line(mark, count(p.Numbers), count(p.Inactive), count(p.Assigned)))
	})
	s.show()
	border := draw.NewSurface(draw.Paint{Stroke: theme.ColorSeparator, Width: 1, Radius: theme.PanelRadius})
	return layout.Stack(border, layout.Inset(1, 1, 1, 1, layout.VStack(0, layout.Tall(headTall, layout.Stack(back, head)), s.lines.Container)))
}

// count is an amount; none whispers.
func count(n int) fyne.CanvasObject {
	style := draw.Body
	if n == 0 {
		style = draw.Secondary
	}
	style.Right = true
	return draw.NewText(phrase.Count(n), style)
}

func (s *Screen) choose(how func()) {
	how()
	s.show()
	s.cfg.OnChanged()
}

// show draws what is chosen.
func (s *Screen) show() {
	chosen := s.model.ChosenPlaces()
	state := widgets.MarkIf(chosen == len(s.model.Places()))
	if chosen > 0 && chosen < len(s.model.Places()) {
		state = widgets.MarkSome
	}
	s.all.Set(state)
	s.lines.Each(func(i int, mark *widgets.Mark) { mark.Set(widgets.MarkIf(s.model.Chosen(i))) })
}

// line places a mark, and amounts at its end.
func line(cells ...fyne.CanvasObject) *fyne.Container { return container.New(columns{}, cells...) }

// columns are the places of the cells of a line: the first has what the others leave.
type columns struct{}

const (
	indent float32 = 16  // before the first cell and behind the last
	amount float32 = 104 // the width of the others
	least  float32 = 140 // of the first
)

// MinSize is that of a line with a short name.
func (columns) MinSize(cells []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize((2*indent+least+amount*float32(len(cells)-1))*draw.Scale(), 0)
	for _, cell := range cells {
		size.Height = max(size.Height, cell.MinSize().Height)
	}
	return size
}

// Layout places the cells at the middle of the line.
func (columns) Layout(cells []fyne.CanvasObject, size fyne.Size) {
	scale := draw.Scale()
	x := indent * scale
	for i, cell := range cells {
		width := amount * scale
		if i == 0 {
			width = size.Width - (2*indent+amount*float32(len(cells)-1))*scale
		}
		height := cell.MinSize().Height
		layout.Put(cell, fyne.NewPos(x, (size.Height-height)/2), fyne.NewSize(width, height))
		x += width
	}
}
