package refuse

import (
	"fmt"

	"numberloader/internal/fault"
)

// format is a kind of file that is refused (docs/number-rules.md, 5.1): what it
// is, as it stands behind "This is", and how to get a table of it.
type format struct{ name, next string }

func (f format) refuse() error {
	return &fault.Error{Kind: fault.FileUnsupported, What: fmt.Sprintf("This is %s, not a table the app can read.", f.name), Next: f.next}
}

// The ways out.
const (
	saveAsXLSX  = "Open it in its own program and save the table as .xlsx."
	openInExcel = "Open it in Excel and save it as .xlsx."
	unpack      = "Unpack it and open the table in it (.xlsx or .csv)."
	takeOut     = "Open it in your mail program, save the attached table (.xlsx or .csv), and open that."
	askForTable = "Ask whoever made it for the table itself (.xlsx or .csv)."
	fromPicture = "Ask whoever made it for the table itself (.xlsx or .csv), or in Excel choose Data, From Picture, check the numbers, and save them as .xlsx."
	fromPDF     = "Open it in its own program and save the table as .xlsx, or in Excel choose Data, Get Data, From File, From PDF, and save it as .xlsx."
	fromJSON    = "In Excel choose Data, Get Data, From File, From JSON, and save it as .xlsx."
	followLink  = "Open the link, download the file that it leads to as .xlsx or .csv, and open that."
	contacts    = "Import it into Outlook or another address book, export the contacts from there as .csv, and open that file."
	saveAsUTF8  = "Open it in a text editor and save it as UTF-8, or open it in Excel and save it as .xlsx."
)

//nolint:gochecknoglobals // constants, never written
var (
	formatPDF          = format{"a PDF file", fromPDF}
	formatPicture      = format{"a picture", fromPicture}
	formatVideo        = format{"a video", askForTable}
	formatSound        = format{"a sound recording", askForTable}
	formatRichText     = format{"a rich text document", saveAsXLSX}
	formatCompressed   = format{"a compressed file", unpack}
	formatFolder       = format{"a .zip folder", unpack}
	formatDatabase     = format{"a database (SQLite)", saveAsXLSX}
	formatAccess       = format{"an Access database", "In Access choose External Data, Export, Excel, and open the .xlsx file."}
	formatPostScript   = format{"a PostScript document", saveAsXLSX}
	formatOneNote      = format{"a OneNote section (.one)", saveAsXLSX}
	formatShortcut     = format{"a shortcut", "Open the file that it leads to (.xlsx or .csv)."}
	formatLink         = format{"a link", followLink}
	formatMail         = format{"an e-mail (.eml)", takeOut}
	formatOutlook      = format{"an Outlook message (.msg)", takeOut}
	formatContact      = format{"a contact card (.vcf)", contacts}
	formatCalendar     = format{"a calendar (.ics)", saveAsXLSX}
	formatJSON         = format{"a JSON file", fromJSON}
	formatDIF          = format{"a DIF file (.dif)", openInExcel}
	formatSYLK         = format{"a SYLK file (.slk)", openInExcel}
	formatExcelXML     = format{"an Excel 2003 XML file (.xml)", openInExcel}
	formatWordXML      = format{"a Word document", saveAsXLSX}
	formatXML          = format{"an XML file", saveAsXLSX}
	formatUTF32        = format{"a text in UTF-32", saveAsUTF8}
	formatWord         = format{"a Word document", saveAsXLSX}
	formatPowerPoint   = format{"a PowerPoint presentation", saveAsXLSX}
	formatVisio        = format{"a Visio drawing", saveAsXLSX}
	formatXPS          = format{"an XPS document", saveAsXLSX}
	formatText         = format{"an OpenDocument text (.odt)", saveAsXLSX}
	formatPresentation = format{"an OpenDocument presentation (.odp)", saveAsXLSX}
	formatDocument     = format{"an OpenDocument file", saveAsXLSX}
	formatDrawing      = format{"an OpenDocument drawing (.odg)", saveAsXLSX}
	formatBook         = format{"an electronic book (.epub)", saveAsXLSX}
	formatJava         = format{"a Java program (.jar)", askForTable}
	formatInstaller    = format{"an installer (.msi)", askForTable}
	formatThumbnails   = format{"the file in which Windows keeps small pictures of a folder (Thumbs.db)", "Open the list itself (.xlsx or .csv)."}
	formatPages        = format{"an Apple Pages document", "Copy its table into Numbers or Excel, save it as .xlsx, and open that."}
	formatKeynote      = format{"an Apple Keynote presentation", "Copy its table into Numbers or Excel, save it as .xlsx, and open that."}
	formatMacHelper    = format{"the small file that a Mac keeps beside another file", "Open the file itself (.xlsx or .csv): the same name without ._ at the start."}
	formatOfficeOwner  = format{"the small file that LibreOffice keeps while a table is open", "Open the table itself (.xlsx or .csv): the same name without .~lock. at the start and # at the end."}
)
