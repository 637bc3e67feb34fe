package console

import (
	"context"
	"errors"
	"fmt"

	"numberloader/internal/fault"
	"numberloader/internal/phrase"
)

// The exit statuses (docs/command-line.md).
const (
	StatusGood       = 0
	StatusProblems   = 1
	StatusUsage      = 2
	statusUnreadable = 3
	statusNotAllowed = 4
	StatusFailed     = 5
	StatusStopped    = 130
)

// ErrProblems says that the work is done but some rows have problems, which have been
// printed already.
var ErrProblems = errors.New("some rows have problems")

// StatusOf is the only place where an error becomes an exit status.
func StatusOf(err error) int {
	switch {
	case err == nil:
		return StatusGood
	case errors.Is(err, ErrProblems):
		return StatusProblems
	case errors.Is(err, context.Canceled):
		return StatusStopped
	}
	return statusOfKind(fault.KindOf(err))
}

func statusOfKind(kind fault.Kind) int {
	switch kind {
	case fault.Stopped:
		return StatusStopped
	case fault.Usage, fault.Exists, fault.Location:
		return StatusUsage
	case fault.FileMissing, fault.FileLocked, fault.FilePassword, fault.FileUnsupported,
		fault.FileDamaged, fault.FileEmpty, fault.FileTooLarge:
		return statusUnreadable
	case fault.SignedOut, fault.TokenRefused, fault.NotAllowed:
		return statusNotAllowed
	case fault.Unreachable, fault.Failing, fault.Refused, fault.Busy, fault.NoOpenGL, fault.PlanChanged, fault.Internal:
		return StatusFailed
	case fault.SaveFailed:
		return StatusProblems
	}
	panic(fmt.Sprintf("cli: fault kind %d has no exit status", int(kind)))
}

// Explain tells on standard error why work stopped.
func (k *Console) Explain(err error) {
	if err == nil || errors.Is(err, ErrProblems) {
		return
	}
	if _, ok := errors.AsType[*outputError](err); ok {
		k.Lost(err)
		return
	}
	message := phrase.Explain(err)
	k.Tell(message.What)
	k.Tell(advice(fault.KindOf(err), message.Next))
	if message.Details != "" {
		k.Tell(phrase.Text("cli.details", "Details", message.Details))
	}
}

// advice is what to do next where the command line has a way of its own, and the
// error says nothing more than usual.
func advice(kind fault.Kind, next string) string {
	if next != phrase.Explain(&fault.Error{Kind: kind}).Next {
		return next
	}
	if kind == fault.SignedOut {
		return phrase.Text("cli.advice.signedout")
	}
	if kind == fault.FilePassword {
		return phrase.Text("cli.advice.password")
	}
	return next
}

// Lost tells in one line that standard output lacks something, if it does.
func (k *Console) Lost(err error) {
	if out, ok := errors.AsType[*outputError](err); ok {
		k.Tell(phrase.Text("cli.lost", "Cause", cause(out).Error()))
	}
}

// cause is the innermost error, without the operations and paths around it.
func cause(err error) error {
	for {
		inner := errors.Unwrap(err)
		if inner == nil {
			return err
		}
		err = inner
	}
}

// Tell prints a line for a person on standard error.
func (k *Console) Tell(text string) {
	if text == "" {
		return
	}
	// There is nobody left to tell about an error of this.
	_, _ = fmt.Fprintln(k.streams.Stderr, printable(text))
}
