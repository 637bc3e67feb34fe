package reading

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

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
		row := widgets.Frame(nil, nil, nil,
			widgets.HStack(16, widgets.Sized(countWide, 0, widgets.NewText(w.Count, widgets.Style{Color: theme.ColorSecondary, Right: true})), widgets.Sized(meaningOf, 0, list)),
			widgets.HStack(0, widgets.NewText(w.Text, widgets.Strong.Shortened())))
		rows = append(rows, widgets.Tall(wordTall, row), widgets.Hairline())
	}
	body := fyne.CanvasObject(widgets.VStack(0, rows...))
	if len(words) > wordsShown {
		scroll := container.NewVScroll(widgets.Inset(0, theme.TrackWidth, 0, 0, body))
		scroll.SetMinSize(fyne.NewSize(0, wordsTall))
		body = container.NewThemeOverride(scroll, widgets.Shadeless())
	}
	widgets.Dialog{
		Title: phrase.Text("howread.words.title"), Text: phrase.Text("howread.words.text"), Body: body, Action: phrase.Text("howread.words.done"),
		OnAction: func() {
			s.model.Explain(field, choices)
			s.changed()
		},
	}.Show(s.canvas)
}
