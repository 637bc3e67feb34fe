// Package history shows the runs of this computer: when, which file, which
// organization, and what became of the numbers.
package history

import (
	"path/filepath"
	"slices"
	"time"

	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// State is how a run is shown.
type State uint8

// The states of a run.
const (
	StateFinished State = iota
	StateUnfinished
	StateUndone  // nothing is left that could be taken back
	StateDamaged // its journal cannot be read to its end
)

// Label is the word that a person sees.
func (s State) Label() string {
	return [...]string{
		phrase.Text("history.finished"), phrase.Text("history.unfinished"), phrase.Text("history.undone"), phrase.Text("history.damaged"),
	}[s]
}

// Line is one run.
type Line struct {
	ID           string
	When         string
	Took         string // how long, "" where that is not known
	File         string
	Organization string
	Practice     bool
	Counts       run.Counts
	Outcome      string // "1,209 of 1,240 added"
	State        State
}

// Model is the state of the History screen. Every method is total. A Model
// belongs to one goroutine.
type Model struct {
	runs    []run.Summary
	loaded  bool
	failure *phrase.Message
	chosen  string // ID of a run, "" for none
	now     func() time.Time
}

// NewModel returns a history that was not read yet. now is the present time, in
// the zone in which times are shown.
func NewModel(now func() time.Time) *Model { return &Model{now: now} }

// Set takes the runs, newest first, or why they could not be read.
func (m *Model) Set(runs []run.Summary, err error) {
	m.runs, m.loaded, m.failure = runs, true, nil
	if err != nil {
		message := phrase.Explain(err)
		m.failure = &message
	}
	if m.at(m.chosen) < 0 {
		m.chosen = ""
		if len(runs) > 0 {
			m.chosen = runs[0].ID
		}
	}
}

func (m *Model) at(id string) int {
	return slices.IndexFunc(m.runs, func(r run.Summary) bool { return r.ID == id })
}

// Choose chooses a run, if it is there.
func (m *Model) Choose(id string) {
	if m.at(id) >= 0 {
		m.chosen = id
	}
}

// Chosen is the run that is chosen; ok is false if there is none. At first it is
// the newest one.
func (m *Model) Chosen() (line Line, ok bool) {
	i := m.at(m.chosen)
	if i < 0 {
		return Line{}, false
	}
	return m.line(m.runs[i]), true
}

// Loaded reports whether the runs were read.
func (m *Model) Loaded() bool { return m.loaded }

// Failure is why the runs could not be read, or nil.
func (m *Model) Failure() *phrase.Message { return m.failure }

// Headline says how many runs there are.
func (m *Model) Headline() string {
	if len(m.runs) == 0 {
		return phrase.Text("history.none")
	}
	return phrase.Text("history.count", "Count", len(m.runs))
}

// Notice says which runs are not finished, or "".
func (m *Model) Notice() string {
	var open []run.Summary
	for _, r := range m.runs {
		if r.State == run.Unfinished && !r.Damaged {
			open = append(open, r)
		}
	}
	switch len(open) {
	case 0:
		return ""
	case 1:
		name := filepath.Base(open[0].File)
		switch {
		case open[0].Counts[run.Removed] > 0:
			return phrase.Text("history.open.undo", "File", name)
		case open[0].Stage == run.StageActivate && open[0].Counts[run.NotKnown] == 0:
			return phrase.Text("history.open.activation", "File", name)
		}
		return phrase.Text("history.open.single", "File", name, "Left", left(open[0].Counts))
	}
	return phrase.Text("history.open.several", "Runs", len(open))
}

// left says what a run that is not finished left open.
func left(c run.Counts) string {
	sent := phrase.Text("history.notsent", "Count", c[run.NotSent])
	known := phrase.Text("history.notknown", "Count", c[run.NotKnown])
	switch {
	case c[run.NotKnown] == 0:
		return sent
	case c[run.NotSent] == 0:
		return known
	}
	return phrase.Text("history.both", "NotSent", sent, "NotKnown", known)
}

// Lines are the runs, newest first.
func (m *Model) Lines() []Line {
	lines := make([]Line, len(m.runs))
	for i, r := range m.runs {
		lines[i] = m.line(r)
	}
	return lines
}

func (m *Model) line(r run.Summary) Line {
	l := Line{
		ID: r.ID, When: m.when(r.Started), File: filepath.Base(r.File),
		Organization: phrase.OrganizationAlone(r.Organization), Practice: r.Organization.Practice,
		Counts: r.Counts, Outcome: outcome(&r),
	}
	if r.Took > 0 {
		l.Took = phrase.Text("history.took", "Duration", phrase.Duration(r.Took))
	}
	switch {
	case r.Damaged:
		l.State = StateDamaged
	case r.State == run.Undone:
		l.State = StateUndone
	case r.State == run.Unfinished:
		l.State = StateUnfinished
	}
	return l
}

// outcome says what became of the numbers, in a few words.
func outcome(r *run.Summary) string {
	c := r.Counts
	switch removed, of := c.TakenBack(); {
	case of > 0:
		return phrase.Text("history.removed", "Removed", removed, "Total", of)
	case r.Activating > 0:
		return phrase.Text("history.activated", "Activated", c[run.Activated], "Total", r.Activating)
	}
	return phrase.Text("history.added", "Added", c.There(), "Total", c.Total())
}

// when is a time as a person says it: today and yesterday by name.
func (m *Model) when(t time.Time) string { return phrase.Time(t, m.now()) }
