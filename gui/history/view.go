package history

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	looks "numberloader/gui/outcome"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

// The measures of a line of the history.
const (
	lineHeight   float32 = 57
	headerHeight float32 = 32
	lineWords    float32 = 600 // that its words need side by side
	lineLeast    float32 = 300
	upperHeight  float32 = 36 // of the file and the state above the others
	lowerHeight  float32 = 46 // of the others
)

// Config is what the screen asks the window to do. All of it is required, and
// called on the UI thread.
type Config struct {
	Choose func(id string)
	Open   func(id string)   // show the results of a run
	Copy   func(text string) // to the clipboard
}

// Action is something that can be done with the chosen run, as a link below it.
type Action struct {
	Label string
	Do    func()
}

// View draws a Model. It decides nothing.
type View struct {
	model *Model
	cfg   Config
	root  *fyne.Container
	lines []*line
}

// NewView returns the screen of a model.
func NewView(model *Model, cfg Config) *View {
	return &View{model: model, cfg: cfg, root: container.NewStack()}
}

// Content is what is drawn.
func (v *View) Content() fyne.CanvasObject { return v.root }

// Refresh draws the model as it is now.
func (v *View) Refresh() {
	v.lines = nil
	v.root.Objects = []fyne.CanvasObject{v.body()}
	v.root.Refresh()
}

func (v *View) body() fyne.CanvasObject {
	if failure := v.model.Failure(); failure != nil {
		trouble := widgets.Trouble{Title: failure.Title, What: phrase.Sentences(failure.What, failure.Next), Details: failure.Details, Copy: v.cfg.Copy}
		return layout.Inset(theme.GroupGap, theme.PageMargin, theme.GroupGap, theme.PageMargin, layout.VStack(0, trouble.Object()))
	}
	lines := v.model.Lines()
	if len(lines) == 0 {
		return v.empty()
	}
	var parts []fyne.CanvasObject
	if notice := v.model.Notice(); notice != "" {
		band := widgets.Band(widgets.MoodWarn, theme.IconChanged, draw.NewParagraph(notice, draw.Body))
		parts = append(parts, layout.Inset(16, theme.SideMargin, 16, theme.SideMargin, band))
	}
	parts = append(parts, header())
	for _, l := range lines {
		line := v.newLine(l)
		v.lines = append(v.lines, line)
		parts = append(parts, line.object, draw.Hairline())
	}
	v.ShowChosen(nil)
	return layout.Page(layout.VStack(0, parts...))
}

func (v *View) empty() fyne.CanvasObject {
	if !v.model.Loaded() {
		return layout.Space(0, 0)
	}
	return layout.Inset(theme.GroupGap, theme.PageMargin, theme.GroupGap, theme.PageMargin, layout.VStack(theme.Gap,
		draw.NewText(v.model.Headline(), draw.Heading),
		draw.NewParagraph(phrase.Text("history.about"), draw.Secondary)))
}

func header() fyne.CanvasObject {
	var cells []fyne.CanvasObject
	for _, title := range []string{
		phrase.Text("history.when"), phrase.Text("columns.list"), phrase.Text("columns.organization"),
		phrase.Text("columns.outcome"), phrase.Text("columns.state"),
	} {
		cells = append(cells, draw.NewText(title, draw.Caption))
	}
	return layout.Stack(draw.NewSurface(draw.Paint{Fill: theme.ColorHeader}), container.New(&lineLayout{tall: headerHeight}, cells...))
}

// when is the time of a run, and how long it took below.
func when(l Line) fyne.CanvasObject {
	began := draw.NewText(l.When, draw.Body.Shortened())
	if l.Took == "" {
		return began
	}
	return layout.VStack(2, layout.Spacer(), began, draw.NewText(l.Took, draw.Caption), layout.Spacer())
}

func organization(l Line) fyne.CanvasObject {
	if l.Practice {
		return layout.HStack(theme.Gap, draw.Icon(theme.IconPractice, theme.ColorSecondary), draw.NewText(phrase.Text("history.practice"), draw.Body))
	}
	return draw.NewText(l.Organization, draw.Body.Shortened())
}

// outcomes is a bar with a piece for each outcome, and its words below.
func outcomes(l Line) fyne.CanvasObject {
	return layout.VStack(6, layout.Spacer(), looks.Bar(l.Counts), draw.NewText(l.Outcome, draw.Caption), layout.Spacer())
}

func state(s State) fyne.CanvasObject {
	switch s {
	case StateUnfinished:
		return layout.HStack(theme.Gap, draw.Icon(theme.IconWait, theme.ColorWarn), draw.NewText(s.Label(), draw.Body.In(theme.ColorWarn)))
	case StateDamaged:
		return layout.HStack(theme.Gap, draw.Icon(theme.IconProblem, theme.ColorError), draw.NewText(s.Label(), draw.Body.In(theme.ColorError)))
	case StateUndone:
		icon := draw.Grown(draw.Picture(looks.Undone(), theme.IconSize))
		return layout.HStack(theme.Gap, icon, draw.NewText(s.Label(), draw.Secondary))
	case StateFinished:
	}
	return layout.HStack(theme.Gap, draw.Icon(theme.IconAdded, theme.ColorOK), draw.NewText(s.Label(), draw.Secondary))
}

// lineLayout places the cells of a line at the same shares of every width. Where that is
// small for the text, the file and the state stand above the others, and headings, which
// have no height then, are hidden. All measures grow with the text. The height follows from
// the width that was set last.
type lineLayout struct {
	tall, stacked float32 // the height of one line, and of two
	width         float32
}

func (l *lineLayout) narrow() bool { return l.width < draw.Larger(lineWords) }

func (l *lineLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	tall := l.tall
	if l.narrow() {
		tall = l.stacked
	}
	return fyne.NewSize(draw.Larger(lineLeast), draw.Larger(tall))
}

func (l *lineLayout) Layout(cells []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	for _, cell := range cells {
		layout.SetVisible(cell, !l.narrow() || l.stacked > 0)
	}
	if !l.narrow() {
		place(cells, 0, size, 0, 0.19, 0.44, 0.62, 0.83, 1)
		return
	}
	upper := draw.Larger(upperHeight)
	place([]fyne.CanvasObject{cells[1], cells[4]}, 0, fyne.NewSize(size.Width, upper), 0, 0.64, 1)
	place([]fyne.CanvasObject{cells[0], cells[2], cells[3]}, upper, fyne.NewSize(size.Width, size.Height-upper), 0, 0.36, 0.64, 1)
}

// place places cells side by side in a room at a height, each from its share of the width
// to the next one.
func place(cells []fyne.CanvasObject, top float32, room fyne.Size, starts ...float32) {
	width := room.Width - 2*theme.SideMargin
	for i, cell := range cells {
		at := fyne.NewPos(theme.SideMargin+starts[i]*width, top)
		layout.Put(cell, at, fyne.NewSize((starts[i+1]-starts[i])*width-2*theme.Gap, room.Height))
	}
}
