package reading

import (
	"testing"

	"numberloader/internal/number"
)

func TestRemarksAreWarnings(t *testing.T) {
	t.Parallel()
	for _, code := range remarkCodes {
		if got := number.Say(code, number.Usual, nil); got.Level != number.LevelWarning || got.Message == "" {
			t.Errorf("%s is no warning with a message: %+v", code, got)
		}
	}
}
