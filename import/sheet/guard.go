package sheet

import (
	"errors"
	"fmt"
	"runtime/debug"

	"numberloader/internal/fault"
)

// ErrPanic says that a reader panicked.
var ErrPanic = errors.New("reader failed")

// Guard turns a panic of work into an error: broken files must not end the
// program, and not all that reads them is ours.
func Guard[T any](work func() (T, error)) (result T, err error) {
	defer func() {
		if thrown := recover(); thrown != nil {
			var none T
			cause := fmt.Errorf("%w: %v", ErrPanic, thrown)
			result, err = none, &fault.Error{Kind: fault.FileDamaged, Details: fmt.Sprintf("%v\n\n%s", cause, debug.Stack()), Err: cause}
		}
	}()
	return work()
}
