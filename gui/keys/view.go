package keys

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

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
		heading := widgets.HStack(12, widgets.NewText(phrase.Text("keys.title"), widgets.Heading), widgets.Spacer(), shut)
		left, right := groups()
		columns := widgets.Halves(columnGap, sheetWidth-2*sheetPad, column(left), column(right))
		return widgets.Inset(sheetPad, sheetPad, sheetPad, sheetPad, widgets.VStack(0, heading, widgets.Space(0, 8), columns)), shut
	})
}

// column is groups below each other.
func column(groups []Group) fyne.CanvasObject {
	var parts []fyne.CanvasObject
	for i, group := range groups {
		if i > 0 {
			parts = append(parts, widgets.Space(0, 12))
		}
		parts = append(parts, widgets.NewText(phrase.Text(group.Title), widgets.Section))
		for _, l := range group.Lines {
			line := widgets.HStack(theme.Gap, widgets.NewText(phrase.Text(l.Title), widgets.Body.Shortened()), widgets.Spacer(), l.drawn())
			parts = append(parts, widgets.AtLeast(lineHeight, line))
		}
	}
	return widgets.VStack(0, parts...)
}

// drawn are the keys of a line, each as its caps.
func (l Line) drawn() fyne.CanvasObject {
	var objects []fyne.CanvasObject
	simple := true
	for i, key := range l.Keys {
		simple = simple && key.Held == 0 && l.Between == ""
		if i > 0 && l.Between != "" {
			objects = append(objects, widgets.NewText(phrase.Text(l.Between), widgets.Secondary))
		}
		caps := make([]fyne.CanvasObject, 0, len(key.Caps()))
		for _, text := range key.Caps() {
			caps = append(caps, keyCap(text))
		}
		objects = append(objects, widgets.HStack(4, caps...))
	}
	if simple {
		return widgets.HStack(4, objects...)
	}
	return widgets.HStack(12, objects...)
}

// keyCap is a key as it looks on a keyboard.
func keyCap(text string) fyne.CanvasObject {
	word := widgets.NewText(text, widgets.Style{Size: theme.SizeCaption, Bold: true})
	back := widgets.NewSurface(widgets.Paint{Fill: fynetheme.ColorNameButton, Radius: theme.PillRadius})
	return widgets.Stack(widgets.Space(capSide, capSide), back, widgets.Inset(0, theme.Gap, 0, theme.Gap, word))
}
