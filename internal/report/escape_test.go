package report

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

func TestTextsThatTheLibraryMixesUpAreCutIntoRuns(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("é", excelize.TotalCellChars)
	for text, want := range map[string]any{
		"":                "",
		"_x00_":           "_x00_",
		"_xGHIJ_":         "_xGHIJ_",
		"_xD83D__xDE00_":  []excelize.RichTextRun{{Text: "_"}, {Text: "xD83D__"}, {Text: "xDE00_"}},
		"_x005F_x0041_":   []excelize.RichTextRun{{Text: "_"}, {Text: "x005F_"}, {Text: "x0041_"}},
		"a _x000d_ b":     "a _x000d_ b",
		"_x0041__x0042_":  "_x0041__x0042_",
		"a _xdfff_ b":     []excelize.RichTextRun{{Text: "a _"}, {Text: "xdfff_ b"}},
		"_xD83D_" + long:  []excelize.RichTextRun{{Text: "_"}, {Text: "xD83D_" + long[:2*(excelize.TotalCellChars-7)]}},
		"+12125550101 _x": "+12125550101 _x",
	} {
		if diff := cmp.Diff(want, cellValue(text)); diff != "" {
			t.Errorf("%.20q: %.200s", text, diff)
		}
	}
}

func TestACutTextNeverEndsInHalfACharacter(t *testing.T) {
	t.Parallel()
	for most, want := range map[int]string{0: "", 1: "é", 2: "é", 3: "é😀", 9: "é😀x"} {
		if got := cut("é😀x", most); got != want {
			t.Errorf("%d: %q, want %q", most, got, want)
		}
	}
}
