package connection

import (
	"context"

	"numberloader/gui/background"
	"numberloader/internal/activation"
	"numberloader/internal/number"
	"numberloader/internal/review"
)

// Waiting are the numbers of the open list that are in the connected organization and
// inactive. They are read when that is asked for, and forgotten when another
// organization is connected. Use NewWaiting.
type Waiting struct {
	rows    Rows
	changed func()
	lane    *background.Latest
	of      *Session // nil while nothing is connected
	reading bool
	list    *activation.List
	err     error
}

// NewWaiting returns numbers of nothing yet, for rows. changed is told, on the UI
// thread, when anything may look different.
func NewWaiting(loop *background.Loop, rows Rows, changed func()) *Waiting {
	return &Waiting{rows: rows, changed: changed, lane: loop.Latest()}
}

// Begin goes on with what a session can be asked.
func (w *Waiting) Begin(session *Session) {
	w.of = session
	w.Forget()
}

// Forget drops what was read, and what is being read.
func (w *Waiting) Forget() {
	if w.reading {
		w.lane.Cancel()
	}
	w.reading, w.list, w.err = false, nil, nil
}

// Stop ends the finding out. List then says so, as an error of kind Stopped.
func (w *Waiting) Stop() {
	if !w.reading {
		return
	}
	w.Forget()
	w.err = stoppedReading()
	w.changed()
}

// Read finds out which numbers of a table wait. It does nothing while nothing is
// connected. locations are those that its rows were judged with.
func (w *Waiting) Read(table *number.Table, locations []number.Location) {
	of := w.of
	if of == nil || table == nil {
		return
	}
	w.Forget()
	w.reading = true
	rows := w.rows.Plan().Rows
	background.Replace(w.lane, func(ctx context.Context) (*activation.List, error) {
		there, err := of.organization.There(ctx, rows)
		if err != nil {
			return nil, err
		}
		return activation.New(review.Located(table, locations), rows, there), nil
	}, func(list *activation.List, err error) {
		if of == w.of && w.reading {
			w.reading, w.list, w.err = false, list, err
			w.changed()
		}
	})
	w.changed()
}

// Reading reports whether it is being found out which numbers wait.
func (w *Waiting) Reading() bool { return w.reading }

// List is what was found out, nil before that, and why it was not.
func (w *Waiting) List() (*activation.List, error) { return w.list, w.err }
