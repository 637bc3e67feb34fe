package refuse

import (
	"numberloader/internal/fault"
	"numberloader/internal/phrase"
)

// format is a kind of file that is refused (docs/number-rules.md, 5.1), by the
// messages of what it is, as it stands behind "This is", and of how to get a table
// of it.
type format struct{ name, next string }

func (f format) refuse() error {
	return unsupported(phrase.Text("refuse.notable", "Name", phrase.Text(f.name)), phrase.Text(f.next))
}

func unsupported(what, next string) error {
	return &fault.Error{Kind: fault.FileUnsupported, What: fault.Quote(what), Next: fault.Quote(next)}
}

// The ways out, by their messages.
const (
	saveAsXLSX  = "faults.file_unsupported.next"
	openInExcel = "refuse.next.openinexcel"
	unpack      = "refuse.next.unpack"
	takeOut     = "refuse.next.takeout"
	askForTable = "refuse.next.askfortable"
	fromPicture = "refuse.next.frompicture"
	fromPDF     = "refuse.next.frompdf"
	fromJSON    = "refuse.next.fromjson"
	followLink  = "refuse.next.followlink"
	contacts    = "refuse.next.contacts"
	saveAsUTF8  = "refuse.next.saveasutf8"
)

//nolint:gochecknoglobals // constants, never written
var (
	formatPDF          = format{"refuse.is.pdf", fromPDF}
	formatPicture      = format{"refuse.is.picture", fromPicture}
	formatVideo        = format{"refuse.is.video", askForTable}
	formatSound        = format{"refuse.is.sound", askForTable}
	formatRichText     = format{"refuse.is.richtext", saveAsXLSX}
	formatCompressed   = format{"refuse.is.compressed", unpack}
	formatFolder       = format{"refuse.is.folder", unpack}
	formatDatabase     = format{"refuse.is.database", saveAsXLSX}
	formatAccess       = format{"refuse.is.access", "refuse.next.access"}
	formatPostScript   = format{"refuse.is.postscript", saveAsXLSX}
	formatOneNote      = format{"refuse.is.onenote", saveAsXLSX}
	formatShortcut     = format{"refuse.is.shortcut", "refuse.next.shortcut"}
	formatLink         = format{"refuse.is.link", followLink}
	formatMail         = format{"refuse.is.mail", takeOut}
	formatOutlook      = format{"refuse.is.outlook", takeOut}
	formatContact      = format{"refuse.is.contact", contacts}
	formatCalendar     = format{"refuse.is.calendar", saveAsXLSX}
	formatJSON         = format{"refuse.is.json", fromJSON}
	formatDIF          = format{"refuse.is.dif", openInExcel}
	formatSYLK         = format{"refuse.is.sylk", openInExcel}
	formatExcelXML     = format{"refuse.is.excelxml", openInExcel}
	formatWordXML      = format{"refuse.is.wordxml", saveAsXLSX}
	formatXML          = format{"refuse.is.xml", saveAsXLSX}
	formatUTF32        = format{"refuse.is.utf32", saveAsUTF8}
	formatWord         = format{"refuse.is.word", saveAsXLSX}
	formatPowerPoint   = format{"refuse.is.powerpoint", saveAsXLSX}
	formatVisio        = format{"refuse.is.visio", saveAsXLSX}
	formatXPS          = format{"refuse.is.xps", saveAsXLSX}
	formatText         = format{"refuse.is.text", saveAsXLSX}
	formatPresentation = format{"refuse.is.presentation", saveAsXLSX}
	formatDocument     = format{"refuse.is.document", saveAsXLSX}
	formatDrawing      = format{"refuse.is.drawing", saveAsXLSX}
	formatBook         = format{"refuse.is.book", saveAsXLSX}
	formatJava         = format{"refuse.is.java", askForTable}
	formatInstaller    = format{"refuse.is.installer", askForTable}
	formatThumbnails   = format{"refuse.is.thumbnails", "refuse.next.thumbnails"}
	formatPages        = format{"refuse.is.pages", "refuse.next.pages"}
	formatKeynote      = format{"refuse.is.keynote", "refuse.next.pages"}
	formatMacHelper    = format{"refuse.is.machelper", "refuse.next.machelper"}
	formatOfficeOwner  = format{"refuse.is.officeowner", "refuse.next.officeowner"}
)
