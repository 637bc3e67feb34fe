package run

import (
	"errors"
	"io/fs"
	"path/filepath"
	"syscall"

	"numberloader/internal/fault"
)

// ownFolder is what helps against a folder that can't be used.
const ownFolder = "Use a folder on this computer: set NUMBERLOADER_HOME to one, then start Number Loader again."

// notWritten is the error of a journal that can't be written: why, and what helps.
func notWritten(err error) error {
	reason, next := cause(err)
	return &fault.Error{
		Kind: fault.SaveFailed,
		What: "The record of what was sent could not be written, so nothing more was sent." + reason,
		Next: next,
		Err:  err,
	}
}

// cause is why a journal can't be written, as a sentence after another one, and
// what to do.
func cause(err error) (reason, next string) {
	place := ""
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		place = " " + filepath.Dir(path.Path)
	}
	switch {
	case isFull(err):
		return " The disk is full.", "Make room on the disk, then resume the run."
	case isTooManyFiles(err):
		return " Too many files are open on this computer.", "Close other programs, then resume the run."
	case errors.Is(err, fs.ErrPermission), isReadOnly(err):
		return " You may not write in its folder" + place + ".", "Ask for the right to write there, or use another folder: set NUMBERLOADER_HOME to one."
	case isNoLocks(err):
		return " Its folder" + place + " lies where files can't be locked or put on the disk for sure.", ownFolder
	case errors.Is(err, fs.ErrNotExist):
		return " Its folder" + place + " is not there any more.", ownFolder
	}
	return "", "Look at the details. Make sure that its folder can be used, then resume the run."
}

// isAny says that an error is one of the system's.
func isAny(err error, all ...syscall.Errno) bool {
	for _, one := range all {
		if errors.Is(err, one) {
			return true
		}
	}
	return false
}
