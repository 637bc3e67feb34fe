package service

import (
	"errors"
	"sync"

	"numberloader/internal/fault"
	"numberloader/internal/run"
)

// ledger writes down and tells what becomes of the rows of a run: first the journal,
// then the person.
type ledger struct {
	journal  Journal
	progress func(run.Progress) // nil tells nobody
	stage    run.Stage
	total    int // requests of the stage

	telling sync.Mutex // one step is told at a time

	mu     sync.Mutex
	final  []bool // lines whose fate is final
	broken bool   // the journal could not be written, or the program is at fault
}

// begin says what the work does next, and with how many requests.
func (l *ledger) begin(stage run.Stage, requests int) {
	l.stage, l.total = stage, requests
	l.final = make([]bool, len(l.final))
}

// report tells one step.
func (l *ledger) report(p run.Progress) {
	if l.progress == nil {
		return
	}
	l.telling.Lock()
	defer l.telling.Unlock()
	p.Run, p.Stage, p.Requests = l.journal.ID(), l.stage, l.total
	l.progress(p)
}

// tell reports rows whose fate is final, and rows that Webex has taken.
func (l *ledger) tell(request int, updates []run.Update, taken ...int) {
	l.mu.Lock()
	for _, u := range updates {
		l.final[u.Line] = true
	}
	l.mu.Unlock()
	l.report(run.Progress{Request: request, Answered: true, Lines: updates, Taken: taken})
}

// answered writes down the answer to a request and the fates that it makes
// final; taken are rows of it whose change Webex has accepted.
func (l *ledger) answered(r *request, sent run.Sent, updates []run.Update, taken ...int) error {
	if err := l.wrote(l.answer(r, sent, updates)); err != nil {
		return err
	}
	l.tell(r.Number, updates, taken...)
	return nil
}

// late is the last answer that a worker got, if it is on its way to the disk, where it
// comes before any later line. To tell it returns when the answer is there and the person
// was told: before the worker waits for anything, sends again or ends.
type late struct{ tell func() error }

// now tells the answer if there is one.
func (l *late) now() error {
	tell := l.tell
	if l.tell = nil; tell == nil {
		return nil
	}
	return tell()
}

// later is answered for a request to add of which nothing is left open, so that one sync
// can do for the answer and for what its worker sends next.
func (l *ledger) later(r *request, sent run.Sent, updates []run.Update) {
	written := l.journal.Answering(r.Number, sent, updates)
	r.late.tell = func() error {
		if err := l.wrote(written()); err != nil {
			return err
		}
		l.tell(r.Number, updates)
		return nil
	}
}

// answer writes down the answer to a request, of whatever stage.
func (l *ledger) answer(r *request, sent run.Sent, updates []run.Update) error {
	if l.stage == run.StageAdd {
		return l.journal.Answered(r.Number, sent, updates)
	}
	return l.journal.Changed(r.Number, sent, updates)
}

// settled writes down fates that became final in another way.
func (l *ledger) settled(request int, updates []run.Update) error {
	if len(updates) == 0 {
		return nil
	}
	if err := l.wrote(l.journal.Settled(updates)); err != nil {
		return err
	}
	l.tell(request, updates)
	return nil
}

// wrote notes that the journal failed, or the program: nothing may be sent or written then.
func (l *ledger) wrote(err error) error {
	if err != nil {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.broken = true
	}
	return err
}

// caught does work and turns a panic of it into an error. What the requests under way
// came to is then for the next start to read: the journal says no more, so that nothing
// is called not sent that was.
func (l *ledger) caught(work func() error) error {
	err := fault.Catch(work)
	if _, panicked := errors.AsType[*fault.PanicError](err); panicked {
		return l.wrote(err)
	}
	return err
}

// isBroken reports whether the journal failed, or the program itself.
func (l *ledger) isBroken() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.broken
}

// end closes the journal. The reason why the work stopped comes before an error
// of the journal.
func (l *ledger) end(stop error) (run.Run, error) {
	err := stop
	if !l.broken {
		err = firstOf(err, l.wrote(l.journal.Finish()))
	}
	err = firstOf(err, l.journal.Close())
	return l.journal.Run(), err
}
