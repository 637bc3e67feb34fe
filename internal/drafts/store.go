package drafts

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"numberloader/internal/atomicfile"
)

// The bounds of a store: how many drafts are kept, and how large one may be, in
// bytes. A list of a million rows that are all changed fits.
const (
	mostDrafts = 50
	mostBytes  = 512 << 20
)

// ending is how the name of a file ends.
const ending = ".draft.json"

// Store keeps drafts in a folder, one file each, which only its owner can read: they
// hold phone numbers. A file is replaced whole or not at all. Its methods may be
// called from several goroutines.
type Store struct {
	folder string
	now    func() time.Time
	mu     sync.Mutex
}

// NewStore returns the store in a folder, which is made when it is needed.
func NewStore(folder string, now func() time.Time) *Store { return &Store{folder: folder, now: now} }

// Load is the draft of the list in a sheet of a file. ok is false if there is
// none; one that is damaged, or was written by a later version of the program,
// counts as none.
func (s *Store) Load(path, sheet string) (draft Draft, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	name := s.name(path, sheet)
	if info, err := os.Stat(name); err != nil || info.Size() > mostBytes {
		return Draft{}, false
	}
	text, err := os.ReadFile(name) //nolint:gosec // a hash in our own folder
	if err != nil {
		return Draft{}, false
	}
	draft, ok = read(text)
	return draft, ok && draft.Source.Path == path && draft.Source.Sheet == sheet
}

// Save keeps a draft in place of an earlier one of the same list. Beyond 50 drafts
// the oldest is forgotten.
func (s *Store) Save(d Draft) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	d.Saved = s.now()
	text, err := write(&d)
	if err != nil {
		return fmt.Errorf("keep the changes: %w", err)
	}
	if err := os.MkdirAll(s.folder, 0o700); err != nil {
		return fmt.Errorf("keep the changes: %w", err)
	}
	if err := atomicfile.Replace(s.name(d.Source.Path, d.Source.Sheet), text); err != nil {
		return fmt.Errorf("keep the changes: %w", err)
	}
	s.tidy()
	return nil
}

// Drop forgets the draft of the list in a sheet of a file.
func (s *Store) Drop(path, sheet string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := os.Remove(s.name(path, sheet)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("forget the changes: %w", err)
	}
	return nil
}

// name is the file of a draft. The path can't be told from it.
func (s *Store) name(path, sheet string) string {
	sum := sha256.Sum256([]byte(path + "\x00" + sheet))
	return filepath.Join(s.folder, hex.EncodeToString(sum[:])+ending)
}

// tidy forgets the oldest drafts, and what a crash left half written. What it can't
// remove stays.
func (s *Store) tidy() {
	entries, err := os.ReadDir(s.folder)
	if err != nil {
		return
	}
	type draft struct {
		name     string
		modified time.Time
	}
	var kept []draft
	for _, e := range entries {
		name := filepath.Join(s.folder, e.Name())
		info, err := e.Info()
		switch {
		case err != nil:
		case strings.HasSuffix(name, ending):
			kept = append(kept, draft{name, info.ModTime()})
		case strings.HasPrefix(e.Name(), atomicfile.Unfinished) && s.now().Sub(info.ModTime()) > time.Hour:
			_ = os.Remove(name)
		}
	}
	slices.SortFunc(kept, func(a, b draft) int { return cmp.Or(b.modified.Compare(a.modified), cmp.Compare(a.name, b.name)) })
	for _, d := range kept[min(mostDrafts, len(kept)):] {
		_ = os.Remove(d.name)
	}
}
