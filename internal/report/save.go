// Package report writes the workbooks that people keep: the results of a run and
// the blank template. A workbook is whole or absent, and never takes the place
// of a file unless the user said so.
package report

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"numberloader/internal/fault"
)

// Scratch is where workbooks are unfinished: what is in it is removed, if not by this
// program, then by the next that starts.
type Scratch interface {
	// Create makes a file of a new name in a folder. forget is called once the file has
	// its final name or is removed.
	Create(folder string) (file *os.File, forget func(), err error)
}

// Workbooks saves workbooks. Its methods may be called from any goroutine.
type Workbooks struct{ scratch Scratch }

// New returns Workbooks whose unfinished files scratch keeps track of. Without one, nil,
// a program that is killed leaves them behind.
func New(scratch Scratch) Workbooks { return Workbooks{scratch} }

func (w Workbooks) create(folder string) (file *os.File, forget func(), err error) {
	if w.scratch != nil {
		return w.scratch.Create(folder)
	}
	file, err = os.CreateTemp(folder, ".numberloader-*")
	return file, func() {}, err //nolint:wrapcheck // failed says which file
}

// Try finds out, before there is anything to save, whether a workbook about the file
// at source can be saved at path, and leaves nothing behind. The errors are those of
// SaveResults.
func (w Workbooks) Try(source, path string, replace bool) error {
	if err := mayTake(source, path, replace); err != nil {
		return err
	}
	beside, forget, err := w.writeBeside(path, func(io.Writer) error { return nil })
	if err != nil {
		return failed(path, err)
	}
	defer forget()
	if err := os.Remove(beside); err != nil {
		return failed(path, err)
	}
	return nil
}

// mayTake says whether a workbook about the file at source may have the name path.
// It never takes the place of that file, nor of a folder, a device or a link,
// whatever replace says.
func mayTake(source, path string, replace bool) error {
	name := filepath.Base(path)
	if obstacle := forbidden(path); obstacle != "" {
		return &fault.Error{Kind: fault.SaveFailed, What: fault.Quote(obstacle), Next: fault.Say("report.next.name")}
	}
	there, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return failed(path, err)
	case sameFile(source, path):
		return &fault.Error{
			Kind: fault.Exists, What: fault.Say("report.fault.list", "Name", name),
			Next: fault.Say("report.next.results"),
		}
	case there.IsDir():
		return &fault.Error{Kind: fault.SaveFailed, What: fault.Say("report.fault.folder", "Name", name), Next: fault.Say("report.next.infolder")}
	case !there.Mode().IsRegular():
		return &fault.Error{
			Kind: fault.SaveFailed, What: fault.Say("report.fault.special", "Name", name), Next: fault.Say("report.next.name"),
		}
	case !replace:
		return &fault.Error{Kind: fault.Exists, What: fault.Say("report.fault.exists", "Name", name)}
	}
	return nil
}

// sameFile reports whether two names stand for one file that is there.
func sameFile(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}

// save writes a workbook about the file at source under a name that it has only once
// it is whole. Without replace a file of that name stays as it is, and the error is
// fault.Exists; all other errors are fault.SaveFailed.
func (w Workbooks) save(source, path string, replace bool, write func(io.Writer) error) error {
	if err := mayTake(source, path, replace); err != nil {
		return err
	}
	beside, forget, err := w.writeBeside(path, write)
	if err != nil {
		return failed(path, err)
	}
	defer forget()
	if replace {
		err = os.Rename(beside, path)
	} else {
		err = giveName(beside, path, os.Link)
	}
	switch {
	case err == nil:
		return nil
	case !replace && errors.Is(err, fs.ErrExist):
		return errors.Join(mayTake(source, path, false), os.Remove(beside))
	}
	return errors.Join(failed(path, err), os.Remove(beside))
}

// writeBeside writes a file in the folder of path and returns its name. Nothing
// is left behind on an error.
func (w Workbooks) writeBeside(path string, write func(io.Writer) error) (name string, forget func(), err error) {
	file, forget, err := w.create(filepath.Dir(path))
	if err != nil {
		return "", nil, err
	}
	if err := errors.Join(write(file), file.Sync(), file.Close()); err != nil {
		defer forget()
		return "", nil, errors.Join(err, os.Remove(file.Name()))
	}
	return file.Name(), forget, nil
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

// failed says why a workbook could not be saved, and what would help.
func failed(path string, err error) error {
	name, folder := filepath.Base(path), filepath.Dir(path)
	if at, ok := errors.AsType[*fs.PathError](err); ok {
		folder = filepath.Dir(at.Path)
	}
	f := &fault.Error{Kind: fault.SaveFailed, Details: err.Error(), Err: err}
	switch {
	case isHeld(path):
		f.What = fault.Say("report.fault.held", "Name", name)
		f.Next = fault.Say("report.next.held")
	case isBadName(err):
		f.What = fault.Say("report.fault.name", "Folder", folder, "Name", name)
		f.Next = fault.Say("report.next.name")
	case isFull(err):
		f.What = fault.Say("report.fault.full", "Name", name, "Folder", folder)
		f.Next = fault.Say("report.next.full")
	case errors.Is(err, fs.ErrPermission), isReadOnly(err):
		f.What = fault.Say("report.fault.readonly", "Name", name, "Folder", folder)
		f.Next = fault.Say("report.next.folder")
	case errors.Is(err, fs.ErrNotExist):
		f.What = fault.Say("report.fault.missing", "Name", name, "Folder", folder)
		f.Next = fault.Say("report.next.folder")
	default:
		f.What = fault.Say("report.fault.unsaved", "Name", name)
	}
	return f
}
