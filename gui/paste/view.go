// Package paste is the page on which a list of numbers is pasted or typed: the text on
// the left, and how it is read on the right. It shows what gui/reading knows of the
// list and decides nothing.
package paste

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/reading"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// List is the list that is pasted; *file.Pasted is one.
type List interface {
	reading.Trial
	SetText(text string)
	// Size is how many rows and columns the text has.
	Size() (rows, columns int)
}

// Config is what the page needs. All of it is required.
type Config struct {
	Canvas    fyne.Canvas
	List      List
	Locations []number.Location // of the organization
	// OnLeave is told that the page is to be left without the list.
	OnLeave func()
	// OnChanged is told that the button at the bottom may be another one.
	OnChanged func()
}

// Page is the page. It belongs to the UI thread.
type Page struct {
	cfg     Config
	content *fyne.Container
	title   *draw.Text
	entry   *entry
	sample  *reading.Sample
	right   *fyne.Container
}

// The measures of the page.
const (
	pageTop    float32 = 16
	labelRoom  float32 = 6
	sampleWide float32 = 350
	bothWide   float32 = 480 // the room that both sides need at least; it grows with the text
)

// New returns the page with a text, which may be empty.
func New(cfg Config, text string) *Page {
	p := &Page{cfg: cfg, title: draw.NewText("", draw.Heading), entry: newEntry(cfg.OnLeave)}
	p.sample = reading.NewSample(cfg.Canvas, reading.NewModel(cfg.List, cfg.Locations), cfg.List.Cancel, func() {
		p.Refresh()
		cfg.OnChanged()
	})
	p.entry.OnChanged = cfg.List.SetText
	label := func(text string) fyne.CanvasObject {
		return layout.Inset(0, 0, labelRoom, 0, draw.NewText(text, draw.Caption))
	}
	head := layout.VStack(0, p.title, layout.Space(0, 2), draw.NewParagraph(phrase.Text("paste.about"), draw.Secondary), layout.Space(0, 14))
	left := layout.Frame(label(phrase.Text("paste.list")), nil, nil, nil, p.entry)
	p.right = layout.Frame(label(phrase.Text("paste.read")), nil, nil, nil, layout.Page(layout.Inset(0, 4, 0, 0, p.sample.Content())))
	body := container.New(sides{}, left, p.right)
	p.content = layout.Inset(pageTop, theme.SideMargin, theme.SideMargin, theme.SideMargin, layout.Frame(head, nil, nil, nil, body))
	p.entry.SetText(text)
	p.entry.CursorRow = strings.Count(p.entry.Text, "\n")
	p.Refresh()
	return p
}

// sides places the list at the left and how it is read at the right, or below it where
// there is no room.
type sides struct{}

func (sides) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(sampleWide, objects[0].MinSize().Height)
}

func (sides) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	list, sample := size, fyne.NewSize(sampleWide, size.Height)
	at := fyne.NewPos(size.Width-sampleWide, 0)
	if list.Width -= sampleWide + theme.GroupGap; size.Width < bothWide*draw.Scale() {
		half := (size.Height - theme.Gap) / 2
		list, sample, at = fyne.NewSize(size.Width, half), fyne.NewSize(size.Width, half), fyne.NewPos(0, half+theme.Gap)
		if !objects[1].Visible() {
			list.Height = size.Height
		}
	}
	layout.Put(objects[0], fyne.Position{}, list)
	layout.Put(objects[1], at, sample)
}

// Content is what the window shows.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// First is what has the keyboard at first.
func (p *Page) First() fyne.Focusable { return p.entry }

// Refresh brings the page up to date.
func (p *Page) Refresh() {
	p.title.SetText(p.headline())
	p.sample.Refresh()
	rows, _ := p.cfg.List.Size()
	layout.SetVisible(p.right, rows > 0)
	p.content.Refresh()
}

// headline says how many numbers or, as long as it is not known where they are, rows
// were pasted.
func (p *Page) headline() string {
	rows, _ := p.cfg.List.Size()
	table := p.cfg.List.Table()
	_, numbered := table.Columns[number.FieldNumber]
	switch {
	case rows == 0:
		return phrase.Text("paste.headline.empty")
	case numbered && table.Ask == nil:
		return phrase.Text("paste.headline.numbers", "Count", len(table.Records))
	}
	return phrase.Text("paste.headline.rows", "Count", rows)
}

// Button is the label of the button that takes the list, and why it can't be pressed,
// "" if it can; hint stands beside it then.
func (p *Page) Button() (label, reason, hint string) {
	rows, columns := p.cfg.List.Size()
	if rows == 0 {
		return phrase.Text("paste.button.plain"), phrase.Text("paste.button.empty"), ""
	}
	label = phrase.Text("paste.button.use", "Count", rows)
	_, reading := p.cfg.List.Reading()
	switch trouble := p.cfg.List.Trouble(); {
	case reading:
		return label, phrase.Text("paste.button.reading"), ""
	case trouble != nil:
		return label, phrase.Explain(trouble).What, ""
	}
	return label, "", phrase.Text("paste.size", "Rows", phrase.Text("words.rows", "Count", rows), "Count", columns)
}

// entry is the field for the text. Tab leaves it, since semicolons part cells, too, and
// a tab can be pasted.
type entry struct {
	widgets.Entry

	leave func()
}

func newEntry(leave func()) *entry {
	e := &entry{leave: leave}
	e.MultiLine, e.Wrapping, e.Scroll = true, fyne.TextWrapOff, fyne.ScrollBoth
	e.ExtendBaseWidget(e)
	return e
}

// AcceptsTab lets Tab go to the next control.
func (e *entry) AcceptsTab() bool { return false }

// TypedKey leaves the page with Escape.
func (e *entry) TypedKey(key *fyne.KeyEvent) {
	switch {
	case e.Composes(key):
	case key.Name == fyne.KeyEscape:
		e.leave()
	default:
		e.Entry.TypedKey(key)
	}
}
