package reading

import (
	"fyne.io/fyne/v2"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
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

	text   *draw.Paragraph
	left   *choices
	sample *Sample
}

// The measures of the page.
const (
	leftWide float32 = 188
	pageTop  float32 = 16
)

// New returns the page.
func New(cfg Config) *Page {
	p := &Page{cfg: cfg, model: NewModel(cfg.Trial, cfg.Locations), text: draw.NewParagraph("", draw.Secondary)}
	p.left = newChoices(p)
	p.sample = NewSample(cfg.Canvas, p.model, cfg.Trial.Cancel, p.changed)
	body := layout.Frame(nil, nil, layout.VStack(0, layout.Sized(leftWide, 0, p.left.object), layout.Spacer()), nil,
		layout.Inset(0, 0, 0, theme.GroupGap, p.sample.Content()))
	p.content = layout.Page(layout.Inset(pageTop, theme.SideMargin, theme.SideMargin, theme.SideMargin, layout.VStack(0,
		draw.NewText(phrase.Text("howread.title"), draw.Heading), layout.Space(0, 2), p.text, layout.Space(0, 16), body)))
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
	p.left.show()
	below := p.sample.Refresh()
	about := phrase.Text("howread.norows")
	if below > 0 {
		about = phrase.Text("howread.text", "Count", below)
	}
	p.text.Set(draw.Span{Text: about, Style: draw.Secondary})
	p.content.Refresh()
}

// changed follows a choice.
func (p *Page) changed() {
	p.Refresh()
	p.cfg.OnChanged()
}
