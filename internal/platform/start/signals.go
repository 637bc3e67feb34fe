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

// UntilStopped is a context that ends with the first Ctrl-C, SIGTERM or, unless the
// program was started to outlive its terminal (nohup), SIGHUP. A second one ends the
// program at once, whoever else listens for it by then, as the toolkit of the window
// does. It is called once, before anything else.
func UntilStopped(ctx context.Context) context.Context {
	signals := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) {
		signals = append(signals, syscall.SIGHUP)
	}
	ctx, stop := signal.NotifyContext(ctx, signals...)
	context.AfterFunc(ctx, func() {
		stop()
		signal.Reset(signals...)
	})
	// A reader that goes away early (head) must not end a run in the middle.
	signal.Ignore(syscall.SIGPIPE)
	return ctx
}
