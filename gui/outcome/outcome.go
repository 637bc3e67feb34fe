// Package outcome says how the outcome of a row looks on every screen.
package outcome

import (
	"embed"
	"fmt"

	"fyne.io/fyne/v2"

	"numberloader/gui/theme"
	"numberloader/internal/run"
)

// The drawings of what an undo and an activation end with, as filled outlines.
//
//go:embed icons/*.svg
var drawings embed.FS

// Icon is the icon of an outcome, in its color.
func Icon(o run.Outcome) fyne.Resource {
	switch o {
	case run.Added:
		return theme.Icon(theme.IconAdded, color(o))
	case run.AlreadyThere:
		return theme.Icon(theme.IconAlreadyThere, color(o))
	case run.Refused:
		return theme.Icon(theme.IconRefused, color(o))
	case run.NotKnown:
		return theme.Icon(theme.IconNotKnown, color(o))
	case run.Removed:
		return own("removed", color(o))
	case run.Kept:
		return own("kept", color(o))
	case run.Activated:
		return own("activated", color(o))
	case run.NotRemoved, run.NotActivated:
		return own("failed", color(o))
	case run.NotSent:
	}
	return theme.Icon(theme.IconNotSent, color(o))
}

// color is the color of the icon of an outcome.
func color(o run.Outcome) fyne.ThemeColorName {
	switch o {
	case run.Added, run.Activated:
		return theme.ColorOK
	case run.AlreadyThere, run.Kept:
		return theme.ColorInfo
	case run.Refused, run.NotRemoved, run.NotActivated:
		return theme.ColorError
	case run.NotKnown:
		return theme.ColorWarn
	case run.NotSent, run.Removed:
	}
	return theme.ColorSecondary
}

// WordColor is the color of the word of an outcome: good rows whisper, exceptions
// speak.
func WordColor(o run.Outcome) fyne.ThemeColorName {
	if o == run.Added || o == run.Activated {
		return theme.ColorSecondary
	}
	return color(o)
}

// Undone is the icon of a run that was taken back.
func Undone() fyne.Resource { return own("undone", theme.ColorSecondary) }

func own(name string, color fyne.ThemeColorName) fyne.Resource {
	file := name + ".svg"
	content, err := drawings.ReadFile("icons/" + file)
	if err != nil {
		panic(fmt.Sprintf("outcome: there is no drawing %q", name))
	}
	return theme.Colored(fyne.NewStaticResource("nl-"+file, content), color)
}
