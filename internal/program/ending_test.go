package program

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"numberloader/internal/fault"
)

// TestAProgramEndsThoughTheToolkitDoesNotComeBack: when the window is gone or the program
// is to end, everything is written down, and then the program ends by itself.
func TestAProgramEndsThoughTheToolkitDoesNotComeBack(t *testing.T) {
	t.Parallel()
	for name, let := range map[string]func(closed chan struct{}, stop context.CancelFunc){
		"the window is closed": func(closed chan struct{}, _ context.CancelFunc) { close(closed) },
		"a signal comes":       func(_ chan struct{}, stop context.CancelFunc) { stop() },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				ctx, stop := context.WithCancel(t.Context())
				defer stop()
				closed := make(chan struct{})
				var steps []string
				go endOnceGone(ctx, closed,
					func() int { steps = append(steps, "end"); return 3 },
					func(status int) { steps = append(steps, "exit"); statusIs(t, 3, status) })
				synctest.Wait()
				stepsAre(t, steps)
				let(closed, stop)
				synctest.Wait()
				stepsAre(t, steps, "end") // the toolkit has time to come back
				time.Sleep(lastPatience)
				synctest.Wait()
				stepsAre(t, steps, "end", "exit")
			})
		})
	}
}

func TestAnEndIsMadeOnce(t *testing.T) {
	t.Parallel()
	times := 0
	end := &ending{do: func(broken *fault.PanicError) int {
		times++
		return statusOf(broken)
	}}
	statusIs(t, 1, end.after(&fault.PanicError{What: "a fault"}))
	statusIs(t, 1, end.after(nil))
	if times != 1 {
		t.Errorf("it was made %d times", times)
	}
}

func statusIs(t *testing.T, want, got int) {
	t.Helper()
	if got != want {
		t.Errorf("status %d, want %d", got, want)
	}
}

func stepsAre(t *testing.T, steps []string, want ...string) {
	t.Helper()
	if len(steps) != len(want) {
		t.Errorf("got %q, want %q", steps, want)
	}
}
