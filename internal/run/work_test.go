package run

import (
	"context"
	"testing"
	"testing/synctest"
	"time"
)

func TestAPauseHoldsUntilItIsReleased(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		p := &Pause{}
		if p.Held() || p.Wait(t.Context()) != nil {
			t.Error("a new pause holds")
		}
		p.Hold()
		p.Hold()
		if !p.Held() {
			t.Error("it does not hold")
		}
		time.AfterFunc(time.Minute, p.Release)
		started := time.Now()
		if err := p.Wait(t.Context()); err != nil || time.Since(started) != time.Minute {
			t.Errorf("%v after %v", err, time.Since(started))
		}
		p.Release()
		p.Hold()
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if err := p.Wait(ctx); err == nil {
			t.Error("the end of ctx does not end it")
		}
		if err := p.Wait(ctx); err == nil {
			t.Error("an ended ctx waits")
		}
	})
}

func TestNoPauseNeverHolds(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	var none *Pause
	if err := none.Wait(ctx); err != nil {
		t.Error(err)
	}
	cancel()
	if err := none.Wait(ctx); err == nil {
		t.Error("an ended ctx goes on")
	}
}

func TestOutcomesThatCanOccur(t *testing.T) {
	t.Parallel()
	want := map[Stage]int{StageAdd: 5, StageSettle: 5, StageRemove: 8, StageActivate: 7}
	for stage, count := range want {
		r, got := Run{Stage: stage}, 0
		for _, o := range Outcomes() {
			if r.CanHave(o) {
				got++
			}
		}
		if got != count {
			t.Errorf("stage %d: %d outcomes, want %d", stage, got, count)
		}
	}
}
