// Package report writes the workbooks that people keep: the results of a run and
// the blank template. A workbook is whole or absent, and never takes the place
// of a file unless the user said so.
package report

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"numberloader/internal/fault"
)

// saveFor is save for a workbook about the file at source, which it never takes the
// place of, whatever replace says.
func saveFor(source, path string, replace bool, write func(io.Writer) error) error {
	list, err := os.Stat(source)
	there, missing := os.Stat(path)
	if err == nil && missing == nil && os.SameFile(list, there) {
		return &fault.Error{
			Kind: fault.Exists, What: fmt.Sprintf("%s is the list itself. It was not changed.", filepath.Base(path)),
			Next: "Choose another name.",
		}
	}
	return save(path, replace, write)
}

// save writes a file under a name that it has only once it is whole. Without
// replace a file of that name stays as it is, and the error is fault.Exists; all
// other errors are fault.SaveFailed.
func save(path string, replace bool, write func(io.Writer) error) error {
	if obstacle := forbidden(path); obstacle != "" {
		return &fault.Error{Kind: fault.SaveFailed, What: obstacle, Next: "Choose another name."}
	}
	if _, err := os.Lstat(path); err == nil && !replace {
		return exists(path)
	}
	beside, err := writeBeside(path, write)
	if err != nil {
		return failed(path, err)
	}
	if replace {
		err = os.Rename(beside, path)
	} else {
		err = giveName(beside, path, os.Link)
	}
	switch {
	case err == nil:
		return nil
	case !replace && errors.Is(err, fs.ErrExist):
		return errors.Join(exists(path), os.Remove(beside))
	}
	return errors.Join(failed(path, err), os.Remove(beside))
}

// writeBeside writes a file in the folder of path and returns its name. Nothing
// is left behind on an error.
func writeBeside(path string, write func(io.Writer) error) (name string, err error) {
	file, err := os.CreateTemp(filepath.Dir(path), ".numberloader-*")
	if err != nil {
		return "", fmt.Errorf("create: %w", err)
	}
	if err := errors.Join(write(file), file.Sync(), file.Close()); err != nil {
		return "", errors.Join(err, os.Remove(file.Name()))
	}
	return file.Name(), nil
}

// giveName gives a finished file the name path, unless there is a file of that
// name. A hard link can't replace one; where the file system has none, as on a
// memory stick, the name is taken first.
func giveName(beside, path string, link func(from, to string) error) error {
	err := link(beside, path)
	if err == nil {
		// The workbook is whole. Where a scanner for viruses holds its first name,
		// that stays.
		_ = os.Remove(beside)
		return nil
	}
	if errors.Is(err, fs.ErrExist) {
		return err
	}
	taken, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600) //nolint:gosec // the user chose the name
	if err != nil {
		return err //nolint:wrapcheck // save says what was being done
	}
	if err := errors.Join(taken.Close(), os.Rename(beside, path)); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}

func exists(path string) error {
	return &fault.Error{
		Kind: fault.Exists, What: fmt.Sprintf("A file named %s is there already. It was not changed.", filepath.Base(path)),
		Next: "Choose another name.",
	}
}

func failed(path string, err error) error {
	f := &fault.Error{Kind: fault.SaveFailed, What: fmt.Sprintf("%s could not be saved.", filepath.Base(path)), Details: err.Error(), Err: err}
	if isHeld(path) {
		f.What = fmt.Sprintf("%s is open in another program, such as Excel. It was not changed.", filepath.Base(path))
		f.Next = "Close it there, or choose another name."
	}
	return f
}
