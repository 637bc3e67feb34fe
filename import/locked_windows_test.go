package importer_test

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	importer "numberloader/import"
	"numberloader/internal/fault"
	"numberloader/internal/number"
)

// TestReadOfAFileThatExcelHolds opens a file as Excel does, so that nobody else
// can.
func TestReadOfAFileThatExcelHolds(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "list.csv")
	if err := os.WriteFile(path, []byte("Phone number\n+18165550101\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		t.Fatal(err)
	}
	const shareNothing = 0
	held, err := syscall.CreateFile(name, syscall.GENERIC_READ|syscall.GENERIC_WRITE, shareNothing, nil, syscall.OPEN_EXISTING, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = syscall.CloseHandle(held) })
	if _, err := importer.Read(t.Context(), path, number.Layout{}, nil); fault.KindOf(err) != fault.FileLocked {
		t.Errorf("the error is %v, wanted that another program holds the file", err)
	}
}
