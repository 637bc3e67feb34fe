package help

import (
	"bytes"
	"image"
	_ "image/png" // the pictures of the guide
	"path"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"numberloader/gui/theme"
	"numberloader/gui/widgets"
)

// page draws a page, which scrolls.
func (s *Screen) page(p Page) fyne.CanvasObject {
	var parts []fyne.CanvasObject
	if p.Above != "" {
		parts = append(parts, widgets.NewText(p.Above, widgets.Caption))
	}
	parts = append(parts, widgets.NewParagraph(p.Title, widgets.Heading))
	for _, part := range p.Parts {
		if object := s.part(part); object != nil {
			parts = append(parts, widgets.Space(0, 10), object)
		}
	}
	return widgets.Page(widgets.Inset(20, theme.PageMargin, 24, theme.PageMargin, widgets.Capped(textWidth, widgets.VStack(0, parts...))))
}

func (s *Screen) part(p Part) fyne.CanvasObject {
	switch p.Kind {
	case Paragraph:
		return widgets.NewSpans(drawn(p.Text, widgets.Body)...)
	case Item:
		dot := widgets.VStack(0, widgets.Inset(0, theme.Gap, 0, 4, widgets.NewText("•", widgets.Body)))
		return widgets.Frame(nil, nil, dot, nil, widgets.NewSpans(drawn(p.Text, widgets.Body)...))
	case Table:
		return table(p.Rows)
	case Code:
		return code(p.Code)
	case Picture:
		return s.picture(p)
	}
	return nil
}

// table has the headings of the columns in bold, and lines between the rows.
func table(rows [][]Cell) fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for i, row := range rows {
		style := widgets.Body
		if i == 0 {
			style = widgets.Caption
		}
		cells := make([]fyne.CanvasObject, len(row))
		for j, cell := range row {
			cells[j] = widgets.NewSpans(drawn(cell, style)...)
		}
		lines = append(lines, widgets.Inset(6, 0, 6, 0, widgets.Columns(16, cells...)), widgets.Hairline())
	}
	return widgets.VStack(0, lines...)
}

func code(text string) fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for line := range bytes.SplitSeq([]byte(text), []byte("\n")) {
		lines = append(lines, widgets.NewParagraph(string(line), widgets.Style{Size: theme.SizeCaption, Mono: true}))
	}
	back := widgets.NewSurface(widgets.Paint{Fill: theme.ColorHeader, Radius: theme.Radius})
	return widgets.Stack(back, widgets.Inset(8, 12, 8, 12, widgets.VStack(2, lines...)))
}

// picture is a picture of the guide with what it shows below it, nil if it can't be
// read.
func (s *Screen) picture(p Part) fyne.CanvasObject {
	content, err := s.cfg.Picture(p.Path)
	if err != nil {
		return nil
	}
	size, _, err := image.DecodeConfig(bytes.NewReader(content))
	if err != nil || size.Width == 0 {
		return nil
	}
	drawing := canvas.NewImageFromResource(fyne.NewStaticResource(path.Base(p.Path), content))
	drawing.FillMode, drawing.ScaleMode, drawing.CornerRadius = canvas.ImageFillContain, canvas.ImageScaleSmooth, theme.PanelRadius
	border := widgets.NewSurface(widgets.Paint{Stroke: theme.ColorSeparator, Width: theme.Hair, Radius: theme.PanelRadius})
	shown := container.New(&aspect{ratio: float32(size.Height) / float32(size.Width)}, drawing, border)
	return widgets.VStack(6, shown, widgets.NewParagraph(plain(p.Text), widgets.Caption))
}

// aspect keeps the shape of a picture at the width that was set last.
type aspect struct{ ratio, width float32 }

func (l *aspect) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(120, l.width*l.ratio) }

func (l *aspect) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	for _, o := range objects {
		widgets.Put(o, fyne.Position{}, fyne.NewSize(size.Width, size.Width*l.ratio))
	}
}
