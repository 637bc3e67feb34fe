package background

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"numberloader/internal/fault"
	"numberloader/internal/phrase"
)

// queue is a UI thread whose work waits until a test runs it.
type queue chan func()

func newQueue() queue { return make(queue, 100) }

func (q queue) onUI(do func()) { q <- do }

// next runs the next function that came home, waiting for it.
func (q queue) next() { (<-q)() }

func TestStartBringsTheResultHome(t *testing.T) {
	t.Parallel()
	q := newQueue()
	var got int
	_, ok := Start(NewLoop(t.Context(), q.onUI).Lane(),
		func(context.Context) (int, error) { return 7, nil },
		func(n int, _ error) { got = n })
	if !ok {
		t.Fatal("an idle lane refused the work")
	}
	if q.next(); got != 7 {
		t.Errorf("done got %d", got)
	}
}

func TestALaneTakesOnePieceOfWorkAtATime(t *testing.T) {
	t.Parallel()
	q := newQueue()
	loop := NewLoop(t.Context(), q.onUI)
	lane := loop.Lane()
	work := func(context.Context) (int, error) { return 0, nil }
	done := func(int, error) {}
	start := func(on *Lane) bool {
		_, ok := Start(on, work, done)
		return ok
	}
	if !start(lane) || start(lane) || !lane.Busy() {
		t.Error("a busy lane took more work")
	}
	if !start(loop.Lane()) {
		t.Error("another lane refused the work")
	}
	q.next()
	q.next()
	if lane.Busy() || !start(lane) {
		t.Error("the lane stayed busy")
	}
	q.next()
}

func TestIdleIsToldOnceForWorkThatOverlaps(t *testing.T) {
	t.Parallel()
	q := newQueue()
	var told []bool
	loop := NewLoop(t.Context(), q.onUI)
	loop.OnIdle(func(idle bool) { told = append(told, idle) })
	work := func(context.Context) (int, error) { return 0, nil }
	second := loop.Lane()
	// The first result starts more work: the loop is not idle between the two.
	Start(loop.Lane(), work, func(int, error) {
		Start(second, work, func(int, error) {})
	})
	if loop.Idle() {
		t.Error("idle while work is under way")
	}
	q.next()
	q.next()
	if !loop.Idle() || !slices.Equal(told, []bool{false, true}) {
		t.Errorf("idle was told as %v", told)
	}
}

func TestCancelReachesTheWork(t *testing.T) {
	t.Parallel()
	q := newQueue()
	var got error
	cancel, _ := Start(NewLoop(t.Context(), q.onUI).Lane(),
		func(ctx context.Context) (int, error) { <-ctx.Done(); return 0, ctx.Err() },
		func(_ int, err error) { got = err })
	cancel()
	if q.next(); !errors.Is(got, context.Canceled) {
		t.Errorf("done got %v", got)
	}
}

func TestAPanicComesHomeAsAnError(t *testing.T) {
	t.Parallel()
	q := newQueue()
	loop := NewLoop(t.Context(), q.onUI)
	var got error
	var told any
	loop.OnFault(func(caught *fault.PanicError) {
		if strings.Contains(string(caught.Stack), "TestAPanicComesHomeAsAnError") {
			told = caught.What
		}
	})
	Start(loop.Lane(),
		func(context.Context) (int, error) { panic("lost") },
		func(_ int, err error) { got = err })
	q.next()
	if message := phrase.Explain(got); fault.KindOf(got) != fault.Internal || message.Details == "" || told != "lost" {
		t.Errorf("done got %v, and %v was told", got, told)
	}
}

// TestAPanicThatWasCaughtBeforeIsTold is that of a goroutine of the work's own.
func TestAPanicThatWasCaughtBeforeIsTold(t *testing.T) {
	t.Parallel()
	q := newQueue()
	loop := NewLoop(t.Context(), q.onUI)
	var told any
	loop.OnFault(func(caught *fault.PanicError) { told = caught.What })
	Start(loop.Lane(),
		func(context.Context) (int, error) { return 0, fault.Catch(func() error { panic("lost") }) },
		func(int, error) {})
	if q.next(); told != "lost" {
		t.Errorf("%v was told", told)
	}
}

func TestForwardLosesNothingAndKeepsTheOrder(t *testing.T) {
	t.Parallel()
	q := newQueue()
	var batches [][]int
	report := Forward(NewLoop(t.Context(), q.onUI), func(batch []int) { batches = append(batches, batch) })
	for n := range 3 {
		report(n)
	}
	if len(q) != 1 {
		t.Fatalf("%d deliveries are on their way", len(q))
	}
	q.next()
	report(3)
	q.next()
	if len(batches) != 2 || !slices.Equal(slices.Concat(batches...), []int{0, 1, 2, 3}) {
		t.Errorf("delivered %v", batches)
	}
}

func TestOnlyTheLatestWorkComesHome(t *testing.T) {
	t.Parallel()
	q := newQueue()
	latest := NewLoop(t.Context(), q.onUI).Latest()
	var got []int
	done := func(n int, _ error) { got = append(got, n) }
	Replace(latest, func(ctx context.Context) (int, error) { <-ctx.Done(); return 1, ctx.Err() }, done)
	Replace(latest, func(context.Context) (int, error) { return 2, nil }, done)
	Replace(latest, func(context.Context) (int, error) { return 3, nil }, done)
	q.next() // the first was canceled, and the third begins
	q.next()
	if !slices.Equal(got, []int{3}) || latest.lane.Busy() {
		t.Errorf("came home: %v", got)
	}
}

func TestCancelEndsTheLatestWorkAndDropsWhatWaits(t *testing.T) {
	t.Parallel()
	q := newQueue()
	latest := NewLoop(t.Context(), q.onUI).Latest()
	latest.Cancel() // nothing is under way
	var errs []error
	done := func(_ int, err error) { errs = append(errs, err) }
	hang := func(ctx context.Context) (int, error) { <-ctx.Done(); return 0, ctx.Err() }
	Replace(latest, hang, done)
	latest.Cancel()
	q.next()
	if len(errs) != 1 || !errors.Is(errs[0], context.Canceled) {
		t.Errorf("came home: %v", errs)
	}
}

func TestCancelAnswersAQuestionThatStillWaits(t *testing.T) {
	t.Parallel()
	q := newQueue()
	latest := NewLoop(t.Context(), q.onUI).Latest()
	var errs []error
	done := func(_ int, err error) { errs = append(errs, err) }
	hang := func(ctx context.Context) (int, error) { <-ctx.Done(); return 0, ctx.Err() }
	Replace(latest, hang, done)
	Replace(latest, hang, done)
	latest.Cancel()
	q.next()
	if len(errs) != 1 || !errors.Is(errs[0], context.Canceled) || latest.lane.Busy() {
		t.Errorf("came home: %v", errs)
	}
}

func TestEveryGoesOnUntilItIsStopped(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		q := newQueue()
		times := 0
		stop := NewLoop(t.Context(), q.onUI).Every(time.Second, func() { times++ })
		q.next()
		q.next()
		stop()
		time.Sleep(10 * time.Second)
		for len(q) > 0 {
			q.next()
		}
		if times != 2 {
			t.Errorf("it was called %d times", times)
		}
	})
}

func TestWaitIsForWorkWhoseResultsNoLongerComeHome(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		loop := NewLoop(ctx, func(func()) {}) // a UI thread that has ended
		finished := false
		Start(loop.Lane(), func(ctx context.Context) (bool, error) {
			<-ctx.Done()
			time.Sleep(time.Minute) // a request under way
			finished = true
			return true, nil
		}, func(bool, error) { t.Error("the result came home") })
		cancel()
		loop.Wait()
		if !finished {
			t.Error("it did not wait")
		}
	})
}
