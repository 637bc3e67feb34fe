package reading

import (
	"testing"

	"numberloader/internal/number"
)

func TestRemarksAreWarnings(t *testing.T) {
	t.Parallel()
	for _, code := range remarkCodes {
		if code.Level() != number.LevelWarning {
			t.Errorf("%s is no warning", code)
		}
	}
}
