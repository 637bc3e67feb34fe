package sheet

import (
	"slices"
	"strings"
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

func TestAFormatThatExcelDoesNotAllowIsGeneral(t *testing.T) {
	t.Parallel()
	fits := strings.Repeat("é", longestFormat)
	own := map[string]string{"200": fits, "201": fits + "0"}
	if got := FormatOf("200", own); got != fits {
		t.Errorf("a format of %d characters became %q", longestFormat, got)
	}
	if got := FormatOf("201", own); got != "" {
		t.Errorf("a longer one is %q", got)
	}
}
