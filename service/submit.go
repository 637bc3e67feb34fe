package service

import (
	"context"

	"numberloader/internal/plan"
	"numberloader/internal/run"
)

// maxFailures is how many requests in a row may fail on the side of Webex, and
// be settled by reading, before the run stops.
const maxFailures = 5

// Submit adds the numbers of a draft, one request after another. Before
// anything is written down or sent it refuses what must not leave (see guard);
// the error is then a *fault.Error, and there is no run.
//
// Otherwise the run is returned as it was written down, with an error that says
// why it stopped before its end, if it did. When ctx ends, the request under way
// is finished, the rest is left as not sent, and the error is fault.Stopped.
// progress is called from this goroutine: before each request, for each pause
// that Webex asks for, and with the rows whose fate has become final, each row
// once.
func (s *Service) Submit(ctx context.Context, draft run.Draft, progress func(run.Progress)) (run.Run, error) {
	names, err := s.guard(ctx, &draft)
	if err != nil {
		return run.Run{}, err
	}
	if ctx.Err() != nil {
		return run.Run{}, explain(ctx.Err())
	}
	journal, err := s.begin(draft)
	if err != nil {
		return run.Run{}, err
	}
	w := &submission{
		service: s, journal: journal, lines: draft.Lines, names: names, progress: progress,
		known: make([]bool, len(draft.Lines)),
	}
	stop := w.requests(ctx, draft.Requests)
	return w.end(draft.Requests, stop)
}

// submission is a run under way.
type submission struct {
	service  *Service
	journal  Journal
	lines    []run.Line
	names    map[string]string // of the locations, by ID
	progress func(run.Progress)
	known    []bool // lines whose fate is final
	failures int    // requests that failed in a row
	broken   bool   // the journal could not be written
}

// requests sends one request after another. The error is why it stopped.
func (w *submission) requests(ctx context.Context, all []plan.Request) error {
	for i := range all {
		r := &request{Request: all[i], rows: all[i].Rows}
		for len(r.rows) > 0 {
			if ctx.Err() != nil {
				return explain(ctx.Err())
			}
			if err := w.attempt(ctx, r); err != nil {
				return err
			}
		}
	}
	return nil
}

// end writes down the rows that were left and closes the journal. The reason
// why the run stopped comes before an error of the journal.
func (w *submission) end(all []plan.Request, stop error) (run.Run, error) {
	err := stop
	if stop != nil && !w.broken {
		err = firstOf(err, w.settled(0, w.rest(all, stop)))
	}
	if !w.broken {
		err = firstOf(err, w.journal.Finish())
	}
	ended := w.journal.Run()
	return ended, firstOf(err, w.journal.Close())
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// rest are the rows that a run that stopped did not come to.
func (w *submission) rest(all []plan.Request, stop error) []run.Update {
	why := notReached(stop)
	left := run.Result{Outcome: run.NotSent, Reason: why.reason, ToDo: why.toDo}
	var updates []run.Update
	for i := range all {
		for _, row := range all[i].Rows {
			if !w.known[row] {
				updates = append(updates, run.Update{Line: row, Result: left})
			}
		}
	}
	return updates
}

// answered writes down the answer to a request and the fates that it makes
// final.
func (w *submission) answered(r *request, sent run.Sent, updates []run.Update) error {
	if err := w.wrote(w.journal.Answered(r.Number, sent, updates)); err != nil {
		return err
	}
	w.tell(r.Number, updates)
	return nil
}

// settled writes down fates that became final in another way.
func (w *submission) settled(number int, updates []run.Update) error {
	if len(updates) == 0 {
		return nil
	}
	if err := w.wrote(w.journal.Settled(updates)); err != nil {
		return err
	}
	w.tell(number, updates)
	return nil
}

// wrote notes that the journal failed: nothing may be sent or written then.
func (w *submission) wrote(err error) error {
	w.broken = w.broken || err != nil
	return err
}

// tell reports rows whose fate is final.
func (w *submission) tell(number int, updates []run.Update) {
	for _, u := range updates {
		w.known[u.Line] = true
	}
	w.progress(run.Progress{Run: w.journal.ID(), Request: number, Answered: true, Lines: updates})
}
