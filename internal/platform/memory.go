package platform

import (
	"encoding/json"
	"fmt"
	"os"
	"sync"

	"numberloader/internal/atomicfile"
)

// Memory remembers values by key in a JSON file, the most recently remembered
// first. The file is replaced whole or not at all; one that is damaged, or was
// written by a later version of the program, counts as empty. Its methods may be
// called from several goroutines. T must not contain phone numbers: the file is
// no secret.
type Memory[T any] struct {
	path string
	mu   sync.Mutex
}

// NewMemory returns the memory in a file, which need not exist.
func NewMemory[T any](path string) *Memory[T] { return &Memory[T]{path: path} }

// memoryVersion is the version of the file's form.
const memoryVersion = 1

// Bounds of a memory: how many values are kept, and how large a file is read.
const (
	memoryEntries = 200
	memoryBytes   = 4 << 20
)

type memoryFile[T any] struct {
	Version int              `json:"version"`
	Entries []memoryEntry[T] `json:"entries"`
}

type memoryEntry[T any] struct {
	Key   string `json:"key"`
	Value T      `json:"value"`
}

// Recall is the value that was remembered under a key. ok is false if there is
// none.
func (m *Memory[T]) Recall(key string) (value T, ok bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, entry := range m.read() {
		if entry.Key == key {
			return entry.Value, true
		}
	}
	return value, false
}

// Remember keeps a value under a key, in place of an earlier one. Beyond 200
// values the oldest is forgotten.
func (m *Memory[T]) Remember(key string, value T) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	entries := []memoryEntry[T]{{key, value}}
	for _, entry := range m.read() {
		if entry.Key != key && len(entries) < memoryEntries {
			entries = append(entries, entry)
		}
	}
	text, err := json.MarshalIndent(memoryFile[T]{memoryVersion, entries}, "", "\t")
	if err != nil {
		return fmt.Errorf("remember: %w", err)
	}
	if err := atomicfile.Replace(m.path, text); err != nil {
		return fmt.Errorf("remember: %w", err)
	}
	return nil
}

// read is what the file holds; nothing if it can't be read.
func (m *Memory[T]) read() []memoryEntry[T] {
	if info, err := os.Stat(m.path); err != nil || info.Size() > memoryBytes {
		return nil
	}
	text, err := os.ReadFile(m.path)
	if err != nil {
		return nil
	}
	var file memoryFile[T]
	if json.Unmarshal(text, &file) != nil || file.Version != memoryVersion {
		return nil
	}
	return file.Entries
}
