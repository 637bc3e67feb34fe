package platform

import (
	"os"
	"path/filepath"
	"testing"
)

// leave makes what a program leaves that is killed: its lock is free, and everything
// else is still there.
func leave(t *testing.T, data, folder string) (s *Scratch, beside string) {
	t.Helper()
	s, err := OpenScratch(data)
	if err != nil {
		t.Fatal(err)
	}
	file, _, err := s.Create(folder)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(s.folder, "excelize-1"), []byte("+12125550101"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	return s, file.Name()
}

func kill(t *testing.T, s *Scratch) {
	t.Helper()
	if err := s.lock.Unlock(); err != nil {
		t.Fatal(err)
	}
}

func isThere(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

func TestTheNextStartClearsWhatAKilledProgramLeft(t *testing.T) {
	t.Parallel()
	data, folder := t.TempDir(), t.TempDir()
	killed, left := leave(t, data, folder)
	running, unfinished := leave(t, data, folder)
	kill(t, killed)
	next, err := OpenScratch(data)
	if err != nil {
		t.Fatal(err)
	}
	if isThere(killed.folder) || isThere(left) {
		t.Error("something is left of the program that was killed")
	}
	if !isThere(running.folder) || !isThere(unfinished) {
		t.Error("something of a program that is at work was removed")
	}
	for _, s := range []*Scratch{running, next} {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
	if entries, err := os.ReadDir(folder); err != nil || len(entries) > 0 {
		t.Errorf("left %v (%v)", entries, err)
	}
	if entries, err := os.ReadDir(filepath.Join(data, "scratch")); err != nil || len(entries) != 1 {
		t.Errorf("besides the lock there is %v (%v)", entries, err)
	}
}

// TestAFileWithItsFinalNameStays has a program that is killed after its workbook was
// finished, and a note that was tampered with.
func TestAFileWithItsFinalNameStays(t *testing.T) {
	t.Parallel()
	data, folder := t.TempDir(), t.TempDir()
	killed, unfinished := leave(t, data, folder)
	finished, mine := filepath.Join(folder, "results.xlsx"), filepath.Join(folder, "mine.txt")
	if err := os.Rename(unfinished, finished); err != nil {
		t.Fatal(err)
	}
	for path, text := range map[string]string{mine: "text", filepath.Join(killed.folder, scratchNote+"x"): mine} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	kill(t, killed)
	next, err := OpenScratch(data)
	if err != nil {
		t.Fatal(err)
	}
	if !isThere(finished) || !isThere(mine) || isThere(killed.folder) {
		t.Error("a file was removed that is not unfinished, or the folder is left")
	}
	if err := next.Close(); err != nil {
		t.Error(err)
	}
}

func TestAFileInAFolderThatIsMissingIsNotNoted(t *testing.T) {
	t.Parallel()
	s, err := OpenScratch(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.Create(filepath.Join(t.TempDir(), "missing")); err == nil {
		t.Error("a file was made in a folder that is missing")
	}
	if entries, err := os.ReadDir(s.folder); err != nil || len(entries) != 1 {
		t.Errorf("besides the lock there is %v (%v)", entries, err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}
