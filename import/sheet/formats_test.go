package sheet

import (
	"slices"
	"testing"

	"numberloader/internal/number"
)

func TestBuiltInDatesAreDates(t *testing.T) {
	t.Parallel()
	for id, format := range builtInFormats {
		cell := number.Cell{Type: number.CellNumber, Value: "44000", Format: format}
		dates := []string{"14", "15", "16", "17", "18", "19", "20", "21", "22", "45", "46", "47"}
		want := slices.Contains(dates, id) || len(id) == 2 && (id >= "27" && id <= "36" || id >= "50" && id <= "58")
		if got := cell.HasDateFormat(); got != want {
			t.Errorf("format %s, %s: date %t, want %t", id, format, got, want)
		}
	}
}
