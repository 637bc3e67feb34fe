package importer_test

import (
	"bytes"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	importer "numberloader/import"
	"numberloader/internal/fault"
	"numberloader/internal/number"
)

// TestReadOfAFileThatExcelHolds opens a file as programs do that edit it. Excel
// lets others read; some let nobody in. What they hold stays as it is.
func TestReadOfAFileThatExcelHolds(t *testing.T) {
	t.Parallel()
	book, err := os.ReadFile(filepath.Join("..", "sample", "carrier-numbers.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{"list.xlsx": book, "list.csv": []byte("Phone number\r\n+18165550101\r\n")} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		letGo := hold(t, path, syscall.FILE_SHARE_READ)
		if table, err := importer.Read(t.Context(), path, number.Layout{}, nil); err != nil || len(table.Records) == 0 {
			t.Errorf("%s that others may read: %v", name, err)
		}
		letGo()
		letGo = hold(t, path, 0)
		if _, err := importer.Read(t.Context(), path, number.Layout{}, nil); fault.KindOf(err) != fault.FileLocked {
			t.Errorf("%s: the error is %v, wanted that another program holds the file", name, err)
		}
		letGo()
		if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, content) {
			t.Errorf("%s is not what it was (%v)", name, err)
		}
	}
}

// hold opens a file for writing, and lets others do with it what share says.
func hold(t *testing.T, path string, share uint32) (letGo func()) {
	t.Helper()
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		t.Fatal(err)
	}
	held, err := syscall.CreateFile(name, syscall.GENERIC_READ|syscall.GENERIC_WRITE, share, nil, syscall.OPEN_EXISTING, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	if err != nil {
		t.Fatal(err)
	}
	return func() {
		if err := syscall.CloseHandle(held); err != nil {
			t.Error(err)
		}
	}
}
