package run

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"numberloader/internal/fault"
)

// TestAJournalThatIsReadMeanwhileGoesOn has a backup that reads the journal of a
// run under way. Nobody deletes a file that is open on Windows.
func TestAJournalThatIsReadMeanwhileGoesOn(t *testing.T) {
	t.Parallel()
	s := newTestStore(filepath.Join(t.TempDir(), "runs"))
	j := begin(t, s)
	backup, err := os.Open(s.path(j.ID()))
	must(t, err)
	must(t, j.Sending(1), j.Close())
	again, err := s.Open(j.ID())
	must(t, err)
	must(t, again.Finish(), again.Close())
	if err := s.Delete(j.ID()); fault.KindOf(err) != fault.SaveFailed {
		t.Errorf("deleting: %v", err)
	}
	must(t, backup.Close(), s.Delete(j.ID()))
}

// TestAJournalThatAnotherProgramHoldsIsNotLost has a program that lets nobody in.
func TestAJournalThatAnotherProgramHoldsIsNotLost(t *testing.T) {
	t.Parallel()
	s := newTestStore(filepath.Join(t.TempDir(), "runs"))
	j := begin(t, s)
	must(t, j.Sending(1), j.Close())
	name, err := syscall.UTF16PtrFromString(s.path(j.ID()))
	must(t, err)
	held, err := syscall.CreateFile(name, syscall.GENERIC_READ, 0, nil, syscall.OPEN_EXISTING, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	must(t, err)
	if _, err := s.Open(j.ID()); err == nil {
		t.Error("it was opened")
	}
	if all, err := s.List(); err != nil || len(all) != 1 || !all[0].Damaged {
		t.Errorf("the history is %+v (%v)", all, err)
	}
	must(t, syscall.CloseHandle(held))
	if r := load(t, s, j.ID()); r.State != Unfinished || r.Sent[0].State != SentUnderWay {
		t.Errorf("got %v, %v", r.State, r.Sent[0].State)
	}
}
