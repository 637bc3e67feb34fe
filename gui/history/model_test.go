package history

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"numberloader/internal/run"
)

func noon() time.Time { return time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC) }

func summaries() []run.Summary {
	return []run.Summary{
		{
			ID: "20261123-091205-0001", Started: noon().Add(-3 * time.Hour), File: "/data/austin-move.xlsx",
			Organization: run.Organization{Name: "Acme Corp"}, State: run.Unfinished,
			Counts: run.Counts{run.Added: 620, run.NotSent: 595, run.NotKnown: 20},
		},
		{
			ID: "20251110-141205-0002", Started: noon().AddDate(-1, 0, -13), Took: 38 * time.Second, File: "sample.xlsx",
			Organization: run.Organization{Name: "Practice organization", Practice: true}, State: run.Finished,
			Counts: run.Counts{run.Added: 1000, run.Refused: 1},
		},
	}
}

func TestEachRunSaysWhatBecameOfItsRows(t *testing.T) {
	t.Parallel()
	m := NewModel(noon)
	m.Set(summaries(), nil)
	want := []Line{
		{
			ID: "20261123-091205-0001", When: "Today, 9:00 AM", File: "austin-move.xlsx", Organization: "Acme Corp",
			Counts: run.Counts{run.Added: 620, run.NotSent: 595, run.NotKnown: 20}, Outcome: "620 of 1,235 added", State: StateUnfinished,
		},
		{
			ID: "20251110-141205-0002", When: "November 10, 2025, 12:00 PM", Took: "Took 38 seconds", File: "sample.xlsx", Organization: "Practice organization", Practice: true,
			Counts: run.Counts{run.Added: 1000, run.Refused: 1}, Outcome: "1,000 of 1,001 added",
		},
	}
	if diff := cmp.Diff(want, m.Lines()); diff != "" {
		t.Error(diff)
	}
	if got := m.Headline(); got != "2 runs on this computer" {
		t.Errorf("headline %q", got)
	}
}

func TestUnfinishedRunsAreNoticed(t *testing.T) {
	t.Parallel()
	m := NewModel(noon)
	all := summaries()
	m.Set(all, nil)
	if got, want := m.Notice(), "One run is not finished. In austin-move.xlsx 595 rows were not sent, and 20 rows are not known."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	for want, counts := range map[string]run.Counts{
		"One run is not finished. In austin-move.xlsx 1 row was not sent.":   {run.NotSent: 1},
		"One run is not finished. In austin-move.xlsx 2 rows are not known.": {run.NotKnown: 2},
	} {
		one := all[0]
		one.Counts = counts
		m.Set([]run.Summary{one}, nil)
		if got := m.Notice(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	m.Set(append(all, all[0]), nil)
	if got, want := m.Notice(), "2 runs are not finished. Choose one to go on with it."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	m.Set(all[1:], nil)
	if got := m.Notice(); got != "" {
		t.Errorf("a finished run is noticed: %q", got)
	}
}

func TestADamagedJournalIsNoUnfinishedRun(t *testing.T) {
	t.Parallel()
	m := NewModel(noon)
	all := summaries()[:1]
	all[0].Damaged = true
	m.Set(all, nil)
	if got := m.Lines()[0].State; got != StateDamaged || got.Label() != "Damaged" || m.Notice() != "" {
		t.Errorf("state %q, notice %q", got.Label(), m.Notice())
	}
}

func TestAnEmptyHistorySaysSo(t *testing.T) {
	t.Parallel()
	m := NewModel(noon)
	if m.Loaded() {
		t.Error("loaded before it was read")
	}
	m.Set(nil, nil)
	if !m.Loaded() || m.Failure() != nil || m.Headline() != "No runs on this computer yet" {
		t.Errorf("headline %q", m.Headline())
	}
	m.Set(nil, errors.New("no disk"))
	if m.Failure() == nil {
		t.Error("a failure was swallowed")
	}
}

func TestTimesAreNamedAsPeopleNameThem(t *testing.T) {
	t.Parallel()
	m := NewModel(noon)
	for back, want := range map[time.Duration]string{
		time.Hour: "Today, 11:00 AM", 13 * time.Hour: "Yesterday, 11:00 PM", 49 * time.Hour: "November 21, 11:00 AM",
	} {
		if got := m.when(noon().Add(-back)); got != want {
			t.Errorf("%v ago: %q, want %q", back, got, want)
		}
	}
}

func TestAnUndoIsShown(t *testing.T) {
	t.Parallel()
	m := NewModel(noon)
	all := summaries()
	all[0].Counts, all[0].State = run.Counts{run.Removed: 100, run.Added: 20, run.Refused: 2}, run.Unfinished
	all[1].Counts, all[1].State = run.Counts{run.Removed: 118, run.Kept: 2}, run.Undone
	m.Set(all, nil)
	lines := m.Lines()
	if lines[0].Outcome != "100 of 120 removed again" || lines[0].State != StateUnfinished {
		t.Errorf("stopped: %+v", lines[0])
	}
	if lines[1].Outcome != "118 of 120 removed again" || lines[1].State != StateUndone || lines[1].State.Label() != "Undone" {
		t.Errorf("undone: %+v", lines[1])
	}
	if got, want := m.Notice(), "One run is not finished. The undo of austin-move.xlsx was stopped."; got != want {
		t.Errorf("notice %q, want %q", got, want)
	}
	all[0].Counts = run.Counts{run.Activated: 3, run.Added: 2}
	m.Set(all, nil)
	if got := m.Lines()[0].Outcome; got != "5 of 5 added" {
		t.Errorf("activated: %q", got)
	}
}

func TestTheNewestRunIsChosenAtFirst(t *testing.T) {
	t.Parallel()
	m := NewModel(noon)
	if _, ok := m.Chosen(); ok {
		t.Error("nothing is chosen")
	}
	all := summaries()
	m.Set(all, nil)
	if got, ok := m.Chosen(); !ok || got.ID != all[0].ID {
		t.Errorf("chosen is %+v", got)
	}
	m.Choose(all[1].ID)
	m.Choose("nobody")
	m.Set(all, nil)
	if got, _ := m.Chosen(); got.ID != all[1].ID {
		t.Errorf("chosen is %+v", got)
	}
	m.Set(all[:1], nil)
	if got, _ := m.Chosen(); got.ID != all[0].ID {
		t.Errorf("after it was deleted, chosen is %+v", got)
	}
}
