package about

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
)

// The room around the text of a license.
const (
	readerPad  float32 = 8
	readerSide float32 = 12
	leading    float32 = 1 // between rows
)

// reader is a long text that scrolls, and of which parts can be selected and
// copied. Only the rows that are seen are drawn.
type reader struct {
	widget.BaseWidget

	onEscape func()
	onCopy   func(text string)
	canvas   fyne.Canvas
	object   fyne.CanvasObject // to be placed
	scroll   *container.Scroll
	ring     *draw.Surface

	paragraphs []string
	rows       []row
	wrapped    float32 // the width that rows are for
	size       float32 // the size of letters that they are for
	tall       float32 // of a row
	from, to   place   // what is selected

	texts   []*draw.Text
	marks   []*draw.Surface // behind texts, where selected
	objects []fyne.CanvasObject
}

var (
	_ fyne.Focusable         = (*reader)(nil)
	_ fyne.Shortcutable      = (*reader)(nil)
	_ fyne.Draggable         = (*reader)(nil)
	_ fyne.SecondaryTappable = (*reader)(nil)
	_ desktop.Mouseable      = (*reader)(nil)
	_ desktop.Cursorable     = (*reader)(nil)
)

// newReader returns a reader of nothing.
func newReader(on fyne.Canvas, escape func(), copyIt func(string)) *reader {
	r := &reader{canvas: on, onEscape: escape, onCopy: copyIt}
	r.ExtendBaseWidget(r)
	page := layout.Page(r)
	r.scroll = scrollOf(page)
	r.scroll.OnScrolled = func(fyne.Position) { r.draw() }
	r.ring = draw.NewSurface(draw.Paint{})
	r.showRing(false)
	r.object = layout.Stack(page, r.ring)
	return r
}

// scrollOf is what scrolls in a page, to be moved with keys.
func scrollOf(object fyne.CanvasObject) *container.Scroll {
	switch o := object.(type) {
	case *container.Scroll:
		return o
	case *container.ThemeOverride:
		return scrollOf(o.Content)
	case *fyne.Container:
		return scrollOf(o.Objects[0])
	}
	return nil
}

// read shows a text from its beginning.
func (r *reader) read(text string) {
	r.paragraphs = flow(text)
	r.from, r.to = place{}, place{}
	r.scroll.Offset = fyne.Position{}
	r.wrap(r.Size().Width)
	r.scroll.Refresh()
	r.draw()
}

// wrap makes the rows for a width.
func (r *reader) wrap(width float32) {
	r.wrapped, r.size = width, r.Theme().Size(theme.SizeMessage)
	r.tall = ceil(measured("X", r.size).Height) + leading
	r.rows = nil
	if width > 2*readerSide {
		r.rows = wrap(r.paragraphs, width-2*readerSide, r.width)
	}
	r.from, r.to = place{}, place{}
}

func measured(text string, size float32) fyne.Size {
	return fyne.MeasureText(text, size, fyne.TextStyle{})
}

// ceil keeps rows on whole units, so that they look alike.
func ceil(x float32) float32 { return float32(math.Ceil(float64(x))) }

func (r *reader) width(text string) float32 { return measured(text, r.size).Width }

// draw draws the rows that are seen. A row keeps its text object while it is
// seen.
func (r *reader) draw() {
	if r.scroll == nil || r.tall == 0 {
		return // it is still being made
	}
	first := max(0, int((r.scroll.Offset.Y-readerPad)/r.tall))
	end := min(len(r.rows), first+r.seen())
	r.grow(r.seen())
	r.objects = r.objects[:0]
	for i := first; i < end; i++ {
		r.drawMark(i)
	}
	for i := first; i < end; i++ {
		text := r.texts[i%len(r.texts)]
		text.SetText(r.rows[i].text)
		text.Move(fyne.NewPos(readerSide, r.top(i)))
		text.Resize(fyne.NewSize(r.wrapped-2*readerSide, r.tall))
		r.objects = append(r.objects, text)
	}
	canvas.Refresh(r)
}

// seen is how many rows can be seen at once, at least in part.
func (r *reader) seen() int { return int(r.scroll.Size().Height/r.tall) + 2 }

func (r *reader) grow(n int) {
	for len(r.texts) < n {
		r.texts = append(r.texts, draw.NewText("", draw.Message))
		r.marks = append(r.marks, draw.NewSurface(draw.Paint{Fill: fynetheme.ColorNameSelection}))
	}
}

// drawMark draws what is selected of the row at i.
func (r *reader) drawMark(i int) {
	from, to := between(r.rows, i, r.from, r.to)
	if from == to {
		return
	}
	letters := []rune(r.rows[i].text)
	left, right := r.width(string(letters[:from])), r.width(string(letters[:to]))
	mark := r.marks[i%len(r.marks)]
	mark.Move(fyne.NewPos(readerSide+left, r.top(i)))
	mark.Resize(fyne.NewSize(right-left, r.tall))
	r.objects = append(r.objects, mark)
}

func (r *reader) top(i int) float32 { return readerPad + float32(i)*r.tall }

// height is that of the whole text.
func (r *reader) height() float32 { return r.top(len(r.rows)) + readerPad }

// showRing shows whether the reader has the keyboard.
func (r *reader) showRing(focused bool) {
	paint := draw.Paint{Fill: theme.ColorNone}
	if focused {
		paint = draw.Paint{Fill: theme.ColorNone, Stroke: theme.ColorPrimary, Width: 2, Radius: theme.PillRadius}
	}
	r.ring.Set(paint)
}

// CreateRenderer draws the text.
func (r *reader) CreateRenderer() fyne.WidgetRenderer { return &readerRenderer{r} }

type readerRenderer struct{ reader *reader }

func (r *readerRenderer) Destroy()                     {}
func (r *readerRenderer) Objects() []fyne.CanvasObject { return r.reader.objects }
func (r *readerRenderer) MinSize() fyne.Size           { return fyne.NewSize(2*readerSide, r.reader.height()) }

func (r *readerRenderer) Layout(size fyne.Size) {
	if size.Width != r.reader.wrapped || r.reader.size != r.reader.Theme().Size(theme.SizeMessage) {
		r.reader.wrap(size.Width)
	}
	r.reader.draw()
}

func (r *readerRenderer) Refresh() {
	r.Layout(r.reader.Size())
	canvas.Refresh(r.reader)
}
