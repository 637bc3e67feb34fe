package run

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"slices"
	"sync"
	"time"

	"numberloader/internal/run/ondisk"
)

// Journal writes down what happens to a run, before it happens and after it.
// Every method but ID, Run and Answering returns when its line is on the disk. A method
// that fails leaves the journal closed to further lines, because a line that
// was cut must stay the last one; the error is then the same each time. Methods
// may be called from several goroutines: lines about several requests that wait for
// the disk at the same time reach it together.
type Journal struct {
	now    func() time.Time
	unlock func() error

	queue queue
	turn  chan struct{} // has room for who writes

	mu     sync.Mutex
	file   disk
	lines  bytes.Buffer // on their way to it
	fold   folding
	failed error
}

// disk is the file of a journal; what was written is on the disk once Sync returns
// without an error.
type disk interface {
	io.WriteCloser
	Sync() error
}

// ID is the run's ID.
func (j *Journal) ID() string { return j.fold.run.ID }

// Run is the run as the journal tells it now. Once it is closed, which is the end of
// changes, all that are returned share their lines.
func (j *Journal) Run() Run {
	j.mu.Lock()
	defer j.mu.Unlock()
	run := j.fold.told()
	if j.file != nil {
		run.Lines, run.Sent = slices.Clone(run.Lines), slices.Clone(run.Sent)
	}
	return run
}

// Resumed writes down that somebody takes up an earlier run: to go on adding, to
// settle what is not known, for an undo or for an activation.
func (j *Journal) Resumed(stage Stage, person string) error {
	return j.write(&record{Resumed: &resumedRecord{Stage: stage.word(), Person: person, Time: j.stamp()}})
}

// Sending records that a request (numbered from 1) is about to be sent with these of
// its lines or, if none are given, with all that have no final outcome. The request
// must not be sent if there is an error. Until its answer is recorded, the outcome of
// these lines is unknown. Lines that were added, were already there, or are unknown
// because of a change must not be sent again.
func (j *Journal) Sending(request int, lines ...int) error {
	return j.write(&record{Sending: &sendingRecord{Request: request, Time: j.stamp(), Lines: lines}})
}

// Answered writes down what became of a request (by its number, from 1) and of
// its rows. Sent.Request is not read. A Sent.State of SentNot stands for
// SentAnswered, and times that are missing are those of Sending and of now.
func (j *Journal) Answered(request int, sent Sent, updates []Update) error {
	return j.Answering(request, sent, updates)()
}

// Answering is Answered for who goes on with the next request at once: one write brings
// the answer and the next line to the disk, of whatever request, and none gets there
// before the answer. What it returns must be called once: it returns when the answer is
// there, and brings it there if no other line did.
func (j *Journal) Answering(request int, sent Sent, updates []Update) (written func() error) {
	if sent.State == SentNot {
		sent.State = SentAnswered
	}
	if sent.Ended.IsZero() {
		sent.Ended = j.stamp()
	}
	return j.hand(&record{Answered: &answeredRecord{
		Request: request, State: sent.State.word(), HTTPStatus: sent.HTTPStatus,
		ErrorCode: sent.ErrorCode, TrackingID: sent.TrackingID,
		Started: sent.Started.UTC(), Ended: sent.Ended.UTC(), Updates: newUpdateRecords(updates, j.fold.format),
	}})
}

// Changing records that a request that removes (StageRemove) or activates
// (StageActivate) the numbers of lines is about to be sent; change is its number in
// the current work. It must not be sent if there is an error. Until an outcome is
// recorded, that of these lines is unknown.
func (j *Journal) Changing(change int, stage Stage, lines []int) error {
	return j.write(&record{Changing: &changingRecord{Change: change, Stage: stage.word(), Lines: lines, Time: j.stamp()}})
}

// Changed records the answer to it, and the outcomes that are certain with it.
func (j *Journal) Changed(change int, sent Sent, updates []Update) error {
	return j.write(&record{Changed: &changedRecord{
		Change: change, State: sent.State.word(), HTTPStatus: sent.HTTPStatus,
		ErrorCode: sent.ErrorCode, TrackingID: sent.TrackingID,
		Started: sent.Started.UTC(), Ended: sent.Ended.UTC(), Updates: newUpdateRecords(updates, j.fold.format),
	}})
}

// Settled records outcomes that became known by reading the list of numbers instead of
// from the answer to a request.
func (j *Journal) Settled(updates []Update) error {
	return j.write(&record{Settled: &settledRecord{Updates: newUpdateRecords(updates, j.fold.format)}})
}

// Finish records that work on the run has ended for now. The run is finished if all
// rows of its requests are settled; otherwise it can be resumed.
func (j *Journal) Finish() error {
	return j.write(&record{Ended: &endedRecord{Time: j.stamp()}})
}

// Close lets go of the file and of the lock. It writes nothing.
func (j *Journal) Close() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.file == nil {
		return nil
	}
	err := errors.Join(j.file.Close(), j.unlock())
	j.file = nil
	if err != nil {
		return ondisk.Unwritten(err)
	}
	return nil
}

// nextPlace is the place of the next line, 0 in a journal that does not count them.
func (j *Journal) nextPlace() int {
	if f := &j.fold; f.begun && !countsLines(f.format) {
		return 0
	}
	return j.fold.place + 1
}

// begin writes everything that is known before anything is sent.
func (j *Journal) begin(id string, draft *Draft) error {
	out := bufio.NewWriterSize(j.file, 1<<16)
	write := func(r *record) error {
		j.lines.Reset()
		if err := ondisk.AppendLine(&j.lines, r, j.nextPlace()); err != nil {
			return err
		}
		j.fold.place++
		_, err := out.Write(j.lines.Bytes())
		return err //nolint:wrapcheck // ondisk.Unwritten wraps it
	}
	put := func(r *record) error {
		if err := write(r); err != nil {
			return err
		}
		return j.fold.apply(r)
	}
	if err := put(&record{Header: newHeaderRecord(id, j.stamp(), draft)}); err != nil {
		return err
	}
	first, keep := 0, newKeeper()
	for lines := range slices.Chunk(draft.Lines, linesAtOnce) {
		if err := write(&record{Lines: keep.lines(first, lines)}); err != nil {
			return err
		}
		j.fold.adopt(lines)
		first += len(lines)
	}
	for i := range draft.Requests {
		if err := put(&record{Request: newRequestRecord(&draft.Requests[i])}); err != nil {
			return err
		}
	}
	if err := put(&record{Planned: newPlannedRecord(draft)}); err != nil {
		return err
	}
	return errors.Join(out.Flush(), j.file.Sync())
}

func newHeaderRecord(id string, started time.Time, d *Draft) *headerRecord {
	return &headerRecord{
		Format: formatVersion, Run: id, Started: started, Program: d.Program, Person: d.Person,
		Organization: organizationRecord{ID: d.Organization.ID, Name: d.Organization.Name, Practice: d.Organization.Practice},
		Path:         d.Path, Sheet: d.Sheet, Headings: d.Headings, Confirmed: d.Confirmed,
		Aside: newAsideRecords(d.Aside), Activates: d.Activates, Lines: len(d.Lines),
	}
}

func newPlannedRecord(d *Draft) *plannedRecord {
	settled := map[string][]int{}
	for i := range d.Lines {
		if outcome := d.Lines[i].Result.Outcome; outcome != NotSent {
			settled[outcome.String()] = append(settled[outcome.String()], i)
		}
	}
	return &plannedRecord{Lines: len(d.Lines), Requests: len(d.Requests), Settled: settled}
}

// stamp is the time now as the journal keeps it.
func (j *Journal) stamp() time.Time { return j.now().UTC().Round(0) }
