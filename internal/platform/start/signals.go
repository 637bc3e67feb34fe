// Package start holds what differs between systems before the program can do
// anything: signals, the console of a verb, and what draws the window. It imports
// nothing of ours.
package start

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// UntilStopped is a context that ends with the first Ctrl-C or SIGTERM. A second
// one ends the program at once. It is called once, before anything else.
func UntilStopped(ctx context.Context) context.Context {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	// A reader that goes away early (head) must not end a run in the middle.
	signal.Ignore(syscall.SIGPIPE)
	return ctx
}
