// Package background has the only goroutines of the window, and the one way home to
// the UI thread. Everything in it is called on the UI thread, except the work
// itself and the report function of Forward.
package background

import (
	"context"
	"errors"
	"sync"
	"time"

	"numberloader/internal/fault"
)

// Loop brings results home and knows whether anything is under way.
type Loop struct {
	ctx    context.Context //nolint:containedctx // it ends with the window; no call has a longer life
	onUI   func(func())
	onIdle func(idle bool)
	fault  func(*fault.PanicError)
	active int // only touched on the UI thread
	work   sync.WaitGroup
}

// NewLoop returns a loop whose work ends with ctx. onUI runs a function on the
// UI thread: fyne.Do in the program, a queue in tests.
func NewLoop(ctx context.Context, onUI func(func())) *Loop {
	return &Loop{ctx: ctx, onUI: onUI, onIdle: func(bool) {}, fault: func(*fault.PanicError) {}}
}

// OnIdle sets what is told, on the UI thread, when work begins while none is
// under way, and when the last has come home.
func (l *Loop) OnIdle(told func(idle bool)) { l.onIdle = told }

// OnFault sets what is told of a panic in the background: on another goroutine than
// the UI's, before the error comes home. It is set before work begins.
func (l *Loop) OnFault(told func(*fault.PanicError)) { l.fault = told }

// Wait returns when no work is under way any more, whether or not its results come
// home: for the end of the program, when the context of the loop has ended and the UI
// thread takes nothing any longer.
func (l *Loop) Wait() { l.work.Wait() }

// Idle reports whether no work is under way and all results have come home.
func (l *Loop) Idle() bool { return l.active == 0 }

func (l *Loop) begin() {
	l.active++
	if l.active == 1 {
		l.onIdle(false)
	}
}

func (l *Loop) end() {
	l.active--
	if l.active == 0 {
		l.onIdle(true)
	}
}

// Lane takes one piece of work at a time: reading a file, asking an
// organization, adding. Work of different lanes runs side by side.
type Lane struct {
	loop *Loop
	busy chan struct{}
}

// Lane returns a new lane of the loop.
func (l *Loop) Lane() *Lane {
	return &Lane{loop: l, busy: make(chan struct{}, 1)}
}

// Busy reports whether work is under way in the lane.
func (l *Lane) Busy() bool { return len(l.busy) > 0 }

// Start runs work in the background and then done on the UI. The caller keeps
// cancel for its Stop button. It returns false, and no cancel, while other work
// is running in the lane. A panic in work is told to what OnFault has set, and comes
// home as an error of kind Internal.
func Start[T any](lane *Lane, work func(context.Context) (T, error), done func(T, error)) (cancel context.CancelFunc, ok bool) {
	select {
	case lane.busy <- struct{}{}:
	default:
		return nil, false
	}
	lane.loop.begin()
	ctx, cancel := context.WithCancel(lane.loop.ctx)
	lane.loop.work.Add(1)
	go func() {
		defer cancel()
		got, err := guarded(ctx, lane.loop.fault, work)
		lane.loop.work.Done()
		lane.loop.onUI(func() {
			<-lane.busy
			defer lane.loop.end()
			done(got, err)
		})
	}()
	return cancel, true
}

// guarded turns a panic into an error, and tells of one that work or its own goroutines
// have caught.
func guarded[T any](ctx context.Context, told func(*fault.PanicError), work func(context.Context) (T, error)) (got T, err error) {
	err = fault.Catch(func() (err error) {
		got, err = work(ctx)
		return err
	})
	if caught, ok := errors.AsType[*fault.PanicError](err); ok {
		told(caught)
	}
	return got, err
}

// Forward returns a report function for work in the background. Everything that
// is reported reaches show on the UI thread, in order, several at a time when
// the UI is slower than the work: at most one delivery is on its way.
func Forward[P any](loop *Loop, show func([]P)) (report func(P)) {
	var mutex sync.Mutex
	var waiting []P
	deliver := func() {
		mutex.Lock()
		batch := waiting
		waiting = nil
		mutex.Unlock()
		show(batch)
	}
	return func(p P) {
		mutex.Lock()
		first := len(waiting) == 0
		waiting = append(waiting, p)
		mutex.Unlock()
		if first {
			loop.onUI(deliver)
		}
	}
}

// Every calls do on the UI thread again and again, until stop is called. It is
// for what changes by itself, such as a countdown; it does not count as work.
func (l *Loop) Every(interval time.Duration, do func()) (stop func()) {
	ctx, stop := context.WithCancel(l.ctx)
	ticker := time.NewTicker(interval)
	go func() {
		defer ticker.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-ticker.C:
				l.onUI(func() {
					if ctx.Err() == nil {
						do()
					}
				})
			}
		}
	}()
	return stop
}
