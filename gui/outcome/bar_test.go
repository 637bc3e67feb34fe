package outcome

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/theme"
	"numberloader/internal/run"
)

func TestABarShowsEveryOutcomeThatOccurred(t *testing.T) {
	test.NewTempApp(t)
	bar, ok := Bar(run.Counts{run.Added: 1000, run.NotSent: 0, run.Refused: 1}).(*fyne.Container)
	if !ok || len(bar.Objects) != 2 {
		t.Fatalf("the bar is %v", bar)
	}
	bar.Resize(fyne.NewSize(150, 16))
	added, refused := bar.Objects[0], bar.Objects[1]
	if refused.Size().Width < barPiece || added.Size().Width < 100 {
		t.Errorf("the pieces are %v and %v wide", added.Size().Width, refused.Size().Width)
	}
	if end := refused.Position().X + refused.Size().Width; end < 149.9 || end > 150.1 {
		t.Errorf("the bar ends at %v", end)
	}
	if added.Position().Y != (16-barHeight)/2 {
		t.Errorf("the bar is at %v", added.Position().Y)
	}
}

func TestRowsThatWereNotSentStepBackInTheBar(t *testing.T) {
	t.Parallel()
	for outcome, want := range map[run.Outcome]fyne.ThemeColorName{
		run.NotSent: theme.ColorBorder, run.Removed: theme.ColorBorder, run.Added: theme.ColorOK, run.Refused: theme.ColorError,
	} {
		if got := pieceColor(outcome); got != want {
			t.Errorf("%v is drawn in %q, want %q", outcome, got, want)
		}
	}
}
