package draw_test

import (
	"testing"

	"numberloader/gui/draw"
)

func TestShortenKeepsTheBeginning(t *testing.T) {
	t.Parallel()
	width := func(text string) float32 { return float32(len([]rune(text))) }
	for want, limit := range map[string]float32{"Zürich": 6, "Züri…": 5, "Z…": 2, "…": 1} {
		if got := draw.Shorten("Zürich", limit, width); got != want {
			t.Errorf("got %q at %v", got, limit)
		}
	}
}
