package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

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

// Icon is an icon in its place: 16 units, in a color that follows the theme.
func Icon(name theme.IconName, tone fyne.ThemeColorName) fyne.CanvasObject {
	return Grown(Picture(theme.Icon(name, tone), theme.IconSize))
}

// Grown is a picture that grows with the text beside it.
func Grown(picture *canvas.Image) *fyne.Container { return container.New(grown{}, picture) }

// Picture is an icon of a size, which stays whatever the size of the text.
func Picture(icon fyne.Resource, size float32) *canvas.Image {
	image := canvas.NewImageFromResource(icon)
	image.FillMode = canvas.ImageFillContain
	image.SetMinSize(fyne.NewSquareSize(size))
	return image
}

// Band is a sentence on a tint, behind an icon: practice, a wait, a sign-in that
// worked. What follows stands at its right end.
func Band(mood Mood, icon theme.IconName, sentence fyne.CanvasObject, following ...fyne.CanvasObject) *fyne.Container {
	center := Inset(0, 0, 0, 10, VStack(0, Spacer(), sentence, Spacer()))
	var end fyne.CanvasObject
	if len(following) > 0 {
		end = HStack(theme.Gap, following...)
	}
	content := Frame(nil, nil, HStack(0, Icon(icon, mood.Color())), end, center)
	return Stack(NewSurface(Paint{Fill: mood.tint(), Radius: theme.PanelRadius}), Inset(10, 14, 10, 14, content))
}

// PracticeBand says that nothing goes to Webex.
func PracticeBand() *fyne.Container {
	return Band(MoodWarn, theme.IconPractice, NewSpans(Spans(Body, phrase.Pieces("add.practice"))...))
}
