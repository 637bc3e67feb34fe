package add

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// The measures of the table of locations.
const (
	tableRow    float32 = 38
	tableHeader float32 = 32
	tableRoom   float32 = 16
	amountWidth float32 = 76
	tableText   float32 = 260 // the least for names and words
)

// placesTable shows what goes where. A kind that nothing has gets no column.
func placesTable(places []Place) fyne.CanvasObject {
	amounts := amountsOf(places)
	header := []fyne.CanvasObject{
		draw.NewText(phrase.Text("add.location"), draw.Caption), draw.NewText(phrase.Text("add.pstn"), draw.Caption),
	}
	right := draw.Caption
	right.Right = true
	for _, a := range amounts {
		header = append(header, draw.NewText(a.title, right))
	}
	lines := []fyne.CanvasObject{tableLine(tableHeader, draw.NewSurface(draw.Paint{Fill: theme.ColorHeader, Radius: theme.PanelRadius}), header)}
	for _, p := range places {
		cells := []fyne.CanvasObject{
			draw.NewText(p.Location, draw.Strong.Shortened()), draw.NewText(p.PSTN, draw.Secondary.Shortened()),
		}
		for _, a := range amounts {
			cells = append(cells, draw.NewText(phrase.Count(a.of(p)), draw.Style{Right: true}))
		}
		lines = append(lines, draw.Hairline(), tableLine(tableRow, nil, cells))
	}
	border := draw.NewSurface(draw.Paint{Stroke: theme.ColorSeparator, Width: 1, Radius: theme.PanelRadius})
	return layout.Stack(layout.VStack(0, lines...), border)
}

type amount struct {
	title string
	of    func(Place) int
}

func amountsOf(places []Place) []amount {
	all := []amount{
		{phrase.Kind(number.KindDID), func(p Place) int { return p.DID }},
		{phrase.Kind(number.KindTollFree), func(p Place) int { return p.TollFree }},
		{phrase.Kind(number.KindMobile), func(p Place) int { return p.Mobile }},
	}
	var used []amount
	for _, a := range all {
		for _, p := range places {
			if a.of(p) > 0 {
				used = append(used, a)
				break
			}
		}
	}
	return append(used, amount{phrase.Text("add.requests"), func(p Place) int { return p.Requests }})
}

func tableLine(height float32, surface fyne.CanvasObject, cells []fyne.CanvasObject) fyne.CanvasObject {
	line := container.New(tableLayout{height}, cells...)
	if surface == nil {
		return line
	}
	return layout.Stack(surface, line)
}

// tableLayout places a name, a word and amounts that end at one line.
type tableLayout struct{ height float32 }

func (l tableLayout) MinSize(cells []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(2*tableRoom+tableText+float32(len(cells)-2)*draw.Larger(amountWidth), draw.Larger(l.height))
}

func (l tableLayout) Layout(cells []fyne.CanvasObject, size fyne.Size) {
	amount := draw.Larger(amountWidth)
	text := size.Width - 2*tableRoom - float32(len(cells)-2)*amount
	x := tableRoom
	for i, cell := range cells {
		width := amount
		switch i {
		case 0:
			width = text * 0.4
		case 1:
			width = text * 0.6
		}
		cell.Resize(fyne.NewSize(width, size.Height))
		cell.Move(fyne.NewPos(x, 0))
		x += width
	}
}
