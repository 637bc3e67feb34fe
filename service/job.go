package service

import (
	"context"
	"sync"
	"time"

	"numberloader/internal/number"
	"numberloader/internal/run"
	"numberloader/service/webex"
)

// job is work on a run under way: adding, settling, an undo or an activation.
// Its workers share it.
type job struct {
	service *Service
	journal Journal
	work    run.Work
	person  string // who is signed in
	stage   run.Stage
	total   int               // requests of the stage
	lines   []run.Line        // as they were when the work began
	names   map[string]string // of the locations, by ID
	pace    *pace

	telling sync.Mutex // one step is told at a time

	mu       sync.Mutex
	final    []bool              // lines whose fate is final
	sizes    map[number.Kind]int // the most numbers that Webex took in a request, where it refused more
	failures int                 // requests that failed in a row
	broken   bool                // the journal could not be written
}

func (s *Service) newJob(journal Journal, lines []run.Line, work run.Work) *job {
	return &job{service: s, journal: journal, work: work, lines: lines, pace: newPace(), sizes: map[number.Kind]int{}}
}

// begin says what the job does next, and with how many requests.
func (j *job) begin(stage run.Stage, requests int) {
	j.stage, j.total = stage, requests
	j.final = make([]bool, len(j.lines))
}

// turn returns when a request may leave: the work is not paused, and the pace
// allows it. The error is why the work stopped.
func (j *job) turn(ctx context.Context, request int) error {
	for {
		if err := j.work.Pause.Wait(ctx); err != nil {
			return explain(context.Cause(ctx))
		}
		now := j.service.settings.Now()
		wait, err := j.pace.turn(now), error(nil)
		if j.pace.held(now) {
			err = j.obey(ctx, request, wait)
		} else {
			err = j.sleep(ctx, wait)
		}
		if err != nil || wait == 0 {
			return err
		}
	}
}

// hearing is a context with which the waits of readings are told, too.
func (j *job) hearing(ctx context.Context) context.Context {
	return webex.Waiting(ctx, func(wait time.Duration) {
		if wait >= time.Second {
			j.report(run.Progress{Wait: wait})
		}
	})
}

// obey waits as Webex asked to, and tells a wait of a second and more.
func (j *job) obey(ctx context.Context, request int, wait time.Duration) error {
	if wait >= time.Second {
		j.report(run.Progress{Request: request, Wait: wait})
	}
	return j.sleep(ctx, wait)
}

// sleep waits, which nobody has asked for.
func (j *job) sleep(ctx context.Context, wait time.Duration) error {
	if wait <= 0 {
		if ctx.Err() != nil {
			return explain(context.Cause(ctx))
		}
		return nil
	}
	if err := j.service.settings.Sleep(ctx, wait); err != nil {
		return explain(context.Cause(ctx))
	}
	return nil
}

// report tells one step.
func (j *job) report(p run.Progress) {
	if j.work.Progress == nil {
		return
	}
	j.telling.Lock()
	defer j.telling.Unlock()
	p.Run, p.Stage, p.Requests = j.journal.ID(), j.stage, j.total
	j.work.Progress(p)
}

// tell reports rows whose fate is final.
func (j *job) tell(request int, updates []run.Update) {
	j.mu.Lock()
	for _, u := range updates {
		j.final[u.Line] = true
	}
	j.mu.Unlock()
	j.report(run.Progress{Request: request, Answered: true, Lines: updates})
}

// answered writes down the answer to a request and the fates that it makes
// final.
func (j *job) answered(r *request, sent run.Sent, updates []run.Update) error {
	if err := j.wrote(j.answer(r, sent, updates)); err != nil {
		return err
	}
	j.tell(r.Number, updates)
	return nil
}

// answer writes down the answer to a request, of whatever stage.
func (j *job) answer(r *request, sent run.Sent, updates []run.Update) error {
	if j.stage == run.StageAdd {
		return j.journal.Answered(r.Number, sent, updates)
	}
	return j.journal.Changed(r.Number, sent, updates)
}

// settled writes down fates that became final in another way.
func (j *job) settled(request int, updates []run.Update) error {
	if len(updates) == 0 {
		return nil
	}
	if err := j.wrote(j.journal.Settled(updates)); err != nil {
		return err
	}
	j.tell(request, updates)
	return nil
}

// wrote notes that the journal failed: nothing may be sent or written then.
func (j *job) wrote(err error) error {
	if err != nil {
		j.mu.Lock()
		defer j.mu.Unlock()
		j.broken = true
	}
	return err
}

// isBroken says that the journal failed.
func (j *job) isBroken() bool {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.broken
}

// well notes that Webex dealt with a request.
func (j *job) well() {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.failures = 0
}

// failed counts a request that failed on the side of Webex, and says whether
// there were too many in a row.
func (j *job) failed() bool {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.failures++
	return j.failures >= maxFailures
}

// end closes the journal. The reason why the work stopped comes before an error
// of the journal.
func (j *job) end(stop error) (run.Run, error) {
	err := stop
	if !j.broken {
		err = firstOf(err, j.wrote(j.journal.Finish()))
	}
	ended := j.journal.Run()
	return ended, firstOf(err, j.journal.Close())
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
