package platform

import (
	"fmt"

	"github.com/gofrs/flock"
)

// Locks takes locks on files, so that two programs never send one run. The
// system lets go of a lock when its program ends, however it ends.
type Locks struct{}

// TryLock takes the lock on the file at path, which it makes if needed, without
// waiting. ok is false while another holder has it, in this program or in
// another; unlock is then nil. The file stays behind when the lock is given back.
func (Locks) TryLock(path string) (unlock func() error, ok bool, err error) {
	lock := flock.New(path)
	ok, err = lock.TryLock()
	if err != nil {
		return nil, false, fmt.Errorf("lock %s: %w", path, err)
	}
	if !ok {
		return nil, false, nil
	}
	return lock.Unlock, true, nil
}
