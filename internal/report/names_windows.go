package report

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"unicode/utf16"

	"numberloader/internal/phrase"
)

// longestName is how long the name of a file may be, in units of UTF-16. It is the
// limit of NTFS, FAT and exFAT.
const longestName = 255

// forbidden says in words why nothing may be saved under a name, "" if it may. A
// name with a colon would hide the workbook in another file, and a device such as
// NUL, and CON.xlsx in older versions of Windows, would swallow it. Whether Windows
// minds that a file is read-only depends on its version; the user does. That a name
// is too long shows only when a file gets it, which is too late.
func forbidden(path string) string {
	if name := filepath.Base(path); len(utf16.Encode([]rune(name))) > longestName {
		return phrase.Text("report.fault.name", "Folder", filepath.Dir(path), "Name", name)
	}
	if !filepath.IsLocal(filepath.Base(path)) {
		return phrase.Text("report.fault.device", "Name", strings.TrimPrefix(path, `\\.\`))
	}
	const mayWrite = 0o200
	if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() && info.Mode().Perm()&mayWrite == 0 {
		return phrase.Text("report.fault.locked", "Name", filepath.Base(path))
	}
	return ""
}

// Access and error codes of Windows, from winnt.h and winerror.h.
const (
	accessDelete                       = 0x10000
	errWriteProtect      syscall.Errno = 19
	errSharingViolation  syscall.Errno = 32
	errHandleDiskFull    syscall.Errno = 39
	errDiskFull          syscall.Errno = 112
	errInvalidName       syscall.Errno = 123
	errNameExceededRange syscall.Errno = 206
)

// isBadName reports whether a disk lets no file have that name.
func isBadName(err error) bool {
	return errors.Is(err, errInvalidName) || errors.Is(err, errNameExceededRange)
}

// isFull reports whether there is no room left.
func isFull(err error) bool { return errors.Is(err, errDiskFull) || errors.Is(err, errHandleDiskFull) }

// isReadOnly reports whether a disk may only be read.
func isReadOnly(err error) bool { return errors.Is(err, errWriteProtect) }

// isHeld reports whether another program has a file open in a way that keeps it from
// being replaced.
func isHeld(path string) bool {
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return false
	}
	const shareAll = syscall.FILE_SHARE_READ | syscall.FILE_SHARE_WRITE | syscall.FILE_SHARE_DELETE
	file, err := syscall.CreateFile(name, accessDelete, shareAll, nil, syscall.OPEN_EXISTING, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	if err != nil {
		return errors.Is(err, errSharingViolation)
	}
	_ = syscall.CloseHandle(file)
	return false
}
