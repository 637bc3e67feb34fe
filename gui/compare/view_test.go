package compare

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/theme"
	"numberloader/internal/compare"
)

// noWidths keeps no widths of columns.
type noWidths struct{}

func (noWidths) Widths(string) map[string]float32      { return nil }
func (noWidths) KeepWidths(string, map[string]float32) {}

// screened is the page in a window, with what compared has.
func screened(t *testing.T) (*Screen, fyne.Window) {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.NewLook(theme.ShadeLight, 100))
	w := app.NewWindow("compare")
	s := New(Config{
		Canvas: w.Canvas(), Widths: noWidths{}, Modifiers: func() fyne.KeyModifier { return 0 },
		Copy: func(string) {}, OnAgain: func() {}, Activate: func() {},
	})
	w.SetPadded(false)
	w.SetContent(s.Content())
	pairs := compared(t).pairs
	s.Set(pairs, compare.Count(pairs), Read{At: time.Unix(0, 0), Now: time.Unix(0, 0)})
	return s, w
}

func TestChipsStayInOneLine(t *testing.T) {
	s, w := screened(t)
	for _, width := range []float32{1300, 916, 716, 600} {
		w.Resize(fyne.NewSize(width, 500))
		if tall := s.chipRow.Size().Height; tall > s.chips[ChipAll].MinSize().Height {
			t.Errorf("at %v the chips are %v tall", width, tall)
		}
		if left := s.chipRow.Leave(); left != (width < 900) {
			t.Errorf("at %v some chips have no room: %v", width, left)
		}
	}
	if !s.chips[ChipInactive].Visible() || !s.chips[ChipProblems].Visible() {
		t.Error("chips are gone that never leave")
	}
}
