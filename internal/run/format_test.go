package run

import (
	"bytes"
	_ "embed"
	"fmt"
	"slices"
	"testing"

	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/plan"
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

//go:embed testdata/format-3.jsonl
var thirdFormat []byte

// A journal that the third version wrote says what it said: its findings as codes,
// and its results in their own words.
func TestAJournalOfTheThirdVersionSaysWhatItSaid(t *testing.T) {
	t.Parallel()
	s := newTestStore(t.TempDir())
	const id = "20261123-141205-7f3a"
	writeFile(t, s, id, thirdFormat)
	r := load(t, s, id)
	if d := diff(Counts{Added: 2, AlreadyThere: 1, NotSent: 4, NotKnown: 2, Refused: 2}, Count(r.Lines)); d != "" {
		t.Error(d)
	}
	if d := diff([]number.Finding{number.OverflowFinding("DIDs!B3", 2, 3, number.LevelNotice)}, r.Lines[0].Row.Findings()); d != "" {
		t.Error(d)
	}
	if !r.Lines[0].Row.Overflows() || r.Placement(&r.Lines[0]) != (plan.Placement{Request: 1, Of: 2}) {
		t.Error("where the row stood is lost")
	}
	want := Quoted("It is already in Webex, in the location Austin.", "Remove it there in Control Hub first, or leave it there.")
	if d := diff(want, r.Lines[1].Result.Why); d != "" {
		t.Error(d)
	}
}

//go:embed testdata/format-4.jsonl
var fourthFormat []byte

//go:embed testdata/format-5.jsonl
var fifthFormat []byte

// Journals of the fourth and fifth version, which have a record for each line and a
// result for each, say what they said, and are gone on with as their own programs would
// read them.
func TestAJournalOfTheFifthVersionSaysWhatItSaidAndGoesOn(t *testing.T) {
	t.Parallel()
	for name, text := range map[string][]byte{"4": fourthFormat, "5": fifthFormat} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newTestStore(t.TempDir())
			const id = "20261123-141205-7f3a"
			writeFile(t, s, id, text)
			r := load(t, s, id)
			if d := diff(Counts{Removed: 1, Kept: 1, AlreadyThere: 1, NotSent: 5, NotKnown: 1, Refused: 2}, Count(r.Lines)); d != "" {
				t.Error(d)
			}
			want := sampleDraft()
			want.Lines[0].Row.SetFindings(number.OverflowFinding("DIDs!B3", 2, 3, number.LevelNotice))
			want.Lines[1].Row.SetSpecial(number.Special{Carrier: "C1", Subscription: "S1"})
			for i := range want.Lines {
				if d := diff(want.Lines[i].Row, r.Lines[i].Row) + diff(want.Lines[i].Source, r.Lines[i].Source); d != "" {
					t.Error(d)
				}
			}
			refused := &Why{Says: []fault.Words{fault.Say("fates.there.what", "Location", "Austin")}, Next: fault.Say("fates.another.next")}
			if d := diff(refused, r.Lines[1].Result.Why); d != "" {
				t.Error(d)
			}
			j, err := s.Open(id)
			must(t, err)
			must(t, j.Changed(2, Sent{State: SentAnswered}, []Update{{4, result(Removed)}}), j.Resumed(StageRemove, "Grace"),
				j.Settled([]Update{{0, result(Removed)}, {3, result(Removed)}}), j.Finish(), j.Close())
			if got := load(t, s, id); got.State != Undone || Count(got.Lines)[Removed] != 3 {
				t.Errorf("gone on with, it is %v with %v", got.State, Count(got.Lines))
			}
			if bytes.Contains(readFile(t, s, id), []byte(`"updates":[{"lines"`)) {
				t.Error("its own program would take results of several lines for those of the first")
			}
		})
	}
}

// A journal of this version keeps lines in few records, and a result once for all lines
// that have it; read again it is the same.
func TestAJournalKeepsOnceWhatLinesShare(t *testing.T) {
	t.Parallel()
	s := newTestStore(t.TempDir())
	d := repeated(sampleDraft(), 9)
	j, err := s.Begin(d)
	must(t, err)
	added, refused := result(Added), result(Refused)
	must(t, j.Settled([]Update{{0, added}, {1, added}, {2, refused}, {3, added}}), j.Close())
	got := load(t, s, j.ID())
	d.Lines[0].Result, d.Lines[1].Result, d.Lines[2].Result, d.Lines[3].Result = added, added, refused, added
	if d := diff(d.Lines, got.Lines); d != "" {
		t.Error(d)
	}
	text := readFile(t, s, j.ID())
	if n := bytes.Count(text, []byte(`"outcome":"added"`)); n != 2 {
		t.Errorf("the result of the first two lines is kept %d times, not once beside that of the last", n)
	}
	if n, want := bytes.Count(text, []byte(`{"lines":{"first":`)), (len(d.Lines)+linesAtOnce-1)/linesAtOnce; n != want {
		t.Errorf("%d lines are in %d records, not %d", len(d.Lines), n, want)
	}
}

// repeated is a draft with each of its lines so often, of which the first are in its
// requests, and all have a cell of their own.
func repeated(d Draft, times int) Draft {
	lines := d.Lines
	for n := 1; n < times; n++ {
		for _, line := range lines {
			line.Request = 0
			shared := *line.Row.Shared
			shared.Column = fmt.Sprintf("%s-%d-", shared.Column, n)
			line.Row.Shared = &shared
			line.Source = number.SourceOf(line.Source.All()[:n%(line.Source.Len()+1)]...)
			d.Lines = append(d.Lines, line)
		}
	}
	return d
}

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
	at := slices.IndexFunc(r.Lines, func(l Line) bool { return l.Row.Code() == number.CodeTooShort })
	line := r.Lines[at]
	const words = "B9 said something that is kept (too_short)."
	want := []number.Finding{number.QuotedFinding(number.LevelProblem, number.CodeTooShort, words)}
	if d := diff(want, line.Row.Findings()); d != "" {
		t.Error(d)
	}
	if got := line.Row.Findings()[0].Quoted(); got != words {
		t.Errorf("it says %q", got)
	}
	if why := line.Result.Why; why.Says[0].String() != words || why.Next.IsZero() {
		t.Errorf("it says %+v", why)
	}
}

// What this version writes about the end of a row keeps keys and arguments: texts and
// whole numbers as they were, and no words of its own.
func TestAJournalKeepsReasonsAsKeysWithArguments(t *testing.T) {
	t.Parallel()
	s := newTestStore(t.TempDir())
	j := begin(t, s)
	ended := result(Refused)
	ended.Why = &Why{
		Says: []fault.Words{fault.Say("fates.stopped.what"), fault.Say("service.unreached.status", "Status", 407)},
		Next: fault.Say("fates.there.what", "Location", "Überlingen"),
	}
	must(t, j.Settled([]Update{{0, ended}, {1, result(Added)}}))
	lines := load(t, s, j.ID()).Lines
	if d := diff(ended, lines[0].Result); d != "" {
		t.Error(d)
	}
	if d := diff(j.Run().Lines, lines); d != "" {
		t.Errorf("disk and memory differ: %s", d)
	}
	if text := readFile(t, s, j.ID()); !bytes.Contains(text, []byte(`"why":{"says":[{"key":"fates.stopped.what"},{"key":"service.unreached.status","args":["Status",407]}]`)) {
		t.Errorf("%s", text)
	}
}

// What this version writes keeps codes and arguments, and no words.
func TestAJournalKeepsFindingsAsCodesWithArguments(t *testing.T) {
	t.Parallel()
	d := sampleDraft()
	kept := []number.Finding{
		number.OverflowFinding("DIDs!B2", 2, 3, number.LevelProblem),
		{Level: number.LevelWarning, Code: number.CodeReformatted},
	}
	d.Lines[0].Row.SetFindings(kept...)
	s := newTestStore(t.TempDir())
	j, err := s.Begin(d)
	must(t, err, j.Close())
	if d := diff(kept, load(t, s, j.ID()).Lines[0].Row.Findings()); d != "" {
		t.Error(d)
	}
}
