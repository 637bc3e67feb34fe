// Package refuse knows what is no table that the app can read, and says what to
// do then, by docs/number-rules.md, 5.1. It tells what a file is by its first
// bytes, by the names in a container, or by how its text begins.
//
// Its errors are values of *fault.Error, ready to be shown. It imports fault and
// phrase and nothing else of ours.
package refuse

import (
	"strconv"

	"numberloader/internal/fault"
	"numberloader/internal/phrase"
)

// The messages of docs/number-rules.md, 5.1.

// UnknownFormat refuses what no format is known for.
func UnknownFormat() error {
	return &fault.Error{Kind: fault.FileUnsupported}
}

// UTF32 refuses a text file in UTF-32.
func UTF32() error { return formatUTF32.refuse() }

// OldExcel refuses a file of Excel 2 to 4 that is no sheet of cells.
func OldExcel() error {
	return unsupported(phrase.Text("refuse.oldexcel"), phrase.Text(openInExcel))
}

// BinaryExcel refuses a workbook in the binary format of Excel 2007 and later.
func BinaryExcel() error {
	return unsupported(phrase.Text("refuse.binaryexcel"), phrase.Text(openInExcel))
}

func appleNumbers() error {
	return unsupported(phrase.Text("refuse.numbers"), phrase.Text("refuse.next.numbers"))
}

func webPage() error {
	return unsupported(phrase.Text("refuse.webpage"), phrase.Text(openInExcel))
}

func lockFile() error {
	return unsupported(phrase.Text("refuse.lockfile"), phrase.Text("refuse.next.lockfile"))
}

// Password asks for the password of a protected workbook.
func Password() error {
	return &fault.Error{Kind: fault.FilePassword}
}

// WrongPassword says that the password does not open the workbook.
func WrongPassword(err error) error {
	return &fault.Error{Kind: fault.FilePassword, What: fault.Say("refuse.wrongpassword"), Err: err}
}

// EncryptedDocument refuses an OpenDocument file that has a password.
func EncryptedDocument() error {
	return unsupported(phrase.Text("refuse.encryption"), phrase.Text("refuse.next.libreoffice"))
}

// UnknownEncryption refuses a protection that cannot be opened with any password.
func UnknownEncryption(err error) error {
	return &fault.Error{
		Kind: fault.FileUnsupported,
		What: fault.Say("refuse.encryption"),
		Next: fault.Say("refuse.next.removepassword"),
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
		name = phrase.Text("refuse.method", "Number", strconv.Itoa(int(method)))
	}
	return unsupported(phrase.Text("refuse.packing", "Name", name), phrase.Text("refuse.next.saveanew"))
}

// EncryptedParts refuses a zip file whose parts are protected.
func EncryptedParts() error {
	return unsupported(phrase.Text("refuse.encryptedparts"), phrase.Text("refuse.next.unpackworkbook"))
}

// Changed says that a file is not what it was when its reading began.
func Changed(err error) error {
	return &fault.Error{
		Kind: fault.FileLocked,
		What: fault.Say("refuse.changed"),
		Next: fault.Say("refuse.next.wait"),
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
		What: fault.Say("refuse.openquote", "Line", strconv.Itoa(line)),
		Next: fault.Say("refuse.next.checkline"),
	}
}

// Empty says that there is nothing in the file.
func Empty() error {
	return &fault.Error{Kind: fault.FileEmpty}
}

// TooLarge refuses a file beyond a limit, which is named by the message of a key
// with its arguments.
func TooLarge(key string, args ...any) error {
	return &fault.Error{Kind: fault.FileTooLarge, What: fault.Say("refuse.toolarge", "Limit", phrase.Text(key, args...))}
}

// TooManyParts refuses a zip file of more parts than any workbook has.
func TooManyParts() error { return TooLarge("refuse.large.parts") }

// TooManySheets refuses a workbook of more sheets than any has.
func TooManySheets() error { return TooLarge("refuse.large.sheets") }

// TooManyFormats refuses a workbook of more number formats or styles than any has.
func TooManyFormats() error { return TooLarge("refuse.large.formats") }

// TooManyTexts refuses a workbook of more shared texts than its cells can name.
func TooManyTexts() error { return TooLarge("refuse.large.texts") }

// NoSheet says that the layout names a sheet that the file does not have.
func NoSheet(name string, there []string) error {
	return noSuch(phrase.Text("refuse.nosheet", "Name", name), "refuse.next.sheets", there)
}

// NoColumn says that the layout names a column that the file does not have.
func NoColumn(name string, there []string) error {
	return noSuch(phrase.Text("refuse.nocolumn", "Name", name), "refuse.next.columns", there)
}

// noSuch names what is there by the message of a key.
func noSuch(what, key string, there []string) error {
	next := phrase.Text("refuse.next.leaveout")
	if len(there) > 0 {
		next = phrase.Text(key, "Names", phrase.Commas(there))
	}
	return &fault.Error{Kind: fault.Usage, What: fault.Quote(what), Next: fault.Quote(next)}
}
