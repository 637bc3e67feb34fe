package atomicfile

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
	"time"
)

// The waits between the tries of a rename: 1, 2, 4 … 512 ms, a second in all.
const (
	firstWait = time.Millisecond
	lastWait  = 512 * time.Millisecond
)

// errSharingViolation is ERROR_SHARING_VIOLATION of winerror.h.
const errSharingViolation syscall.Errno = 32

// rename tries again while a file is held: scanners for viruses, backups and the
// other window of this program read it for moments, and no file can be replaced
// meanwhile.
func rename(from, to string) error {
	wait := firstWait
	for {
		err := os.Rename(from, to)
		held := errors.Is(err, errSharingViolation) || errors.Is(err, fs.ErrPermission)
		if !held || wait > lastWait {
			return err //nolint:wrapcheck // Replace says what was being done
		}
		time.Sleep(wait) //nolint:forbidigo // for another program, which goes by no clock of ours
		wait *= 2
	}
}
