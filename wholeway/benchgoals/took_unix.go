//go:build unix

package main

import (
	"context"
	"fmt"
	"io"
	"os/exec"
	"syscall"
)

// took runs a program without its output, and prints its milliseconds of CPU and its
// peak in MiB.
func took(ctx context.Context, args []string, out io.Writer) error {
	c := exec.CommandContext(ctx, args[0], args[1:]...) //nolint:gosec // running a program is what it is asked for
	if err := c.Run(); err != nil {
		return fmt.Errorf("%s: %w", args, err)
	}
	state := c.ProcessState
	usage, ok := state.SysUsage().(*syscall.Rusage)
	if !ok {
		return errUnknown
	}
	_, err := fmt.Fprintln(out, (state.UserTime() + state.SystemTime()).Milliseconds(), usage.Maxrss>>10)
	return err
}
