package importer

import (
	"errors"
	"io/fs"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"syscall"

	"numberloader/internal/fault"
)

// cannotOpen says why the file at path could not be opened or read.
func cannotOpen(path string, err error) error {
	name := filepath.Base(path)
	if code, ok := errors.AsType[syscall.Errno](err); ok && runtime.GOOS == "windows" {
		if f := windowsSays(name, code); f != nil {
			f.Err = err
			return f
		}
	}
	f := &fault.Error{Kind: fault.FileMissing, Err: err}
	switch {
	case errors.Is(err, fs.ErrPermission):
		f.What = fault.Say("reading.denied.what", "File", strconv.Quote(name))
		f.Next = fault.Say("reading.denied.next")
	case errors.Is(err, fs.ErrNotExist):
		f.What = fault.Say("reading.nofile.what", "File", strconv.Quote(name))
	case errors.Is(err, syscall.ELOOP):
		return leadsBack(name, err)
	default:
		f.What = fault.Say("reading.unreadable.what", "File", strconv.Quote(name))
		f.Next = fault.Say("reading.unreadable.next")
	}
	return f
}

// windowsSays is what an error code of Windows (winerror.h) means for a file, nil
// if it is one that needs no words of its own.
func windowsSays(name string, code syscall.Errno) *fault.Error {
	const errCannotResolve = 1921
	switch {
	case isHeld(code):
		return &fault.Error{Kind: fault.FileLocked}
	case isOfNetwork(code):
		return &fault.Error{
			Kind: fault.FileMissing, What: fault.Say("reading.network.what", "File", strconv.Quote(name)),
			Next: fault.Say("reading.network.next"),
		}
	case isOfCloud(code):
		return &fault.Error{
			Kind: fault.FileMissing, What: fault.Say("reading.cloud.what", "File", strconv.Quote(name)),
			Next: fault.Say("reading.cloud.next"),
		}
	case code == errCannotResolve:
		return leadsBack(name, nil)
	}
	return nil
}

func isHeld(code syscall.Errno) bool {
	const errSharingViolation, errLockViolation = 32, 33
	return code == errSharingViolation || code == errLockViolation
}

func isOfNetwork(code syscall.Errno) bool {
	const errBadNetPath, errUnexpected, errNetNameDeleted, errBadNetName, errUnreachable = 53, 59, 64, 67, 1231
	return slices.Contains([]syscall.Errno{errBadNetPath, errUnexpected, errNetNameDeleted, errBadNetName, errUnreachable}, code)
}

// isOfCloud is about the codes ERROR_CLOUD_FILE_…, which stand in these ranges.
func isOfCloud(code syscall.Errno) bool {
	for _, r := range [][2]syscall.Errno{{358, 358}, {362, 366}, {374, 383}, {386, 398}, {404, 404}, {426, 426}} {
		if code >= r[0] && code <= r[1] {
			return true
		}
	}
	return false
}

func leadsBack(name string, err error) *fault.Error {
	return &fault.Error{
		Kind: fault.FileMissing, What: fault.Say("reading.loop.what", "File", strconv.Quote(name)),
		Next: fault.Say("reading.loop.next"), Err: err,
	}
}
