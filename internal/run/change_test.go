package run

import (
	"errors"
	"testing"

	"numberloader/internal/number"
)

// added is a journal of a run whose first request was added and whose second was
// left.
func added(t *testing.T, s *Store) *Journal {
	t.Helper()
	j := begin(t, s)
	var updates []Update
	for _, row := range j.Run().Requests[0].Rows {
		updates = append(updates, Update{Line: row, Result: result(Added)})
	}
	must(t, j.Sending(1), j.Answered(1, Sent{HTTPStatus: 201}, updates))
	return j
}

func TestTheJournalFollowsAnUndo(t *testing.T) {
	t.Parallel()
	s := newTestStore(t.TempDir())
	j := added(t, s)
	rows := j.Run().Requests[0].Rows
	must(t, j.Finish(), j.Resumed(StageRemove, "Grace"), j.Changing(1, StageRemove, rows[:2]))
	r := load(t, s, j.ID())
	for _, row := range rows[:2] {
		line := r.Lines[row]
		switch {
		case line.Result.Outcome != NotKnown:
			t.Errorf("line.Result.Outcome is %v, not %v", line.Result.Outcome, NotKnown)
		case line.Change == nil:
			t.Errorf("line.Change is %v", line.Change)
		case line.Change.Stage != StageRemove:
			t.Errorf("line.Change.Stage is %v, not %v", line.Change.Stage, StageRemove)
		}
		if d := diff(result(Added), line.Change.Before); d != "" {
			t.Errorf("before, it was another one: %s", d)
		}
	}
	if r.State != Unfinished || r.Stage != StageRemove || !r.Ended.IsZero() {
		t.Errorf("the run is %v at stage %d", r.State, r.Stage)
	}
	must(t, j.Changed(1, Sent{State: SentAnswered, HTTPStatus: 204}, []Update{{rows[0], result(Removed)}}), j.Finish())
	if r = load(t, s, j.ID()); r.State != Unfinished || r.Lines[rows[0]].Change != nil || r.Lines[rows[1]].Change == nil {
		t.Errorf("after the answer: %v, %+v", r.State, r.Lines)
	}
	must(t, j.Settled([]Update{{rows[1], result(Added)}}), j.Finish())
	if r = load(t, s, j.ID()); r.State != Unfinished {
		t.Error("a number is left that could be taken back, and the run is not unfinished")
	}
	must(t, j.Changing(2, StageRemove, rows[1:]), j.Changed(2, Sent{State: SentAnswered}, []Update{{rows[1], result(NotRemoved)}, {rows[2], result(Kept)}}), j.Finish())
	if r = load(t, s, j.ID()); r.State != Undone {
		t.Errorf("nothing is left, and the run is %v", r.State)
	}
	if d := diff(r, j.Run()); d != "" {
		t.Error(d)
	}
	summary, ok := s.summary(j.ID())
	switch {
	case !ok:
		t.Error("ok is false")
	case summary.State != Undone:
		t.Errorf("summary.State is %v, not %v", summary.State, Undone)
	case summary.Stage != StageRemove:
		t.Errorf("summary.Stage is %v, not %v", summary.Stage, StageRemove)
	case summary.Counts[Removed] != 1:
		t.Errorf("summary.Counts[Removed] is %v, not 1", summary.Counts[Removed])
	case summary.Counts[Kept] != 1:
		t.Errorf("summary.Counts[Kept] is %v, not 1", summary.Counts[Kept])
	case summary.Counts[NotRemoved] != 1:
		t.Errorf("summary.Counts[NotRemoved] is %v, not 1", summary.Counts[NotRemoved])
	}
}

func TestTheJournalFollowsAnActivation(t *testing.T) {
	t.Parallel()
	s := newTestStore(t.TempDir())
	d := sampleDraft()
	for i := range d.Requests {
		d.Requests[i].Group.State = number.StateInactive
	}
	j, err := s.Begin(d)
	must(t, err)
	defer func() { must(t, j.Close()) }()
	var updates []Update
	for i, line := range j.Run().Lines {
		if line.Request > 0 {
			updates = append(updates, Update{i, result(Added)})
		}
	}
	must(t, j.Settled(updates), j.Finish())
	if got := load(t, s, j.ID()).State; got != Finished {
		t.Fatalf("added: %v", got)
	}
	row := updates[0].Line
	must(t, j.Resumed(StageActivate, "Grace"), j.Changing(1, StageActivate, []int{row}), j.Changed(1, Sent{State: SentAnswered}, []Update{{row, result(Activated)}}), j.Finish())
	for _, history := range []State{load(t, s, j.ID()).State, summaryOf(t, s, j.ID()).State} {
		if history != Unfinished {
			t.Errorf("stopped: %v", history)
		}
	}
	for i := range updates {
		updates[i].Result = result(NotActivated)
	}
	must(t, j.Settled(updates[1:]), j.Finish())
	if got := load(t, s, j.ID()).State; got != Finished {
		t.Errorf("all tried: %v", got)
	}
	must(t, j.Resumed(StageSettle, "Grace"), j.Finish())
	if got := load(t, s, j.ID()); got.Stage != StageActivate {
		t.Errorf("settling made the stage %d", got.Stage)
	}
}

func summaryOf(t *testing.T, s *Store, id string) Summary {
	t.Helper()
	summary, ok := s.summary(id)
	if !ok {
		t.Fatal("no summary")
	}
	return summary
}

func TestOnlyWhatTheRunAddedMayBeChangedAndNothingInGoesAgain(t *testing.T) {
	t.Parallel()
	s := newTestStore(t.TempDir())
	j := added(t, s)
	first, second := j.Run().Requests[0].Rows, j.Run().Requests[1].Rows
	text := readFile(t, s, j.ID())
	for name, err := range map[string]error{
		"removing what was not sent":    j.Changing(1, StageRemove, second),
		"removing no line":              j.Changing(1, StageRemove, []int{99}),
		"changing while adding":         j.Changing(1, StageAdd, first),
		"sending what is in":            j.Sending(1, first[0]),
		"sending a line of another":     j.Sending(1, second[0]),
		"an answer for no line":         j.Changed(1, Sent{}, []Update{{Line: 99}}),
		"sending what is in with other": j.Sending(2, second[0], first[0]),
	} {
		if !errors.Is(err, errLine) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if string(text) != string(readFile(t, s, j.ID())) {
		t.Error("a wrong call was written down")
	}
	must(t, j.Changing(1, StageRemove, first))
	if err := j.Sending(1, first[0]); !errors.Is(err, errLine) {
		t.Errorf("what is being removed went again: %v", err)
	}
	if err := j.Changing(2, StageActivate, first); !errors.Is(err, errLine) {
		t.Errorf("what is being removed was activated: %v", err)
	}
}

func TestAPartOfARequestLeavesTheRest(t *testing.T) {
	t.Parallel()
	s := newTestStore(t.TempDir())
	j := begin(t, s)
	rows := j.Run().Requests[0].Rows
	must(t, j.Sending(1, rows[1]))
	r := load(t, s, j.ID())
	if r.Lines[rows[0]].Result.Outcome != NotSent || r.Lines[rows[1]].Result.Outcome != NotKnown {
		t.Errorf("got %+v", r.Lines)
	}
	must(t, j.Answered(1, Sent{HTTPStatus: 400}, []Update{{rows[1], result(Refused)}}), j.Sending(1, rows[1]))
	if got := load(t, s, j.ID()).Lines[rows[1]].Result.Outcome; got != NotKnown {
		t.Errorf("a refused row that goes again is %v", got)
	}
}
