package reading

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// Config is what the page needs. All of it is required.
type Config struct {
	Canvas    fyne.Canvas
	Trial     Trial
	Locations []number.Location // of the organization
	// Remembering says whether what is chosen is remembered for files with the same
	// headers, and whether it can be; SetRemembering changes it.
	Remembering    func() (on, can bool)
	SetRemembering func(on bool)
	// OnChanged is told that the button at the bottom may be another one.
	OnChanged func()
}

// Page is the page "How is this file read?". It belongs to the UI thread.
type Page struct {
	cfg     Config
	model   *Model
	content *fyne.Container

	text    *widgets.Paragraph
	left    *choices
	preview *preview
	lines   *fyne.Container
	said    string // what lines say
}

// The measures of the page.
const (
	leftWide float32 = 188
	pageTop  float32 = 16
	lineTall float32 = 32
)

// New returns the page.
func New(cfg Config) *Page {
	p := &Page{cfg: cfg, model: NewModel(cfg.Trial, cfg.Locations), text: widgets.NewParagraph("", widgets.Secondary), lines: widgets.VStack(0)}
	p.left = newChoices(p)
	p.preview = newPreview(p)
	right := widgets.VStack(0, p.preview.object, widgets.Space(0, theme.Gap), p.lines)
	body := widgets.Frame(nil, nil, widgets.VStack(0, widgets.Sized(leftWide, 0, p.left.object), widgets.Spacer()), nil,
		widgets.Inset(0, 0, 0, theme.GroupGap, right))
	p.content = widgets.Page(widgets.Inset(pageTop, theme.SideMargin, theme.SideMargin, theme.SideMargin, widgets.VStack(0,
		widgets.NewText(phrase.Text("howread.title"), widgets.Heading), widgets.Space(0, 2), p.text, widgets.Space(0, 16), body)))
	p.Refresh()
	return p
}

// Content is what the window shows.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// First is what has the keyboard at first.
func (p *Page) First() fyne.Focusable { return p.left.first() }

// Button is the label of the button that reads the file so, and why it can't be
// pressed, "" if it can; hint stands beside it then.
func (p *Page) Button() (label, reason, hint string) {
	label, reason = p.model.Button()
	return label, reason, p.model.Hint()
}

// Refresh brings the page up to date.
func (p *Page) Refresh() {
	columns := p.model.Columns()
	lines := p.model.Preview(columns)
	p.text.Set(widgets.Span{Text: phrase.Text("howread.text", "Count", Below(lines)), Style: widgets.Secondary})
	p.left.show()
	p.preview.show(columns, lines)
	p.showLines()
	p.content.Refresh()
}

// changed follows a choice.
func (p *Page) changed() {
	p.Refresh()
	p.cfg.OnChanged()
}

// showLines draws what a person should know. A link that has the keyboard is not
// drawn anew unless the lines change.
func (p *Page) showLines() {
	lines := p.model.Lines()
	var said strings.Builder
	for i := range lines {
		fmt.Fprintln(&said, lines[i].Pieces, lines[i].Link)
	}
	if said.String() == p.said {
		return
	}
	p.said = said.String()
	objects := make([]fyne.CanvasObject, 0, len(lines))
	for i := range lines {
		objects = append(objects, p.line(&lines[i]))
	}
	p.lines.Objects = objects
	p.lines.Refresh()
}

func (p *Page) line(l *Line) fyne.CanvasObject {
	icon, tone := l.Mood.icon()
	text := fyne.CanvasObject(widgets.NewSpans(widgets.Spans(widgets.Body, l.Pieces)...))
	if l.Link != "" {
		do := l.Do
		if l.Words != number.FieldNumber {
			field := l.Words
			do = func() { p.explain(field) }
		}
		text = widgets.Followed(widgets.NewSpans(widgets.Spans(widgets.Body, l.Pieces)...), widgets.NewLink(l.Link, func() {
			do()
			p.changed()
		}))
	}
	mark := widgets.VStack(0, widgets.Space(0, 1), widgets.Icon(icon, tone), widgets.Spacer())
	row := widgets.Frame(nil, nil, mark, nil, widgets.Inset(0, 0, 0, 10, text))
	return widgets.AtLeast(lineTall, widgets.Inset(6, 0, 6, 0, row))
}

func (m Mood) icon() (theme.IconName, fyne.ThemeColorName) {
	switch m {
	case MoodRight:
		return theme.IconReady, theme.ColorOK
	case MoodTold:
		return theme.IconInfo, theme.ColorInfo
	case MoodDoubt:
		return theme.IconChanged, theme.ColorWarn
	case MoodTrouble:
	}
	return theme.IconProblem, theme.ColorError
}
