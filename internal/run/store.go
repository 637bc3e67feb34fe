package run

import (
	"cmp"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"numberloader/internal/fault"
	"numberloader/internal/run/ondisk"
)

// Locker keeps other programs out of the journals.
type Locker interface {
	// TryLock takes the lock file at path without waiting. It is not ok if
	// another program, or another part of this one, holds it.
	TryLock(path string) (unlock func() error, ok bool, err error)
}

// Store keeps the journals of all runs in one folder. Its methods may be called
// from several goroutines.
type Store struct {
	dir    string
	lock   Locker
	now    func() time.Time
	random io.Reader
}

// NewStore returns the store of a folder, which is made when the first run
// begins. Every argument is required; random gives run IDs their last part.
func NewStore(dir string, lock Locker, now func() time.Time, random io.Reader) *Store {
	return &Store{dir: dir, lock: lock, now: now, random: random}
}

// Summary is what the history shows of a run.
type Summary struct {
	ID      string
	Started time.Time
	// Took is how long a finished run took, 0 where that is not known: one that was
	// taken up again did not work all of the time.
	Took         time.Duration
	File         string // path of the source file
	Organization Organization
	State        State
	Stage        Stage // of the last work: what an unfinished run goes on with
	Counts       Counts
	Requests     int
	// Activating is how many numbers the run is there to activate, which it has not
	// added; 0 of other runs.
	Activating int
	// Damaged says that the journal can't be read in some places; the rest of the
	// summary is what the others say.
	Damaged bool
}

const (
	lockName  = "lock"
	extension = ".jsonl"
	idTime    = "20060102-150405"
	// attempts is how many IDs are tried when a run of the same second has the
	// ID already.
	attempts = 16
)

var runID = regexp.MustCompile(`^\d{8}-\d{6}-[0-9a-f]{4}$`)

// Begin writes the journal of a new run up to the mark that its plan is
// complete, and holds the lock until the journal is closed. Errors are
// fault.Busy if another program is at work, and fault.SaveFailed.
func (s *Store) Begin(d Draft) (*Journal, error) {
	if err := makeFolder(s.dir); err != nil {
		return nil, ondisk.Unwritten(err)
	}
	unlock, err := s.take()
	if err != nil {
		return nil, err
	}
	j := &Journal{now: s.now, unlock: unlock, turn: make(chan struct{}, 1)}
	id, err := s.create(j)
	if err != nil {
		return nil, ondisk.Unwritten(errors.Join(err, unlock()))
	}
	if err := errors.Join(j.begin(id, &d), ondisk.SyncFolder(s.dir)); err != nil {
		return nil, ondisk.Unwritten(errors.Join(err, j.Close(), os.Remove(s.path(id))))
	}
	return j, nil
}

// makeFolder makes a folder with those above it, and puts their names on the
// disk: a journal in a folder that a crash takes away is lost.
func makeFolder(dir string) error {
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		return err //nolint:wrapcheck // ondisk.Unwritten wraps it
	}
	above := filepath.Dir(dir)
	if err := makeFolder(above); err != nil {
		return err
	}
	if err := os.Mkdir(dir, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err //nolint:wrapcheck // ondisk.Unwritten wraps it
	}
	return ondisk.SyncFolder(above)
}

// create makes the file of a new run under an ID that no other run has.
func (s *Store) create(j *Journal) (string, error) {
	for range attempts {
		id, err := s.newID()
		if err != nil {
			return "", err
		}
		file, err := os.OpenFile(s.path(id), os.O_CREATE|os.O_EXCL|os.O_WRONLY|os.O_APPEND, 0o600)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return "", fmt.Errorf("make the journal: %w", err)
		}
		j.file = file
		return id, nil
	}
	return "", fmt.Errorf("make the journal: %w", fs.ErrExist)
}

// newID is the time in UTC and four random digits.
func (s *Store) newID() (string, error) {
	var tail [2]byte
	if _, err := io.ReadFull(s.random, tail[:]); err != nil {
		return "", fmt.Errorf("make a run ID: %w", err)
	}
	return s.now().UTC().Format(idTime) + "-" + hex.EncodeToString(tail[:]), nil
}

// Open goes on with the journal of an earlier run, and holds the lock until the
// journal is closed. A last line that was cut is taken away. Errors are those
// of Begin and of Load.
func (s *Store) Open(id string) (*Journal, error) {
	if !s.has(id) {
		return nil, unknownRun(id)
	}
	unlock, err := s.take()
	if err != nil {
		return nil, err
	}
	j, err := s.reopen(id)
	if err != nil {
		return nil, errors.Join(err, unlock())
	}
	j.unlock = unlock
	return j, nil
}

func (s *Store) reopen(id string) (*Journal, error) {
	read, err := s.read(id, folding{})
	if err != nil {
		return nil, err
	}
	// By name: Windows does not shorten a file that is open for appending.
	if err := os.Truncate(s.path(id), read.whole); err != nil {
		return nil, ondisk.Unwritten(err)
	}
	file, err := os.OpenFile(s.path(id), os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		return nil, ondisk.Unwritten(err)
	}
	return &Journal{now: s.now, file: file, fold: read.fold, turn: make(chan struct{}, 1)}, nil
}

// Load reads a run. A last line that was cut is normal after a crash: what it
// says did not happen yet. Other damaged lines are in the run's Damage. Errors are
// fault.Usage if there is no such run, fault.FileDamaged if so much is damaged that
// there is nothing to report, and fault.FileUnsupported for a journal of a newer
// program.
func (s *Store) Load(id string) (Run, error) {
	read, err := s.read(id, folding{})
	if err != nil {
		return Run{}, err
	}
	run := read.fold.run
	run.State = stateOf(&run)
	return run, nil
}

// List returns the runs of this computer, newest first. What began and never
// came to a complete plan is no run, since nothing of it was sent.
func (s *Store) List() ([]Summary, error) {
	entries, err := os.ReadDir(s.dir)
	if err != nil {
		// Windows says of a file, too, that there is no such folder.
		if _, missing := os.Lstat(s.dir); !errors.Is(err, fs.ErrNotExist) || missing == nil {
			return nil, unreadable(err)
		}
	}
	var ids []string
	for _, entry := range entries {
		if id, ok := strings.CutSuffix(entry.Name(), extension); ok && runID.MatchString(id) {
			ids = append(ids, id)
		}
	}
	all := s.summaries(ids)
	slices.SortFunc(all, func(a, b Summary) int { return cmp.Compare(b.ID, a.ID) })
	return all, nil
}

// summary is not ok for a file that holds no run.
func (s *Store) summary(id string) (Summary, bool) {
	read, err := s.read(id, folding{light: true})
	if len(read.fold.run.Damage.Lines) > 0 {
		read, err = s.read(id, folding{}) // what is damaged takes a closer look
	}
	if fault.KindOf(err) == fault.Usage {
		return Summary{}, false
	}
	run := read.fold.told()
	return Summary{
		ID: id, Started: run.Started, Took: read.fold.took(), File: run.Path, Organization: run.Organization,
		State: run.State, Stage: run.Stage, Counts: Count(run.Lines), Requests: len(run.Requests), Activating: run.activating(), Damaged: err != nil || run.Damaged() != nil,
	}, true
}

// Delete removes a run from the history. Errors are fault.Usage if there is no
// such run, fault.Busy while any run is under way, and fault.SaveFailed.
func (s *Store) Delete(id string) error {
	if !s.has(id) {
		return unknownRun(id)
	}
	unlock, err := s.take()
	if err != nil {
		return err
	}
	if err := errors.Join(os.Remove(s.path(id)), unlock()); err != nil {
		return &fault.Error{
			Kind: fault.SaveFailed, What: fault.Say("run.undeleted"),
			Next: fault.Say("run.undeleted_next"), Err: err,
		}
	}
	return nil
}

// take takes the lock of the folder.
func (s *Store) take() (unlock func() error, err error) {
	unlock, ok, err := s.lock.TryLock(filepath.Join(s.dir, lockName))
	if err != nil {
		return nil, ondisk.Unwritten(err)
	}
	if !ok {
		return nil, &fault.Error{Kind: fault.Busy}
	}
	return unlock, nil
}

// has reports whether there is a file for the run.
func (s *Store) has(id string) bool {
	if !runID.MatchString(id) {
		return false
	}
	_, err := os.Stat(s.path(id))
	return !errors.Is(err, fs.ErrNotExist)
}

func (s *Store) path(id string) string { return filepath.Join(s.dir, id+extension) }
