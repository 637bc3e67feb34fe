package importer

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"runtime"
	"slices"
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
		f.What = fmt.Sprintf("You may not read %q.", name)
		f.Next = "Ask its owner for the right to read it, or copy it to a folder of your own."
	case errors.Is(err, fs.ErrNotExist):
		f.What = fmt.Sprintf("There is no file %q.", name)
		f.Next = "Check the name and the folder, and open it again."
	case errors.Is(err, syscall.ELOOP):
		return leadsBack(name, err)
	default:
		f.What = fmt.Sprintf("%q can't be read.", name)
		f.Next = "Copy it to a folder of this computer and open it there."
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
			Kind: fault.FileMissing, What: fmt.Sprintf("The network folder of %q can't be reached.", name),
			Next: "Check the connection and the name of the folder, or copy the file to a folder of this computer and open it there.",
		}
	case isOfCloud(code):
		return &fault.Error{
			Kind: fault.FileMissing, What: fmt.Sprintf("%q is kept online, and OneDrive could not fetch it.", name),
			Next: "Check that OneDrive runs and is connected. In the file's menu choose Always keep on this device, then open it again.",
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
		Kind: fault.FileMissing, What: fmt.Sprintf("%q is a link that leads back to itself, so there is no file behind it.", name),
		Next: "Open the file itself.", Err: err,
	}
}
