package platform

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"

	"github.com/gofrs/flock"
)

// Scratch keeps track of files that are of no use to anybody once this program has
// ended: unfinished ones in the folders of their final names. They
// are removed when the program ends, or if it was killed, when the next one starts.
// Its methods may be called from any goroutine.
type Scratch struct {
	folder string
	lock   *flock.Flock
	files  atomic.Int64
}

// unfinished is how the name of a file begins that Create makes. Nothing else is ever
// removed outside of the data folder.
const unfinished = ".numberloader-"

// The files that a scratch folder has besides those of its user: the lock that its
// program holds, and one note for each unfinished file in another folder.
const (
	scratchLock = "lock"
	scratchNote = "note-"
)

// OpenScratch makes the scratch folder of this program, which only its owner may look
// into, and clears those of programs that were killed.
func OpenScratch(data string) (*Scratch, error) {
	all := filepath.Join(data, "scratch")
	if err := os.MkdirAll(all, ownersOnly); err != nil {
		return nil, fmt.Errorf("scratch folder: %w", err)
	}
	// A folder that another program is just making is not to be taken for one that is
	// left over.
	gate := flock.New(filepath.Join(all, scratchLock))
	if err := gate.Lock(); err != nil {
		return nil, fmt.Errorf("scratch folder: %w", err)
	}
	defer func() { _ = gate.Unlock() }()
	clearScratch(all)
	folder, err := os.MkdirTemp(all, "program-")
	if err != nil {
		return nil, fmt.Errorf("scratch folder: %w", err)
	}
	s := &Scratch{folder: folder, lock: flock.New(filepath.Join(folder, scratchLock))}
	if err := s.lock.Lock(); err != nil {
		return nil, fmt.Errorf("scratch folder: %w", err)
	}
	return s, nil
}

// clearScratch removes what programs have left that hold their lock no longer. What
// can't be removed now is left for the next start.
func clearScratch(all string) {
	folders, err := filepath.Glob(filepath.Join(all, "program-*"))
	if err != nil {
		return
	}
	for _, folder := range folders {
		lock := flock.New(filepath.Join(folder, scratchLock))
		if free, err := lock.TryLock(); err != nil || !free {
			continue
		}
		cleared := removeNoted(folder)
		_ = lock.Unlock()
		if cleared {
			_ = os.RemoveAll(folder)
		}
	}
}

// removeNoted removes the unfinished files that are noted in a scratch folder, and
// says whether all are gone.
func removeNoted(folder string) bool {
	notes, err := filepath.Glob(filepath.Join(folder, scratchNote+"*"))
	gone := err == nil
	for _, note := range notes {
		path, err := os.ReadFile(note) //nolint:gosec // our own note
		if err != nil || !strings.HasPrefix(filepath.Base(string(path)), unfinished) {
			continue
		}
		if err := os.Remove(string(path)); err != nil && !errors.Is(err, os.ErrNotExist) { //nolint:gosec // the path of a file that we made
			gone = false
		}
	}
	return gone
}

// Create makes a file of a new name in a folder. forget has to be called once the file
// has another name or is removed.
func (s *Scratch) Create(folder string) (file *os.File, forget func(), err error) {
	id := fmt.Sprintf("%s-%d", strings.TrimPrefix(filepath.Base(s.folder), "program-"), s.files.Add(1))
	folder, err = filepath.Abs(folder)
	if err != nil {
		return nil, nil, fmt.Errorf("create: %w", err)
	}
	path, note := filepath.Join(folder, unfinished+id), filepath.Join(s.folder, scratchNote+id)
	forget = func() { _ = os.Remove(note) }
	if err := os.WriteFile(note, []byte(path), 0o600); err != nil {
		return nil, nil, fmt.Errorf("note a file: %w", err)
	}
	file, err = os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600) //nolint:gosec // the user chose the folder
	if err != nil {
		forget()
		return nil, nil, fmt.Errorf("create: %w", err)
	}
	return file, forget, nil
}

// Close removes the scratch folder with what is in it.
func (s *Scratch) Close() error {
	removeNoted(s.folder)
	if err := errors.Join(s.lock.Unlock(), os.RemoveAll(s.folder)); err != nil {
		return fmt.Errorf("scratch folder: %w", err)
	}
	return nil
}
