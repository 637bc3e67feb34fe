//go:build !windows

package start

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"testing"
	"time"
)

// stoppable is set for a process that TestAFirstSignalIsAStopAndASecondOneTheEnd starts.
const stoppable = "NUMBERLOADER_TEST_STOPPABLE"

func TestMain(m *testing.M) {
	if os.Getenv(stoppable) == "" {
		os.Exit(m.Run())
	}
	ctx := UntilStopped(context.Background())
	fmt.Println("ready")
	<-ctx.Done()
	fmt.Println("stopped")
	time.Sleep(time.Minute)
}

// Signals are those of a whole process, so each is tried on one of its own.
func TestAFirstSignalIsAStopAndASecondOneTheEnd(t *testing.T) {
	t.Parallel()
	for _, one := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		t.Run(one.String(), func(t *testing.T) {
			t.Parallel()
			if signal.Ignored(one) {
				t.Skip("the tests were started to outlive their terminal")
			}
			cmd := exec.CommandContext(t.Context(), os.Args[0]) //nolint:gosec // the test itself
			cmd.Env = append(os.Environ(), stoppable+"=1")
			out, err := cmd.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			lines := bufio.NewReader(out)
			wantLine(t, lines, "ready")
			send(t, cmd, one)
			wantLine(t, lines, "stopped")
			ended := make(chan struct{})
			go func() {
				_, _ = io.Copy(io.Discard, lines)
				_ = cmd.Wait()
				close(ended)
			}()
			untilEnded(ended, func() { _ = cmd.Process.Signal(one) }) // it may have ended by then
			if status, ok := cmd.ProcessState.Sys().(syscall.WaitStatus); !ok || status.Signal() != one {
				t.Errorf("it ended by %v", cmd.ProcessState)
			}
		})
	}
}

func send(t *testing.T, cmd *exec.Cmd, one syscall.Signal) {
	t.Helper()
	if err := cmd.Process.Signal(one); err != nil {
		t.Fatal(err)
	}
}

func wantLine(t *testing.T, lines *bufio.Reader, want string) {
	t.Helper()
	if got, err := lines.ReadString('\n'); err != nil || got != want+"\n" {
		t.Fatalf("it says %q (%v), not %q", got, err, want)
	}
}

// untilEnded does something again and again until a process has ended, since the first
// time may come before the process is ready for it.
func untilEnded(ended <-chan struct{}, do func()) {
	for {
		do()
		select {
		case <-ended:
			return
		case <-time.After(10 * time.Millisecond):
		}
	}
}
