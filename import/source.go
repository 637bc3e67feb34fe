package importer

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"numberloader/import/refuse"
	"numberloader/internal/fault"
	"numberloader/internal/phrase"
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
	if name, ok := device(absolute); ok {
		return nil, noFile(name)
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
		return &fault.Error{Kind: fault.FileMissing, What: fault.Say("reading.folder.what", "File", strconv.Quote(name)), Next: fault.Say("reading.folder.next")}
	case !info.Mode().IsRegular():
		return noFile(name)
	case info.Size() > maxFile:
		return refuse.TooLarge("refuse.large.file", "Size", phrase.Size(info.Size()))
	}
	return nil
}

// device is the name of a device of Windows, such as NUL and, in its older
// versions, C:\lists\CON.xlsx: the absolute path of both leads out of all folders.
func device(absolute string) (name string, ok bool) {
	name, ok = strings.CutPrefix(absolute, `\\.\`)
	return name, ok && !strings.Contains(name, `\`)
}

func noFile(name string) error {
	return &fault.Error{
		Kind: fault.FileMissing, What: fault.Say("reading.device.what", "File", strconv.Quote(name)),
		Next: fault.Say("reading.device.next"),
	}
}

// changed says that the file is not what it was when it was opened: another
// program writes it, or has removed it, and what was read may be half of the old
// and half of the new.
func (s *source) changed() error {
	now, err := os.Stat(s.path)
	if err != nil || now.Size() != s.size || !now.ModTime().Equal(s.modified) {
		return refuse.Changed(err)
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
