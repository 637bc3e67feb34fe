package importer

import (
	"fmt"
	"strings"

	"numberloader/internal/fault"
)

// The messages of docs/number-rules.md, 5.1.

func unsupported(what string) error {
	return &fault.Error{Kind: fault.FileUnsupported, What: what, Next: "Open it in its own program and save the table as .xlsx."}
}

func oldExcel() error {
	return &fault.Error{Kind: fault.FileUnsupported, What: "This is an old Excel file (.xls).", Next: "Open it in Excel and save it as .xlsx."}
}

func binaryExcel() error {
	return &fault.Error{Kind: fault.FileUnsupported, What: "This is a binary Excel file (.xlsb).", Next: "Open it in Excel and save it as .xlsx."}
}

func openDocument() error {
	return &fault.Error{Kind: fault.FileUnsupported, What: "This is an OpenDocument file (.ods).", Next: "Open it in LibreOffice or Excel and save it as .xlsx."}
}

func appleNumbers() error {
	return &fault.Error{Kind: fault.FileUnsupported, What: "This is an Apple Numbers file.", Next: "In Numbers choose File, Export To, Excel, and open the .xlsx file."}
}

func webPage() error {
	return &fault.Error{Kind: fault.FileUnsupported, What: "This is a web page with the name of an Excel file.", Next: "Open it in Excel and save it as .xlsx."}
}

func lockFile() error {
	return &fault.Error{Kind: fault.FileUnsupported, What: "This is the small file that Excel keeps while a workbook is open, not a table the app can read.", Next: "Open the workbook itself: the same name without ~$ at the start."}
}

func password() error {
	return &fault.Error{Kind: fault.FilePassword}
}

func wrongPassword(err error) error {
	return &fault.Error{Kind: fault.FilePassword, What: "This password does not open the file.", Err: err}
}

func unknownEncryption(err error) error {
	return &fault.Error{
		Kind: fault.FileUnsupported,
		What: "This file is protected with a password in a way that the app can't open.",
		Next: "Open the file in Excel, remove the password (File, Info, Protect Workbook), save it as .xlsx, and open it here again.",
		Err:  err,
	}
}

func damaged(err error) error {
	return &fault.Error{Kind: fault.FileDamaged, Err: err}
}

func openQuote(line int) error {
	return &fault.Error{
		Kind: fault.FileDamaged,
		What: fmt.Sprintf("Line %d opens a quotation mark that is never closed.", line),
		Next: "Open the file in Excel, check that line and save it as .xlsx.",
	}
}

func empty() error {
	return &fault.Error{Kind: fault.FileEmpty}
}

func tooLarge(what string) error {
	return &fault.Error{Kind: fault.FileTooLarge, What: fmt.Sprintf("This file is too large (%s).", what)}
}

// noSuch says that the layout names something that the file does not have.
func noSuch(what, name, plural string, there []string) error {
	next := "Leave it out, and the app finds it."
	if len(there) > 0 {
		next = fmt.Sprintf("The %s are: %s.", plural, strings.Join(there, ", "))
	}
	return &fault.Error{Kind: fault.Usage, What: fmt.Sprintf("This file has no %s %q.", what, name), Next: next}
}
