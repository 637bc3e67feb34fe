package xlsx

import (
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

func usualBounds() bounds {
	return bounds{texts: sheet.MaxTexts, textBytes: sheet.MaxTextBytes, formats: sheet.MaxFormats, links: sheet.MaxSheets}
}
