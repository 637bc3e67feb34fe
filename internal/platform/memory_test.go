package platform

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

type answer struct {
	Column string `json:"column"`
}

func remember(t *testing.T, m *Memory[answer], key, column string) {
	t.Helper()
	if err := m.Remember(key, answer{column}); err != nil {
		t.Fatal(err)
	}
}

func TestWhatIsRememberedOutlivesTheProgram(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "answers.json")
	m := NewMemory[answer](path)
	if got, ok := m.Recall("site number"); ok {
		t.Errorf("remembered %v before anything was", got)
	}
	remember(t, m, "site number", "B")
	remember(t, m, "name tel", "C")
	remember(t, m, "site number", "D")
	again := NewMemory[answer](path)
	for key, want := range map[string]string{"site number": "D", "name tel": "C"} {
		if got, ok := again.Recall(key); !ok || got.Column != want {
			t.Errorf("%s: got %v, %v", key, got, ok)
		}
	}
	if entries := again.read(); len(entries) != 2 || entries[0].Key != "site number" {
		t.Errorf("the file holds %v", entries)
	}
}

func TestTheOldestIsForgottenFirst(t *testing.T) {
	t.Parallel()
	m := NewMemory[answer](filepath.Join(t.TempDir(), "answers.json"))
	for i := range memoryEntries + 1 {
		remember(t, m, fmt.Sprint(i), "B")
	}
	if _, ok := m.Recall("0"); ok {
		t.Error("the oldest is still there")
	}
	if _, ok := m.Recall("1"); !ok || len(m.read()) != memoryEntries {
		t.Errorf("%d are remembered", len(m.read()))
	}
}

func TestADamagedMemoryCountsAsEmpty(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"nothing":         "",
		"cut off":         `{"version": 1, "entries": [{"key": "a", "va`,
		"something else":  `["a", "b"]`,
		"a later version": `{"version": 2, "entries": [{"key": "a", "value": {"column": "B"}}]}`,
		"another value":   `{"version": 1, "entries": [{"key": "a", "value": 7}]}`,
		"huge":            `{"version": 1, "entries": [{"key": "a", "value": {"column": "B"}}]}` + strings.Repeat(" ", memoryBytes),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "answers.json")
			if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			m := NewMemory[answer](path)
			if got, ok := m.Recall("a"); ok {
				t.Errorf("recalled %v", got)
			}
			remember(t, m, "a", "C")
			if got, ok := m.Recall("a"); !ok || got.Column != "C" {
				t.Errorf("recalled %v, %v", got, ok)
			}
		})
	}
}

func TestAMemoryThatCannotBeWrittenStaysAsItWas(t *testing.T) {
	t.Parallel()
	if err := NewMemory[answer](filepath.Join(t.TempDir(), "missing", "answers.json")).Remember("a", answer{}); err == nil {
		t.Error("written into a folder that is not there")
	}
	folder := t.TempDir()
	if err := os.MkdirAll(filepath.Join(folder, "answers.json", "inside"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := NewMemory[answer](filepath.Join(folder, "answers.json")).Remember("a", answer{}); err == nil {
		t.Error("a folder was replaced")
	}
	if entries, err := os.ReadDir(folder); err != nil || len(entries) != 1 {
		t.Errorf("left behind: %v (%v)", entries, err)
	}
	if err := NewMemory[func()](filepath.Join(folder, "other.json")).Remember("a", func() {}); err == nil {
		t.Error("a function was remembered")
	}
}
