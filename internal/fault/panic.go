package fault

import (
	"fmt"
	"runtime/debug"
)

// PanicError is a panic that was caught: what it said, and the stack on which it was.
type PanicError struct {
	What  any
	Stack []byte
}

// Error is what the panic said, for logs.
func (p *PanicError) Error() string { return fmt.Sprintf("panic: %v", p.What) }

// Catch does work, and makes a panic of it an error of kind Internal whose cause is a
// *PanicError. Every goroutine of ours that does work goes through it, so that a fault comes
// home to whoever waits for the work. It may be called from any goroutine.
func Catch(work func() error) (err error) {
	defer func() {
		if what := recover(); what != nil {
			caught := &PanicError{What: what, Stack: debug.Stack()}
			err = &Error{Kind: Internal, Details: fmt.Sprintf("%v\n\n%s", caught, caught.Stack), Err: caught}
		}
	}()
	return work()
}
