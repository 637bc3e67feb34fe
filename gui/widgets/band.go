package widgets

import (
	"fyne.io/fyne/v2"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
	"numberloader/internal/phrase"
)

// Mood is what a band or an icon tells.
type Mood uint8

// The moods.
const (
	MoodOK Mood = iota
	MoodWarn
	MoodError
	MoodInfo
	MoodOver20
)

// Color is the color of icons and words in this mood.
func (m Mood) Color() fyne.ThemeColorName {
	switch m {
	case MoodOK:
		return theme.ColorOK
	case MoodWarn:
		return theme.ColorWarn
	case MoodError:
		return theme.ColorError
	case MoodInfo:
		return theme.ColorInfo
	case MoodOver20:
		return theme.ColorOver20
	}
	return theme.ColorText
}

// tint is the color behind text in this mood.
func (m Mood) tint() fyne.ThemeColorName {
	switch m {
	case MoodOK:
		return theme.ColorTintOK
	case MoodWarn:
		return theme.ColorTintWarn
	case MoodError:
		return theme.ColorTintError
	case MoodInfo:
		return theme.ColorTintInfo
	case MoodOver20:
		return theme.ColorTintOver20
	}
	return theme.ColorHeader
}

// Band is a sentence on a tint, behind an icon: practice, a wait, a sign-in that
// worked. What follows stands at its right end.
func Band(mood Mood, icon theme.IconName, sentence fyne.CanvasObject, following ...fyne.CanvasObject) *fyne.Container {
	center := layout.Inset(0, 0, 0, 10, layout.VStack(0, layout.Spacer(), sentence, layout.Spacer()))
	var end fyne.CanvasObject
	if len(following) > 0 {
		end = layout.HStack(theme.Gap, following...)
	}
	content := layout.Frame(nil, nil, layout.HStack(0, draw.Icon(icon, mood.Color())), end, center)
	return layout.Stack(draw.NewSurface(draw.Paint{Fill: mood.tint(), Radius: theme.PanelRadius}), layout.Inset(10, 14, 10, 14, content))
}

// PracticeBand says that nothing goes to Webex.
func PracticeBand() *fyne.Container {
	return Band(MoodWarn, theme.IconPractice, draw.NewSpans(draw.Spans(draw.Body, phrase.Pieces("add.practice"))...))
}

// Statement is a sentence beside an icon, and what it means behind it, quieter; more may
// be empty.
func Statement(icon theme.IconName, color fyne.ThemeColorName, text, more string) fyne.CanvasObject {
	spans := draw.NewSpans(draw.Span{Text: text, Style: draw.Body}, draw.Span{Text: " " + more, Style: draw.Secondary})
	return layout.Frame(nil, nil, layout.Inset(2, 12, 0, 0, layout.VStack(0, draw.Icon(icon, color))), nil, spans)
}
