// Package outcome says how the outcome of a row looks on every screen.
package outcome

import (
	"fyne.io/fyne/v2"

	"numberloader/gui/theme"
	"numberloader/internal/run"
)

// Look is the icon of an outcome, and the color of the icon.
func Look(o run.Outcome) (theme.IconName, fyne.ThemeColorName) {
	switch o {
	case run.Added:
		return theme.IconAdded, theme.ColorOK
	case run.AlreadyThere:
		return theme.IconAlreadyThere, theme.ColorInfo
	case run.Refused:
		return theme.IconRefused, theme.ColorError
	case run.NotKnown:
		return theme.IconNotKnown, theme.ColorWarn
	case run.NotSent:
	}
	return theme.IconNotSent, theme.ColorSecondary
}
