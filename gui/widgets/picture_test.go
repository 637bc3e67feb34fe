package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"numberloader/gui/draw"
	"numberloader/gui/filter"
	"numberloader/gui/layout"
	"numberloader/gui/stage"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
)

// TestControlsLookAsTheyWerePainted compares every kind of control with its picture,
// in light and in dark and with large text.
func TestControlsLookAsTheyWerePainted(t *testing.T) {
	stage.Painted(t, "controls", fyne.NewSize(720, 620), func(w fyne.Window) { w.SetContent(layout.Inset(16, 16, 16, 16, controls())) })
}

// TestMarksLookAsTheyWerePainted has each state of check boxes, radios, switches and
// fields.
func TestMarksLookAsTheyWerePainted(t *testing.T) {
	stage.Painted(t, "marks", fyne.NewSize(360, 400), func(w fyne.Window) { w.SetContent(layout.Inset(16, 16, 16, 16, marks())) })
}

// controls are one of each.
func controls() fyne.CanvasObject {
	off := widgets.NewButton("Off", widgets.Usual, func() {})
	off.SetEnabled(false)
	ready, problems := filter.NewChip(theme.Icon(theme.IconReady, theme.ColorOK), "", func() {}), filter.NewChip(theme.Icon(theme.IconProblem, theme.ColorError), "", func() {})
	ready.Set("Ready", "1,180", true)
	problems.Set("Problems", "26", false)
	done, current := widgets.NewStepButton(func() {}), widgets.NewStepButton(func() {})
	done.Set(widgets.Step{Number: "1", Title: "Open", Caption: "carrier.csv", State: widgets.StepDone, Ready: true})
	current.Set(widgets.Step{Number: "2", Title: "Review", Caption: "26 problems", State: widgets.StepCurrent, Last: true})
	meter := draw.NewMeter(12)
	meter.Set(0.4)
	strip := filter.NewStrip(func(int, bool) string { return "more" })
	strip.Set([]filter.StripGroup{
		{Title: "Kansas City, mobile", Caption: "45 numbers, 20 to a request", Bars: []filter.StripBar{
			{ID: 1, Label: "Request 1", Count: "20/20", Share: 1}, {ID: 2, Label: "Request 2", Count: "20/20", Share: 1, Over: true},
		}},
		{Title: "DID", Caption: "1,169 numbers, 117 requests", Short: "117 requests"},
	})
	band := func(mood widgets.Mood, text string) fyne.CanvasObject {
		return widgets.Band(mood, theme.IconChanged, draw.NewParagraph(text, draw.Body), widgets.NewLink("Change", func() {}))
	}
	return layout.VStack(12,
		draw.NewText("A heading", draw.Heading), draw.NewParagraph("A paragraph of quieter words.", draw.Secondary),
		layout.HStack(8, widgets.NewButton("Continue", widgets.Primary, func() {}), widgets.NewButton("Back", widgets.Usual, func() {}), widgets.NewButton("Undo", widgets.Plain, func() {}), off),
		filter.NewChipRow(filter.NewSearch("Search numbers"), ready, draw.VerticalHairline(), problems).Container,
		band(widgets.MoodInfo, "2 rows that are hidden in the file are left out."), band(widgets.MoodWarn, "The sign-in ended."), band(widgets.MoodError, "The file is damaged."),
		meter, strip, layout.HStack(8, widgets.Radio(true), widgets.Radio(false), layout.Sized(180, 0, done), layout.Sized(180, 0, current)))
}

// marks are check boxes, radios and switches in each state, and fields to choose in.
func marks() fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, shape := range []widgets.Shape{widgets.ShapeBox, widgets.ShapeRadio, widgets.ShapeSwitch} {
		off, on, held := widgets.NewMark(shape, draw.NewText("Off", draw.Body), func() {}), widgets.NewMark(shape, draw.NewText("On", draw.Body), func() {}), widgets.NewMark(shape, draw.NewText("Held", draw.Body), func() {})
		on.Set(widgets.MarkOn)
		held.FocusGained()
		row := []fyne.CanvasObject{layout.Sized(90, 0, off), layout.Sized(90, 0, on), layout.Sized(90, 0, held)}
		rows = append(rows, layout.HStack(8, row...))
	}
	some, wrapped := widgets.NewMark(widgets.ShapeBox, draw.NewText("Some", draw.Body), func() {}), widgets.NewCheck("Remember this for files with the same headers", true, func(bool) {})
	some.Set(widgets.MarkSome)
	none, chosen, quiet := widgets.NewSelect(nil, theme.Control, func(int) {}), widgets.NewSelect(nil, theme.Control, func(int) {}), widgets.NewSelect(nil, theme.Chip, func(int) {})
	none.Hint, chosen.Bold, quiet.Quiet = "Choose a country", true, 0
	chosen.Set([]string{"Number"}, 0)
	quiet.Set([]string{"Not used"}, 0)
	chosen.FocusGained()
	return layout.VStack(12, append(rows, some, layout.Sized(188, 0, wrapped), none, chosen, quiet)...)
}
