//go:build !windows

package ondisk

import (
	"errors"
	"fmt"
	"os"
)

// SyncFolder puts the names of new files in a folder on the disk. The error is one of the
// system.
func SyncFolder(dir string) error {
	folder, err := os.Open(dir) //nolint:gosec // the folder of our own journals
	if err != nil {
		return fmt.Errorf("sync the folder: %w", err)
	}
	if err := errors.Join(folder.Sync(), folder.Close()); err != nil {
		return fmt.Errorf("sync the folder: %w", err)
	}
	return nil
}
