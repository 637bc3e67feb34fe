//go:build !windows

package run

import (
	"errors"
	"fmt"
	"os"
)

// syncFolder puts the names of new files in a folder on the disk.
func syncFolder(dir string) error {
	folder, err := os.Open(dir) //nolint:gosec // the folder of our own journals
	if err != nil {
		return fmt.Errorf("sync the folder: %w", err)
	}
	if err := errors.Join(folder.Sync(), folder.Close()); err != nil {
		return fmt.Errorf("sync the folder: %w", err)
	}
	return nil
}
