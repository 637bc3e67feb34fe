package run

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"numberloader/internal/number"
	"numberloader/internal/pool"
)

// folding builds a run from the records of its journal, one after another.
// The journal being written and the journal being read go through the same
// folding, so that memory and disk tell the same story; but for the rows of a plan
// that is begun (adopt).
type folding struct {
	run     Run
	texts   number.TextRows // that the lines show
	shared  pool.Pool[number.Shared]
	latest  []Line // of the last record of lines, whose room the next one takes
	format  int
	begun   bool // the header was seen
	planned bool
	count   int  // of lines, as the header tells it; 0 if that is not known
	grouped bool // a record may hold several lines
	place   int  // of the last record
	holes   int  // records of the plan that can't be read and are not placed yet
	room    int  // lines for which those have room that are placed
	again   bool // the run was taken up again
	// light reads only the outcomes of the lines, which is all that a summary needs
	// and much quicker.
	light bool
}

// take adds the content of the line of the file with that number, and its place.
func (f *folding) take(data []byte, place, number int) error {
	if counts := countsLines(f.format); f.begun && f.format > 0 && counts != (place > 0) || place > 0 && place <= f.place {
		f.run.Damage.Lines = append(f.run.Damage.Lines, number) // it was missing where it belongs
		return nil
	}
	f.missing(place, number)
	f.place++
	if f.skips(data) {
		return nil
	}
	r := new(record)
	if err := json.Unmarshal(data, r); err != nil {
		return fmt.Errorf("read a line of the journal: %w", err)
	}
	return f.apply(r)
}

// skips passes over lines of which only the outcome counts.
func (f *folding) skips(data []byte) bool {
	if !f.light || !f.begun || f.planned {
		return false
	}
	if bytes.HasPrefix(data, []byte(`{"line":`)) {
		f.run.Lines = append(f.run.Lines, Line{})
		return true
	}
	return bytes.HasPrefix(data, []byte(`{"lines":`)) // the header has told how many there are
}

// apply adds one record. The error says that the record makes no sense here;
// the run is then of no use.
func (f *folding) apply(r *record) error {
	switch {
	case r.Header != nil:
		return f.header(r.Header)
	case !f.begun:
		return fmt.Errorf("before the header: %w", errLine)
	case r.Lines != nil:
		return f.lines(r.Lines)
	case r.Line != nil:
		return f.line(r.Line)
	case r.Request != nil:
		return f.request(r.Request)
	case r.Planned != nil:
		return f.plan(r.Planned)
	case !f.planned:
		if err := f.unplanned(); err != nil {
			return err
		}
	}
	return f.event(r)
}

// event adds a record of what happened.
func (f *folding) event(r *record) error {
	f.again = f.again || r.Resumed != nil || !f.run.Ended.IsZero()
	switch {
	case r.Sending != nil:
		return f.sending(r.Sending)
	case r.Answered != nil:
		return f.answered(r.Answered)
	case r.Settled != nil:
		return f.update(r.Settled.Updates)
	case r.Resumed != nil:
		return f.resumed(r.Resumed)
	case r.Changing != nil:
		return f.changing(r.Changing)
	case r.Changed != nil:
		return f.update(r.Changed.Updates)
	case r.Ended != nil:
		f.run.Ended = r.Ended.Time
		return nil
	}
	return errLine
}

func (f *folding) header(h *headerRecord) error {
	if f.begun {
		return fmt.Errorf("a second header: %w", errLine)
	}
	if h.Format > formatVersion {
		return errNewer
	}
	if h.Lines < 0 {
		return fmt.Errorf("%d lines: %w", h.Lines, errLine)
	}
	f.begun, f.format, f.count, f.grouped = true, h.Format, h.Lines, sharesResults(h.Format)
	f.run.ID, f.run.Started = h.Run, h.Started
	f.run.Draft = Draft{
		Path: h.Path, Sheet: h.Sheet, Headings: h.Headings, Person: h.Person,
		Program: h.Program, Confirmed: h.Confirmed, Aside: items(h.Aside), Activates: h.Activates,
		Organization: Organization{ID: h.Organization.ID, Name: h.Organization.Name, Practice: h.Organization.Practice},
	}
	if f.run.Lines = make([]Line, 0, h.Lines); f.light {
		f.run.Lines = f.run.Lines[:h.Lines]
	}
	if h.Activates {
		f.run.Stage = StageActivate
	}
	return nil
}

func (f *folding) line(l *lineRecord) error {
	line, err := l.line(&f.texts, &f.shared)
	if err != nil {
		return err
	}
	f.grouped = false
	if err := f.fill(f.holes, 0); err != nil {
		return err
	}
	f.run.Lines = append(f.run.Lines, line)
	return nil
}

func (f *folding) lines(l *linesRecord) error {
	lines, err := l.appendTo(f.latest[:0], &f.texts, &f.shared)
	if err != nil {
		return err
	}
	if err := f.fill(l.First-len(f.run.Lines), 0); err != nil {
		return err
	}
	f.latest, f.run.Lines = lines, append(f.run.Lines, lines...)
	return nil
}

// adopt adds lines that were written down, as reading them would: a plan of many rows is
// not made twice.
func (f *folding) adopt(lines []Line) {
	for i := range lines {
		f.run.Lines = append(f.run.Lines, lines[i].kept())
	}
}

func (f *folding) request(r *requestRecord) error {
	request, err := r.request()
	if err != nil {
		return err
	}
	gap := request.Number - len(f.run.Requests) - 1
	if gap < 0 || len(f.run.Requests) > 0 && gap != f.holes {
		return fmt.Errorf("request %d out of turn: %w", request.Number, errLine)
	}
	if err := f.fill(f.lacking(request.Rows, f.holes-gap), gap); err != nil {
		return err
	}
	for _, i := range request.Rows {
		if i < 0 || i >= len(f.run.Lines) {
			return fmt.Errorf("line %d of request %d: %w", i, request.Number, errLine)
		}
		f.run.Lines[i].Request = request.Number
	}
	f.run.Requests = append(f.run.Requests, request)
	f.run.Sent = append(f.run.Sent, Sent{Request: request})
	return nil
}

// lacking is how many lines are missing before a request with rows, where so many records
// of lines can't be read.
func (f *folding) lacking(rows []int, records int) int {
	if !f.grouped {
		return records
	}
	count := max(f.count, len(f.run.Lines))
	for _, row := range rows {
		count = max(count, row+1)
	}
	return count - len(f.run.Lines)
}

func (f *folding) plan(p *plannedRecord) error {
	if err := f.fill(p.Lines-len(f.run.Lines), p.Requests-len(f.run.Requests)); err != nil {
		return err
	}
	f.planned = true
	if f.light {
		return f.settle(p.Settled)
	}
	return nil
}

// settle restores the outcomes of lines that were skipped.
func (f *folding) settle(settled map[string][]int) error {
	for word, lines := range settled {
		outcome, err := byWord(word, Outcomes(), Outcome.String)
		if err != nil {
			return err
		}
		for _, i := range lines {
			if i < 0 || i >= len(f.run.Lines) {
				return fmt.Errorf("line %d: %w", i, errLine)
			}
			f.run.Lines[i].Result.Outcome = outcome
		}
	}
	return nil
}

// update gives lines their results: all of them or, with an error, none.
func (f *folding) update(updates []updateRecord) error {
	results, err := f.results(updates)
	if err != nil {
		return err
	}
	for i := range updates {
		for _, at := range updates[i].of() {
			line := &f.run.Lines[at]
			line.Result = results[i]
			if results[i].Outcome != NotKnown {
				line.Change = nil
				line.Lost &^= LostSending
			}
		}
	}
	return nil
}

func (f *folding) results(updates []updateRecord) ([]Result, error) {
	results := make([]Result, len(updates))
	for i := range updates {
		for _, at := range updates[i].of() {
			if at < 0 || at >= len(f.run.Lines) {
				return nil, fmt.Errorf("line %d: %w", at, errLine)
			}
		}
		var err error
		if results[i], err = updates[i].Result.result(); err != nil {
			return nil, err
		}
	}
	return results, nil
}

// check says whether apply would take an event, and changes nothing.
func (f *folding) check(r *record) error {
	switch {
	case r.Resumed != nil:
		stage, err := byWord(r.Resumed.Stage, stages(), Stage.word)
		return errors.Join(err, f.mayGoOn(stage))
	case r.Sending != nil:
		_, _, err := f.leaving(r.Sending)
		return errors.Join(f.mayGoOn(StageAdd), err)
	case r.Changing != nil:
		stage, err := f.mayChange(r.Changing)
		return errors.Join(f.mayGoOn(stage), err)
	case r.Changed != nil:
		_, err := f.results(r.Changed.Updates)
		return err
	case r.Answered != nil:
		_, err := f.sent(r.Answered.Request)
		_, updates := f.results(r.Answered.Updates)
		return errors.Join(err, updates)
	case r.Settled != nil:
		_, err := f.results(r.Settled.Updates)
		return err
	}
	return nil
}

// took is how long the run took, or 0 if that is unknown: it is unfinished, it was
// resumed, a record that could say so is damaged, or the clock was set back.
func (f *folding) took() time.Duration {
	if f.again || f.run.Ended.IsZero() || stateOf(&f.run) != Finished || f.run.Damaged() != nil {
		return 0
	}
	return max(0, f.run.Ended.Sub(f.run.Started))
}

// told is the run as it is now, which later records change.
func (f *folding) told() Run {
	run := f.run
	run.State = stateOf(&run)
	return run
}
