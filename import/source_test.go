package importer

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"numberloader/import/filetest"
	"numberloader/internal/fault"
	"numberloader/internal/number"
)

func TestAFileThatChangesWhileItIsReadIsNotTaken(t *testing.T) {
	t.Parallel()
	const list = "Phone number\n+12125550123\n"
	changes := map[string]func(path string) error{
		"grows":      func(path string) error { return os.WriteFile(path, []byte(list+"+12125550124\n"), 0o600) },
		"shrinks":    func(path string) error { return os.Truncate(path, 3) },
		"is emptied": func(path string) error { return os.Truncate(path, 0) },
		"is written": func(path string) error { return os.Chtimes(path, time.Time{}, time.Unix(1_000_000, 0)) },
		"is removed": os.Remove,
		"grows and looks old": func(path string) error {
			before, err := os.Stat(path)
			if err != nil {
				return err
			}
			return errors.Join(os.WriteFile(path, []byte(list+list), 0o600), os.Chtimes(path, time.Time{}, before.ModTime()))
		},
	}
	for name, change := range changes {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "list.csv")
			if err := os.WriteFile(path, []byte(list), 0o600); err != nil {
				t.Fatal(err)
			}
			var kept error
			openAndChange := func(path string) (*source, error) {
				s, err := open(path)
				kept = change(path)
				return s, err
			}
			_, err := readFile(t.Context(), path, number.Layout{}, openAndChange, nil)
			if kept != nil {
				t.Skip("the system keeps open files as they are: ", kept)
			}
			filetest.Refused(t, err, fault.FileLocked, "changed while it was read", "open it again")
		})
	}
}

func TestLinksAreFollowed(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	at := func(name string) string { return filepath.Join(folder, name) }
	if err := os.WriteFile(at("list.csv"), []byte("Phone number\n+12125550123\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	err := errors.Join(os.Symlink(at("list.csv"), at("link.csv")), os.Symlink(at("b.csv"), at("a.csv")), os.Symlink(at("a.csv"), at("b.csv")))
	if err != nil {
		t.Skip("no links here: ", err)
	}
	if _, err := os.Stat(at("link.csv")); err != nil && runtime.GOOS == "windows" {
		t.Skip("Wine 8 makes links that it can't follow: ", err)
	}
	table, err := Read(t.Context(), at("link.csv"), number.Layout{}, nil)
	if err != nil || len(table.Records) != 1 {
		t.Errorf("%v behind a link (%v)", table, err)
	}
	_, err = Read(t.Context(), at("a.csv"), number.Layout{}, nil)
	filetest.Refused(t, err, fault.FileMissing, "a.csv", "leads back to itself")
}

// TestADriveThatFailsIsNoDamagedFile closes the file before it is read.
func TestADriveThatFailsIsNoDamagedFile(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"list.csv", "list.xlsx"} {
		path := filepath.Join(t.TempDir(), name)
		content := []byte("Phone number\n+12125550123\n")
		if name == "list.xlsx" {
			content = filetest.Zip(t, filetest.Workbook(listData))
		}
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		openAndClose := func(path string) (*source, error) {
			s, err := open(path)
			if err != nil {
				return nil, err
			}
			return s, s.file.Close()
		}
		_, err := readFile(t.Context(), path, number.Layout{}, openAndClose, nil)
		filetest.Refused(t, err, fault.FileMissing, "can't be read")
	}
}
