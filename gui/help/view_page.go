package help

import (
	"bytes"
	"image"
	_ "image/png" // the pictures of the guide
	"path"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
)

// page draws a page, which scrolls.
func (s *Screen) page(p Page) fyne.CanvasObject {
	var parts []fyne.CanvasObject
	if p.Above != "" {
		parts = append(parts, draw.NewText(p.Above, draw.Caption))
	}
	parts = append(parts, draw.NewParagraph(p.Title, draw.Heading))
	for _, part := range p.Parts {
		if object := s.part(part); object != nil {
			parts = append(parts, layout.Space(0, 10), object)
		}
	}
	return layout.Page(layout.Inset(20, theme.PageMargin, 24, theme.PageMargin, layout.Capped(textWidth, layout.VStack(0, parts...))))
}

func (s *Screen) part(p Part) fyne.CanvasObject {
	switch p.Kind {
	case Paragraph:
		return draw.NewSpans(drawn(p.Text, draw.Body)...)
	case Item:
		dot := layout.VStack(0, layout.Inset(0, theme.Gap, 0, 4, draw.NewText("•", draw.Body)))
		return layout.Frame(nil, nil, dot, nil, draw.NewSpans(drawn(p.Text, draw.Body)...))
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
		style := draw.Body
		if i == 0 {
			style = draw.Caption
		}
		cells := make([]fyne.CanvasObject, len(row))
		for j, cell := range row {
			cells[j] = draw.NewSpans(drawn(cell, style)...)
		}
		lines = append(lines, layout.Inset(6, 0, 6, 0, layout.Columns(16, cells...)), draw.Hairline())
	}
	return layout.VStack(0, lines...)
}

func code(text string) fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for line := range bytes.SplitSeq([]byte(text), []byte("\n")) {
		lines = append(lines, draw.NewParagraph(string(line), draw.Style{Size: theme.SizeCaption, Mono: true}))
	}
	back := draw.NewSurface(draw.Paint{Fill: theme.ColorHeader, Radius: theme.Radius})
	return layout.Stack(back, layout.Inset(8, 12, 8, 12, layout.VStack(2, lines...)))
}

// picture is a picture of the guide with what it shows below it, nil if it can't be
// read.
func (s *Screen) picture(p Part) fyne.CanvasObject {
	shown, err := s.shaded(p.Path)
	if err != nil {
		return nil
	}
	size, _, err := image.DecodeConfig(bytes.NewReader(shown.Content()))
	if err != nil || size.Width == 0 {
		return nil
	}
	drawing := canvas.NewImageFromResource(shown)
	drawing.FillMode, drawing.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
	drawing.CornerRadius = theme.PillRadius
	frame := draw.NewSurface(draw.Paint{Fill: theme.ColorHeader, Stroke: theme.ColorSeparator, Width: theme.Hair, Radius: theme.PanelRadius})
	inside := container.New(&aspect{ratio: float32(size.Height) / float32(size.Width)}, drawing)
	framed := layout.Stack(frame, layout.Inset(theme.Gap, theme.Gap, theme.Gap, theme.Gap, inside))
	return layout.VStack(6, framed, draw.NewParagraph(plain(p.Text), draw.Caption))
}

// shaded is a picture of the guide in light and in dark. The toolkit asks for its content
// again when the colors change.
type shaded struct {
	name        string
	light, dark []byte
}

// shaded reads a picture. That of the dark program lies in a folder of its own.
func (s *Screen) shaded(file string) (*shaded, error) {
	light, err := s.cfg.Picture(file)
	if err != nil {
		return nil, err
	}
	folder, name := path.Split(file)
	dark, err := s.cfg.Picture(path.Join(folder, "dark", name))
	return &shaded{name, light, dark}, err
}

// Name is another one in dark, as the toolkit keeps what it has drawn by name.
func (s *shaded) Name() string {
	if draw.Dark() {
		return "dark-" + s.name
	}
	return s.name
}

// Content is the picture as the program looks now.
func (s *shaded) Content() []byte {
	if draw.Dark() {
		return s.dark
	}
	return s.light
}

// aspect keeps the shape of a picture at the width that was set last.
type aspect struct{ ratio, width float32 }

func (l *aspect) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(120, l.width*l.ratio) }

func (l *aspect) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	for _, o := range objects {
		layout.Put(o, fyne.Position{}, fyne.NewSize(size.Width, size.Width*l.ratio))
	}
}
