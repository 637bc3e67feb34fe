package service

import (
	"sync"
	"time"

	"golang.org/x/time/rate"
)

const (
	// slowest is the pace, in requests a second, below which the waits that Webex
	// asks for are enough. Integrators plan with "about 100 requests a minute".
	slowest rate.Limit = 100.0 / 60
	// recovery is how many requests that go well bring the pace back near the one
	// at which Webex asked to slow down, after it was halved.
	recovery = 10
	// Between these parts of that pace it takes so many times longer, so that
	// Webex seldom has to ask again.
	near, beyond = 0.9, 1.1
	patience     = 10
	// shortest is the time from which on a pace is measured.
	shortest = time.Second
)

// pace spaces the requests of a run. It is as quick as the answers come until
// Webex says that there are too many; then it is half of what it was at once, and
// recovers bit by bit. It is safe for several goroutines.
type pace struct {
	mu      sync.Mutex
	limiter *rate.Limiter
	limit   rate.Limit // at which Webex asked to slow down
	since   time.Time  // when the first request left after the last wait
	left    int        // requests since then
	slowed  time.Time
	good    bool      // a request went well since then
	until   time.Time // nothing leaves before
}

func newPace() *pace { return &pace{limiter: rate.NewLimiter(rate.Inf, 1)} }

// turn is how long the next request has to wait before it asks again; 0 means
// that it leaves now.
func (p *pace) turn(now time.Time) time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	if now.Before(p.until) {
		return p.until.Sub(now)
	}
	place := p.limiter.ReserveN(now, 1)
	if wait := place.DelayFrom(now); wait > 0 {
		place.CancelAt(now) // the pace may be another one by then
		return wait
	}
	if p.left == 0 {
		p.since = now
	}
	p.left++
	return 0
}

// slow holds all requests for a while. The pace is halved, but only once for
// requests that were under way at the same time, and not again before one went
// well: then the hold was too short, and not the pace too quick.
func (p *pace) slow(left, now time.Time, hold time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if until := now.Add(hold); until.After(p.until) {
		p.until = until
	}
	if left.Before(p.slowed) || !p.slowed.IsZero() && !p.good {
		return
	}
	was := p.limiter.Limit()
	if was == rate.Inf {
		was = rate.Limit(float64(p.left) / max(now.Sub(p.since), shortest).Seconds())
	}
	p.slowed, p.left, p.good = now, 0, false
	p.limit = max(was, slowest)
	p.limiter.SetLimitAt(now, max(was/2, slowest))
}

// well quickens the pace a little.
func (p *pace) well(now time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	limit := p.limiter.Limit()
	if p.good = true; limit == rate.Inf {
		return
	}
	step := p.limit * (near - 0.5) / recovery
	if limit >= p.limit*near && limit < p.limit*beyond {
		step /= patience
	}
	p.limiter.SetLimitAt(now, limit+step)
}
