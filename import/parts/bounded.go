package parts

import (
	"io"

	"numberloader/import/refuse"
)

// The most parts of a zip file, and the most bytes of its directory. Each part
// costs memory before any of them is read, and the number that the directory
// names is not trusted either.
const (
	MaxParts     = 10_000
	maxDirectory = 16 << 20
)

// boundedReader bounds what is read of a zip file before it is open.
type boundedReader struct {
	r    io.ReaderAt
	left int
	open bool
}

func (b *boundedReader) ReadAt(p []byte, offset int64) (int, error) {
	if b.left -= len(p); b.left < 0 && !b.open {
		return 0, refuse.TooManyParts()
	}
	return b.r.ReadAt(p, offset) //nolint:wrapcheck // io.EOF has to stay as it is
}
