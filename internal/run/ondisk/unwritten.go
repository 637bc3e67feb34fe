// Package ondisk is what journals need of the disk that they lie on: lines that show when
// they are damaged, the names of new files put there, and in words why one could not be
// written. It may be used from any
// goroutine.
package ondisk

import (
	"errors"
	"io/fs"
	"path/filepath"
	"syscall"

	"numberloader/internal/fault"
)

// Unwritten is the error of a journal that can't be written, a *fault.Error of kind
// SaveFailed: why, as far as err of the system tells, and what helps.
func Unwritten(err error) error {
	why, next := cause(err)
	return &fault.Error{Kind: fault.SaveFailed, What: fault.Say("run.unwritten"), More: why, Next: next, Err: err}
}

// cause explains why a journal can't be written, as a sentence that follows another
// one, and what to do about it.
func cause(err error) (why, next fault.Words) {
	folder, named := "", false
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		folder, named = filepath.Dir(path.Path), true
	}
	switch {
	case isFull(err):
		return fault.Say("run.full"), fault.Say("run.full_next")
	case isTooManyFiles(err):
		return fault.Say("run.crowded"), fault.Say("run.crowded_next")
	case errors.Is(err, fs.ErrPermission), isReadOnly(err):
		return either(named, fault.Say("run.forbidden_in", "Folder", folder), fault.Say("run.forbidden")), fault.Say("run.forbidden_next")
	case isNoLocks(err):
		return either(named, fault.Say("run.lockless_in", "Folder", folder), fault.Say("run.lockless")), fault.Say("run.folder_next")
	case errors.Is(err, fs.ErrNotExist):
		return either(named, fault.Say("run.missing_in", "Folder", folder), fault.Say("run.missing")), fault.Say("run.folder_next")
	}
	return fault.Words{}, fault.Say("run.unwritten_next")
}

// either is the message that names the folder, if it is known, or the other one.
func either(named bool, in, alone fault.Words) fault.Words {
	if named {
		return in
	}
	return alone
}

// isAny reports whether an error is one of the system's.
func isAny(err error, all ...syscall.Errno) bool {
	for _, one := range all {
		if errors.Is(err, one) {
			return true
		}
	}
	return false
}
