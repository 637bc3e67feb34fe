package run

import (
	"bytes"
	"errors"
	"sync"
	"testing"

	"numberloader/internal/fault"
)

// waiting is an entry as write queues it.
func waiting(r *record) *entry { return &entry{record: r, done: make(chan error, 1)} }

func sendingOf(request int) *record { return &record{Sending: &sendingRecord{Request: request}} }

// TestLinesThatWaitGoTogether queues records about two requests, the second record of
// one of them, and one about the whole run.
func TestLinesThatWaitGoTogether(t *testing.T) {
	t.Parallel()
	var q queue
	again := &record{Answered: &answeredRecord{Request: 1, State: SentAnswered.word()}}
	for _, r := range []*record{sendingOf(1), sendingOf(2), again, {Settled: &settledRecord{}}, {Ended: &endedRecord{}}, sendingOf(2)} {
		q.add(waiting(r))
	}
	for _, want := range []int{2, 1, 1, 1, 1, 0} {
		if got := len(q.take()); got != want {
			t.Errorf("%d go together, not %d", got, want)
		}
	}
}

// TestALineThatMakesNoSenseEndsAlone writes it between two that do.
func TestALineThatMakesNoSenseEndsAlone(t *testing.T) {
	t.Parallel()
	s := newTestStore(t.TempDir())
	j := begin(t, s)
	before := bytes.Count(readFile(t, s, j.ID()), []byte("\n"))
	entries := []*entry{waiting(sendingOf(1)), waiting(sendingOf(99)), waiting(sendingOf(2))}
	j.writeTogether(entries)
	must(t, <-entries[0].done, <-entries[2].done)
	if <-entries[1].done == nil {
		t.Error("a request that is not there is about to leave")
	}
	if lines := bytes.Count(readFile(t, s, j.ID()), []byte("\n")) - before; lines != 2 {
		t.Errorf("%d lines were written, not 2", lines)
	}
	run := load(t, s, j.ID())
	if run.Sent[0].State != SentUnderWay || run.Sent[1].State != SentUnderWay || run.Damaged() != nil {
		t.Errorf("the requests are %+v, the damage %v", run.Sent, run.Damaged())
	}
	must(t, j.Finish())
}

// cursed is a file that can't be written without a fault of ours.
type cursed struct{ disk }

func (cursed) Write([]byte) (int, error) { panic("no file") }

// TestAFaultEndsAllWhoWait lets as many workers as a run may have wait for a file of which
// the first to write it comes upon a fault: none of them may send, or wait forever.
func TestAFaultEndsAllWhoWait(t *testing.T) {
	t.Parallel()
	s := newTestStore(t.TempDir())
	j, err := s.Begin(many(MostParallel))
	must(t, err)
	working := j.file
	j.file = cursed{working}
	var workers sync.WaitGroup
	ends := make(chan error, MostParallel)
	for request := range MostParallel {
		workers.Go(func() { ends <- j.Sending(request+1, request) })
	}
	workers.Wait()
	close(ends)
	for end := range ends {
		if _, panicked := errors.AsType[*fault.PanicError](end); !panicked {
			t.Errorf("one of them ended with %v", end)
		}
	}
	if j.file = working; j.Finish() == nil {
		t.Error("a line was written after the fault")
	}
	must(t, j.Close())
}

// counted counts what reaches a file.
type counted struct {
	disk

	writes, syncs int
}

func (c *counted) Write(p []byte) (int, error) { c.writes++; return c.disk.Write(p) }
func (c *counted) Sync() error                 { c.syncs++; return c.disk.Sync() }

// TestAnAnswerThatWaitsGoesWithTheNextLine has one answer that the next request takes
// along, one that nothing comes after, and one that a fault keeps from the disk.
func TestAnAnswerThatWaitsGoesWithTheNextLine(t *testing.T) {
	t.Parallel()
	s := newTestStore(t.TempDir())
	j, err := s.Begin(many(3))
	must(t, err, j.Sending(1, 0))
	file := &counted{disk: j.file}
	j.file = file
	answer := func(request int) func() error {
		return j.Answering(request, Sent{HTTPStatus: 201}, []Update{{Line: request - 1, Result: result(Added)}})
	}
	tell := func(when string, want counted, outcomes ...Outcome) {
		t.Helper()
		for i, line := range load(t, s, j.ID()).Lines {
			if line.Result.Outcome != outcomes[i] {
				t.Errorf("%s line %d is %v on the disk", when, i, line.Result.Outcome)
			}
		}
		if file.writes != want.writes || file.syncs != want.syncs {
			t.Errorf("%s there were %d writes and %d syncs", when, file.writes, file.syncs)
		}
	}
	written := answer(1)
	tell("before the next line", counted{}, NotKnown, NotSent, NotSent)
	must(t, j.Sending(2, 1))
	tell("with it", counted{writes: 1, syncs: 1}, Added, NotKnown, NotSent)
	must(t, written())
	tell("after it", counted{writes: 1, syncs: 1}, Added, NotKnown, NotSent)
	must(t, answer(2)())
	tell("alone", counted{writes: 2, syncs: 2}, Added, Added, NotSent)
	must(t, j.Sending(3, 2))
	j.file = cursed{file}
	written = answer(3)
	if next := j.Finish(); next == nil || written() == nil {
		t.Error("there is no fault")
	}
	must(t, j.Close())
}
