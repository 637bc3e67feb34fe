package program

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"numberloader/internal/fault"
)

// ending is what has to be done after the window, once, whoever comes to it first.
type ending struct {
	once   sync.Once
	do     func(*fault.PanicError) (status int)
	status int
}

// after does it, unless it is done, and returns the exit status. broken is what ended
// the window, nil for nothing. It may be called from any goroutine.
func (e *ending) after(broken *fault.PanicError) int {
	e.once.Do(func() { e.status = e.do(broken) })
	return e.status
}

// thread is the UI thread until the toolkit's loop has ended. What comes later is left out:
// the toolkit would call it at once, on any goroutine, when its library is shut down already,
// and a window that is asked where it stands would end the program in a panic.
type thread struct{ gone atomic.Bool }

// do runs a function on the UI thread, later. It may be called from any goroutine.
func (t *thread) do(function func()) {
	fyne.Do(func() {
		if !t.gone.Load() {
			function()
		}
	})
}

// lastPatience is how long the toolkit has to come back once everything is written down.
const lastPatience = 2 * time.Second

// endOnceGone ends the program when its window is gone or ctx ends. The toolkit's own
// way out may wait for itself forever: what it queues for its last moment is lost if it
// comes a moment too late (seen with an empty window of version 2.8.1 on a busy computer).
// Nobody would see such a program, and it would keep the window from the next.
func endOnceGone(ctx context.Context, gone <-chan struct{}, end func() (status int), exit func(status int)) {
	select {
	case <-gone:
	case <-ctx.Done():
	}
	status := end()
	late := time.NewTimer(lastPatience)
	defer late.Stop()
	<-late.C
	exit(status)
}
