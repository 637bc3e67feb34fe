package service

import (
	"context"
	"fmt"
	"net/http"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"pgregory.net/rapid"

	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/plan"
	"numberloader/internal/run"
	"numberloader/service/servicetest"
	"numberloader/service/webex"
)

// crowd is an API that counts what is under way, and asks to wait where more come
// than it takes.
type crowd struct {
	API

	mu       sync.Mutex
	places   map[string]int
	most     int // at once
	together int // two of one location
	order    map[string][]string
	all      int
	takes    float64 // requests a second, 0 for any
	window   []time.Time
	refused  int
	slow     func(place string) time.Duration
}

func (*crowd) Me(context.Context) (webex.Person, error) { return webex.Person{OrgID: "O1"}, nil }

func (c *crowd) CallingLocations(context.Context) ([]webex.CallingLocation, error) {
	var all []webex.CallingLocation
	for i := range 20 {
		all = append(all, webex.CallingLocation{ID: fmt.Sprint("L", i)})
	}
	return all, nil
}

func (*crowd) PSTNConnection(context.Context, string) (webex.PSTNConnection, error) {
	return webex.PSTNConnection{Type: "LOCAL_GATEWAY"}, nil
}

func (*crowd) Numbers(context.Context, string) ([]webex.Number, error) { return nil, nil }

func (c *crowd) NumbersByPage(ctx context.Context, place string, take func(webex.NumbersPage)) error {
	all, err := c.Numbers(ctx, place)
	if err == nil {
		take(webex.NumbersPage{Numbers: all})
	}
	return err
}

func (c *crowd) AddNumbers(ctx context.Context, place string, body webex.AddNumbers) (webex.Accepted, error) {
	c.mu.Lock()
	now := time.Now()
	for len(c.window) > 0 && now.Sub(c.window[0]) >= 10*time.Second {
		c.window = c.window[1:]
	}
	if c.takes > 0 && float64(len(c.window)) >= 10*c.takes {
		c.refused++
		c.mu.Unlock()
		return webex.Accepted{}, &webex.APIError{Status: http.StatusTooManyRequests, RetryAfter: 5 * time.Second}
	}
	c.window = append(c.window, now)
	c.places[place]++
	c.all++
	if c.places[place] > 1 {
		c.together++
	}
	c.most = max(c.most, c.all)
	c.order[place] = append(c.order[place], body.PhoneNumbers...)
	c.mu.Unlock()
	err := servicetest.Sleep(ctx, c.slow(place))
	c.mu.Lock()
	defer c.mu.Unlock()
	c.places[place]--
	c.all--
	return webex.Accepted{Status: http.StatusCreated}, err
}

// spread is a draft of requests of one number each, to these locations.
func spread(places []int) run.Draft {
	d := run.Draft{Organization: run.Organization{ID: "O1"}}
	for i, place := range places {
		d.Lines = append(d.Lines, run.Line{Row: number.Row{Number: numbertest.E164(fmt.Sprintf("+1212%07d", i))}, Request: i + 1})
		d.Requests = append(d.Requests, plan.Request{Number: i + 1, Index: 1, Of: 1, Rows: []int{i}, Group: plan.Group{
			LocationID: fmt.Sprint("L", place), Kind: number.KindDID, Usage: number.UsageNone, State: number.StateActive,
		}})
	}
	return d
}

// service is a service of the crowd with its journals in a folder.
func (c *crowd) service(folder string) *Service {
	store := run.NewStore(folder, servicetest.FreeLock{}, time.Now, zeros{})
	return New(c, Keep(store), Settings{Now: time.Now, Sleep: servicetest.Sleep})
}

// zeros never end.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) { return len(p), nil }

func newCrowd(slow func(string) time.Duration) *crowd {
	return &crowd{places: map[string]int{}, order: map[string][]string{}, slow: slow}
}

// TestLocationsAreWorkedOnAtOnceAndEachInOrder draws any spread of requests over
// locations.
func TestLocationsAreWorkedOnAtOnceAndEachInOrder(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		places := rapid.SliceOfN(rapid.IntRange(0, 9), 1, 40).Draw(rt, "locations")
		parallel := rapid.IntRange(0, 12).Draw(rt, "parallel")
		synctest.Test(t, func(t *testing.T) {
			c := newCrowd(func(string) time.Duration { return time.Second })
			d := spread(places)
			started := time.Now()
			got, err := c.service(t.TempDir()).Submit(t.Context(), d, run.Work{Parallel: parallel})
			if err != nil || run.Count(got.Lines)[run.Added] != len(places) {
				rt.Fatalf("got %v", err)
			}
			distinct, longest := map[int]int{}, 0
			for _, p := range places {
				distinct[p]++
				longest = max(longest, distinct[p])
			}
			allowed := min(max(parallel, 1), run.MostParallel)
			if parallel == 0 {
				allowed = run.UsualParallel
			}
			if c.together > 0 || c.most > allowed || c.most < min(allowed, len(distinct)) {
				rt.Fatalf("%d at once of %d, %d times two of one location", c.most, allowed, c.together)
			}
			if least := time.Duration(max(longest, (len(places)+allowed-1)/allowed)) * time.Second; time.Since(started) < least {
				rt.Fatalf("took %v", time.Since(started))
			}
			for i, p := range places {
				if order := c.order[fmt.Sprint("L", p)]; order[0] != d.Lines[i].Row.Number.String() {
					rt.Fatalf("location %d: %v is out of turn", p, order[0])
				}
				c.order[fmt.Sprint("L", p)] = c.order[fmt.Sprint("L", p)][1:]
			}
		})
	})
}

// A Webex that takes so many requests a second is met after a few refusals, and
// no time is lost below half of what it takes.
func TestThePaceSettlesNearWhatWebexTakes(t *testing.T) {
	t.Parallel()
	for _, takes := range []float64{2, 5, 20} {
		synctest.Test(t, func(t *testing.T) {
			c := newCrowd(func(string) time.Duration { return 100 * time.Millisecond })
			c.takes = takes
			places := make([]int, 600)
			for i := range places {
				places[i] = i % 8
			}
			started := time.Now()
			got, err := c.service(t.TempDir()).Submit(t.Context(), spread(places), run.Work{Parallel: 8})
			if err != nil || run.Count(got.Lines)[run.Added] != len(places) {
				t.Fatalf("got %v, %v", run.Count(got.Lines), err)
			}
			least := time.Duration(float64(len(places)) / takes * float64(time.Second))
			if took := time.Since(started); took > 2*least+10*time.Second || c.refused > len(places)/10 {
				t.Errorf("%v a second: %v where %v is the least, %d refusals", takes, took, least, c.refused)
			}
		})
	}
}

func TestPauseHoldsTheNextRequestAndStopEndsAPause(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := newCrowd(func(string) time.Duration { return time.Second })
		pause := &run.Pause{}
		time.AfterFunc(1500*time.Millisecond, pause.Hold)
		time.AfterFunc(time.Minute, pause.Release)
		started := time.Now()
		if _, err := c.service(t.TempDir()).Submit(t.Context(), spread([]int{1, 1, 1}), run.Work{Pause: pause}); err != nil {
			t.Fatal(err)
		}
		if took := time.Since(started); took != time.Minute+time.Second {
			t.Errorf("took %v", took)
		}
		pause.Hold()
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(time.Hour, cancel)
		got, err := c.service(t.TempDir()).Submit(ctx, spread([]int{1, 2}), run.Work{Pause: pause})
		if fault.KindOf(err) != fault.Stopped || run.Count(got.Lines)[run.NotSent] != 2 {
			t.Errorf("got %v", err)
		}
	})
}

func TestProgressIsToldOneStepAtATime(t *testing.T) {
	t.Parallel()
	c := newCrowd(func(string) time.Duration { return 0 })
	var busy sync.Mutex
	_, err := c.service(t.TempDir()).Submit(t.Context(), spread([]int{0, 1, 2, 3, 4, 5, 6, 7}), run.Work{Parallel: 8, Progress: func(p run.Progress) {
		if !busy.TryLock() {
			t.Error("two steps at once")
			return
		}
		defer busy.Unlock()
		time.Sleep(time.Millisecond)
		if p.Stage != run.StageAdd || p.Requests != 8 {
			t.Errorf("told %+v", p)
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
}

func TestOneRefusalHoldsTheOthersNoLongerThanNeeded(t *testing.T) {
	t.Parallel()
	start := time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
	busy := func() (*pace, time.Time) { // ten requests went well in half a second
		p, now := newPace(), start
		for range 10 {
			for wait := p.turn(now); wait > 0; wait = p.turn(now) {
				now = now.Add(wait)
			}
			p.well(now)
		}
		return p, now
	}
	p, now := busy()
	p.slow(now, now, brief)
	if wait := p.turn(now); wait <= 0 || wait >= brief {
		t.Errorf("after a short wait the others wait %v", wait)
	}
	after := now.Add(brief / 2)
	p.slow(after, after, brief)
	if wait := p.turn(after); wait != brief/2 {
		t.Errorf("after two refusals the others wait %v, and the first one had half a second left", wait)
	}
	p, now = busy()
	p.slow(now, now, time.Minute)
	if wait := p.turn(now); wait != time.Minute {
		t.Errorf("after a long wait the others wait %v", wait)
	}
}

func TestRefusalsOfOneTimeCountOnce(t *testing.T) {
	t.Parallel()
	p, now := newPace(), time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
	p.turn(now)
	p.slow(now, now.Add(100*time.Millisecond), brief)
	once := p.limiter.Limit()
	for range 6 {
		p.slow(now, now.Add(110*time.Millisecond), brief)
	}
	if got := p.limiter.Limit(); got != once || once >= begins {
		t.Errorf("the pace went from %v to %v", once, got)
	}
}

func TestThePaceNeverStands(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		p, now := newPace(), time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
		for range rapid.IntRange(1, 60).Draw(rt, "steps") {
			for wait := p.turn(now); wait > 0; wait = p.turn(now) {
				if now = now.Add(wait); wait > time.Hour {
					rt.Fatalf("waits %v", wait)
				}
			}
			left := now
			now = now.Add(time.Duration(rapid.IntRange(0, 500).Draw(rt, "ms")) * time.Millisecond)
			if rapid.Bool().Draw(rt, "refused") {
				p.slow(left, now, time.Duration(rapid.IntRange(1, 60).Draw(rt, "seconds"))*time.Second)
			} else {
				p.well(now)
			}
		}
	})
}
