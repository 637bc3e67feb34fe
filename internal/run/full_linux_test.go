package run

import (
	"errors"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"numberloader/internal/fault"
)

const (
	// isChild tells this test program that it is a child of itself, in the
	// folder that holds the folder of the journals.
	isChild  = "NUMBERLOADER_JOURNAL_CHILD"
	journals = "runs"
	sampleID = "20261123-141205-7f3a"
)

// inChild runs this test again in a program of its own, as one that may not do
// what it usually may, and hands back what it says.
func inChild(t *testing.T, folder string, prefix ...string) string {
	t.Helper()
	command := append(prefix, os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v") //nolint:gocritic // the prefix is this call's own
	child := exec.CommandContext(t.Context(), command[0], command[1:]...)        //nolint:gosec // this program
	child.Env, child.Dir = append(os.Environ(), isChild+"=1"), folder
	said, err := child.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	return string(said)
}

// A disk that is full stops the journal at the line that does not fit any more,
// and all lines before it stay.
func TestAFullDiskLosesNothing(t *testing.T) {
	t.Parallel()
	if os.Getenv(isChild) != "" {
		fillUp(t, newTestStore(journals))
		return
	}
	folder := t.TempDir()
	said := inChild(t, folder)
	s := newTestStore(filepath.Join(folder, journals))
	r := load(t, s, sampleID)
	row := r.Requests[0].Rows[0]
	if r.Lines[row].Result.Outcome != Added || r.State != Unfinished {
		t.Errorf("got %v: %s", r.Lines[row].Result, said)
	}
	j, err := s.Open(sampleID) // there is room again
	must(t, err)
	must(t, j.Sending(2), j.Close())
}

func fillUp(t *testing.T, s *Store) {
	t.Helper()
	signal.Ignore(syscall.SIGXFSZ)
	j, err := s.Begin(sampleDraft())
	must(t, err)
	must(t, j.Sending(1), j.Answered(1, Sent{HTTPStatus: 201}, []Update{{j.Run().Requests[0].Rows[0], result(Added)}}))
	limit := uint64(len(readFile(t, s, j.ID()))) + 300
	must(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: limit, Max: limit}))
	for range 10 {
		if err = j.Sending(2); err != nil {
			break
		}
	}
	if fault.KindOf(err) != fault.SaveFailed || !errors.Is(err, syscall.EFBIG) {
		t.Errorf("a full disk: %v", err)
	}
	if again := j.Finish(); !errors.Is(again, err) {
		t.Errorf("after that: %v", again)
	}
	must(t, j.Close())
}

func TestAJournalThatMayNotBeWrittenIsSaidSo(t *testing.T) {
	t.Parallel()
	if os.Getenv(isChild) != "" {
		s := newTestStore(journals)
		_, opened := s.Open(sampleID)
		_, begun := s.Begin(sampleDraft())
		if fault.KindOf(opened) != fault.SaveFailed || fault.KindOf(begun) != fault.SaveFailed {
			t.Errorf("opened %v, begun %v", opened, begun)
		}
		if load(t, s, sampleID).State != Unfinished {
			t.Error("it can't be read")
		}
		return
	}
	if _, err := exec.LookPath("setpriv"); err != nil || os.Geteuid() != 0 {
		t.Skip("only root can become somebody else")
	}
	all, err := os.MkdirTemp("", "journal-") //nolint:usetesting // others have to get there
	must(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(all) })
	folder := filepath.Join(all, journals)
	s := newTestStore(folder)
	j, err := s.Begin(sampleDraft())
	must(t, err)
	must(t, j.Close())
	for path, mode := range map[string]os.FileMode{all: 0o755, folder: 0o755, s.path(j.ID()): 0o644} {
		must(t, os.Chmod(path, mode))
	}
	said := inChild(t, all, "setpriv", "--reuid", "65534", "--clear-groups", "--")
	if !strings.Contains(said, "PASS") {
		t.Error(said)
	}
}
