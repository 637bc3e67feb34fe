package importer

import (
	"syscall"
	"testing"

	"numberloader/import/filetest"
	"numberloader/internal/fault"
)

// TestWindowsErrorsAreExplained has the codes by their number, because they mean
// something else on other systems.
func TestWindowsErrorsAreExplained(t *testing.T) {
	t.Parallel()
	for code, c := range map[syscall.Errno]struct {
		kind fault.Kind
		word string
	}{
		32:   {fault.FileLocked, "Another program holds this file"},
		33:   {fault.FileLocked, "Another program holds this file"},
		53:   {fault.FileMissing, "network folder of \"list.csv\""},
		64:   {fault.FileMissing, "network folder"},
		67:   {fault.FileMissing, "network folder"},
		1231: {fault.FileMissing, "network folder"},
		358:  {fault.FileMissing, "OneDrive could not fetch it"},
		362:  {fault.FileMissing, "OneDrive could not fetch it"},
		380:  {fault.FileMissing, "OneDrive could not fetch it"},
		398:  {fault.FileMissing, "OneDrive could not fetch it"},
		404:  {fault.FileMissing, "OneDrive could not fetch it"},
		426:  {fault.FileMissing, "OneDrive could not fetch it"},
		1921: {fault.FileMissing, "leads back to itself"},
	} {
		filetest.Refused(t, windowsSays("list.csv", code), c.kind, c.word)
	}
	for _, code := range []syscall.Errno{2, 3, 5, 357, 367, 384, 399} {
		if f := windowsSays("list.csv", code); f != nil {
			t.Errorf("code %d got words of its own: %v", code, f)
		}
	}
}
