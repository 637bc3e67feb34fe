package worklist

import (
	"numberloader/gui/rows"
	"numberloader/internal/phrase"
	rules "numberloader/internal/review"
)

// acts does what the user decides about whole rows.
type acts struct {
	*selection

	work Work
}

// ToggleSkip leaves the rows out that a command is about, as Space does; if the
// user left all of them out already, it puts them back. Rows that are hidden in
// the file or are no part of the list stay as they are.
func (a *acts) ToggleSkip() {
	var in, out []int
	for _, at := range a.targets() {
		switch r := a.Row(at); {
		case !r.IsListed():
		case r.LeftOut:
			out = append(out, int(r.Record))
		default:
			in = append(in, int(r.Record))
		}
	}
	if len(in) > 0 {
		a.leaveOut(in, true, "review.step.skip")
	} else {
		a.leaveOut(out, false, "review.step.putback")
	}
}

// leaveOut leaves records out or puts them back, in one step with the name of a
// message.
func (a *acts) leaveOut(records []int, out bool, name string) {
	var step rules.Step
	for i, record := range records {
		if i > 0 && records[i-1] == record {
			continue
		}
		d := a.work.Decision(record)
		d.LeftOut = out
		step.Changes = append(step.Changes, rules.Change{Record: record, Decision: d})
	}
	if len(step.Changes) > 0 {
		step.Name = phrase.Text(name, "Count", len(step.Changes))
		a.work.Do(step)
	}
}

// Copied are the rows that a command is about as text that pastes into Excel: one
// line a row, with the columns of these IDs in their order.
func (s *selection) Copied(ids []string) string {
	columns := rows.Pick(columns(), ids...)
	texts := make([]string, len(columns))
	var b []byte
	for _, at := range s.targets() {
		for k, c := range columns {
			texts[k] = c.Text(s.placedAt(at))
		}
		b = append(b, rows.Pasted(texts)...)
		b = append(b, '\r', '\n')
	}
	return string(b)
}
