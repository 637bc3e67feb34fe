package ondisk

import (
	"errors"
	"syscall"
)

// The errors of Windows that matter here (winerror.h).
const (
	errTooManyFiles syscall.Errno = 4
	errWriteProtect syscall.Errno = 19
	errHandleFull   syscall.Errno = 39
	errDiskFull     syscall.Errno = 112
	errQuota        syscall.Errno = 1295
	errInvalid      syscall.Errno = 1 // ERROR_INVALID_FUNCTION: the share has no locks
)

func isFull(err error) bool { return isAny(err, errHandleFull, errDiskFull, errQuota) }

func isTooManyFiles(err error) bool { return isAny(err, errTooManyFiles) }

func isReadOnly(err error) bool { return isAny(err, errWriteProtect) }

// isNoLocks reports whether a file system, such as a share, has no locks.
func isNoLocks(err error) bool {
	return isAny(err, errInvalid) || errors.Is(err, errors.ErrUnsupported)
}
