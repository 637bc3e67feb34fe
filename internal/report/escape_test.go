package report

import (
	"testing"
)

func TestTextsAreEscapedOnlyWhereTheyHaveToBe(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"":                "",
		"+12125550101 _x": "+12125550101 _x",
		"é <b> & 📞":       "é &lt;b&gt; &amp; 📞",
		"_x00_":           "_x00_",
		"_xGHIJ_":         "_xGHIJ_",
		"a _x000d_ b":     "a _x005F_x000d_ b",
		"_x0041_x0042_":   "_x005F_x0041_x005F_x0042_",
		"_xD83D__xDE00_":  "_x005F_xD83D__x005F_xDE00_",
		"a\tb\nc\rd\x00":  "a\tb\nc_x000D_d_x0000_",
		"\uffff\xff":      "_xFFFF_\ufffd",
	} {
		if got := string(appendText(nil, text)); got != want {
			t.Errorf("%q becomes %q, wanted %q", text, got, want)
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
