//go:build !windows

package main

import "context"

// withConsole has nothing to do: the program has the streams of its terminal.
func withConsole(ctx context.Context) context.Context { return ctx }
