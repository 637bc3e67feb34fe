//go:build !windows

package report

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"numberloader/internal/fault"
	"numberloader/internal/phrase"
)

// TestOnlyOrdinaryFilesAreReplaced has what a name can stand for besides.
func TestOnlyOrdinaryFilesAreReplaced(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	pipe, link := filepath.Join(folder, "pipe.xlsx"), filepath.Join(folder, "link.xlsx")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(folder, "elsewhere"), link); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{pipe, link, "/dev/null"} {
		err := New(nil).SaveResults(path, example(t), true)
		if fault.KindOf(err) != fault.SaveFailed || !strings.Contains(phrase.Explain(err).What, "is not an ordinary file. It was not changed.") {
			t.Errorf("%s: got %v", path, err)
		}
	}
	if got := names(t, folder); got != "link.xlsx pipe.xlsx" {
		t.Errorf("the folder holds %s", got)
	}
}

func TestAFullDiskAndOneThatMayOnlyBeReadAreSaid(t *testing.T) {
	t.Parallel()
	for err, want := range map[syscall.Errno]string{
		syscall.ENOSPC: "because there is no room left in",
		syscall.EDQUOT: "because there is no room left in",
		syscall.EROFS:  "because nothing may be written in",
	} {
		if m := phrase.Explain(failed("results.xlsx", err)); !strings.Contains(m.What, want) {
			t.Errorf("%v: got %q", err, m.What)
		}
	}
}

// TestAFullFolderForUnfinishedFilesIsNamed has the library's own file fail, which is
// not in the folder of the results.
func TestAFullFolderForUnfinishedFilesIsNamed(t *testing.T) {
	t.Parallel()
	err := fmt.Errorf("sheet Results: %w", &fs.PathError{Op: "write", Path: "/scratch/excelize-1", Err: syscall.ENOSPC})
	want := "results.xlsx could not be saved, because there is no room left in /scratch."
	if m := phrase.Explain(failed("/lists/results.xlsx", err)); m.What != want {
		t.Errorf("got %q, want %q", m.What, want)
	}
}
