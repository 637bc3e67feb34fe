package run

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"numberloader/internal/fault"
	"numberloader/internal/number/numbertest"
)

// whole are the lines of a journal, with their ends.
func whole(text []byte) [][]byte {
	lines := bytes.SplitAfter(text, []byte("\n"))
	return lines[:len(lines)-1]
}

// planOf is how many lines of a journal are its plan.
func planOf(lines [][]byte, after map[int]Run) int {
	at := 0
	for size := 0; after[size].ID == ""; at++ {
		size += len(lines[at])
	}
	return at
}

// claims says of each line of a damaged run that it is as it was, or that it is not
// known.
func claims(t *testing.T, name string, got, truth Run) {
	t.Helper()
	if len(got.Lines) != len(truth.Lines) || len(got.Requests) != len(truth.Requests) && !got.Damage.Plan || got.Started.IsZero() {
		t.Fatalf("%s: %d lines, %d requests, started %v", name, len(got.Lines), len(got.Requests), got.Started)
	}
	for i := range got.Lines {
		if o, was := got.Lines[i].Result.Outcome, truth.Lines[i].Result.Outcome; o != was && o != NotKnown {
			t.Fatalf("%s: line %d was %v and is %v", name, i, was, o)
		}
	}
}

// TestOneFlippedBitCostsOneLine flips bits in every line of a journal that holds
// every kind of record. The rest is reported, and nothing that it says is wrong.
func TestOneFlippedBitCostsOneLine(t *testing.T) {
	t.Parallel()
	id, text, after := history(t)
	s := newTestStore(t.TempDir())
	lines := whole(text)
	plan := planOf(lines, after)
	begins := 0
	for at := range lines[:len(lines)-1] {
		for _, offset := range []int{0, 10, 20, len(lines[at]) / 2, len(lines[at]) - 2, len(lines[at]) - 1} {
			if at == len(lines)-2 && offset == len(lines[at])-1 {
				continue // one line with the last, which counts as cut
			}
			bad := bytes.Clone(text)
			bad[begins+offset] ^= 0x01
			writeFile(t, s, id, bad)
			name := fmt.Sprintf("line %d, byte %d", at+1, offset)
			got := load(t, s, id)
			claims(t, name, got, after[len(text)])
			if want := "line " + fmt.Sprint(at+1); fault.KindOf(got.Damaged()) != fault.FileDamaged || !strings.Contains(got.Damaged().Error(), want[5:]) {
				t.Fatalf("%s: %v", name, got.Damaged())
			}
			switch summary, ok := s.summary(id); {
			case !ok:
				t.Fatalf("%s: ok is false", name)
			case !summary.Damaged:
				t.Fatalf("%s: summary.Damaged is false", name)
			case summary.Started.IsZero():
				t.Fatalf("%s: summary.Started.IsZero() is true", name)
			case diff(Count(got.Lines), summary.Counts) != "":
				t.Fatalf("%s: diff(Count(got.Lines), summary.Counts) is %q", name, diff(Count(got.Lines), summary.Counts))
			}
			if at >= plan && got.Damage.Plan {
				t.Fatalf("%s: the plan is intact", name)
			}
			if got.Damage.Plan && got.May(ActionSettle) == nil {
				t.Fatalf("%s: something may be done to a run without a plan", name)
			}
		}
		begins += len(lines[at])
	}
}

// What is written on in a damaged journal is read again with it.
func TestADamagedJournalGoesOn(t *testing.T) {
	t.Parallel()
	id, text, after := history(t)
	lines := whole(text)
	for at := planOf(lines, after); at < len(lines)-1; at++ {
		s := newTestStore(t.TempDir())
		bad := bytes.Clone(text)
		bad[len(bytes.Join(lines[:at], nil))+30] ^= 0x10
		writeFile(t, s, id, bad)
		j, err := s.Open(id)
		must(t, err)
		var settled []Update
		now := j.Run()
		for _, row := range now.Unknown() {
			settled = append(settled, Update{row, after[len(text)].Lines[row].Result})
		}
		must(t, j.Resumed(StageSettle, "Grace"), j.Settled(settled), j.Finish(), j.Close())
		got := load(t, s, id)
		if len(got.Unknown()) > 0 || got.State != Undone || !slices.Equal(got.Damage.Lines, []int{at + 1}) {
			t.Errorf("line %d: %v with %d not known, damaged in %v", at+1, got.State, len(got.Unknown()), got.Damage.Lines)
		}
		claims(t, fmt.Sprintf("line %d", at+1), got, after[len(text)])
	}
}

// A request that left and whose record is damaged may have added its numbers, and is
// not sent again as if it never left.
func TestWhatMayHaveLeftIsNotKnown(t *testing.T) {
	t.Parallel()
	s := newTestStore(t.TempDir())
	j := begin(t, s)
	before := len(readFile(t, s, j.ID()))
	must(t, j.Sending(1))
	after := len(readFile(t, s, j.ID()))
	must(t, j.Resumed(StageSettle, "Grace"), j.Close())
	bad := readFile(t, s, j.ID())
	bad[(before+after)/2] ^= 0x01
	writeFile(t, s, j.ID(), bad)
	r := load(t, s, j.ID())
	for _, row := range r.Requests[0].Rows {
		if l := &r.Lines[row]; l.Result.Outcome != NotKnown || l.Lost != LostSending || r.Part(ActionResume, l) != PartPerhaps {
			t.Errorf("line %d is %v, and lost is %d", row, l.Result.Outcome, l.Lost)
		}
	}
}

// Rows whose record is damaged have no number: nothing is done to them, and they keep
// no run open. Those of other records are as they were.
func TestRowsThatAreLostAreReportedAndNoMore(t *testing.T) {
	t.Parallel()
	s := newTestStore(t.TempDir())
	d := repeated(sampleDraft(), 9)
	far := len(d.Lines) - 1 // in another record than the first lines
	d.Lines[far].Row.Number = numbertest.E164("+12125550199")
	d.Requests[1].Rows, d.Lines[far].Request = []int{far}, 2
	row := d.Requests[0].Rows[0]
	j, err := s.Begin(d)
	must(t, err)
	rows := slices.Concat(d.Requests[0].Rows, d.Requests[1].Rows)
	must(t, j.Sending(1), j.Sending(2))
	for _, row := range rows {
		must(t, j.Settled([]Update{{row, result(Added)}}))
	}
	must(t, j.Finish(), j.Close())
	text := readFile(t, s, j.ID())
	text[len(whole(text)[0])+40] ^= 0x01
	writeFile(t, s, j.ID(), text)
	r := load(t, s, j.ID())
	for i := range d.Lines[linesAtOnce:] {
		if d := diff(d.Lines[linesAtOnce+i].Row, r.Lines[linesAtOnce+i].Row); d != "" {
			t.Errorf("line %d of another record: %s", linesAtOnce+i, d)
		}
	}
	l := &r.Lines[row]
	switch {
	case l.Lost != LostLine:
		t.Errorf("l.Lost is %v, not %v", l.Lost, LostLine)
	case l.Result.Outcome != Added:
		t.Errorf("l.Result.Outcome is %v, not %v", l.Result.Outcome, Added)
	case !l.Row.Number.IsZero():
		t.Error("l.Row.Number.IsZero() is false")
	case r.State != Finished:
		t.Errorf("r.State is %v, not %v", r.State, Finished)
	case slices.Contains(r.Rows(ActionUndo), row):
		t.Errorf("r.Rows(ActionUndo) is %v with %v", r.Rows(ActionUndo), row)
	}
	if !slices.Equal(r.Rows(ActionUndo), []int{far}) {
		t.Errorf("rows %v can be taken back, not that of another record", r.Rows(ActionUndo))
	}
}

// A line that is gone, is there twice or lies elsewhere is damage, though its own
// checksum is right.
func TestALineOutOfItsPlaceIsDamage(t *testing.T) {
	t.Parallel()
	id, text, after := history(t)
	lines := whole(text)
	for at := range lines[:len(lines)-1] {
		gone := slices.Concat(lines[:at], lines[at+1:])
		twice := slices.Concat(lines[:at+1], lines[at:])
		swapped := slices.Concat(lines[:at], [][]byte{lines[at+1], lines[at]}, lines[at+2:])
		for name, changed := range map[string][][]byte{"gone": gone, "twice": twice, "swapped": swapped} {
			s := newTestStore(t.TempDir())
			writeFile(t, s, id, bytes.Join(changed, nil))
			got, err := s.Load(id)
			if err != nil && fault.KindOf(err) != fault.FileDamaged {
				t.Fatalf("line %d %s: %v", at+1, name, err)
			}
			if err == nil {
				claims(t, fmt.Sprintf("line %d %s", at+1, name), got, after[len(text)])
			}
			if err == nil && got.Damaged() == nil {
				t.Errorf("line %d %s: nothing is damaged", at+1, name)
			}
		}
	}
}

func TestASensibleLineThatMakesNoSenseHereIsDamage(t *testing.T) {
	t.Parallel()
	id, text, _ := history(t)
	place := len(whole(text)) + 1
	for name, r := range map[string]*record{
		"a second header":         {Header: &headerRecord{Format: 1, Run: id}},
		"nothing":                 {},
		"an unknown request":      {Sending: &sendingRecord{Request: 9}},
		"an answer to no request": {Answered: &answeredRecord{Request: 0, State: "answered"}},
		"an unknown state":        {Answered: &answeredRecord{Request: 1, State: "odd"}},
		"an unknown line":         {Settled: &settledRecord{Updates: []updateRecord{{Line: 99, Result: resultRecord{Outcome: "added"}}}}},
		"an unknown outcome":      {Settled: &settledRecord{Updates: []updateRecord{{Line: 0, Result: resultRecord{Outcome: "odd"}}}}},
		"a request out of turn":   {Request: &requestRecord{Number: 9}},
		"a request of odd kind":   {Request: &requestRecord{Number: 3, Kind: "odd"}},
		"a request of no line":    {Request: &requestRecord{Number: 3, Kind: "DID", Usage: "NONE", State: "ACTIVE", Lines: []int{-1}}},
		"a line of odd level":     {Line: &lineRecord{Level: "odd", Result: resultRecord{Outcome: "added"}}},
		"an odd stage":            {Resumed: &resumedRecord{Stage: "odd"}},
		"a change of no kind":     {Changing: &changingRecord{Stage: "settle"}},
		"a change of odd":         {Changing: &changingRecord{Stage: "odd"}},
		"a change of no line":     {Changing: &changingRecord{Stage: "remove", Lines: []int{-1}}},
		"an odd answer":           {Changed: &changedRecord{Updates: []updateRecord{{Line: 0, Result: resultRecord{Outcome: "odd"}}}}},
	} {
		s := newTestStore(t.TempDir())
		line, err := lineOf(r, place)
		must(t, err)
		writeFile(t, s, id, append(bytes.Clone(text), line...))
		if got := load(t, s, id); !slices.Equal(got.Damage.Lines, []int{place}) {
			t.Errorf("%s: %v", name, got.Damaged())
		}
	}
}
