// Package work is what is done with runs: numbers are added, what was left open
// is finished, what was added is activated or taken back, and its results are kept
// for the screen. It knows no toolkit and belongs to the UI thread; the work itself
// goes through gui/background and comes home there.
package work

import (
	"context"
	"errors"

	"numberloader/gui/background"
	"numberloader/internal/fault"
	"numberloader/internal/plan"
	"numberloader/internal/run"
)

// Place is the organization that work is done in.
type Place struct {
	Changer

	Organization run.Organization
}

// Hooks are what work needs from the rest of the flow. All are required, and
// called on the UI thread.
type Hooks struct {
	// Place is the connected organization. ok is false while there is none.
	Place func() (place Place, ok bool)
	// Changed says that anything may look different now.
	Changed func()
	// Progress says how far the work has come, several steps at a time.
	Progress func(steps []run.Progress)
	// Touched says that what is in the organization may no longer be what was
	// read of it before.
	Touched func()
	// Ended says that the work is over: there is a result, or it was refused, for
	// the reason told, before anything was done.
	Ended func(refused error)
}

// Work is what is being done with a run, one piece at a time. Use New.
type Work struct {
	hooks   Hooks
	loop    *background.Loop
	lane    *background.Lane
	results *Results
	now     submission
	anyway  bool // work begins though its results can be saved nowhere
}

// task is work on a run, in the background.
type task func(context.Context, run.Work) (run.Run, error)

// submission is the work on a run that is under way, or held because the sign-in
// ended in the middle of it.
type submission struct {
	deed     run.Action
	id       string // of the run, "" before there is one
	own      bool   // it is the run of the open file
	requests []plan.Request
	pause    *run.Pause
	stop     context.CancelFunc
	stopping bool
	held     *Result // as far as it came when the sign-in ended
}

// New returns work that brings its results to results.
func New(loop *background.Loop, results *Results, hooks Hooks) *Work {
	return &Work{hooks: hooks, loop: loop, lane: loop.Lane(), results: results}
}

// Add adds the numbers of a draft, as those of the open file. It does nothing
// while other work is under way or nothing is connected. If the results can be saved
// nowhere, it is refused with ErrNowhere before anything is sent.
func (w *Work) Add(draft run.Draft) {
	place, connected := w.hooks.Place()
	if !connected || w.Busy() {
		return
	}
	w.begin(submission{deed: run.ActionAdd, own: true, requests: draft.Requests}, w.trying(draft.Path, func(ctx context.Context, work run.Work) (run.Run, error) {
		return place.Submit(ctx, draft, work)
	}))
}

// Activate activates the numbers of a draft, as a run of its own beside that of the open
// file. It does nothing, and is refused, where Add is.
func (w *Work) Activate(draft run.Draft) {
	place, connected := w.hooks.Place()
	if !connected || w.Busy() || !Same(place.Organization, draft.Organization) {
		return
	}
	w.begin(submission{deed: run.ActionActivate, requests: draft.Requests}, w.trying(draft.Path, func(ctx context.Context, work run.Work) (run.Run, error) {
		return place.ActivateList(ctx, draft, work)
	}))
}

// Again does something with the run that is shown. It does nothing while other
// work is under way, if the deed does not apply, or if another organization than
// the run's is connected. It is refused as Add is.
func (w *Work) Again(d run.Action) {
	shown := w.results.shown
	if shown == nil || w.Busy() || shown.Chances[d] == 0 {
		return
	}
	r := shown.Run
	if place, connected := w.hooks.Place(); connected && Same(place.Organization, r.Organization) {
		s := submission{deed: d, id: r.ID, own: shown == w.results.own, requests: concerned(d, r)}
		w.begin(s, w.trying(r.Path, s.goOn(place)))
	}
}

// Anyway calls what begins work. That is not refused with ErrNowhere: its results may
// be in the history only.
func (w *Work) Anyway(begin func()) {
	w.anyway = true
	defer func() { w.anyway = false }()
	begin()
}

// trying is a task that begins only if the results about a source can be saved.
func (w *Work) trying(source string, do task) task {
	if w.anyway {
		return do
	}
	return func(ctx context.Context, work run.Work) (run.Run, error) {
		if err := w.results.files.try(source); err != nil {
			return run.Run{}, err
		}
		return do(ctx, work)
	}
}

// goOn carries out the deed on a run that is there.
func (s *submission) goOn(place Place) task {
	do, id := carriedOut(s.deed, place), s.id
	return func(ctx context.Context, work run.Work) (run.Run, error) { return do(ctx, id, work) }
}

// begin starts the work on a run.
func (w *Work) begin(s submission, do task) {
	s.pause = new(run.Pause)
	work := run.Work{Pause: s.pause, Progress: background.Forward(w.loop, w.hooks.Progress)}
	stop, ok := background.Start(w.lane, func(ctx context.Context) (run.Run, error) { return do(ctx, work) }, w.ended)
	if ok {
		s.stop = stop
		w.results.outdate()
		w.now = s
		w.hooks.Changed()
	}
}

// Doing is what is done with a run now.
func (w *Work) Doing() run.Action { return w.now.deed }

// Sending are the requests of the work under way, over the lines of the run.
// Those that only the organization knows have no numbers.
func (w *Work) Sending() []plan.Request { return w.now.requests }

// Pause holds the work before its next request.
func (w *Work) Pause() { w.hold(true) }

// Continue lets the work go on after a pause.
func (w *Work) Continue() { w.hold(false) }

func (w *Work) hold(on bool) {
	if !w.lane.Busy() || w.now.stopping {
		return
	}
	if on {
		w.now.pause.Hold()
	} else {
		w.now.pause.Release()
	}
	w.hooks.Changed()
}

// Paused reports whether the work does not begin another request.
func (w *Work) Paused() bool { return w.lane.Busy() && !w.now.stopping && w.now.pause.Held() }

// Stop finishes the requests under way and leaves the rest as it is. Work that is
// held because the sign-in ended is over with that.
func (w *Work) Stop() {
	switch {
	case w.now.held != nil:
		held := w.now
		w.now = submission{}
		w.conclude(held.held, held.own)
	case w.lane.Busy() && !w.now.stopping:
		w.now.stopping = true
		w.now.stop()
		w.hooks.Changed()
	}
}

// Busy reports whether the work on a run is under way, or held because the sign-in
// ended.
func (w *Work) Busy() bool { return w.lane.Busy() || w.now.held != nil }

// Stopping reports whether the work ends with the requests under way.
func (w *Work) Stopping() bool { return w.lane.Busy() && w.now.stopping }

// Held is the run whose work waits for a new sign-in, and how far it came. ok is
// false if none does.
func (w *Work) Held() (result Result, ok bool) {
	if w.now.held == nil {
		return Result{}, false
	}
	return *w.now.held, true
}

// Allows reports whether an organization may be connected now: no request is under way,
// and work that is held waits for no other organization.
func (w *Work) Allows(o run.Organization) bool {
	held := w.now.held
	return !w.lane.Busy() && (held == nil || Same(held.Run.Organization, o))
}

// Connected goes on with work that is held, if the organization of its run is the
// connected one.
func (w *Work) Connected() {
	place, connected := w.hooks.Place()
	if held := w.now.held; connected && held != nil && Same(held.Run.Organization, place.Organization) {
		again := w.now
		again.held = nil
		w.now = submission{}
		w.begin(again, again.goOn(place))
	}
}

func (w *Work) ended(r run.Run, err error) {
	done := w.now
	w.now = submission{}
	if errors.Is(err, ErrNowhere) {
		w.over(err)
		return
	}
	w.hooks.Touched()
	switch {
	case r.ID == "":
		w.over(err)
	case fault.KindOf(err) == fault.TokenRefused && !done.stopping:
		w.now = submission{
			deed: goesOnWith(done.deed), id: r.ID, own: done.own, requests: done.requests, held: NewResult(r, err),
		}
		w.hooks.Changed()
	default:
		w.conclude(NewResult(r, err), done.own)
	}
}

// conclude shows what became of a run, in place of how it was before, and saves
// it in a new workbook.
func (w *Work) conclude(result *Result, own bool) {
	w.results.shown = result
	if own {
		w.results.own = result
	}
	w.results.SaveBeside()
	w.over(nil)
}

func (w *Work) over(refused error) {
	w.hooks.Changed()
	w.hooks.Ended(refused)
}

// Same reports whether two organizations are one.
func Same(a, b run.Organization) bool {
	return a.Practice == b.Practice && (a.Practice || a.ID == b.ID)
}
