package program

import (
	"context"
	"sync"
	"time"

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
