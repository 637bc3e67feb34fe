package run

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// settled is a store with runs whose journals have been at rest for long, listed once.
func settled(t *testing.T, runs int) (*Store, []Summary) {
	t.Helper()
	s := newTestStore(t.TempDir())
	for range runs {
		j, err := s.Begin(sampleDraft())
		must(t, err, j.Sending(1), j.Finish(), j.Close(), os.Chtimes(s.path(j.ID()), time.Time{}, clock()().Add(-time.Hour)))
	}
	return s, listed(t, s)
}

func listed(t *testing.T, s *Store) []Summary {
	t.Helper()
	all, err := s.List()
	must(t, err)
	return all
}

// editKept changes the file of the summaries.
func editKept(t *testing.T, s *Store, old, text string) {
	t.Helper()
	path := filepath.Join(s.dir, summariesName)
	before, err := os.ReadFile(path)
	must(t, err)
	after := bytes.ReplaceAll(before, []byte(old), []byte(text))
	if bytes.Equal(before, after) {
		t.Fatalf("%q is not in %s", old, before)
	}
	must(t, os.WriteFile(path, after, 0o600)) //nolint:gosec // a folder of the test
}

func TestTheHistoryKeepsWhatItHasRead(t *testing.T) {
	t.Parallel()
	s, read := settled(t, 3)
	if d := diff(read, listed(t, s)); d != "" {
		t.Errorf("what was kept is not what was read: %s", d)
	}
	editKept(t, s, "carrier-dids", "kept")
	if got := listed(t, s)[0].File; got != "/data/kept.xlsx" {
		t.Errorf("a journal at rest was read again: %s", got)
	}
}

// TestTheHistoryReadsWhatDoesNotFit changes the journal or what was kept of it. The
// history tells then what the journal says.
func TestTheHistoryReadsWhatDoesNotFit(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(t *testing.T, s *Store, id string){
		"a journal that went on": func(t *testing.T, s *Store, id string) {
			t.Helper()
			j, err := s.Open(id)
			must(t, err, j.Resumed(StageAdd, "Grace"), j.Close(), os.Chtimes(s.path(id), time.Time{}, clock()().Add(-time.Hour)))
		},
		"a journal of another time": func(t *testing.T, s *Store, id string) {
			t.Helper()
			must(t, os.Chtimes(s.path(id), time.Time{}, clock()().Add(-time.Minute)))
		},
		"a word that is not known": func(t *testing.T, s *Store, _ string) {
			t.Helper()
			editKept(t, s, `"unfinished"`, `"asleep"`)
		},
		"an outcome that is not known": func(t *testing.T, s *Store, _ string) {
			t.Helper()
			editKept(t, s, `"refused"`, `"lost"`)
		},
		"no file of summaries": func(t *testing.T, s *Store, _ string) {
			t.Helper()
			must(t, os.WriteFile(filepath.Join(s.dir, summariesName), []byte("{"), 0o600))
		},
	} {
		s, read := settled(t, 1)
		editKept(t, s, "carrier-dids", "kept")
		change(t, s, read[0].ID)
		for range 2 { // read, and then kept anew
			if d := diff(read, listed(t, s)); d != "" {
				t.Errorf("%s: %s", name, d)
			}
		}
	}
}

// TestAJournalInUseIsNotKept lists a run whose journal has just changed, as the next
// change may leave size and time as they are.
func TestAJournalInUseIsNotKept(t *testing.T) {
	t.Parallel()
	s := newTestStore(t.TempDir())
	j := begin(t, s)
	must(t, j.Close())
	listed(t, s)
	if _, err := os.Stat(filepath.Join(s.dir, summariesName)); err == nil {
		t.Error("its summary was kept")
	}
}

func TestADeletedRunIsKeptNowhere(t *testing.T) {
	t.Parallel()
	s, read := settled(t, 2)
	must(t, s.Delete(read[0].ID))
	listed(t, s)
	text, err := os.ReadFile(filepath.Join(s.dir, summariesName))
	must(t, err)
	if bytes.Contains(text, []byte(read[0].ID)) || !bytes.Contains(text, []byte(read[1].ID)) {
		t.Errorf("kept: %s", text)
	}
}
