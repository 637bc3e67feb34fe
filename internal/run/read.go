package run

import (
	"bufio"
	"errors"
	"io"
	"os"
	"strconv"
	"time"

	"numberloader/internal/fault"
	"numberloader/internal/run/ondisk"
)

// reading is a journal that was read, and how many bytes of it are whole lines.
type reading struct {
	fold  folding
	whole int64
}

// read reads the journal of a run into a folding. With an error the reading
// holds what was read before it.
func (s *Store) read(id string, into folding) (*reading, error) {
	read := &reading{fold: into}
	if !s.has(id) {
		return read, unknownRun(id)
	}
	file, err := os.Open(s.path(id))
	if err != nil {
		return read, unreadable(err)
	}
	err = read.journal(file, id)
	return read, errors.Join(err, file.Close())
}

// journal reads lines until the end. The last line can have been cut while it was
// written, and what it says did not happen yet then; another line that can't be read
// is damage.
func (r *reading) journal(from io.Reader, id string) error {
	in := bufio.NewReaderSize(from, 1<<16)
	for number := 1; ; number++ {
		line, err := in.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return unreadable(err)
		}
		if err != nil { // no line break: the line was cut, or there is none
			return r.complete(id)
		}
		data, place, err := ondisk.Content(line)
		if err != nil {
			if _, more := in.Peek(1); errors.Is(more, io.EOF) {
				return r.complete(id)
			}
			r.fold.lose(number)
			r.fold.place++
		} else if err := r.fold.take(data, place, number); errors.Is(err, errNewer) {
			return newerFormat(id)
		} else if err != nil {
			r.fold.lose(number)
		}
		r.whole += int64(len(line))
	}
}

// complete says whether what was read is a run.
func (r *reading) complete(id string) error {
	if r.fold.run.ID = id; r.fold.run.Started.IsZero() { // the header is damaged
		r.fold.run.Started, _ = time.Parse(idTime, id[:len(idTime)])
	}
	r.fold.unassigned()
	switch damage := r.fold.run.Damage.Lines; {
	case r.fold.planned:
		return nil
	case len(damage) > 0:
		return planless(id, damage[:1])
	}
	return unknownRun(id)
}

func unknownRun(id string) error {
	return &fault.Error{
		Kind: fault.Usage,
		What: fault.Say("run.unknown", "Run", strconv.Quote(id)),
		Next: fault.Say("run.unknown_next"),
	}
}

func newerFormat(id string) error {
	return &fault.Error{
		Kind: fault.FileUnsupported,
		What: fault.Say("run.newer", "Run", id),
		Next: fault.Say("run.newer_next"),
	}
}

func unreadable(err error) error {
	return &fault.Error{
		Kind: fault.FileMissing,
		What: fault.Say("run.unreadable"),
		Next: fault.Say("run.unreadable_next"),
		Err:  err,
	}
}
