package grid

import (
	"strconv"
	"testing"

	"fyne.io/fyne/v2"

	"numberloader/gui/stage"
	"numberloader/gui/theme"
)

// TestGridLooksAsItWasPainted compares a grid with its picture, in light and in dark
// and with large text: problems, changes, a row under the cursor, what was searched for,
// what counts no longer and what took its place.
func TestGridLooksAsItWasPainted(t *testing.T) {
	stage.Painted(t, "grid", fyne.NewSize(640, 380), func(w fyne.Window) {
		g := New(sample{}, []Column{
			{ID: "status", Title: "Status", Width: 120, Narrow: 120},
			{ID: "number", Title: "Will send", Width: 200, Narrow: 160, Flexible: true},
			{ID: "request", Title: "Request", Width: 90, Narrow: 80, Leaves: 1},
		}, "number")
		g.Focus = w.Canvas().Focus
		g.SetSorted("number", true)
		w.SetContent(g)
		hit(g, fyne.KeyDown, fyne.KeyDown)
	})
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
