package open

import (
	"strconv"

	"fyne.io/fyne/v2"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/gui/widgets/grid"
	"numberloader/internal/phrase"
)

// progress is a file that is read and then checked. Its first rows stand below
// as soon as they are known, so that a glance tells whether it is the right file.
type progress struct {
	opening     Opening
	content     *fyne.Container
	title, text *draw.Text
	meter       *draw.Meter
	rows        *fyne.Container // the first ones
}

func newProgress(o Opening) *progress {
	p := &progress{
		opening: o, title: draw.NewText("", draw.Heading.Shortened()),
		text: draw.NewText("", draw.Secondary), meter: draw.NewMeter(12), rows: layout.Stack(),
	}
	cancel := widgets.NewButton(phrase.Text("words.cancel"), widgets.Usual, p.cancel)
	top := layout.Inset(24, theme.SideMargin, 20, theme.SideMargin, layout.VStack(0, p.title, layout.Space(0, 4), p.text, layout.Space(0, 16),
		p.meter, layout.Space(0, 20), layout.HStack(0, cancel)))
	p.content = layout.Frame(top, nil, nil, nil, p.rows)
	return p
}

func (p *progress) cancel() {
	if _, busy := p.opening.Reading(); busy {
		p.opening.CancelReading()
		return
	}
	p.opening.Close()
}

// show says how far it is.
func (p *progress) show() {
	first := p.opening.Table()
	title, text, share := "", "", 1.0
	if reading, busy := p.opening.Reading(); busy {
		title, text = readingText(reading)
		first, share = reading.First, reading.Progress.Share
	} else if first != nil {
		title, text = checkingText(p.opening)
	}
	p.title.SetText(title)
	p.text.SetText(text)
	p.meter.Set(share)
	if first != nil && len(p.rows.Objects) == 0 {
		p.rows.Objects = []fyne.CanvasObject{excerptGrid(excerptOf(first))}
		p.rows.Refresh()
	}
}

// excerptGrid is a grid of the first rows of a file.
func excerptGrid(e Excerpt) fyne.CanvasObject {
	const letter, padding float32 = 8.5, 20
	columns := make([]grid.Column, len(e.Columns))
	for i, c := range e.Columns {
		width := max(float32(c.Letters)*letter+padding, 56)
		columns[i] = grid.Column{
			ID: strconv.Itoa(i), Title: c.Title, Width: width, Narrow: width,
			Leaves: len(e.Columns) - i, Flexible: i == len(e.Columns)-1,
		}
	}
	if len(columns) > 0 {
		columns[0].Leaves = 0
	}
	return grid.New(excerptSource{e}, columns, "0")
}

// excerptSource is an excerpt for the grid.
type excerptSource struct{ excerpt Excerpt }

func (s excerptSource) Len() int { return s.excerpt.Len() }

func (s excerptSource) Cell(row int, column string) grid.Cell {
	index, err := strconv.Atoi(column)
	if err != nil {
		return grid.Cell{}
	}
	cell := grid.Cell{Text: s.excerpt.Cell(row, index)}
	if index == 0 {
		cell.Color = draw.Secondary.Color
	}
	return cell
}

func (s excerptSource) Lines(int, bool) []grid.Line { return nil }
