package draw

import (
	"sort"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"numberloader/internal/phrase"
)

// Span is a piece of a paragraph in one style.
type Span struct {
	Text  string
	Style Style
}

// Align is where a line stands in its room: 0 at its start, 1 at its end.
type Align float32

// Where a line stands.
const (
	AlignStart  Align = 0
	AlignCenter Align = 0.5
	AlignEnd    Align = 1
)

// Paragraph is text that is wrapped at its width. Its height follows from its
// width, so it belongs into VStack or another layout that sets the width first.
type Paragraph struct {
	widget.BaseWidget

	spans []Span
	align Align
	end   fyne.Position // where the last word ended when it was laid out
}

// NewParagraph returns a paragraph of one style.
func NewParagraph(text string, style Style) *Paragraph {
	return NewSpans(Span{text, style})
}

// Centered puts each line of the paragraph into the middle of its place.
func (p *Paragraph) Centered() *Paragraph {
	p.align = AlignCenter
	return p
}

// NewSpans returns a paragraph of several styles.
func NewSpans(spans ...Span) *Paragraph {
	p := &Paragraph{spans: spans}
	p.ExtendBaseWidget(p)
	return p
}

// Spans are the pieces of a message in a style, with the bold ones bold.
func Spans(style Style, pieces []phrase.Piece) []Span {
	spans := make([]Span, len(pieces))
	for i, piece := range pieces {
		spans[i] = Span{piece.Text, style}
		spans[i].Style.Bold = style.Bold || piece.Bold
	}
	return spans
}

// Set changes the text.
func (p *Paragraph) Set(spans ...Span) {
	p.spans = spans
	p.Refresh()
}

// Text is the whole text.
func (p *Paragraph) Text() string {
	var text strings.Builder
	for _, span := range p.spans {
		text.WriteString(span.Text)
	}
	return text.String()
}

// Wanted is the width at which the text is in one line.
func (p *Paragraph) Wanted() float32 {
	var width float32
	for _, span := range p.spans {
		width += span.Style.Width(span.Text, p.Theme())
	}
	return width
}

// End is where the last word ended when the paragraph was laid out: its right end, and
// the top of its line.
func (p *Paragraph) End() fyne.Position { return p.end }

// CreateRenderer draws the paragraph.
func (p *Paragraph) CreateRenderer() fyne.WidgetRenderer {
	r := &paragraphRenderer{paragraph: p}
	r.wrap(p.Size().Width)
	return r
}

type paragraphRenderer struct {
	paragraph *Paragraph
	pieces    []fyne.CanvasObject
	wrapped   float32 // the width that pieces were made for
	height    float32
	widest    float32
}

// word is a run of text without a break in it, with the space before it.
type word struct {
	text  string
	space bool // a space stands before it
	apart bool // it is the rest of a word that is wider than a line
	style Style
}

// words splits spans at spaces. A word can go on in the next span.
func words(spans []Span) []word {
	var all []word
	space := false
	for _, span := range spans {
		for i, part := range strings.Split(span.Text, " ") {
			space = space || i > 0
			if part == "" {
				continue
			}
			all = append(all, word{text: part, space: space, style: span.Style})
			space = false
		}
	}
	return all
}

// fit breaks a word that is wider than a line where the lines end; 0 is without
// a limit.
func (w word) fit(width float32, th fyne.Theme) []word {
	var parts []word
	for width > 0 && w.style.Width(w.text, th) > width {
		letters := []rune(w.text)
		end := sort.Search(len(letters)-1, func(n int) bool { return w.style.Width(string(letters[:n+2]), th) > width }) + 1
		if end == len(letters) {
			break
		}
		parts = append(parts, word{string(letters[:end]), w.space, w.apart, w.style})
		w = word{text: string(letters[end:]), apart: true, style: w.style}
	}
	return append(parts, w)
}

// wrap places the words in lines of at most width; 0 is without a limit. Words
// of one style that follow each other in a line are one text.
func (r *paragraphRenderer) wrap(width float32) {
	th := r.paragraph.Theme()
	r.pieces, r.wrapped, r.widest = nil, width, 0
	var last *canvas.Text
	var lastStyle Style
	var x, y, line float32
	first := 0 // of the line
	for _, w := range r.words(width) {
		text := w.text
		if w.space && x > 0 {
			text = " " + text
		}
		advance := w.style.Width(text, th)
		if width > 0 && x > 0 && (w.space || w.apart) && x+advance > width {
			first = r.alignLine(first, width-x)
			x, y, last, text = 0, y+line, nil, w.text
			advance = w.style.Width(text, th)
		}
		if last == nil || lastStyle != w.style {
			last, lastStyle = canvas.NewText("", nil), w.style
			last.Move(fyne.NewPos(x, y))
			r.pieces = append(r.pieces, last)
		}
		w.style.Write(last, last.Text+text, th)
		size := last.MinSize()
		last.Resize(size)
		line = max(line, size.Height)
		x += advance
		r.widest = max(r.widest, x)
	}
	r.alignLine(first, width-x)
	r.height = y + line
	r.paragraph.end = fyne.NewPos(x, y)
}

// alignLine moves the pieces from first on to where they stand in a line with some room
// left, and returns where the next line begins.
func (r *paragraphRenderer) alignLine(first int, left float32) int {
	for _, piece := range r.pieces[first:] {
		piece.Move(piece.Position().AddXY(max(0, left)*float32(r.paragraph.align), 0))
	}
	return len(r.pieces)
}

// words are the words for lines of a width.
func (r *paragraphRenderer) words(width float32) []word {
	th := r.paragraph.Theme()
	var all []word
	for _, w := range words(r.paragraph.spans) {
		all = append(all, w.fit(width, th)...)
	}
	return all
}

func (r *paragraphRenderer) Layout(size fyne.Size) {
	if size.Width != r.wrapped {
		r.wrap(size.Width)
	}
}

// MinSize has the height for the width that was set last. The width may shrink
// to a few words.
func (r *paragraphRenderer) MinSize() fyne.Size {
	return fyne.NewSize(min(r.widest, 120), r.height)
}

func (r *paragraphRenderer) Refresh() {
	r.wrap(r.paragraph.Size().Width)
	canvas.Refresh(r.paragraph)
}

func (r *paragraphRenderer) Objects() []fyne.CanvasObject { return r.pieces }
func (r *paragraphRenderer) Destroy()                     {}
