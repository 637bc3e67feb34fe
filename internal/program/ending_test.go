package program

import (
	"context"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

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
				var mutex sync.Mutex
				var steps []string
				step := func(name string) {
					mutex.Lock()
					defer mutex.Unlock()
					steps = append(steps, name)
				}
				taken := func() []string {
					synctest.Wait()
					mutex.Lock()
					defer mutex.Unlock()
					return slices.Clone(steps)
				}
				go endOnceGone(ctx, closed,
					func() int { step("end"); return 3 },
					func(status int) { step("exit"); statusIs(t, 3, status) })
				stepsAre(t, taken())
				let(closed, stop)
				stepsAre(t, taken(), "end") // the toolkit has time to come back
				time.Sleep(lastPatience)
				stepsAre(t, taken(), "end", "exit")
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

// TestWhatComesAfterTheToolkitIsLeftOut is work that comes home after a signal.
func TestWhatComesAfterTheToolkitIsLeftOut(t *testing.T) { //nolint:paralleltest // one toolkit
	test.NewTempApp(t)
	ui, done := &thread{}, make(chan string, 2)
	ui.do(func() { done <- "before" })
	if first := <-done; first != "before" {
		t.Errorf("%q was done first", first)
	}
	ui.gone.Store(true)
	ui.do(func() { done <- "after" })
	fyne.DoAndWait(func() {})
	if len(done) > 0 {
		t.Error("the window is asked for something when it is gone")
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
