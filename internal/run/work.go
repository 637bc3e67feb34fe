package run

import (
	"cmp"
	"context"
	"sync"
	"time"
)

// Work is how a person steers and follows the work on a run: adding, resuming,
// an undo or an activation. The zero value works alone.
type Work struct {
	// Parallel is how many requests may be under way at once, 1 to MostParallel; 0 is
	// UsualParallel. There are never two that add to one location.
	Parallel int
	// Pause holds the work before its next request; nil never does.
	Pause *Pause
	// Progress is told each step, one after the other; it may be nil.
	Progress func(Progress)
}

// How many requests may be under way at once where nobody says it, and at most.
const (
	UsualParallel = 4
	MostParallel  = 8
)

// AtOnce is how many requests may be under way at once, in range.
func (w Work) AtOnce() int { return min(max(cmp.Or(w.Parallel, UsualParallel), 1), MostParallel) }

// Stage is what the work on a run is doing.
type Stage uint8

// The stages. StageSettle reads the number list to find out what is not known.
const (
	StageAdd Stage = iota
	StageSettle
	StageRemove
	StageActivate
)

// Progress is a step of a run under way, for showing it. Lines are those whose
// fate has just become known. Taken are lines whose change Webex has accepted and no
// reading has shown yet: their fate is told later, unless they stay not known.
type Progress struct {
	Run      string
	Stage    Stage
	Request  int           // the request that was just sent or answered; from 1
	Requests int           // of this stage, 0 if it has none
	Answered bool          // false: it is about to be sent
	Wait     time.Duration // above 0: Webex asked to wait this long
	Lines    []Update
	Taken    []int // indexes into Run.Lines
}

// Pause holds work on a run until it is released. The zero value is released. It
// is safe for several goroutines.
type Pause struct {
	mu   sync.Mutex
	open chan struct{} // closed by Release; nil while nothing is held
}

// Hold stops the work before its next request.
func (p *Pause) Hold() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.open == nil {
		p.open = make(chan struct{})
	}
}

// Release lets the work go on.
func (p *Pause) Release() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.open != nil {
		close(p.open)
		p.open = nil
	}
}

// Held reports whether the work is held. A nil Pause never holds it.
func (p *Pause) Held() bool {
	if p == nil {
		return false
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.open != nil
}

// Wait returns when the work may go on, or with the error of ctx when that ends
// first. A nil Pause never waits.
func (p *Pause) Wait(ctx context.Context) error {
	if p == nil {
		return ctx.Err() //nolint:wrapcheck // the caller's own
	}
	p.mu.Lock()
	open := p.open
	p.mu.Unlock()
	if open == nil {
		return ctx.Err() //nolint:wrapcheck // the caller's own
	}
	select {
	case <-ctx.Done():
		return ctx.Err() //nolint:wrapcheck // the caller's own
	case <-open:
		return nil
	}
}
