package importer

import "io"

// The most parts of a zip file, and the most bytes of its directory. Each part
// costs memory before any of them is read, and the number that the directory
// names is not trusted either.
const (
	maxParts     = 10_000
	maxDirectory = 16 << 20
)

// bounds are the most things of a kind that a workbook may hold, so that tests
// can have small ones.
type bounds struct {
	texts     int // shared strings
	textBytes int // bytes of all different texts
	merges    int // merged ranges of a sheet
	formats   int // number formats, and cell styles
	links     int // relationships of a part, and sheets
}

// usualBounds are those of real files, with room: Excel allows 64,000 styles,
// and a sheet has at most maxCells cells that name a text.
func usualBounds() bounds {
	return bounds{texts: maxCells, textBytes: 512 << 20, merges: maxRows, formats: 100_000, links: maxParts}
}

// boundedReader bounds what is read of a zip file before it is open.
type boundedReader struct {
	r    io.ReaderAt
	left int
	open bool
}

func (b *boundedReader) ReadAt(p []byte, offset int64) (int, error) {
	if b.left -= len(p); b.left < 0 && !b.open {
		return 0, tooManyParts()
	}
	return b.r.ReadAt(p, offset) //nolint:wrapcheck // io.EOF has to stay as it is
}
