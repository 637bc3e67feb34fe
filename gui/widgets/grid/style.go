package grid

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"numberloader/gui/draw"
	"numberloader/gui/theme"
)

// The measures of a grid for text of the usual size; all of them grow with it, the
// heights of its lines only as far as they need.
const (
	headerTall  float32 = 32
	rowTall     float32 = 32
	fewRows     float32 = 4  // that are seen in any case
	messageOver float32 = 10 // of the first line below a row, from the middle of the row
	messageMore float32 = 18 // what the first line adds to a row
	lineTall    float32 = 18 // what each further one adds
	cellEnd     float32 = 2  // after it, at least
	cellFrame   float32 = 4  // around a cell that the keyboard is at
	markWide    float32 = 3  // of the bar at the row under the cursor
	pillTall    float32 = 22
	pillIcon    float32 = 12
	pillGap     float32 = 6
	iconGap     float32 = 8
	actionGap   float32 = 12
)

// style holds what a grid takes from the theme.
type style struct {
	look    look
	scale   float32
	lines   float32 // scale, as far as lines of cells grow by it
	text    *ruler
	bold    *ruler
	caption *ruler
	pill    *ruler
	message *ruler
	link    *ruler
	mono    *ruler
}

// look tells one theme from another, as far as a grid shows it.
type look struct {
	text, message, caption float32
	back, front            color.Color
}

func lookOf(w fyne.Widget) look {
	size := func(name fyne.ThemeSizeName) float32 { return fynetheme.SizeForWidget(name, w) }
	shade := func(name fyne.ThemeColorName) color.Color { return fynetheme.ColorForWidget(name, w) }
	return look{
		size(theme.SizeText), size(theme.SizeMessage), size(theme.SizeCaption),
		shade(fynetheme.ColorNameBackground), shade(theme.ColorText),
	}
}

func newStyle(g *Grid) *style {
	th := g.Theme()
	scale := draw.ScaleOf(g)
	return &style{
		look:    lookOf(g),
		scale:   scale,
		lines:   min(scale, draw.TallScale()),
		text:    newRuler(draw.Body, th),
		bold:    newRuler(draw.Strong, th),
		caption: newRuler(draw.Style{Size: theme.SizeCaption}, th),
		pill:    newRuler(draw.Style{Size: theme.SizeCaption, Bold: true}, th),
		message: newRuler(draw.Message, th),
		link:    newRuler(draw.Style{Size: theme.SizeMessage, Bold: true}, th),
		mono:    newRuler(draw.Style{Size: theme.SizeCaption, Mono: true}, th),
	}
}

// px is a measure in the size of the text.
func (s *style) px(measure float32) float32 { return measure * s.scale }

// height is how tall a row with a message of that many lines is.
func (s *style) height(lines int) float32 {
	if lines == 0 {
		return s.tall(rowTall)
	}
	return s.tall(rowTall) + s.px(messageMore+lineTall*float32(lines-1))
}

// tall is the height of a line of cells, which is taller than its text needs.
func (s *style) tall(measure float32) float32 { return measure * s.lines }

// messageTop is where a line below a row begins, counted from 0.
func (s *style) messageTop(line int) float32 {
	return s.tall(rowTall)/2 + s.px(messageOver+lineTall*float32(line))
}
