package grid

import (
	"image/color"
	"runtime"
	"strconv"
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

// TestGridLooksAsItWasPainted compares a grid with its picture, in light and in dark
// and with large text: problems, changes, a row under the cursor, what was searched for,
// what counts no longer and what took its place.
func TestGridLooksAsItWasPainted(t *testing.T) {
	skipWherePixelsDiffer(t)
	for name, look := range map[string]painted{
		"light": {theme.New(), fynetheme.VariantLight, 1}, "dark": {theme.New(), fynetheme.VariantDark, 1}, "large": {theme.New(), fynetheme.VariantLight, 1.5},
	} {
		test.NewTempApp(t).Settings().SetTheme(look)
		w := test.NewTempWindow(t, nil)
		g := New(sample{}, []Column{
			{ID: "status", Title: "Status", Width: 120, Narrow: 120},
			{ID: "number", Title: "Will send", Width: 200, Narrow: 160, Flexible: true},
			{ID: "request", Title: "Request", Width: 90, Narrow: 80, Leaves: 1},
		}, "number")
		g.Focus = w.Canvas().Focus
		g.SetSorted("number", true)
		w.SetPadded(false)
		w.SetContent(g)
		w.Resize(fyne.NewSize(640, 380))
		hit(g, fyne.KeyDown, fyne.KeyDown)
		test.AssertImageMatches(t, "grid-"+name+".png", w.Canvas().Capture())
	}
}

// sample are rows in each of the ways in which a row is drawn.
type sample struct{}

func (sample) Len() int { return 7 }

func (sample) Cell(row int, column string) Cell {
	number := "+1816555012" + strconv.Itoa(row)
	switch {
	case column == "status" && row == 2:
		return Cell{Text: "Problem", Color: theme.ColorError, Icon: theme.Icon(theme.IconProblem, theme.ColorError)}
	case column == "status":
		return Cell{Text: "Changed", Color: theme.ColorWarn, Icon: theme.Icon(theme.IconChanged, theme.ColorWarn)}
	case column == "request" && row == 4:
		return Cell{Text: "2 of 2", Color: theme.ColorOver20, Pill: theme.ColorTintOver20}
	case column == "request":
		return Cell{Text: "1 of 2"}
	case row == 2:
		return Cell{Text: "Nothing", Color: theme.ColorSecondary}
	case row == 5:
		return Cell{Text: number, Color: theme.ColorSecondary, Struck: true}
	case row == 6:
		return Cell{Text: number, Bold: true}
	case row == 3:
		return Cell{Text: number, Lead: 2, LeadColor: theme.ColorText, Found: [2]int{1, 8}}
	}
	return Cell{Text: number, Lead: 2, LeadColor: theme.ColorWarn}
}

func (sample) Lines(row int, cursor bool) []Line {
	switch {
	case row == 2:
		return []Line{{Text: "A number of the United States has 10 digits, and this one has 8, so it is too short.", Actions: []Action{{1, "Edit B4"}}}}
	case cursor:
		return []Line{{Text: "It had no + in front.", Color: theme.ColorSecondary, Actions: []Action{{1, "Edit B3"}, {2, "Skip"}}}}
	}
	return nil
}
