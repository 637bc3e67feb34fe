package review

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"numberloader/gui/review/judged"
	"numberloader/gui/theme"
	"numberloader/internal/number"
)

// look holds the icons, which are made once.
type look struct {
	status     map[number.Standing]fyne.Resource
	chip       map[judged.Chip]fyne.Resource
	over       fyne.Resource
	arrow      fyne.Resource // in front of what takes the place of something else
	good, none fyne.Resource
}

func newLook() *look {
	over := theme.Icon(theme.IconOver20, theme.ColorOver20)
	l := &look{
		status: map[number.Standing]fyne.Resource{
			number.StandingProblem: theme.Icon(theme.IconProblem, theme.ColorError),
			number.StandingChanged: theme.Icon(theme.IconTidied, theme.ColorSecondary),
			number.StandingCheck:   theme.Icon(theme.IconChanged, theme.ColorWarn),
			number.StandingByUser:  theme.Colored(fynetheme.DocumentCreateIcon(), theme.ColorText),
			number.StandingReady:   theme.Icon(theme.IconReady, theme.ColorOK),
			number.StandingThere:   theme.Icon(theme.IconAlreadyThere, theme.ColorInfo),
			number.StandingSkipped: theme.Icon(theme.IconSkipped, theme.ColorSecondary),
		},
		over: over, arrow: theme.Colored(fynetheme.NavigateNextIcon(), theme.ColorSecondary),
		good: theme.Icon(theme.IconReady, theme.ColorOK),
		none: theme.Icon(theme.IconSkipped, theme.ColorSecondary),
	}
	l.chip = map[judged.Chip]fyne.Resource{
		judged.ChipReady:    l.status[number.StandingReady],
		judged.ChipChanged:  l.status[number.StandingChanged],
		judged.ChipCheck:    l.status[number.StandingCheck],
		judged.ChipByUser:   l.status[number.StandingByUser],
		judged.ChipProblems: l.status[number.StandingProblem],
		judged.ChipThere:    l.status[number.StandingThere],
		judged.ChipLeftOut:  l.status[number.StandingSkipped],
		judged.ChipAside:    l.status[number.StandingSkipped],
		judged.ChipOver:     over,
	}
	return l
}

func (l *look) chipIcon(c judged.Chip) fyne.Resource { return l.chip[c] }

func (l *look) emptyIcon(good bool) fyne.Resource {
	if good {
		return l.good
	}
	return l.none
}

// wordColor is the color of a status: good rows whisper, exceptions speak.
func wordColor(s number.Standing) fyne.ThemeColorName {
	switch s {
	case number.StandingProblem:
		return theme.ColorError
	case number.StandingCheck:
		return theme.ColorWarn
	case number.StandingByUser:
		return theme.ColorText
	case number.StandingThere:
		return theme.ColorInfo
	case number.StandingReady, number.StandingChanged, number.StandingSkipped:
		return theme.ColorSecondary
	}
	return theme.ColorText
}

// addedColor is the color of what a number has in front that the file does not
// hold: a person should look at it only where the row asks for that.
func addedColor(s number.Standing) fyne.ThemeColorName {
	if s == number.StandingCheck {
		return theme.ColorWarn
	}
	return theme.ColorText
}
