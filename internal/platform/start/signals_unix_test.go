//go:build !windows

package start

import (
	"syscall"
	"testing"
	"time"
)

//nolint:paralleltest // the signals are those of the whole process
func TestATerminalThatGoesAwayIsAStop(t *testing.T) {
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		ctx := UntilStopped(t.Context())
		if err := syscall.Kill(syscall.Getpid(), signal); err != nil {
			t.Fatal(err)
		}
		select {
		case <-ctx.Done():
		case <-time.After(10 * time.Second):
			t.Fatalf("%v is no stop", signal)
		}
	}
}
