package review

import (
	"fyne.io/fyne/v2"

	"numberloader/gui/theme"
)

// look holds the icons, which are made once.
type look struct {
	status     map[Status]fyne.Resource
	chip       map[Chip]fyne.Resource
	over       fyne.Resource
	good, none fyne.Resource
}

func newLook() *look {
	over := theme.Icon(theme.IconOver20, theme.ColorOver20)
	l := &look{
		status: map[Status]fyne.Resource{
			StatusProblem: theme.Icon(theme.IconProblem, theme.ColorError),
			StatusChanged: theme.Icon(theme.IconChanged, theme.ColorWarn),
			StatusReady:   theme.Icon(theme.IconReady, theme.ColorOK),
			StatusThere:   theme.Icon(theme.IconAlreadyThere, theme.ColorInfo),
			StatusSkipped: theme.Icon(theme.IconSkipped, theme.ColorSecondary),
		},
		over: over,
		good: theme.Icon(theme.IconReady, theme.ColorOK),
		none: theme.Icon(theme.IconSkipped, theme.ColorSecondary),
	}
	l.chip = map[Chip]fyne.Resource{
		ChipReady:    l.status[StatusReady],
		ChipChanged:  l.status[StatusChanged],
		ChipProblems: l.status[StatusProblem],
		ChipThere:    l.status[StatusThere],
		ChipLeftOut:  l.status[StatusSkipped],
		ChipOver:     over,
	}
	return l
}

func (l *look) chipIcon(c Chip) fyne.Resource { return l.chip[c] }

func (l *look) emptyIcon(good bool) fyne.Resource {
	if good {
		return l.good
	}
	return l.none
}

// wordColor is the color of a status: good rows whisper, exceptions speak.
func wordColor(s Status) fyne.ThemeColorName {
	switch s {
	case StatusProblem:
		return theme.ColorError
	case StatusChanged:
		return theme.ColorWarn
	case StatusThere:
		return theme.ColorInfo
	case StatusReady, StatusSkipped:
		return theme.ColorSecondary
	}
	return theme.ColorText
}
