package keys

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

// The measures of the sheet for text of the usual size.
const (
	sheetWidth float32 = 784
	sheetPad   float32 = 24
	columnGap  float32 = 48
	lineHeight float32 = 28
	capSide    float32 = 24
)

// Show shows the sheet of keyboard shortcuts over a window.
func Show(on fyne.Canvas) {
	widgets.ShowSheet(on, sheetWidth, func(closed func()) (fyne.CanvasObject, *widgets.Button) {
		shut := widgets.NewButton(phrase.Text("words.close"), widgets.Usual, closed)
		heading := layout.HStack(12, draw.NewText(phrase.Text("keys.title"), draw.Heading), layout.Spacer(), shut)
		left, right := groups()
		columns := layout.Halves(columnGap, sheetWidth-2*sheetPad, column(left), column(right))
		return layout.Inset(sheetPad, sheetPad, sheetPad, sheetPad, layout.VStack(0, heading, layout.Space(0, 8), columns)), shut
	})
}

// column is groups below each other.
func column(groups []Group) fyne.CanvasObject {
	var parts []fyne.CanvasObject
	for i, group := range groups {
		if i > 0 {
			parts = append(parts, layout.Space(0, 12))
		}
		parts = append(parts, draw.NewText(phrase.Text(group.Title), draw.Section))
		for _, l := range group.Lines {
			line := layout.HStack(theme.Gap, draw.NewText(phrase.Text(l.Title), draw.Body.Shortened()), layout.Spacer(), l.drawn())
			parts = append(parts, layout.AtLeast(lineHeight, line))
		}
	}
	return layout.VStack(0, parts...)
}

// drawn are the keys of a line, each as its caps.
func (l Line) drawn() fyne.CanvasObject {
	var objects []fyne.CanvasObject
	simple := true
	for i, key := range l.Keys {
		simple = simple && key.Held == 0 && l.Between == ""
		if i > 0 && l.Between != "" {
			objects = append(objects, draw.NewText(phrase.Text(l.Between), draw.Secondary))
		}
		caps := make([]fyne.CanvasObject, 0, len(key.Caps()))
		for _, text := range key.Caps() {
			caps = append(caps, keyCap(text))
		}
		objects = append(objects, layout.HStack(4, caps...))
	}
	if simple {
		return layout.HStack(4, objects...)
	}
	return layout.HStack(12, objects...)
}

// keyCap is a key as it looks on a keyboard.
func keyCap(text string) fyne.CanvasObject {
	word := draw.NewText(text, draw.Style{Size: theme.SizeCaption, Bold: true})
	back := draw.NewSurface(draw.Paint{Fill: fynetheme.ColorNameButton, Radius: theme.PillRadius})
	return layout.Stack(layout.Space(capSide, capSide), back, layout.Inset(0, theme.Gap, 0, theme.Gap, word))
}
