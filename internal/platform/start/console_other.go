//go:build !windows

package start

import "context"

// WithConsole has nothing to do: the program has the streams of its terminal.
func WithConsole(ctx context.Context) context.Context { return ctx }
