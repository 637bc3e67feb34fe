package outcome

import (
	"testing"

	"fyne.io/fyne/v2"

	"numberloader/gui/theme"
	"numberloader/internal/run"
)

func TestEveryOutcomeHasALookOfItsOwn(t *testing.T) {
	t.Parallel()
	icons, colors := map[theme.IconName]bool{}, map[fyne.ThemeColorName]bool{}
	for _, o := range run.Outcomes() {
		icon, color := Look(o)
		icons[icon], colors[color] = true, true
	}
	if all := len(run.Outcomes()); len(icons) != all || len(colors) != all {
		t.Errorf("icons %v, colors %v", icons, colors)
	}
}
