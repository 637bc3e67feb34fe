package platform

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"sync"

	"github.com/gofrs/flock"

	"numberloader/internal/atomicfile"
)

// Preferences are small values that are remembered under a key, such as the size of
// the window, in a JSON file. A value that is set counts at once and is written in the
// background; programs that run at the same time lose nothing of each other's. What
// the file holds must be no secret. Its methods may be called from any goroutine.
type Preferences struct {
	path string

	mu      sync.Mutex
	values  map[string]json.RawMessage
	changed map[string]json.RawMessage // that are not written yet
	writing chan struct{}              // closed when nothing is being written; nil if nothing was
	failed  error                      // of the last try to write
}

// OpenPreferences returns the preferences in the file at path. If there is no such
// file, they begin with those of earlier, a file of the same form; "" is none. A file
// that is damaged counts as empty.
func OpenPreferences(path, earlier string) *Preferences {
	p := &Preferences{path: path, values: map[string]json.RawMessage{}, changed: map[string]json.RawMessage{}}
	if _, err := os.Lstat(path); errors.Is(err, os.ErrNotExist) && earlier != "" {
		p.values = readPreferences(earlier)
		p.changed = maps.Clone(p.values)
	} else {
		p.values = readPreferences(path)
	}
	return p
}

// readPreferences is what a file holds; nothing if it can't be read.
func readPreferences(path string) map[string]json.RawMessage {
	values := map[string]json.RawMessage{}
	if info, err := os.Stat(path); err != nil || info.Size() > memoryBytes {
		return values
	}
	text, err := os.ReadFile(path) //nolint:gosec // a file of the program
	if err != nil || json.Unmarshal(text, &values) != nil || values == nil {
		return map[string]json.RawMessage{}
	}
	return values
}

// Bool is the value of a key, false if there is none.
func (p *Preferences) Bool(key string) bool { return preference(p, key, false) }

// SetBool remembers a value.
func (p *Preferences) SetBool(key string, value bool) { p.set(key, value) }

// FloatWithFallback is the value of a key, and fallback if there is none.
func (p *Preferences) FloatWithFallback(key string, fallback float64) float64 {
	return preference(p, key, fallback)
}

// SetFloat remembers a value.
func (p *Preferences) SetFloat(key string, value float64) { p.set(key, value) }

// StringList is the value of a key, nil if there is none.
func (p *Preferences) StringList(key string) []string { return preference[[]string](p, key, nil) }

// SetStringList remembers a value.
func (p *Preferences) SetStringList(key string, value []string) { p.set(key, value) }

// preference is the value of a key, and fallback if there is none of its type.
func preference[T any](p *Preferences, key string, fallback T) T {
	p.mu.Lock()
	defer p.mu.Unlock()
	var value T
	text, ok := p.values[key]
	if !ok || json.Unmarshal(text, &value) != nil {
		return fallback
	}
	return value
}

func (p *Preferences) set(key string, value any) {
	text, err := json.Marshal(value)
	p.mu.Lock()
	defer p.mu.Unlock()
	if err != nil {
		p.failed = fmt.Errorf("remember %s: %w", key, err)
		return
	}
	p.values[key], p.changed[key] = text, text
	if p.writing == nil {
		p.writing = make(chan struct{})
		go p.write()
	}
}

// write writes until nothing is left to be written.
func (p *Preferences) write() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for len(p.changed) > 0 {
		changed := p.changed
		p.changed = map[string]json.RawMessage{}
		p.mu.Unlock()
		err := p.merge(changed)
		p.mu.Lock()
		p.failed = err
	}
	close(p.writing)
	p.writing = nil
}

// merge writes values into the file among those that others have written.
func (p *Preferences) merge(changed map[string]json.RawMessage) error {
	lock := flock.New(p.path + ".lock")
	if err := lock.Lock(); err != nil {
		return fmt.Errorf("preferences: %w", err)
	}
	defer func() { _ = lock.Unlock() }()
	values := readPreferences(p.path)
	maps.Copy(values, changed)
	text, err := json.MarshalIndent(values, "", "\t")
	if err != nil {
		return fmt.Errorf("preferences: %w", err)
	}
	if err := atomicfile.Replace(p.path, text); err != nil {
		return fmt.Errorf("preferences: %w", err)
	}
	return nil
}

// Close waits until everything is written. The error is that of the last try.
func (p *Preferences) Close() error {
	p.mu.Lock()
	writing := p.writing
	p.mu.Unlock()
	if writing != nil {
		<-writing
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.failed
}
