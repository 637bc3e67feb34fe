package practice

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"numberloader/internal/atomicfile"
)

// The words of the API for kinds, usages and states.
const (
	typeDID      = "DID"
	typeTollFree = "TOLLFREE"
	typeMobile   = "MOBILE"

	ownerPerson    = "PEOPLE"
	ownerWorkspace = "PLACE"
	ownerQueue     = "CALL_QUEUE"
	ownerAttendant = "AUTO_ATTENDANT"

	usageNone    = "NONE"
	usageService = "SERVICE"

	stateActive   = "ACTIVE"
	stateInactive = "INACTIVE"
)

// entry is a number of the organization, or an extension without one.
type entry struct {
	PhoneNumber string `json:"phoneNumber,omitempty"`
	Extension   string `json:"extension,omitempty"`
	Location    string `json:"location"` // ID
	Type        string `json:"type"`
	Usage       string `json:"usage"`
	State       string `json:"state"`
	Main        bool   `json:"main,omitempty"`
	Owner       string `json:"owner,omitempty"`     // who it is assigned to, "" for nobody
	OwnerType   string `json:"ownerType,omitempty"` // "" for a person
}

// stateVersion is the version of the state file's form. In version 1 nothing followed
// the numbers.
const stateVersion = 2

// state is what the state file begins with, on a line of its own. Each line after it
// holds entries that were added since, so that adding does not write all numbers anew.
type state struct {
	Version int     `json:"version"`
	Numbers []entry `json:"numbers"`
}

// store holds the numbers and keeps them in a file. Before each use it looks
// whether another Number Loader on this computer has changed the file.
type store struct {
	path string

	mu     sync.Mutex
	list   []entry
	seen   os.FileInfo // of the file whose content list is; nil for none
	grows  bool        // that file may be written on
	byText map[string]int

	now    func() time.Time
	behind time.Duration // how far what is shown is behind
	past   []past        // the oldest first
}

var errDamaged = errors.New("the state file is damaged")

// openStore reads the state file, or begins with the numbers of a new
// organization.
func openStore(path string) (*store, error) {
	s := &store{path: path}
	s.take(newNumbers())
	if path == "" {
		return s, nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, fmt.Errorf("folder of the practice organization: %w", err)
	}
	err := s.refresh()
	if errors.Is(err, errDamaged) {
		err = os.Rename(path, path+".damaged")
	}
	if err != nil {
		return nil, fmt.Errorf("practice organization: %w", err)
	}
	return s, nil
}

func (s *store) take(list []entry) {
	s.list = list
	s.byText = make(map[string]int, len(list))
	for i := range list {
		if list[i].PhoneNumber != "" {
			s.byText[list[i].PhoneNumber] = i
		}
	}
}

// refresh reads the file if it is another one than last time.
func (s *store) refresh() error {
	if s.path == "" {
		return nil
	}
	info, err := os.Stat(s.path)
	if errors.Is(err, fs.ErrNotExist) || err == nil && s.isSeen(info) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("look at the state file: %w", err)
	}
	text, err := os.ReadFile(s.path)
	if err != nil {
		return fmt.Errorf("read the state file: %w", err)
	}
	list, whole, err := parse(text)
	if err != nil {
		return err
	}
	s.take(list)
	s.seen, s.grows = info, whole
	return nil
}

// parse reads a state file. It is not whole, and can't be written on, if it is of version 1
// or its end was cut: what that was about to say counts as not done.
func parse(text []byte) (list []entry, whole bool, err error) {
	lines := json.NewDecoder(bytes.NewReader(text))
	var first state
	if err := lines.Decode(&first); err != nil || first.Version < 1 || first.Version > stateVersion {
		return nil, false, errDamaged
	}
	list, whole = first.Numbers, first.Version == stateVersion && bytes.HasSuffix(text, []byte("\n"))
	for {
		var added []entry
		err := lines.Decode(&added)
		if err != nil {
			return list, whole && errors.Is(err, io.EOF), nil
		}
		list = append(list, added...)
	}
}

func (s *store) isSeen(info os.FileInfo) bool {
	return s.seen != nil && os.SameFile(s.seen, info) && s.seen.ModTime().Equal(info.ModTime()) && s.seen.Size() == info.Size()
}

// view calls look with the numbers, which it must not keep or change.
func (s *store) view(look func(list []entry, byText map[string]int)) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.refresh(); err != nil {
		return err
	}
	look(s.list, s.byText)
	return nil
}

// shows calls look with the numbers as they are shown, which it must not keep or
// change.
func (s *store) shows(look func(list []entry)) error {
	return s.view(func([]entry, map[string]int) { look(s.shown()) })
}

// add calls choose with where each number is. The entries that it returns are
// added once they are saved.
func (s *store) add(choose func(byText map[string]int) []entry) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.refresh(); err != nil {
		return err
	}
	added := choose(s.byText)
	if len(added) == 0 {
		return nil
	}
	s.changed()
	before := len(s.list)
	s.list = append(s.list, added...)
	if err := s.saveAdded(added); err != nil {
		s.list = s.list[:before]
		return err
	}
	for i := before; i < len(s.list); i++ {
		s.byText[s.list[i].PhoneNumber] = i
	}
	return nil
}

// change calls edit with the numbers. What it returns replaces them once it is
// saved; nil leaves them as they are. edit must not write to the list it gets.
func (s *store) change(edit func(list []entry, byText map[string]int) []entry) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.refresh(); err != nil {
		return err
	}
	edited := edit(s.list, s.byText)
	if edited == nil {
		return nil
	}
	if err := s.save(edited); err != nil {
		return err
	}
	s.changed()
	s.take(edited)
	return nil
}

// saveAdded writes the last entries of the list to the end of the file, or the whole
// list where the file can't be written on.
func (s *store) saveAdded(added []entry) error {
	if s.path == "" {
		return nil
	}
	if !s.grows {
		return s.save(s.list)
	}
	text, err := json.Marshal(added)
	if err != nil {
		return fmt.Errorf("save the practice organization: %w", err)
	}
	text = append(text, '\n')
	s.grows = false // until all of it is there
	file, err := os.OpenFile(s.path, os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		return fmt.Errorf("save the practice organization: %w", err)
	}
	_, err = file.Write(text)
	info, looked := file.Stat()
	if err := errors.Join(err, looked, file.Close()); err != nil {
		return fmt.Errorf("save the practice organization: %w", err)
	}
	if s.grows = info.Size() == s.seen.Size()+int64(len(text)); !s.grows {
		s.seen = nil // another program wrote as well
		return nil
	}
	s.seen = info
	return nil
}

// save writes the file whole or not at all.
func (s *store) save(list []entry) error {
	if s.path == "" {
		return nil
	}
	text, err := json.Marshal(state{stateVersion, list})
	if err != nil {
		return fmt.Errorf("save the practice organization: %w", err)
	}
	if err := atomicfile.Replace(s.path, append(text, '\n')); err != nil {
		return fmt.Errorf("save the practice organization: %w", err)
	}
	if s.seen, err = os.Stat(s.path); err != nil {
		return fmt.Errorf("save the practice organization: %w", err)
	}
	s.grows = true
	return nil
}
