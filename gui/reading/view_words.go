package reading

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// The measures of the words that are explained.
const (
	wordsTall  float32 = 240 // of more words than have room
	meaningOf  float32 = 160
	wordTall   float32 = 40
	countWide  float32 = 56
	wordsShown         = 6
)

// explain asks what the words of a field mean.
func (s *Sample) explain(field number.Field) {
	words := s.model.Words(field)
	choices := make([]int, len(words))
	var rows []fyne.CanvasObject
	for i, w := range words {
		choices[i] = w.Choice.Chosen
		list := widgets.NewSelect(s.canvas, theme.Chip, func(chosen int) { choices[i] = chosen })
		list.Quiet = 0
		list.Set(w.Choice.Texts, w.Choice.Chosen)
		row := layout.Frame(nil, nil, nil,
			layout.HStack(16, layout.Sized(countWide, 0, draw.NewText(w.Count, draw.Style{Color: theme.ColorSecondary, Right: true})), layout.Sized(meaningOf, 0, list)),
			layout.HStack(0, draw.NewText(w.Text, draw.Strong.Shortened())))
		rows = append(rows, layout.Tall(wordTall, row), draw.Hairline())
	}
	body := fyne.CanvasObject(layout.VStack(0, rows...))
	if len(words) > wordsShown {
		scroll := container.NewVScroll(layout.Inset(0, theme.TrackWidth, 0, 0, body))
		scroll.SetMinSize(fyne.NewSize(0, wordsTall))
		body = container.NewThemeOverride(scroll, layout.Shadeless())
	}
	widgets.Dialog{
		Title: phrase.Text("howread.words.title"), Text: phrase.Text("howread.words.text"), Body: body, Action: phrase.Text("howread.words.done"),
		OnAction: func() {
			s.model.Explain(field, choices)
			s.changed()
		},
	}.Show(s.canvas)
}
