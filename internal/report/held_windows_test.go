package report

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"numberloader/import/filetest"
	"numberloader/internal/fault"
	"numberloader/internal/phrase"
)

// TestAWorkbookThatExcelHoldsStaysAsItWas saves results under the name of a
// workbook that is open in another program, and then under a free name.
func TestAWorkbookThatExcelHoldsStaysAsItWas(t *testing.T) {
	t.Parallel()
	for name, share := range map[string]uint32{"to itself": 0, "so that others may read it": syscall.FILE_SHARE_READ, "for a moment": syscall.FILE_SHARE_READ | syscall.FILE_SHARE_WRITE} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "results.xlsx")
			if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
				t.Fatal(err)
			}
			letGo := filetest.Hold(t, path, share)
			refused(t, New(nil).SaveResults(path, example(t), true), fault.SaveFailed, "results.xlsx is open in another program, such as Excel. It was not changed.")
			refused(t, New(nil).SaveResults(path, example(t), false), fault.Exists, "A file named results.xlsx is there already. It was not changed.")
			saveBeside(t, path)
			letGo()
			if text, err := os.ReadFile(path); err != nil || string(text) != "old" {
				t.Errorf("it became %q (%v)", text, err)
			}
			if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) != 2 {
				t.Errorf("there is %v (%v)", entries, err)
			}
			if err := New(nil).SaveResults(path, example(t), true); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestAReadOnlyWorkbookStaysAsItWas(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "results.xlsx")
	if err := os.WriteFile(path, []byte("old"), 0o400); err != nil {
		t.Fatal(err)
	}
	refused(t, New(nil).SaveResults(path, example(t), true), fault.SaveFailed, "results.xlsx is read-only. It was not changed.")
	saveBeside(t, path)
	if info, err := os.Stat(path); err != nil || info.Size() != int64(len("old")) || info.Mode().Perm()&0o200 != 0 {
		t.Errorf("it is %v (%v)", info, err)
	}
}

// TestResultsAreNotSavedWhereNobodyFindsThem has a device, which swallows
// everything, and a name that stands for a part of another file. Newer versions of
// Windows let a file have the name CON.xlsx.
func TestResultsAreNotSavedWhereNobodyFindsThem(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	for _, name := range []string{"NUL", "nul", "CON", "COM1", "run 14:12.xlsx"} {
		for _, path := range []string{filepath.Join(folder, name), `\\.\` + name} {
			for _, replace := range []bool{false, true} {
				err := New(nil).SaveResults(path, example(t), replace)
				refused(t, err, fault.SaveFailed, "Windows does not allow a file named "+strings.TrimPrefix(path, `\\.\`)+".")
			}
		}
	}
	if entries, err := os.ReadDir(folder); err != nil || len(entries) > 0 {
		t.Errorf("there is %v (%v)", entries, err)
	}
	path := filepath.Join(folder, "CON.xlsx")
	if err := New(nil).SaveResults(path, example(t), false); err == nil {
		read(t, path)
	} else {
		refused(t, err, fault.SaveFailed, "Windows does not allow a file named "+path+".")
	}
}

// saveBeside saves the results of the list at path under the name that they get by
// themselves.
func saveBeside(t *testing.T, path string) {
	t.Helper()
	anywhere := func(string) bool { return true }
	free, err := ResultsPath(path, time.Now(), anywhere)
	if err != nil {
		t.Fatal(err)
	}
	if err := New(nil).SaveResults(free, example(t), false); err != nil {
		t.Fatal(err)
	}
	read(t, free)
}

func refused(t *testing.T, err error, kind fault.Kind, what string) {
	t.Helper()
	if err == nil {
		t.Fatal("it was saved")
	}
	if message := phrase.Explain(err); fault.KindOf(err) != kind || message.What != what {
		t.Errorf("got %v, %q; wanted %q", err, message.What, what)
	}
}
