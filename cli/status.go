package cli

import (
	"context"
	"errors"
	"fmt"

	"numberloader/internal/fault"
	"numberloader/internal/phrase"
)

// The exit statuses (docs/command-line.md).
const (
	statusGood       = 0
	statusProblems   = 1
	statusUsage      = 2
	statusUnreadable = 3
	statusNotAllowed = 4
	statusFailed     = 5
	statusStopped    = 130
)

// errProblems says that the work is done but some rows have problems, which have been
// printed already.
var errProblems = errors.New("some rows have problems")

// statusOf is the only place where an error becomes an exit status.
func statusOf(err error) int {
	switch {
	case err == nil:
		return statusGood
	case errors.Is(err, errProblems):
		return statusProblems
	case errors.Is(err, context.Canceled):
		return statusStopped
	}
	return statusOfKind(fault.KindOf(err))
}

func statusOfKind(kind fault.Kind) int {
	switch kind {
	case fault.Stopped:
		return statusStopped
	case fault.Usage, fault.Exists, fault.Location:
		return statusUsage
	case fault.FileMissing, fault.FileLocked, fault.FilePassword, fault.FileUnsupported,
		fault.FileDamaged, fault.FileEmpty, fault.FileTooLarge:
		return statusUnreadable
	case fault.SignedOut, fault.TokenRefused, fault.NotAllowed:
		return statusNotAllowed
	case fault.Unreachable, fault.Failing, fault.Refused, fault.Busy, fault.NoOpenGL, fault.PlanChanged, fault.Internal:
		return statusFailed
	case fault.SaveFailed:
		return statusProblems
	}
	panic(fmt.Sprintf("cli: fault kind %d has no exit status", int(kind)))
}

// reported is an error with the report that was kept of it in place of its stack, if it
// is a fault of the program.
func (c *command) reported(err error) error {
	caught, ok := errors.AsType[*fault.PanicError](err)
	if !ok {
		return err
	}
	told := &fault.Error{Kind: fault.Internal, Details: caught.Error(), Err: err}
	if report := c.KeepFault(caught); report != "" {
		told.Next = fault.Say("cli.reported", "File", report)
	}
	return told
}

// explain tells on standard error why work stopped.
func (k *console) explain(err error) {
	if err == nil || errors.Is(err, errProblems) {
		return
	}
	if _, ok := errors.AsType[*outputError](err); ok {
		k.lost(err)
		return
	}
	message := phrase.Explain(err)
	k.tell(message.What)
	k.tell(advice(fault.KindOf(err), message.Next))
	if message.Details != "" {
		k.tell(phrase.Text("cli.details", "Details", message.Details))
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

// lost tells in one line that standard output lacks something, if it does.
func (k *console) lost(err error) {
	if out, ok := errors.AsType[*outputError](err); ok {
		k.tell(phrase.Text("cli.lost", "Cause", cause(out).Error()))
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

// tell prints a line for a person on standard error.
func (k *console) tell(text string) {
	if text == "" {
		return
	}
	// There is nobody left to tell about an error of this.
	_, _ = fmt.Fprintln(k.io.Stderr, printable(text))
}
