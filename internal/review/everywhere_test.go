package review

import (
	"errors"
	"testing"

	"numberloader/internal/fault"
)

func TestAPanicOnAnyCoreComesHome(t *testing.T) {
	t.Parallel()
	err := everywhere(t.Context(), 10*checkEvery, func(i int) {
		if i == 3*checkEvery {
			panic("no row")
		}
	})
	if caught, ok := errors.AsType[*fault.PanicError](err); !ok || caught.What != "no row" {
		t.Errorf("got %v", err)
	}
}
