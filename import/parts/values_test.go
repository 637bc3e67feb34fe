package parts

import (
	"strings"
	"testing"
)

// TestLongNumbersAreTexts holds back digits that no program can have meant as one
// number, which would take long to work out.
func TestLongNumbersAreTexts(t *testing.T) {
	t.Parallel()
	for length, want := range map[int]bool{maxNumber: true, maxNumber + 1: false} {
		if got := IsNumber([]byte(strings.Repeat("1", length))); got != want {
			t.Errorf("%d digits are a number: %v", length, got)
		}
	}
}
