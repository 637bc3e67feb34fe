package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/press"
	"numberloader/gui/theme"
)

// draw draws the lines that are seen, and a bar beside them if there are more.
func (l *List) draw() {
	l.objects, l.fillsUsed, l.textsUsed = l.objects[:0], 0, 0
	if len(l.fitting) == 0 && l.None != "" {
		l.drawText(l.None, 0, draw.Secondary, 0)
	}
	for i := l.first; i < min(l.first+l.seen, len(l.fitting)); i++ {
		l.drawLine(i)
	}
	if len(l.fitting) > l.seen {
		l.drawBar()
	}
}

func (l *List) drawLine(i int) {
	item, at := l.items[l.fitting[i]], i-l.first
	style, fill := draw.Body, fyne.ThemeColorName("")
	switch i {
	case l.mark:
		fill = fynetheme.ColorNameSelection
	case l.hovered:
		fill = fynetheme.ColorNameHover
	}
	if fill != "" {
		l.drawFill(at, fill, i == l.mark && l.focused)
	}
	if i == l.mark && !l.Follows {
		style = draw.Strong
	}
	count := style
	if item.Off {
		style = style.In(theme.ColorSecondary)
		count = style
	}
	count.Right = true
	var taken float32
	if item.Count != "" {
		taken = count.Width(item.Count, l.Theme()) + theme.Gap
		l.drawText(item.Count, at, count, 0)
	}
	l.drawText(item.Label, at, style, taken)
}

// line is where a line stands.
func (l *List) line(at int) (fyne.Position, fyne.Size) {
	tall, width := listTall*draw.ScaleOf(l), l.Size().Width-2*listPad
	if len(l.fitting) > l.seen {
		width -= theme.ThumbWidth + listPad
	}
	return fyne.NewPos(listPad, listPad+float32(at)*tall), fyne.NewSize(width, tall)
}

func (l *List) drawFill(at int, color fyne.ThemeColorName, ringed bool) {
	fill := l.fill()
	fill.FillColor, fill.CornerRadius = l.Theme().Color(color, draw.Variant()), theme.Radius
	if ringed {
		fill.StrokeColor, fill.StrokeWidth = l.Theme().Color(theme.ColorPrimary, draw.Variant()), press.RingWidth
	}
	pos, size := l.line(at)
	layout.Put(fill, pos, size)
	l.objects = append(l.objects, fill)
}

// drawText sets a text in a line, with some room taken at its end.
func (l *List) drawText(text string, at int, style draw.Style, taken float32) {
	pad := theme.CellPad * draw.ScaleOf(l)
	pos, size := l.line(at)
	room := size.Width - 2*pad - taken
	th := l.Theme()
	drawn := l.text()
	style.Write(drawn, draw.Shorten(text, room, func(t string) float32 { return style.Width(t, th) }), th)
	height := drawn.MinSize().Height
	layout.Put(drawn, pos.AddXY(pad, (size.Height-height)/2), fyne.NewSize(room, height))
	l.objects = append(l.objects, drawn)
}

func (l *List) drawBar() {
	track := l.Size().Height - 2*listPad
	long := max(theme.ThumbLeast, track*float32(l.seen)/float32(len(l.fitting)))
	top := (track - long) * float32(l.first) / float32(len(l.fitting)-l.seen)
	thumb := l.fill()
	thumb.FillColor, thumb.CornerRadius = l.Theme().Color(fynetheme.ColorNameScrollBar, draw.Variant()), theme.ThumbWidth/2
	layout.Put(thumb, fyne.NewPos(l.Size().Width-theme.ThumbWidth-listPad, listPad+top), fyne.NewSize(theme.ThumbWidth, long))
	l.objects = append(l.objects, thumb)
}

// fill is a rectangle to draw with. Rectangles and texts are used again: the toolkit
// knows no place of an object that it has not yet drawn.
func (l *List) fill() *canvas.Rectangle {
	if l.fillsUsed == len(l.fills) {
		l.fills = append(l.fills, canvas.NewRectangle(nil))
	}
	fill := l.fills[l.fillsUsed]
	fill.StrokeWidth = 0
	l.fillsUsed++
	return fill
}

func (l *List) text() *canvas.Text {
	if l.textsUsed == len(l.texts) {
		l.texts = append(l.texts, canvas.NewText("", nil))
	}
	l.textsUsed++
	return l.texts[l.textsUsed-1]
}
