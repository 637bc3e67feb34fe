package run

import (
	"bytes"
	"errors"
	"os"
	"sync"
	"testing"
	"testing/iotest"
	"time"

	"numberloader/internal/fault"
	"numberloader/internal/plan"
)

func TestARunIsRebuiltFromItsJournalAlone(t *testing.T) {
	t.Parallel()
	s := newTestStore(t.TempDir())
	j := begin(t, s)

	got := load(t, s, j.ID())
	if d := diff(sampleDraft(), got.Draft); d != "" {
		t.Errorf("the draft was not kept: %s", d)
	}
	if got.ID != "20261123-141205-7f3a" || got.State != Unfinished || !got.Ended.IsZero() {
		t.Errorf("a new run is %q, %s, ended %s", got.ID, got.State, got.Ended)
	}
	if len(got.Sent) != 2 || got.Sent[1].State != SentNot || got.Sent[1].Request.Number != 2 {
		t.Errorf("the requests are %+v", got.Sent)
	}
}

func TestTheJournalFollowsARunToItsEnd(t *testing.T) {
	t.Parallel()
	s := newTestStore(t.TempDir())
	j := begin(t, s)
	first, second := j.Run().Requests[0].Rows, j.Run().Requests[1].Rows

	must(t, j.Sending(1))
	run := load(t, s, j.ID())
	for _, line := range first {
		if got := run.Lines[line].Result; got.Outcome != NotKnown || got.Time.IsZero() {
			t.Errorf("line %d under way is %+v", line, got)
		}
	}
	if run.Sent[0].State != SentUnderWay || run.Sent[0].Started.IsZero() {
		t.Errorf("the request under way is %+v", run.Sent[0])
	}

	must(t, j.Answered(1, Sent{HTTPStatus: 409, ErrorCode: "25223", TrackingID: "T_1"}, []Update{
		{Line: first[0], Result: result(Added)},
		{Line: first[1], Result: result(AlreadyThere)},
		{Line: first[2], Result: result(NotKnown)},
	}))
	must(t, j.Sending(2), j.Finish())
	run = load(t, s, j.ID())
	if run.State != Unfinished || run.Ended.IsZero() {
		t.Errorf("with rows not known the run is %s, ended %s", run.State, run.Ended)
	}
	sent := run.Sent[0]
	switch {
	case sent.State != SentAnswered:
		t.Errorf("sent.State is %v, not %v", sent.State, SentAnswered)
	case sent.HTTPStatus != 409:
		t.Errorf("sent.HTTPStatus is %v, not 409", sent.HTTPStatus)
	case sent.ErrorCode != "25223":
		t.Errorf("sent.ErrorCode is %q, not %q", sent.ErrorCode, "25223")
	case sent.TrackingID != "T_1":
		t.Errorf("sent.TrackingID is %q, not %q", sent.TrackingID, "T_1")
	case !sent.Ended.After(sent.Started):
		t.Error("sent.Ended.After(sent.Started) is false")
	}
	if d := diff(result(Added), run.Lines[first[0]].Result); d != "" {
		t.Error(d)
	}

	must(t, j.Settled([]Update{
		{Line: first[2], Result: result(Refused)},
		{Line: second[0], Result: result(Added)},
		{Line: second[1], Result: result(NotSent)},
	}), j.Finish())
	if run = load(t, s, j.ID()); run.State != Unfinished {
		t.Error("a row that is to be sent again is left, and the run is finished")
	}

	must(t, j.Sending(2))
	run = load(t, s, j.ID())
	if run.Lines[second[0]].Result.Outcome != Added {
		t.Error("sending the rest of a request forgot what was added")
	}
	if run.Lines[second[1]].Result.Outcome != NotKnown || !run.Ended.IsZero() {
		t.Error("a request that is sent again is not under way")
	}
	must(t, j.Answered(2, Sent{State: SentAnswered, HTTPStatus: 201}, []Update{{Line: second[1], Result: result(Added)}}), j.Finish())
	run = load(t, s, j.ID())
	if run.State != Finished {
		t.Error("nothing is left, and the run is unfinished")
	}
	want := Counts{Added: 3, AlreadyThere: 2, Refused: 2, NotSent: 4}
	if d := diff(want, Count(run.Lines)); d != "" {
		t.Error(d)
	}
	if d := diff(run, j.Run()); d != "" {
		t.Errorf("disk and memory differ: %s", d)
	}
}

func TestATimeoutMayBeWrittenDownAsUnderWay(t *testing.T) {
	t.Parallel()
	s := newTestStore(t.TempDir())
	j := begin(t, s)
	start := time.Date(2026, 11, 23, 9, 0, 0, 0, time.FixedZone("", 3600))
	must(t, j.Sending(1), j.Answered(1, Sent{State: SentUnderWay, Started: start, Ended: start.Add(time.Minute)}, nil))
	sent := load(t, s, j.ID()).Sent[0]
	if sent.State != SentUnderWay || !sent.Started.Equal(start) || !sent.Ended.Equal(start.Add(time.Minute)) {
		t.Errorf("got %+v", sent)
	}
}

// shortDraft keeps the tests quick that read a journal at each of its bytes.
func shortDraft() Draft {
	table, rows, requests := sampleRows()
	requests[0].Rows, requests[1].Rows = []int{0, 1}, []int{3, 4}
	return NewDraft(table, plan.Plan{Rows: rows[1:7], Requests: requests}, Organization{ID: "O1"})
}

// history is a journal with every kind of record, and the run as it stood after
// each of its lines.
func history(t *testing.T) (id string, text []byte, after map[int]Run) {
	t.Helper()
	s := newTestStore(t.TempDir())
	j, err := s.Begin(shortDraft())
	must(t, err)
	defer func() { must(t, j.Close()) }()
	after = map[int]Run{}
	note := func() { after[len(readFile(t, s, j.ID()))] = j.Run() }
	note()
	rows := [][]int{j.Run().Requests[0].Rows, j.Run().Requests[1].Rows}
	steps := []func() error{
		func() error { return j.Sending(1) },
		func() error { return j.Sending(2) },
		func() error {
			return j.Answered(2, Sent{HTTPStatus: 201}, []Update{{rows[1][0], result(Added)}, {rows[1][1], result(Refused)}})
		},
		func() error { return j.Finish() },
		func() error { return j.Settled([]Update{{rows[0][0], result(Added)}, {rows[0][1], result(NotSent)}}) },
		func() error { return j.Sending(1) },
		func() error { return j.Answered(1, Sent{HTTPStatus: 201}, []Update{{rows[0][1], result(Added)}}) },
		func() error { return j.Finish() },
		func() error { return j.Resumed(StageRemove, "Grace") },
		func() error { return j.Changing(1, StageRemove, rows[0]) },
		func() error {
			return j.Changed(1, Sent{State: SentAnswered, HTTPStatus: 204}, []Update{{rows[0][0], result(Removed)}, {rows[0][1], result(Kept)}})
		},
		func() error { return j.Changing(2, StageRemove, rows[1][:1]) },
		func() error { return j.Settled([]Update{{rows[1][0], result(Removed)}}) },
		func() error { return j.Finish() },
	}
	for _, step := range steps {
		must(t, step())
		note()
	}
	return j.ID(), readFile(t, s, j.ID()), after
}

func TestACutJournalTellsNoMoreThanWasWritten(t *testing.T) {
	t.Parallel()
	id, text, after := history(t)
	runs := 0
	var want *Run
	for size := range len(text) + 1 {
		if run, ok := after[size]; ok {
			want = &run
			runs++
		}
		got := new(reading)
		err := got.journal(bytes.NewReader(text[:size]), id)
		if want == nil {
			if fault.KindOf(err) != fault.Usage {
				t.Fatalf("%d bytes, not yet a plan: %v", size, err)
			}
			continue
		}
		if err != nil {
			t.Fatalf("%d bytes: %v", size, err)
		}
		if d := diff(*want, got.fold.told()); d != "" {
			t.Fatalf("%d bytes: %s", size, d)
		}
	}
	if runs != len(after) {
		t.Errorf("%d of %d states were seen", runs, len(after))
	}
}

func TestACutJournalGoesOn(t *testing.T) {
	t.Parallel()
	id, text, after := history(t)
	s := newTestStore(t.TempDir())
	planned := len(text)
	for size := range after {
		planned = min(planned, size)
	}
	for size := planned; size <= len(text); size += 7 {
		writeFile(t, s, id, text[:size])
		j, err := s.Open(id)
		must(t, err)
		must(t, j.Settled([]Update{{4, result(Refused)}}), j.Close()) // of the second request
		if got := load(t, s, id); got.Lines[4].Result.Outcome != Refused {
			t.Fatalf("%d bytes: the line that was added is lost", size)
		}
	}
}

func TestALastLineThatWasHalfWrittenCountsAsCut(t *testing.T) {
	t.Parallel()
	id, text, after := history(t)
	start := bytes.LastIndexByte(text[:len(text)-1], '\n') + 1
	for _, offset := range []int{start, start + 10, start + 25, len(text) - 2} {
		s := newTestStore(t.TempDir())
		bad := bytes.Clone(text)
		bad[offset] = 0
		writeFile(t, s, id, bad)
		if d := diff(after[start], load(t, s, id)); d != "" {
			t.Errorf("byte %d: %s", offset, d)
		}
		j, err := s.Open(id)
		must(t, err)
		must(t, j.Finish(), j.Close())
		if load(t, s, id).State != Undone {
			t.Errorf("byte %d: the journal does not go on", offset)
		}
	}
}

func TestAJournalOfANewerProgramIsLeftAlone(t *testing.T) {
	t.Parallel()
	s := newTestStore(t.TempDir())
	const id = "20261123-141205-7f3a"
	line, err := lineOf(&record{Header: &headerRecord{Format: formatVersion + 1, Run: id}}, 1)
	must(t, err)
	writeFile(t, s, id, line)
	if _, err := s.Load(id); fault.KindOf(err) != fault.FileUnsupported {
		t.Errorf("got %v", err)
	}
}

func TestAJournalThatCannotBeReadIsNotARunWithoutOutcomes(t *testing.T) {
	t.Parallel()
	err := new(reading).journal(iotest.ErrReader(errors.New("input/output error")), "x")
	if fault.KindOf(err) != fault.FileMissing {
		t.Errorf("got %v", err)
	}
}

func TestAWriteThatFailsClosesTheJournal(t *testing.T) {
	t.Parallel()
	s := newTestStore(t.TempDir())
	j := begin(t, s)
	must(t, j.Sending(1))
	before, text := j.Run(), readFile(t, s, j.ID())

	working := j.file
	broken, err := os.Open(s.path(j.ID())) // for reading only: every write fails
	must(t, err)
	j.file = broken
	first := j.Answered(1, Sent{}, []Update{{Line: 0, Result: result(Added)}})
	must(t, broken.Close())
	j.file = working
	if fault.KindOf(first) != fault.SaveFailed {
		t.Errorf("got %v", first)
	}
	if again := j.Sending(2); !errors.Is(again, first) {
		t.Errorf("after a failed write: %v", again)
	}
	if d := diff(before, j.Run()); d != "" {
		t.Errorf("what was not written counts: %s", d)
	}
	if !bytes.Equal(text, readFile(t, s, j.ID())) {
		t.Error("the journal was written on after a failed write")
	}
}

func TestAWrongCallWritesNothing(t *testing.T) {
	t.Parallel()
	s := newTestStore(t.TempDir())
	j := begin(t, s)
	text := readFile(t, s, j.ID())
	for name, err := range map[string]error{
		"sending no request":      j.Sending(3),
		"an answer to no request": j.Answered(0, Sent{}, nil),
		"an answer for no line":   j.Answered(1, Sent{}, []Update{{Line: 99}}),
		"settling no line":        j.Settled([]Update{{Line: -1}}),
	} {
		if err == nil {
			t.Errorf("%s was accepted", name)
		}
	}
	if !bytes.Equal(text, readFile(t, s, j.ID())) {
		t.Error("a wrong call was written down")
	}
	must(t, j.Sending(1))
}

func TestAClosedJournalTakesNoLine(t *testing.T) {
	t.Parallel()
	j := begin(t, newTestStore(t.TempDir()))
	must(t, j.Close(), j.Close())
	if err := j.Finish(); fault.KindOf(err) != fault.SaveFailed {
		t.Errorf("got %v", err)
	}
}

func TestSeveralRequestsMayBeUnderWayAtOnce(t *testing.T) {
	t.Parallel()
	s := newTestStore(t.TempDir())
	j := begin(t, s)
	var group sync.WaitGroup
	failures := make(chan error, 20)
	for i := range cap(failures) {
		group.Go(func() {
			request := i%2 + 1
			line := j.Run().Requests[request-1].Rows[0]
			failures <- errors.Join(j.Sending(request), j.Answered(request, Sent{}, []Update{{line, result(Added)}}))
		})
	}
	group.Wait()
	for range 20 {
		must(t, <-failures)
	}
	if d := diff(j.Run(), load(t, s, j.ID())); d != "" {
		t.Error(d)
	}
}
