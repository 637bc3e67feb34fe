package number

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"numberloader/internal/characters"
)

// TestTextsWithDigitsSaySomething holds that texts with a digit are told from words
// without being folded, with the same answer.
func TestTextsWithDigitsSaySomething(t *testing.T) {
	t.Parallel()
	for word := range nothingWords() {
		if characters.CountDigits(word) > 0 {
			t.Errorf("%q has a digit", word)
		}
	}
	pieces := []string{"none", "n/a", "NA", "なし", "1", "２", "٣", "(", ")", "[", "]", "{", "}", "<", ">", "-", ".", " ", "k", "\u200b", `"`}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 6).Draw(t, "pieces"), "")
		if hasDigit(text) && isNothing(text) {
			t.Errorf("%q says nothing, and has a digit", text)
		}
	})
}
