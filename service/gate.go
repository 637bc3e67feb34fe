package service

import (
	"context"
	"sync"
	"time"

	"numberloader/internal/run"
	"numberloader/service/webex"
)

// gate lets requests leave one after the other: when the person, the pace and Webex
// allow it, and as long as Webex does not fail too often in a row.
type gate struct {
	settings *Settings
	pause    *run.Pause
	waits    func(run.Progress) // is told them
	pace     *pace

	mu       sync.Mutex
	failures int // requests that failed in a row
}

// opens lets a request leave if that may be at once, and reports whether it does.
func (g *gate) opens(ctx context.Context) bool {
	return ctx.Err() == nil && !g.pause.Held() && g.pace.turn(g.settings.Now()) == 0
}

// turn returns when a request may leave: the work is not paused, and the pace
// allows it. The error is why the work stopped.
func (g *gate) turn(ctx context.Context, request int) error {
	for {
		if err := g.pause.Wait(ctx); err != nil {
			return explain(context.Cause(ctx))
		}
		now := g.settings.Now()
		wait, err := g.pace.turn(now), error(nil)
		if g.pace.held(now) {
			err = g.obey(ctx, request, wait)
		} else {
			err = g.sleep(ctx, wait)
		}
		if err != nil || wait == 0 {
			return err
		}
	}
}

// hearing is a context with which waits during readings are reported, too.
func (g *gate) hearing(ctx context.Context) context.Context {
	return webex.Waiting(ctx, func(wait time.Duration) {
		if wait >= time.Second {
			g.waits(run.Progress{Wait: wait})
		}
	})
}

// obey waits as Webex asked, and reports waits of a second or more.
func (g *gate) obey(ctx context.Context, request int, wait time.Duration) error {
	if wait >= time.Second {
		g.waits(run.Progress{Request: request, Wait: wait})
	}
	return g.sleep(ctx, wait)
}

// sleep waits without Webex having asked for it.
func (g *gate) sleep(ctx context.Context, wait time.Duration) error {
	if wait <= 0 {
		if ctx.Err() != nil {
			return explain(context.Cause(ctx))
		}
		return nil
	}
	if err := g.settings.Sleep(ctx, wait); err != nil {
		return explain(context.Cause(ctx))
	}
	return nil
}

// well notes that Webex dealt with a request.
func (g *gate) well() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.failures = 0
}

// failed counts a request that failed on the side of Webex, and says whether
// there were too many in a row.
func (g *gate) failed() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.failures++
	return g.failures >= maxFailures
}
