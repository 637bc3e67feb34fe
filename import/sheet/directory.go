package sheet

import (
	"io"

	"numberloader/import/refuse"
)

// The most parts of a container, a zip file or an OLE2 file, and the most bytes of
// its directory. Each part costs memory before any of them is read, and the number
// that the directory names is not trusted either.
const (
	MaxParts     = 10_000
	maxDirectory = 16 << 20
)

// Directory bounds what is read of a container before its parts are known.
type Directory struct {
	r    io.ReaderAt
	left int
	open bool
}

// NewDirectory is a reader for the directory of a container.
func NewDirectory(r io.ReaderAt) *Directory { return &Directory{r: r, left: maxDirectory} }

// Opened takes the bound away if the container has no more parts than it may. The
// error is in words.
func (d *Directory) Opened(parts int) error {
	if parts > MaxParts {
		return refuse.TooManyParts()
	}
	d.open = true
	return nil
}

// Err says in words that the directory is too large, whatever the reader made of the
// error of ReadAt.
func (d *Directory) Err() error {
	if d.left < 0 && !d.open {
		return refuse.TooManyParts()
	}
	return nil
}

// ReadAt reads from the container.
func (d *Directory) ReadAt(p []byte, offset int64) (int, error) {
	d.left -= len(p)
	if err := d.Err(); err != nil {
		return 0, err
	}
	return d.r.ReadAt(p, offset) //nolint:wrapcheck // io.EOF has to stay as it is
}
