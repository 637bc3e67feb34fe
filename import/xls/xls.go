// Package xls reads workbooks of Excel 2 to 2003 (.xls): the cells of their
// sheets, and what is needed to read these as a person sees them. Macros,
// drawings, links and the formulas themselves are never looked at.
//
// A workbook is a list of records, which since Excel 5 lies in an OLE2 container.
// [MS-XLS] describes those of Excel 97 and later, "The Microsoft Excel File
// Format" of OpenOffice.org the older ones, and [MS-OFFCRYPTO] the ways in which
// they are protected.
//
// It imports import/sheet, import/refuse and internal/number, and of other modules
// mscfb (the container) and x/text (the letters before Excel 97).
package xls

import (
	"bytes"

	"numberloader/import/sheet"
)

// container is how an OLE2 file begins ([MS-CFB], 2.2).
const container = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// Open opens the workbook in these bytes of a file, with or without a container.
// They must not change as long as the workbook is used, which opens them in place if
// they are protected. The error is one of package refuse if the password of the file
// does not fit, or if the workbook is protected in an unknown way or too large; any
// other means that it is damaged.
func Open(file *sheet.Input, content []byte) (sheet.Book, error) {
	whole := stream(content)
	if bytes.HasPrefix(content, []byte(container)) {
		var err error
		if whole, err = openContainer(content); err != nil {
			return nil, err
		}
	}
	return openBook(file, whole)
}
