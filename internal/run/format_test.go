package run

import (
	_ "embed"
	"slices"
	"testing"

	"numberloader/internal/number"
)

//go:embed testdata/format-1.jsonl
var firstFormat []byte

// A journal that the first version wrote, on another computer, is read and goes
// on.
func TestAJournalOfTheFirstVersionIsReadAndGoesOn(t *testing.T) {
	t.Parallel()
	s := newTestStore(t.TempDir())
	const id = "20261123-141205-7f3a"
	writeFile(t, s, id, firstFormat)
	r := load(t, s, id)
	switch {
	case r.Path != `C:\Users\dana\Documents\carrier-dids.xlsx`:
		t.Errorf("r.Path is %q, not %q", r.Path, `C:\Users\dana\Documents\carrier-dids.xlsx`)
	case r.ID != id:
		t.Errorf("r.ID is %v, not %v", r.ID, id)
	case r.State != Unfinished:
		t.Errorf("r.State is %v, not %v", r.State, Unfinished)
	case r.Stage != StageAdd:
		t.Errorf("r.Stage is %v, not %v", r.Stage, StageAdd)
	}
	want := Counts{Added: 1, AlreadyThere: 2, NotSent: 5, NotKnown: 2, Refused: 1}
	if d := diff(want, Count(r.Lines)); d != "" {
		t.Error(d)
	}
	j, err := s.Open(id)
	must(t, err)
	rows := r.Requests[1].Rows
	must(t, j.Resumed(StageAdd, "Grace"), j.Settled([]Update{{rows[0], result(Added)}, {rows[1], result(NotSent)}}),
		j.Sending(2, rows[1]), j.Answered(2, Sent{HTTPStatus: 201}, []Update{{rows[1], result(Added)}}), j.Finish(), j.Close())
	if got := Count(load(t, s, id).Lines)[Added]; got != 3 {
		t.Errorf("%d added", got)
	}
}

//go:embed testdata/format-2.jsonl
var secondFormat []byte

// A journal that the second version wrote says what it said: its findings and
// results in their own words.
func TestAJournalOfTheSecondVersionSaysWhatItSaid(t *testing.T) {
	t.Parallel()
	s := newTestStore(t.TempDir())
	const id = "20261123-141205-7f3a"
	writeFile(t, s, id, secondFormat)
	r := load(t, s, id)
	if d := diff(Counts{Added: 2, AlreadyThere: 1, NotSent: 4, NotKnown: 2, Refused: 2}, Count(r.Lines)); d != "" {
		t.Error(d)
	}
	at := slices.IndexFunc(r.Lines, func(l Line) bool { return l.Row.Code == number.CodeTooShort })
	line := r.Lines[at]
	const words = "B9 said something that is kept (too_short)."
	want := []number.Finding{number.QuotedFinding(number.LevelProblem, number.CodeTooShort, words)}
	if d := diff(want, line.Row.Findings); d != "" {
		t.Error(d)
	}
	if got := line.Row.Findings[0].Quoted(); got != words || line.Result.Reason != words || line.Result.ToDo == "" {
		t.Errorf("it says %q, and %+v", got, line.Result)
	}
}

// What this version writes keeps codes and arguments, and no words.
func TestAJournalKeepsFindingsAsCodesWithArguments(t *testing.T) {
	t.Parallel()
	d := sampleDraft(t)
	kept := []number.Finding{
		number.OverflowFinding("DIDs!B2", 2, 3, number.LevelProblem),
		{Level: number.LevelWarning, Code: number.CodeReformatted},
	}
	d.Lines[0].Row.Findings = kept
	s := newTestStore(t.TempDir())
	j, err := s.Begin(d)
	must(t, err, j.Close())
	if d := diff(kept, load(t, s, j.ID()).Lines[0].Row.Findings); d != "" {
		t.Error(d)
	}
}
