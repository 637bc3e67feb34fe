package reading

import (
	"strings"
	"testing"
	"time"

	"numberloader/internal/number"
)

// TestLongTextsAreReadInTheTimeOfTheirLength reads texts that look at every sign
// as if a number, a group of thousands or a text in brackets began there. A
// reader that goes through the rest of the text each time takes minutes.
func TestLongTextsAreReadInTheTimeOfTheirLength(t *testing.T) {
	t.Parallel()
	const signs, limit = 300_000, 5 * time.Second
	texts := map[string]string{
		"opening brackets":        strings.Repeat("[", signs) + "+1",
		"brackets and dashes":     strings.Repeat("(-", signs),
		"brackets within others":  strings.Repeat("(", signs) + "1" + strings.Repeat(")", signs),
		"brackets behind digits":  strings.Repeat("12(", signs),
		"groups with commas":      "1" + strings.Repeat(",234", signs),
		"groups with apostrophes": "1" + strings.Repeat("'234", signs),
	}
	for name, text := range texts {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			start := time.Now()
			r := newReader(Context{Region: "US"})
			if out := r.text(text); out.accepted() {
				t.Error("the text is no number")
			}
			if took := time.Since(start); took > limit {
				t.Errorf("took %v, the limit is %v", took, limit)
			}
		})
	}
}

func TestTextsLongerThanExcelAllowsAreNoNumber(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		text string
		want bool
	}{
		"as long as may be": {strings.Repeat(" ", 99_988) + "+12125550101", true},
		"longer":            {strings.Repeat(" ", 99_989) + "+12125550101", false},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			cell := number.Cell{Type: number.CellText, Value: c.text}
			got := Read(cell, Context{Region: "US"})
			if (got.Level == number.LevelOK) != c.want || !c.want && got.Code != number.CodeNotANumber {
				t.Errorf("level %v, code %q", got.Level, got.Code)
			}
			if LooksLikePhone(cell) != c.want {
				t.Errorf("looks like a phone number: %v", !c.want)
			}
		})
	}
}
