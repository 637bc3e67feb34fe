// Package refuse knows what is no table that the app can read, and says what to
// do then, by docs/number-rules.md, 5.1. It tells what a file is by its first
// bytes, by the names in a container, or by how its text begins.
//
// Its errors are values of *fault.Error, ready to be shown. It imports fault and
// nothing else of ours.
package refuse

import (
	"fmt"
	"strings"

	"numberloader/internal/fault"
)

// The messages of docs/number-rules.md, 5.1.

// UnknownFormat refuses what no format is known for.
func UnknownFormat() error {
	return &fault.Error{Kind: fault.FileUnsupported, What: "This is not a table the app can read.", Next: saveAsXLSX}
}

// UTF32 refuses a text in UTF-32.
func UTF32() error { return formatUTF32.refuse() }

// OldExcel refuses a file of Excel 2 to 4 that is no sheet of cells.
func OldExcel() error {
	return &fault.Error{Kind: fault.FileUnsupported, What: "This is an old Excel file (.xls).", Next: openInExcel}
}

// BinaryExcel refuses a workbook in the binary format of Excel 2007 and later.
func BinaryExcel() error {
	return &fault.Error{Kind: fault.FileUnsupported, What: "This is a binary Excel file (.xlsb).", Next: openInExcel}
}

func appleNumbers() error {
	return &fault.Error{Kind: fault.FileUnsupported, What: "This is an Apple Numbers file.", Next: "In Numbers choose File, Export To, Excel, and open the .xlsx file."}
}

func webPage() error {
	return &fault.Error{Kind: fault.FileUnsupported, What: "This is a web page with the name of an Excel file.", Next: openInExcel}
}

func lockFile() error {
	return &fault.Error{Kind: fault.FileUnsupported, What: "This is the small file that Excel keeps while a workbook is open, not a table the app can read.", Next: "Open the workbook itself: the same name without ~$ at the start."}
}

// Password asks for the password of a protected workbook.
func Password() error {
	return &fault.Error{Kind: fault.FilePassword}
}

// WrongPassword says that the password does not open the workbook.
func WrongPassword(err error) error {
	return &fault.Error{Kind: fault.FilePassword, What: "This password does not open the file.", Err: err}
}

const unknownEncryption = "This file is protected with a password in a way that the app can't open."

// EncryptedDocument refuses an OpenDocument file that has a password.
func EncryptedDocument() error {
	return &fault.Error{
		Kind: fault.FileUnsupported,
		What: unknownEncryption,
		Next: "Open the file in LibreOffice, save it without the password (File, Save As) as .ods or .xlsx, and open it here again.",
	}
}

// UnknownEncryption refuses a protection that cannot be opened with any password.
func UnknownEncryption(err error) error {
	return &fault.Error{
		Kind: fault.FileUnsupported,
		What: unknownEncryption,
		Next: "Open the file in Excel, remove the password (File, Info, Protect Workbook), save it as .xlsx, and open it here again.",
		Err:  err,
	}
}

// packings are the ways of packing parts of a zip file that some programs offer.
//
//nolint:gochecknoglobals // a constant table, never written
var packings = map[uint16]string{9: "Deflate64", 12: "BZIP2", 14: "LZMA", 93: "Zstandard", 95: "XZ", 98: "PPMd"}

// UnknownPacking refuses a zip file whose parts are packed by this method, a number
// of the format's specification (APPNOTE.TXT, 4.4.5).
func UnknownPacking(method uint16) error {
	name := packings[method]
	if name == "" {
		name = fmt.Sprintf("method %d", method)
	}
	return &fault.Error{
		Kind: fault.FileUnsupported,
		What: fmt.Sprintf("This workbook is packed in a way that the app can't open (%s). Programs such as 7-Zip and WinZip pack like this, Excel does not.", name),
		Next: "Open it in Excel or LibreOffice and save it anew as .xlsx.",
	}
}

// EncryptedParts refuses a zip file whose parts are protected.
func EncryptedParts() error {
	return &fault.Error{
		Kind: fault.FileUnsupported,
		What: "This file was packed with a password by a program such as 7-Zip or WinZip, not by Excel, and the app can't open it.",
		Next: "Unpack it with that program and open the workbook in it.",
	}
}

// Changed says that a file is not what it was when its reading began.
func Changed(err error) error {
	return &fault.Error{
		Kind: fault.FileLocked,
		What: "This file was changed while it was read, so nothing of it was taken.",
		Next: "Wait until the program that writes it has finished, and open it again.",
		Err:  err,
	}
}

// Damaged says that the file is of a known format and broken; err says in what.
func Damaged(err error) error {
	return &fault.Error{Kind: fault.FileDamaged, Err: err}
}

// OpenQuote says that a quotation mark of a text table is never closed.
func OpenQuote(line int) error {
	return &fault.Error{
		Kind: fault.FileDamaged,
		What: fmt.Sprintf("Line %d opens a quotation mark that is never closed.", line),
		Next: "Open the file in Excel, check that line and save it as .xlsx.",
	}
}

// Empty says that there is nothing in the file.
func Empty() error {
	return &fault.Error{Kind: fault.FileEmpty}
}

// TooLarge refuses a file beyond a limit, named by what stands in brackets.
func TooLarge(what string) error {
	return &fault.Error{Kind: fault.FileTooLarge, What: fmt.Sprintf("This file is too large (%s).", what)}
}

// TooManyParts refuses a zip file of more parts than any workbook has.
func TooManyParts() error { return TooLarge("it is made of more than 10,000 parts") }

// TooManySheets refuses a workbook of more sheets than any has.
func TooManySheets() error { return TooLarge("it has more sheets than a list of numbers needs") }

// TooManyFormats refuses a workbook of more number formats or styles than any has.
func TooManyFormats() error { return TooLarge("it has more cell formats than Excel allows") }

// TooManyTexts refuses a workbook of more shared texts than its cells can name.
func TooManyTexts() error { return TooLarge("it has more texts than a list of numbers needs") }

// NoSuch says that the layout names something that the file does not have.
func NoSuch(what, name, plural string, there []string) error {
	next := "Leave it out, and the app finds it."
	if len(there) > 0 {
		next = fmt.Sprintf("The %s are: %s.", plural, strings.Join(there, ", "))
	}
	return &fault.Error{Kind: fault.Usage, What: fmt.Sprintf("This file has no %s %q.", what, name), Next: next}
}
