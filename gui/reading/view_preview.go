package reading

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

// preview is the first rows of the file, below what each column is used for. It
// scrolls sideways; the numbers of the rows stay.
type preview struct {
	sample *Sample
	object *fyne.Container
	table  *fyne.Container
	busy   *fyne.Container // over the table while the file is read
	text   *draw.Text      // how far it is
	wait   []fyne.CanvasObject

	heads   []*head
	cells   [][]*draw.Text // by line and column
	above   int            // lines above the header, whose texts may reach over other columns
	numbers []*draw.Text
	backs   []*draw.Surface // by line
	bars    []*draw.Surface // at the left of the header
}

// head is what stands above a column.
type head struct {
	letter *draw.Text
	doubt  fyne.CanvasObject
	use    *widgets.Select
}

// The measures of the preview.
const (
	numbersWide float32 = 40
	letterTall  float32 = 20
	headTop     float32 = 4
	headBottom  float32 = 8
	rowTall     float32 = 28
	columnLeast float32 = 80
	columnMost  float32 = 240
)

func newPreview(s *Sample, cancel func()) *preview {
	v := &preview{sample: s, table: layout.Stack(), busy: layout.Stack(), text: draw.NewText("", draw.Body)}
	stop := widgets.NewButton(phrase.Text("words.cancel"), widgets.Usual, cancel)
	v.wait = []fyne.CanvasObject{
		draw.NewSurface(draw.Paint{Fill: fynetheme.ColorNameBackground, Radius: theme.PanelRadius}),
		container.NewCenter(layout.HStack(16, v.text, stop)),
	}
	border := draw.NewSurface(draw.Paint{Stroke: theme.ColorBorder, Width: 1, Radius: theme.PanelRadius})
	v.object = layout.Stack(layout.Inset(1, 1, 1, 1, v.table), layout.Inset(1, 1, 1, 1, v.busy), border)
	return v
}

// show draws the columns and lines. Controls stay as long as there are as many, so
// that the one with the keyboard keeps it.
func (v *preview) show(columns []Column, lines []PreviewLine) {
	if len(columns) != len(v.heads) || len(lines) != len(v.cells) {
		v.build(len(columns), len(lines))
	}
	for i, h := range v.heads {
		h.letter.SetText(columns[i].Letter)
		layout.SetVisible(h.doubt, columns[i].Doubt)
		h.use.Set(columns[i].Choice.Texts, columns[i].Choice.Chosen)
	}
	v.above = 0
	for i := range lines {
		v.showLine(i, &lines[i], columns)
		if lines[i].Above {
			v.above = i + 1
		}
	}
	progress := v.sample.model.Progress()
	v.text.SetText(progress)
	if v.busy.Objects = nil; progress != "" {
		v.busy.Objects = v.wait
	}
	v.table.Refresh()
	v.object.Refresh()
}

func (v *preview) showLine(i int, line *PreviewLine, columns []Column) {
	back, bar := fynetheme.ColorNameBackground, theme.ColorNone
	switch {
	case line.Header:
		back, bar = fynetheme.ColorNameSelection, theme.ColorPrimary
	case line.Above:
		back = theme.ColorHeader
	}
	v.backs[i].Set(draw.Paint{Fill: back})
	v.bars[i].Set(draw.Paint{Fill: bar})
	v.numbers[i].SetText(strconv.Itoa(line.Number))
	for c := range columns {
		style := draw.Style{Bold: line.Header, Cut: !line.Above || c+1 < len(columns) && line.Texts[c+1] != ""}
		switch {
		case line.Above || !columns[c].Used():
			style.Color = theme.ColorSecondary
		case v.sample.model.Unknown(*line, &columns[c], line.Texts[c]):
			style.Color = theme.ColorWarn
		}
		v.cells[i][c].Set(line.Texts[c], style)
	}
}

// build makes room for that many columns and lines.
func (v *preview) build(columns, lines int) {
	v.heads, v.cells, v.numbers, v.backs, v.bars = nil, nil, nil, nil, nil
	var backs, numbers []fyne.CanvasObject
	for i := range lines {
		back, bar, number := draw.NewSurface(draw.Paint{}), draw.NewSurface(draw.Paint{}), draw.NewText("", draw.Style{Color: theme.ColorSecondary, Right: true})
		v.backs, v.bars, v.numbers = append(v.backs, back), append(v.bars, bar), append(v.numbers, number)
		line := []fyne.CanvasObject{back, layout.Frame(nil, nil, layout.Sized(3, 0, bar), nil, layout.Space(0, 0))}
		if i < lines-1 {
			line = append(line, layout.VStack(0, layout.Spacer(), draw.Hairline()))
		}
		backs = append(backs, layout.Tall(rowTall, layout.Stack(line...)))
		numbers = append(numbers, tall(layout.Inset(0, theme.CellPad, 0, 0, number)))
		v.cells = append(v.cells, nil)
	}
	all := make([]fyne.CanvasObject, columns)
	for c := range columns {
		all[c] = v.column(c, lines)
	}
	scroll := container.NewHScroll(container.New(&previewColumns{preview: v}, all...))
	top := draw.NewSurface(draw.Paint{Fill: theme.ColorHeader})
	behind := layout.VStack(0, append([]fyne.CanvasObject{layout.Stack(headRoom(), top, layout.VStack(0, layout.Spacer(), draw.Hairline()))}, backs...)...)
	left := layout.Sized(numbersWide, 0, layout.VStack(0, append([]fyne.CanvasObject{headRoom()}, numbers...)...))
	v.table.Objects = []fyne.CanvasObject{behind, layout.Frame(nil, nil, left, nil, container.NewThemeOverride(scroll, layout.Shadeless()))}
}

// headRoom is as tall as what stands above the rows.
func headRoom() fyne.CanvasObject {
	return layout.Inset(headTop, 0, headBottom, 0, layout.Tall(letterTall+theme.Chip, layout.Space(0, 0)))
}

// tall centers a text in the height of a row.
func tall(o fyne.CanvasObject) fyne.CanvasObject {
	return layout.Tall(rowTall, layout.VStack(0, layout.Spacer(), o, layout.Spacer()))
}

// column is a column with its head.
func (v *preview) column(at, lines int) fyne.CanvasObject {
	h := &head{letter: draw.NewText("", draw.Caption), doubt: draw.Icon(theme.IconChanged, theme.ColorWarn)}
	h.use = widgets.NewSelect(v.sample.canvas, theme.Chip, func(i int) {
		v.sample.model.Choose(at, i)
		v.sample.changed()
	})
	h.use.Quiet, h.use.Bold = 0, true
	v.heads = append(v.heads, h)
	letters := layout.Tall(letterTall, layout.Inset(0, theme.CellPad, 0, theme.CellPad, layout.HStack(6, h.letter, h.doubt)))
	parts := []fyne.CanvasObject{layout.Space(0, headTop), letters, layout.Inset(0, 4, headBottom, 0, h.use)}
	for i := range lines {
		cell := draw.NewText("", draw.Body.Shortened())
		v.cells[i] = append(v.cells[i], cell)
		parts = append(parts, tall(layout.Inset(0, theme.CellPad, 0, theme.CellPad, cell)))
	}
	return layout.VStack(0, parts...)
}

// previewColumns lays columns side by side, as wide as their longest text within
// bounds. Room that is left is shared.
type previewColumns struct{ preview *preview }

func (l *previewColumns) widths() (widths []float32, total float32) {
	v := l.preview
	widths = make([]float32, len(v.heads))
	for c := range v.heads {
		least := columnLeast
		for i := range v.cells[v.above:] {
			least = max(least, v.cells[v.above+i][c].Wanted()+2*theme.CellPad)
		}
		widths[c] = max(min(least, columnMost), v.heads[c].use.Wanted()+4)
		total += widths[c]
	}
	return widths, total
}

func (l *previewColumns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	_, total := l.widths()
	var height float32
	for _, o := range objects {
		height = max(height, o.MinSize().Height)
	}
	return fyne.NewSize(total, height)
}

func (l *previewColumns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	widths, total := l.widths()
	if len(objects) == 0 {
		return
	}
	extra := max(0, size.Width-total) / float32(len(objects))
	var x float32
	for i, o := range objects {
		layout.Put(o, fyne.NewPos(x, 0), fyne.NewSize(widths[i]+extra, size.Height))
		x += widths[i] + extra
	}
}
