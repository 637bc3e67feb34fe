package filetest

import (
	"syscall"
	"testing"
)

// Hold opens a file for writing, and lets others do with it what share says.
func Hold(t *testing.T, path string, share uint32) (letGo func()) {
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
