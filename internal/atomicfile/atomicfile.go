// Package atomicfile writes files that are whole or as they were before. It imports
// the standard library only.
package atomicfile

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Unfinished is how the name of a file begins that is being written. One that is
// old was left behind by a program that was killed.
const Unfinished = ".writing-"

// Replace writes a file that only its owner may read, in the place of the one that
// may be there. After an error that one is as it was. It may be called from any
// goroutine; of two writers of one path the later one counts.
func Replace(path string, text []byte) error {
	beside, err := os.CreateTemp(filepath.Dir(path), Unfinished+"*")
	if err != nil {
		return fmt.Errorf("replace a file: %w", err)
	}
	_, err = beside.Write(text)
	if err = errors.Join(err, beside.Sync(), beside.Close()); err == nil {
		err = rename(beside.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("replace a file: %w", errors.Join(err, os.Remove(beside.Name())))
	}
	return nil
}
