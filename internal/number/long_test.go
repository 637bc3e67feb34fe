package number

import (
	"strings"
	"testing"
	"time"
)

// TestBracketsAreDroppedInTheTimeOfTheText holds that a text of opening brackets
// is not gone through once for each of them, which takes minutes.
func TestBracketsAreDroppedInTheTimeOfTheText(t *testing.T) {
	t.Parallel()
	const signs, limit = 300_000, 5 * time.Second
	for name, text := range map[string]string{
		"opening brackets":       strings.Repeat("[", signs) + "+1",
		"brackets and dashes":    strings.Repeat("(-", signs),
		"brackets within others": strings.Repeat("(", signs) + "1" + strings.Repeat(")", signs),
		"brackets behind digits": strings.Repeat("12(", signs),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			start := time.Now()
			if withoutBrackets(text) == "" {
				t.Error("everything was dropped")
			}
			if took := time.Since(start); took > limit {
				t.Errorf("took %v, the limit is %v", took, limit)
			}
		})
	}
}

func TestALongTextIsNoWord(t *testing.T) {
	t.Parallel()
	if long := strings.Repeat("É", MaxText); Fold(long) != long {
		t.Error("a long text was folded")
	}
}
