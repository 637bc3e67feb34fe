package parts

import (
	"io"

	"numberloader/import/sheet"
)

// File is a file that is one XML document.
type File struct {
	file *sheet.Input
	read int64 // bytes, of the last Scan
}

// NewFile is the file as one XML document.
func NewFile(file *sheet.Input) *File { return &File{file: file} }

// Share is which share of the file the last Scan has read, from 0 to 1.
func (f *File) Share() float64 { return float64(f.read) / float64(f.file.Size) }

// Scan calls read with an XML scanner on the file, and then makes sure that it
// has been read to its end.
func (f *File) Scan(read func(*Scanner) error) error {
	f.read = 0
	return scan(&fileReader{f}, read)
}

// fileReader reads the file, and says how far it is.
type fileReader struct{ *File }

func (r *fileReader) Read(buf []byte) (int, error) {
	if err := r.file.Context.Err(); err != nil {
		return 0, err //nolint:wrapcheck // the caller compares it
	}
	left := r.file.Size - r.read
	if left <= 0 {
		return 0, io.EOF
	}
	n, err := r.file.Bytes.ReadAt(buf[:min(int64(len(buf)), left)], r.read)
	before := r.read
	if r.read += int64(n); before/sheet.BytesBetweenChecks != r.read/sheet.BytesBetweenChecks {
		r.file.Tell(r.Share())
	}
	return n, err //nolint:wrapcheck // io.EOF has to stay as it is
}

// scan calls read with a scanner on XML, and reads what is left of it.
func scan(r io.Reader, read func(*Scanner) error) error {
	decoded, err := decodeXML(r)
	if err != nil {
		return err
	}
	s := newScanner(decoded)
	if err := read(s); err != nil {
		return err
	}
	return s.finish()
}
