package campaign

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"

	"numberloader/internal/fault"
	"numberloader/internal/run"
	"numberloader/service"
	"numberloader/service/servicetest"
)

// TestTheReportIsTheTruth submits lists to worlds with other manners and faults
// by every seed, stops and resumes, activates and takes back, and compares the
// report with the truth after every step.
func TestTheReportIsTheTruth(t *testing.T) {
	t.Parallel()
	for seed := range times(t, 50) {
		t.Run(fmt.Sprintf("seed %d", seed), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) { newCampaign(t, uint64(seed)).fight() }) //nolint:gosec // never negative
		})
	}
}

// campaign is one list on its way into one world.
type campaign struct {
	t       *testing.T
	rng     *rand.Rand
	world   *world
	service *service.Service
	last    run.Run
}

func newCampaign(t *testing.T, seed uint64) *campaign {
	t.Helper()
	rng := rand.New(rand.NewPCG(seed, 7)) //nolint:gosec // it has to be the same each time
	m := manners{
		atomic: rng.IntN(2) == 0, names: rng.IntN(2) == 0, ignores: rng.IntN(2) == 0,
		addLag: lags()[rng.IntN(len(lags()))], goneLag: lags()[rng.IntN(len(lags()))],
		page: []int{0, 0, 7, 30}[rng.IntN(4)], links: rng.IntN(3) == 0, tooLong: []int{0, 0, 100, 700}[rng.IntN(4)],
		meddling: []float64{0, 0, 0.02, 0.05}[rng.IntN(4)], odd: []float64{0, 0, 0.02, 0.1}[rng.IntN(4)],
		slowness: time.Duration(rng.IntN(3000)) * time.Millisecond,
		faults:   rng.Float64() * 0.35,
	}
	if rng.IntN(4) == 0 {
		m.most = 3 + rng.IntN(6)
	}
	if rng.IntN(6) == 0 {
		m.vanishes = "L-boston"
	}
	if rng.IntN(4) == 0 {
		m.expires = 10 + rng.IntN(30)
	}
	w := newWorld(m, rng, time.Now, time.Sleep)
	return &campaign{
		t: t, rng: rng, world: w,
		service: newService(t, "http://127.0.0.1/v1", filepath.Join(t.TempDir(), "runs"), servicetest.Serve(t, w.handler())),
	}
}

func (c *campaign) fight() {
	draft := newDraft(c.rng, 40+c.rng.IntN(60))
	c.plant(draft)
	c.step("submit", func(ctx context.Context, work run.Work) (run.Run, error) {
		return c.service.Submit(ctx, draft, work)
	})
	if c.last.ID == "" { // refused before anything was written down: reading failed
		return
	}
	c.finish()
	if c.rng.IntN(2) == 0 {
		c.step("activate", c.again(c.service.Activate))
	}
	c.meddle()
	c.undo()
}

// plant puts numbers into the world that nobody knew of, and bad ones.
func (c *campaign) plant(d run.Draft) {
	for i := range d.Lines {
		n := d.Lines[i].Row.Number.String()
		switch c.rng.IntN(25) {
		case 0:
			c.world.bad[n] = true
		case 1:
			c.world.numbers[n] = &entry{location: d.Lines[i].Row.LocationID(), state: "ACTIVE"}
		case 2:
			c.world.numbers[n] = &entry{location: "L-austin", state: "ACTIVE"}
		}
	}
}

// again is a verb on the run of the campaign.
func (c *campaign) again(verb func(context.Context, string, run.Work) (run.Run, error)) func(context.Context, run.Work) (run.Run, error) {
	return func(ctx context.Context, work run.Work) (run.Run, error) { return verb(ctx, c.last.ID, work) }
}

// step works once, now and then stopped in the middle, and compares.
func (c *campaign) step(name string, work func(context.Context, run.Work) (run.Run, error)) {
	c.t.Helper()
	ctx, cancel := context.WithCancel(c.t.Context())
	defer cancel()
	stopAfter := -1
	if c.rng.IntN(3) == 0 {
		stopAfter = c.rng.IntN(40)
	}
	steps := 0
	got, err := work(ctx, run.Work{Progress: func(run.Progress) {
		if steps++; steps == stopAfter {
			cancel()
		}
	}})
	if err != nil {
		c.checkFault(name, err)
	}
	if got.ID != "" {
		c.last = got
		c.world.compare(c.t, got, err == nil)
	}
}

// checkFault lets only errors pass that a person can be told.
func (c *campaign) checkFault(name string, err error) {
	c.t.Helper()
	if f := (*fault.Error)(nil); !errors.As(err, &f) || f.Kind == fault.Internal {
		c.t.Errorf("%s: %v", name, err)
	}
	if fault.KindOf(err) == fault.TokenRefused {
		c.world.signInAgain()
	}
}

// finish resumes until nothing is left, at last without faults.
func (c *campaign) finish() { c.finishWith("resume", c.service.Resume) }

// finishWith goes on with a verb until nothing is left.
func (c *campaign) finishWith(name string, verb func(context.Context, string, run.Work) (run.Run, error)) {
	c.t.Helper()
	for try := 0; c.last.State == run.Unfinished; try++ {
		if try == 8 {
			c.world.calm()
		}
		if try > 12 {
			if !c.world.vanished {
				c.t.Errorf("never finished: %v", run.Count(c.last.Lines))
			}
			return
		}
		c.step(name, c.again(verb))
	}
}

// meddle does what other administrators do between adding and an undo.
func (c *campaign) meddle() {
	c.world.mu.Lock()
	defer c.world.mu.Unlock()
	for _, n := range c.world.sorted() {
		e := c.world.numbers[n]
		if !e.ours {
			continue
		}
		switch c.rng.IntN(15) {
		case 0:
			e.owner = "Ann"
		case 1:
			e.main = true
		case 2:
			e.gone, e.meddled, e.until = true, true, time.Now()
		}
	}
}

// undo takes back until nothing is left to try, at last without faults.
func (c *campaign) undo() {
	c.t.Helper()
	for try := range 12 {
		if try == 6 {
			c.world.calm()
		}
		c.step("undo", c.again(c.service.Undo))
		if c.last.State == run.Undone {
			return
		}
	}
	if !c.world.vanished {
		c.t.Errorf("never undone: %v", run.Count(c.last.Lines))
	}
}
