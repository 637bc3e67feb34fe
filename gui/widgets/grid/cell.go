package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
)

// Cell is what a Grid shows in one place. The zero value is an empty cell.
type Cell struct {
	Text  string
	Color fyne.ThemeColorName // "" for the color of text
	Icon  fyne.Resource       // in front of the text, nil for none
	// Lead is how many bytes of the text are set bold in LeadColor.
	Lead      int
	LeadColor fyne.ThemeColorName
	Bold      bool
	Struck    bool // it counts no longer
	// Found is where in the text stands what was searched for, in bytes; equal for
	// nowhere.
	Found [2]int
	// Pill is the color of a pill around the cell, "" for none.
	Pill fyne.ThemeColorName
}

// cellView draws cells, one after another.
type cellView struct {
	pill *canvas.Rectangle
	// found is behind what was searched for, and under a line below it.
	found, under *canvas.Rectangle
	lead         *canvas.Text
	text         *canvas.Text
	// icons are kept, since reading a drawing takes longer than everything else;
	// they are rebuilt with the style, which follows the theme.
	icons map[fyne.Resource]*canvas.Image
	style *style
}

func newCellView() *cellView {
	return &cellView{pill: canvas.NewRectangle(nil), found: canvas.NewRectangle(nil), under: canvas.NewRectangle(nil), lead: canvas.NewText("", nil), text: canvas.NewText("", nil)}
}

// show places a cell in its column and returns what is to be drawn.
func (v *cellView) show(g *Grid, p place, cell Cell) []fyne.CanvasObject {
	if cell.Text == "" && cell.Icon == nil {
		return nil
	}
	if cell.Pill != "" {
		return v.showPill(g, p, cell)
	}
	s := g.style
	x, end := g.layout.left(p)+g.layout.padding(p), g.layout.left(p)+p.width-s.px(cellEnd)
	var drawn []fyne.CanvasObject
	if cell.Icon != nil {
		drawn = append(drawn, v.showIcon(s, cell.Icon, x, s.px(theme.IconSize)))
		x += s.px(theme.IconSize + iconGap)
	}
	drawn = append(drawn, v.showFound(g, cell, x, end)...)
	if lead := min(cell.Lead, len(cell.Text)); lead > 0 {
		width := s.bold.width(cell.Text[:lead])
		g.write(v.lead, cell.Text[:lead], draw.Strong.In(cell.LeadColor), fyne.NewPos(x, 0), fyne.NewSize(width, s.tall(rowTall)))
		drawn = append(drawn, v.lead)
		x += width
		cell.Text = cell.Text[lead:]
	}
	style, ruler := draw.Body.In(cell.Color), s.text
	style.Right, style.Bold, style.Struck = p.Right, cell.Bold, cell.Struck
	if cell.Bold {
		ruler = s.bold
	}
	g.write(v.text, ruler.clip(cell.Text, end-x), style, fyne.NewPos(x, 0), fyne.NewSize(end-x, s.tall(rowTall)))
	return append(drawn, v.text)
}

// The measures of what marks what was searched for.
const (
	foundTall float32 = 20
	foundLine float32 = 2
)

// showFound marks what was searched for in a text that begins at x, as far as the
// cell goes.
func (v *cellView) showFound(g *Grid, cell Cell, x, end float32) []fyne.CanvasObject {
	from, to := cell.Found[0], min(cell.Found[1], len(cell.Text))
	if from >= to {
		return nil
	}
	s := g.style
	left, right := min(x+s.prefix(cell, from), end), min(x+s.prefix(cell, to), end)
	top := (s.tall(rowTall) - s.px(foundTall)) / 2
	v.found.FillColor = g.color(theme.ColorTintInfo)
	v.under.FillColor = g.color(theme.ColorInfo)
	layout.Put(v.found, fyne.NewPos(left, top), fyne.NewSize(right-left, s.px(foundTall)))
	layout.Put(v.under, fyne.NewPos(left, top+s.px(foundTall)-foundLine), fyne.NewSize(right-left, foundLine))
	return []fyne.CanvasObject{v.found, v.under}
}

// prefix is how wide the first bytes of the text of a cell are.
func (s *style) prefix(cell Cell, bytes int) float32 {
	lead := min(cell.Lead, bytes)
	return s.bold.width(cell.Text[:lead]) + s.text.width(cell.Text[lead:bytes])
}

// showPill places a short text in a pill, which begins where text would.
func (v *cellView) showPill(g *Grid, p place, cell Cell) []fyne.CanvasObject {
	s := g.style
	x, inner := g.layout.left(p)+g.layout.padding(p), s.px(theme.CellPad)
	width := 2*inner + s.pill.width(cell.Text)
	if cell.Icon != nil {
		width += s.px(pillIcon + pillGap)
	}
	v.pill.FillColor = g.color(cell.Pill)
	v.pill.CornerRadius = theme.PillRadius
	v.pill.Move(fyne.NewPos(x, (s.tall(rowTall)-s.px(pillTall))/2))
	v.pill.Resize(fyne.NewSize(width, s.px(pillTall)))
	drawn := []fyne.CanvasObject{v.pill}
	x += inner
	if cell.Icon != nil {
		drawn = append(drawn, v.showIcon(s, cell.Icon, x, s.px(pillIcon)))
		x += s.px(pillIcon + pillGap)
	}
	style := draw.Style{Size: theme.SizeCaption, Color: cell.Color, Bold: true}
	g.write(v.text, cell.Text, style, fyne.NewPos(x, 0), fyne.NewSize(width, s.tall(rowTall)))
	return append(drawn, v.text)
}

func (v *cellView) showIcon(s *style, icon fyne.Resource, x, size float32) fyne.CanvasObject {
	if v.style != s {
		v.style, v.icons = s, map[fyne.Resource]*canvas.Image{}
	}
	image := v.icons[icon]
	if image == nil {
		image = draw.Picture(icon, size)
		v.icons[icon] = image
	}
	layout.Put(image, fyne.NewPos(x, (s.tall(rowTall)-size)/2), fyne.NewSquareSize(size))
	return image
}

// write sets a text, vertically in the middle of a place.
func (g *Grid) write(t *canvas.Text, text string, style draw.Style, pos fyne.Position, size fyne.Size) {
	style.Write(t, text, g.Theme())
	height := t.MinSize().Height
	t.Move(pos.AddXY(0, (size.Height-height)/2))
	t.Resize(fyne.NewSize(size.Width, height))
	t.Refresh()
}
