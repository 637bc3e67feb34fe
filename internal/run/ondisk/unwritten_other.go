//go:build !windows

package ondisk

import (
	"errors"
	"syscall"
)

func isFull(err error) bool { return isAny(err, syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG) }

func isTooManyFiles(err error) bool { return isAny(err, syscall.EMFILE, syscall.ENFILE) }

func isReadOnly(err error) bool { return isAny(err, syscall.EROFS) }

// isNoLocks reports whether a file system, such as a share, has no locks, or does not put
// files or folders on the disk when it is asked to.
func isNoLocks(err error) bool {
	return isAny(err, syscall.ENOLCK, syscall.EINVAL) || errors.Is(err, errors.ErrUnsupported)
}
