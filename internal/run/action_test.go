package run

import (
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/plan"
	"numberloader/internal/run/ondisk"
)

// actionRun is a run of one request whose lines ended so; the last line stayed
// behind.
func actionRun(state number.State, outcomes ...Outcome) Run {
	r := Run{Draft: Draft{Requests: []plan.Request{{Number: 1, Group: plan.Group{Kind: number.KindDID, State: state}}}}}
	for _, o := range outcomes {
		r.Lines = append(r.Lines, Line{Request: 1, Result: Result{Outcome: o}})
	}
	r.Lines = append(r.Lines, Line{})
	return r
}

func TestWhatCanBeDoneFollowsFromTheOutcomes(t *testing.T) {
	t.Parallel()
	at := func(s Stage, r Run) Run {
		r.Stage = s
		return r
	}
	const active, inactive = number.StateActive, number.StateInactive
	for name, c := range map[string]struct {
		run  Run
		want map[Action]int
	}{
		"added":    {actionRun(active, Added, AlreadyThere), map[Action]int{ActionUndo: 1}},
		"refused":  {actionRun(active, Added, Refused), map[Action]int{ActionUndo: 1, ActionRetry: 1}},
		"stopped":  {actionRun(active, Added, NotSent, NotSent), map[Action]int{ActionUndo: 1, ActionResume: 2}},
		"unknown":  {actionRun(active, NotKnown, NotSent), map[Action]int{ActionResume: 2, ActionSettle: 1, ActionUndo: 1}},
		"inactive": {actionRun(inactive, Added, NotActivated, Activated), map[Action]int{ActionUndo: 3, ActionActivate: 2}},
		"nothing":  {actionRun(active), map[Action]int{}},
		"undone":   {at(StageRemove, actionRun(active, Removed, Kept, NotSent, Refused)), map[Action]int{}},
		"undoing": {
			at(StageRemove, actionRun(inactive, Removed, Added, NotRemoved, NotKnown)),
			map[Action]int{ActionUndo: 2, ActionSettle: 1},
		},
	} {
		if got := c.run.Chances(); !maps.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// TestOnceAnUndoHasBegunNothingIsAdded holds for every run that there may be, and
// so does that nothing is acted on that was not in a request, or is not known.
func TestOnceAnUndoHasBegunNothingIsAdded(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		outcomes := rapid.SliceOfN(rapid.SampledFrom(Outcomes()), 0, 6).Draw(t, "outcomes")
		r := actionRun(rapid.SampledFrom(states()).Draw(t, "state"), outcomes...)
		r.Stage = rapid.SampledFrom(stages()).Draw(t, "stage")
		r.Activates = rapid.Bool().Draw(t, "activates")
		if r.Activates {
			r.Stage = StageActivate
		}
		for i := range r.Lines {
			if r.Lines[i].Result.Outcome == NotKnown && rapid.Bool().Draw(t, "changed") {
				r.Lines[i].Change = &Change{}
			}
		}
		action := rapid.SampledFrom(append(Actions(), ActionAdd)).Draw(t, "action")
		refused := r.Stage == StageRemove && (action.Adds() || action == ActionActivate) || r.Activates && (action.Adds() || action == ActionUndo)
		if err := r.May(action); refused != (fault.KindOf(err) == fault.Usage) || !refused && err != nil {
			t.Fatalf("action %d: %v", action, err)
		}
		rows := r.Rows(action)
		if refused && len(rows)+r.Chances()[action] > 0 {
			t.Fatalf("action %d acts on %v", action, rows)
		}
		for i := range r.Lines {
			l := &r.Lines[i]
			part, unknown := r.Part(action, l), l.Result.Outcome == NotKnown
			if slices.Contains(rows, i) != (part == PartAct) {
				t.Fatalf("line %d has the part %d and is among %v", i, part, rows)
			}
			if part != PartNone && l.Request == 0 || part == PartAct && unknown && action != ActionSettle {
				t.Fatalf("action %d has the part %d of %+v", action, part, l)
			}
			if known := part == PartNone || part == PartAct; !refused && l.Request > 0 && unknown && action != ActionSettle && known {
				t.Fatalf("action %d does not find out about %+v", action, l)
			}
			if action.Adds() && l.Change != nil && part > PartSettle {
				t.Fatalf("a number that was to be changed is added again")
			}
		}
	})
}

// A journal of an older program may have added numbers after an undo: it is read
// as what it is, an undo that is not at its end.
func TestAJournalThatAddedAfterAnUndoIsAnUndo(t *testing.T) {
	t.Parallel()
	s := newTestStore(t.TempDir())
	j := added(t, s)
	must(t, j.Resumed(StageRemove, "Grace"))
	if err := j.Resumed(StageAdd, "Grace"); fault.KindOf(err) != fault.Usage {
		t.Errorf("adding after an undo: %v", err)
	}
	if err := j.Changing(1, StageActivate, j.Run().Requests[0].Rows); fault.KindOf(err) != fault.Usage {
		t.Errorf("activating after an undo: %v", err)
	}
	row := j.Run().Requests[1].Rows[0]
	for _, older := range []*record{
		{Resumed: &resumedRecord{Stage: StageAdd.word()}},
		{Sending: &sendingRecord{Request: 2, Lines: []int{row}}},
		{Answered: &answeredRecord{Request: 2, State: SentAnswered.word(), Updates: newUpdateRecords([]Update{{row, result(Added)}}, formatVersion)}},
		{Ended: &endedRecord{Time: j.stamp()}},
	} {
		j.lines.Reset()
		must(t, ondisk.AppendLine(&j.lines, older, j.nextPlace()), j.append([]*entry{{record: older}}))
	}
	must(t, j.Close())
	r := load(t, s, j.ID())
	if !r.Undoing() || r.State != Unfinished || !slices.Contains(r.Rows(ActionUndo), row) {
		t.Errorf("the run is %v at stage %d, and an undo takes back %v", r.State, r.Stage, r.Rows(ActionUndo))
	}
}
