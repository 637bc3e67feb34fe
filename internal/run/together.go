package run

import (
	"cmp"
	"os"
	"slices"
	"sync"

	"numberloader/internal/fault"
	"numberloader/internal/run/ondisk"
)

// entry is a record on its way to the disk.
type entry struct {
	record    *record
	senseless error      // why it makes no sense here
	done      chan error // how it ended; has room for that, so that nobody waits to tell it
}

// queue holds the entries that wait for the disk, the oldest first.
type queue struct {
	mu      sync.Mutex
	waiting []*entry
}

func (q *queue) add(e *entry) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.waiting = append(q.waiting, e)
}

// take takes the oldest entry, with those right behind it that may share its write.
func (q *queue) take() []*entry {
	q.mu.Lock()
	defer q.mu.Unlock()
	n, requests := 0, []int{}
	for ; n < len(q.waiting); n++ {
		request := q.waiting[n].record.requestAlone()
		if n > 0 && (requests[0] == 0 || request == 0 || slices.Contains(requests, request)) {
			break
		}
		requests = append(requests, request)
	}
	taken := q.waiting[:n:n]
	q.waiting = q.waiting[n:]
	return taken
}

// requestAlone is the request that a record is about if it concerns nothing else of
// the run, and 0 otherwise. Whether such a record makes sense does not depend on what
// happens to other requests in the meantime.
func (r *record) requestAlone() int {
	switch {
	case r.Sending != nil:
		return r.Sending.Request
	case r.Answered != nil:
		return r.Answered.Request
	}
	return 0
}

// write appends a record and then lets it count.
func (j *Journal) write(r *record) error { return j.hand(r)() }

// hand lets a record wait for the disk. It gets there before any that is handed over
// later, and in any case before what is returned, which may be called once, returns.
// Who comes to the file first writes for all who wait by then: a sync costs the same for
// one line as for many. Whose line was written by another goes on at once, and does not
// wait for the file.
func (j *Journal) hand(r *record) (written func() error) {
	own := &entry{record: r, done: make(chan error, 1)}
	j.queue.add(own)
	return func() error {
		for {
			select {
			case err := <-own.done:
				return err
			case j.turn <- struct{}{}:
				j.writeTogether(j.queue.take())
				<-j.turn
			}
		}
	}
}

// writeTogether brings entries to the disk, and only then lets them count. After an error,
// or a fault of ours, nothing is written any more.
func (j *Journal) writeTogether(entries []*entry) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.failed = fault.Catch(func() error {
		sensible, err := j.encode(entries)
		if err == nil && len(sensible) > 0 {
			err = j.append(sensible)
		}
		return err
	})
	for _, e := range entries {
		e.done <- cmp.Or(e.senseless, j.failed)
	}
}

// encode makes the lines of the entries that make sense, and returns these.
func (j *Journal) encode(entries []*entry) (sensible []*entry, err error) {
	switch {
	case j.failed != nil:
		return nil, j.failed
	case j.file == nil:
		return nil, ondisk.Unwritten(os.ErrClosed)
	}
	j.lines.Reset()
	place := j.nextPlace()
	for _, e := range entries {
		if e.senseless = j.fold.check(e.record); e.senseless == nil {
			e.senseless = ondisk.AppendLine(&j.lines, e.record, place)
		}
		if e.senseless == nil {
			sensible = append(sensible, e)
			place += min(place, 1) // 0 in a journal that does not count its lines
		}
	}
	return sensible, nil
}

// append writes the lines of entries whole, in one write, syncs them, and lets them count.
func (j *Journal) append(entries []*entry) error {
	_, err := j.file.Write(j.lines.Bytes())
	if err == nil {
		err = j.file.Sync()
	}
	for i := 0; i < len(entries) && err == nil; i++ {
		j.fold.place++
		err = j.fold.apply(entries[i].record)
	}
	if err != nil {
		return ondisk.Unwritten(err)
	}
	return nil
}
