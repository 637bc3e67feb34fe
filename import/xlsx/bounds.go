package xlsx

import (
	"numberloader/import/parts"
	"numberloader/import/sheet"
)

// bounds are the most things of a kind that a workbook may hold, so that tests
// can have small ones.
type bounds struct {
	texts     int // shared strings
	textBytes int // bytes of all different texts
	formats   int // number formats, and cell styles
	links     int // relationships of a part, and sheets
}

// usualBounds are those of real files, with room: Excel allows 64,000 styles,
// and a sheet has at most maxCells cells that name a text.
func usualBounds() bounds {
	return bounds{texts: sheet.MaxCells, textBytes: 512 << 20, formats: 100_000, links: parts.MaxParts}
}
