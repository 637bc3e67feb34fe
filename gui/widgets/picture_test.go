package widgets

import (
	"image/color"
	"runtime"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"numberloader/gui/theme"
)

// painted is the program's look in one variant, with text that is so much larger.
type painted struct {
	*theme.Look

	variant fyne.ThemeVariant
	larger  float32
}

func (p painted) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	return p.Look.Color(name, p.variant)
}

func (p painted) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeTitle, theme.SizeHeading, theme.SizeSection, theme.SizeText, theme.SizeMessage, theme.SizeCaption:
		return p.larger * p.Look.Size(name)
	}
	return p.Look.Size(name)
}

// The pictures are those of the software painter, with the toolkit's own font and
// without a screen's scale. Other processors round otherwise.
func skipWherePixelsDiffer(t *testing.T) {
	t.Helper()
	if runtime.GOARCH != "amd64" {
		t.Skip("the masters were painted on amd64")
	}
}

// TestControlsLookAsTheyWerePainted compares every kind of control with its picture,
// in light and in dark and with large text.
func TestControlsLookAsTheyWerePainted(t *testing.T) {
	skipWherePixelsDiffer(t)
	for name, look := range map[string]painted{
		"light": {theme.New(), fynetheme.VariantLight, 1}, "dark": {theme.New(), fynetheme.VariantDark, 1}, "large": {theme.New(), fynetheme.VariantLight, 1.5},
	} {
		test.NewTempApp(t).Settings().SetTheme(look)
		w := test.NewTempWindow(t, Inset(16, 16, 16, 16, controls()))
		w.SetPadded(false)
		w.Resize(fyne.NewSize(720, 620))
		test.AssertImageMatches(t, "controls-"+name+".png", w.Canvas().Capture())
	}
}

// controls are one of each.
func controls() fyne.CanvasObject {
	off := NewButton("Off", Usual, func() {})
	off.SetEnabled(false)
	ready, problems := NewChip(theme.Icon(theme.IconReady, theme.ColorOK), "", func() {}), NewChip(theme.Icon(theme.IconProblem, theme.ColorError), "", func() {})
	ready.Set("Ready", "1,180", true)
	problems.Set("Problems", "26", false)
	done, current := NewStepButton(func() {}), NewStepButton(func() {})
	done.Set(Step{Number: "1", Title: "Open", Caption: "carrier.csv", State: StepDone, Ready: true})
	current.Set(Step{Number: "2", Title: "Review", Caption: "26 problems", State: StepCurrent, Last: true})
	meter := NewMeter(12)
	meter.Set(0.4)
	strip := NewStrip(func(int, bool) string { return "more" })
	strip.Set(stripGroups(2))
	band := func(mood Mood, text string) fyne.CanvasObject {
		return Band(mood, theme.IconChanged, NewParagraph(text, Body), NewLink("Change", func() {}))
	}
	return VStack(12,
		NewText("A heading", Heading), NewParagraph("A paragraph of quieter words.", Secondary),
		HStack(8, NewButton("Continue", Primary, func() {}), NewButton("Back", Usual, func() {}), NewButton("Undo", Plain, func() {}), off),
		NewChipRow(NewSearch("Search numbers"), ready, VerticalHairline(), problems).Container,
		band(MoodInfo, "2 rows that are hidden in the file are left out."), band(MoodWarn, "The sign-in ended."), band(MoodError, "The file is damaged."),
		meter, strip, HStack(8, Radio(true), Radio(false), Sized(180, 0, done), Sized(180, 0, current)))
}
