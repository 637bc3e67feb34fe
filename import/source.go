package importer

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"time"

	"numberloader/internal/fault"
)

// maxFile is the largest file that is read: 200 MB (docs/number-rules.md, 5.1).
const maxFile = 200_000_000

// startSize is how much of a file decides what it is.
const startSize = 64 << 10

// source is an open file.
type source struct {
	path     string // absolute
	size     int64
	modified time.Time
	start    []byte // the first bytes, at most startSize
	file     *os.File
}

// open opens a file that is there, is a file and is not too large. Links are
// followed. Devices and pipes are refused before they are opened, because that
// may wait forever.
func open(path string) (*source, error) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return nil, cannotOpen(path, err)
	}
	info, err := os.Stat(absolute)
	if err != nil {
		return nil, cannotOpen(path, err)
	}
	if err := checkFile(filepath.Base(absolute), info); err != nil {
		return nil, err
	}
	file, err := os.Open(absolute) //nolint:gosec // the user picked it
	if err != nil {
		return nil, cannotOpen(path, err)
	}
	s := &source{path: absolute, size: info.Size(), modified: info.ModTime(), file: file, start: make([]byte, min(info.Size(), startSize))}
	if _, err := io.ReadFull(io.NewSectionReader(file, 0, s.size), s.start); err != nil {
		return nil, errors.Join(cannotOpen(path, err), s.close())
	}
	return s, nil
}

// checkFile refuses what is no file, or too large a one.
func checkFile(name string, info fs.FileInfo) error {
	switch {
	case info.IsDir():
		return &fault.Error{Kind: fault.FileMissing, What: fmt.Sprintf("%q is a folder.", name), Next: "Open a file in it."}
	case !info.Mode().IsRegular():
		return &fault.Error{Kind: fault.FileMissing, What: fmt.Sprintf("%q is a device or a connection to another program, not a file.", name), Next: "Open a file that lists phone numbers."}
	case info.Size() > maxFile:
		return tooLarge(fmt.Sprintf("%d MB, and the limit is 200 MB", info.Size()/1_000_000))
	}
	return nil
}

// changed says that the file is not what it was when it was opened: another
// program writes it, or has removed it, and what was read may be half of the old
// and half of the new.
func (s *source) changed() error {
	now, err := os.Stat(s.path)
	if err != nil || now.Size() != s.size || !now.ModTime().Equal(s.modified) {
		return changedFile(err)
	}
	return nil
}

// ReadAt reads from the file; it makes a source an io.ReaderAt.
func (s *source) ReadAt(p []byte, offset int64) (int, error) {
	n, err := s.file.ReadAt(p, offset)
	if err != nil && !errors.Is(err, io.EOF) {
		err = cannotOpen(s.path, err) // a drive that fails is no damaged file
	}
	return n, err
}

func (s *source) close() error {
	if err := s.file.Close(); err != nil {
		return cannotOpen(s.path, err)
	}
	return nil
}

// The error codes of Windows for a file that another program keeps to itself:
// ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of winerror.h.
const (
	errSharingViolation syscall.Errno = 32
	errLockViolation    syscall.Errno = 33
)

// errCannotResolve is the code of Windows for links that lead nowhere:
// ERROR_CANT_RESOLVE_FILENAME.
const errCannotResolve syscall.Errno = 1921

// cannotOpen says why the file at path could not be opened or read.
func cannotOpen(path string, err error) error {
	name := filepath.Base(path)
	if runtime.GOOS == "windows" && (errors.Is(err, errSharingViolation) || errors.Is(err, errLockViolation)) {
		return &fault.Error{Kind: fault.FileLocked, Err: err}
	}
	if errors.Is(err, fs.ErrPermission) {
		return &fault.Error{Kind: fault.FileMissing, What: fmt.Sprintf("You may not read %q.", name), Next: "Ask its owner for the right to read it, or copy it to a folder of your own.", Err: err}
	}
	if errors.Is(err, fs.ErrNotExist) {
		return &fault.Error{Kind: fault.FileMissing, What: fmt.Sprintf("There is no file %q.", name), Next: "Check the name and the folder, and open it again.", Err: err}
	}
	if errors.Is(err, syscall.ELOOP) || runtime.GOOS == "windows" && errors.Is(err, errCannotResolve) {
		return &fault.Error{Kind: fault.FileMissing, What: fmt.Sprintf("%q is a link that leads back to itself, so there is no file behind it.", name), Next: "Open the file itself.", Err: err}
	}
	return &fault.Error{Kind: fault.FileMissing, What: fmt.Sprintf("%q can't be read.", name), Next: "Copy it to a folder of this computer and open it there.", Err: err}
}
