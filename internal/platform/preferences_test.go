package platform

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
)

func closed(t *testing.T, all ...*Preferences) {
	t.Helper()
	for _, p := range all {
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestPreferencesAreRemembered(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "preferences.json")
	p := OpenPreferences(path, "")
	if p.Bool("signed-in") || p.FloatWithFallback("width", 7) != 7 || p.StringList("recent") != nil {
		t.Error("there is something at first")
	}
	p.SetBool("signed-in", true)
	p.SetFloat("width", 1100)
	p.SetFloat("width", 1200.5)
	p.SetStringList("recent", []string{"a", "ü"})
	for range 2 {
		if !p.Bool("signed-in") || p.FloatWithFallback("width", 7) != 1200.5 || !slices.Equal(p.StringList("recent"), []string{"a", "ü"}) {
			t.Error("something is not remembered")
		}
		closed(t, p)
		p = OpenPreferences(path, "")
	}
	if p.FloatWithFallback("recent", 7) != 7 {
		t.Error("a value of another type is taken")
	}
}

// TestProgramsAtTheSameTimeKeepEachOthersPreferences has many starts at once.
func TestProgramsAtTheSameTimeKeepEachOthersPreferences(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "preferences.json")
	const starts, values = 8, 20
	var all sync.WaitGroup
	for start := range starts {
		all.Go(func() {
			p := OpenPreferences(path, "")
			for value := range values {
				p.SetFloat(fmt.Sprint(start, "-", value), 1)
			}
			closed(t, p)
		})
	}
	all.Wait()
	p := OpenPreferences(path, "")
	for start := range starts {
		for value := range values {
			if key := fmt.Sprint(start, "-", value); p.FloatWithFallback(key, 0) != 1 {
				t.Errorf("%s is lost", key)
			}
		}
	}
}

// TestPreferencesOfTheToolkitAreTakenOver has the file of version 0.2, and later one
// of our own beside it.
func TestPreferencesOfTheToolkitAreTakenOver(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	earlier, path := filepath.Join(folder, "earlier.json"), filepath.Join(folder, "preferences.json")
	if err := os.WriteFile(earlier, []byte(`{"recent":["a.xlsx"],"width":1100,"signedIn":true}`), 0o600); err != nil {
		t.Fatal(err)
	}
	p := OpenPreferences(path, earlier)
	p.SetFloat("width", 900)
	closed(t, p)
	if err := os.Remove(earlier); err != nil {
		t.Fatal(err)
	}
	p = OpenPreferences(path, earlier)
	if !p.Bool("signedIn") || p.FloatWithFallback("width", 0) != 900 || !slices.Equal(p.StringList("recent"), []string{"a.xlsx"}) {
		t.Error("something of the earlier version is lost")
	}
}

func TestDamagedPreferencesCountAsEmpty(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "preferences.json")
	for _, text := range []string{"", "{", "null", "[]", `{"width":"wide"}`} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		p := OpenPreferences(path, "")
		if got := p.FloatWithFallback("width", 7); got != 7 {
			t.Errorf("%q: got %v", text, got)
		}
		p.SetFloat("width", 8)
		closed(t, p)
		if got := OpenPreferences(path, "").FloatWithFallback("width", 7); got != 8 {
			t.Errorf("%q: afterwards %v", text, got)
		}
	}
}

func TestPreferencesThatCannotBeWrittenAreTold(t *testing.T) {
	t.Parallel()
	p := OpenPreferences(filepath.Join(t.TempDir(), "missing", "preferences.json"), "")
	p.SetBool("signedIn", true)
	if err := p.Close(); err == nil || !p.Bool("signedIn") {
		t.Errorf("got %v", err)
	}
}
