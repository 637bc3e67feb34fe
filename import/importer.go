// Package importer reads a file that lists phone numbers into a number.Table,
// by docs/number-rules.md, section 5. It finds out what the file is by its
// content, picks the sheet, the header row and the columns, and copies what the
// cells hold. It judges no number: that is the work of internal/review.
//
// Each format is read by a package of its own below this one into cells of
// package sheet. What is listed there is found by lists, with the words of headers,
// and its rows are made by records. Here is the file and what may happen to it, the
// choice of the sheet, and the table.
//
// It imports these packages, internal/number and internal/fault.
package importer

import (
	"bytes"
	"context"
	"errors"

	"numberloader/import/delimited"
	"numberloader/import/headers"
	"numberloader/import/lists"
	"numberloader/import/ods"
	"numberloader/import/parts"
	"numberloader/import/refuse"
	"numberloader/import/sheet"
	"numberloader/import/xls"
	"numberloader/import/xlsx"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// Read reads the file at path. Its content decides what it is, never its name.
// progress may be nil; it is called from this goroutine every few thousand rows
// or megabytes, and once with the first rows of a long list.
//
// The error is a *fault.Error: FileMissing, FileLocked (also if the file was
// changed while it was read), FilePassword, FileUnsupported, FileDamaged,
// FileEmpty or FileTooLarge in the words of docs/number-rules.md, 5.1; Usage if
// layout names a sheet, row, column or encoding that does not exist; Stopped as
// soon as ctx ends, even if the system does not answer. Rows that hold no good
// number are no error. A file is read whole or not at all.
func Read(ctx context.Context, path string, layout number.Layout, progress func(number.Progress)) (*number.Table, error) {
	return readFile(ctx, path, layout, open, progress)
}

// readFile is Read with a way to open files.
func readFile(ctx context.Context, path string, layout number.Layout, open func(string) (*source, error), progress func(number.Progress)) (*number.Table, error) {
	if progress == nil {
		progress = func(number.Progress) {}
	}
	work := func(ctx context.Context, tell func(number.Progress)) (*number.Table, error) {
		file, err := open(path)
		if err != nil {
			return nil, err
		}
		table, err := newSearch(ctx, file, layout, tell).readAndCheck()
		if closing := file.close(); err == nil {
			err = closing
		}
		return table, err
	}
	return attend(ctx, work, progress)
}

// search is one file on its way to a table.
type search struct {
	sheet.Input

	file     *source
	layout   number.Layout
	progress func(number.Progress)

	names  []number.Sheet // of the workbook
	count  int            // lists so far
	shown  int            // texts of their rows
	rows   int            // as last told
	share  float64        // of the file, as last told
	looked bool           // a look at the first rows was given
}

func newSearch(ctx context.Context, file *source, layout number.Layout, progress func(number.Progress)) *search {
	in := &search{file: file, layout: layout, progress: progress}
	in.Input = sheet.Input{
		Context: ctx, Bytes: file, Size: file.size, Password: layout.Password, Sheets: namedSheets(layout), Encoding: layout.Encoding,
		Delimiter: layout.Delimiter,
		Look:      in.lookAt,
		Told: func(rows int, share float64) {
			in.rows, in.share = rows, share
			progress(number.Progress{Rows: rows, Share: share})
		},
	}
	return in
}

// namedSheets are the sheets that the user named.
func namedSheets(layout number.Layout) []string {
	if layout.Sheet != nil {
		return []string{*layout.Sheet}
	}
	return layout.Sheets
}

// opener opens a workbook, and says of which format it is.
type opener func() (format, sheet.Book, error)

// openZip opens a zip file, which should hold a workbook.
func (in *search) openZip() (format, sheet.Book, error) {
	a, err := parts.Open(&in.Input)
	if err != nil {
		return format{}, nil, err
	}
	kind, err := refuse.Zip(a)
	if err != nil {
		return format{}, nil, err
	}
	if kind == refuse.ZipOpenDocument {
		book, err := ods.Open(&in.Input, a)
		return formatOpenDocument, book, err
	}
	book, err := xlsx.Open(&in.Input, a)
	return formatExcel, book, err
}

// openFlat opens an OpenDocument spreadsheet in one XML file.
func (in *search) openFlat() (format, sheet.Book, error) {
	book, err := ods.OpenFlat(&in.Input)
	return formatOpenDocument, book, err
}

// openCompound opens an OLE2 file: a protected workbook, or an old Excel file.
func (in *search) openCompound() (format, sheet.Book, error) {
	content, err := in.ReadAll()
	if err != nil {
		return format{}, nil, err
	}
	kind, err := refuse.Compound(content)
	switch {
	case err != nil:
		return format{}, nil, err
	case kind == refuse.CompoundOldExcel:
		book, err := xls.Open(&in.Input, content)
		return formatOldExcel, book, err
	}
	opened, err := xlsx.Unlock(content, in.Password)
	if err != nil {
		return format{}, nil, err
	}
	in.Bytes, in.Size = bytes.NewReader(opened), int64(len(opened))
	return in.openZip()
}

// openBare opens an old Excel file without a container.
func (in *search) openBare() (format, sheet.Book, error) {
	content, err := in.ReadAll()
	if err != nil {
		return format{}, nil, err
	}
	book, err := xls.Open(&in.Input, content)
	return formatOldExcel, book, err
}

// readBook reads the list in a workbook.
func (in *search) readBook(open opener) (*number.Table, error) {
	is, book, err := open()
	if err != nil {
		return nil, in.failed(err)
	}
	table, err := in.pickSheet(book)
	if err != nil {
		return nil, in.failed(err)
	}
	noteAside(table)
	in.noteName(table, is)
	return table, nil
}

// readText reads a text file.
func (in *search) readText() (*number.Table, error) {
	words := headers.New()
	known := func(text string) bool { return words.Roles(text) != 0 }
	in.lookAt(delimited.First(&in.Input, in.file.start, known))
	s, how, err := delimited.Read(&in.Input, known)
	if err != nil {
		return nil, in.failed(err)
	}
	if name := in.layout.Sheet; name != nil && *name != "" {
		return nil, refuse.NoSheet(*name, nil)
	}
	found, err := lists.Find(s, words, in.layout)
	if err != nil {
		return nil, err
	}
	table, err := in.table(found)
	if err != nil {
		return nil, err
	}
	table.Encoding, table.Delimiter = how.Encoding, how.Delimiter
	if how.Assumed {
		note(table, number.NoteEncoding, phrase.Text("reading.encoding", "Encoding", encodingWords(how.Encoding)))
	}
	noteAside(table)
	in.noteName(table, formatText)
	return table, nil
}

// encodingWords is an encoding as a person reads it.
func encodingWords(name string) string {
	if name == "windows-1252" {
		return phrase.Text("reading.western")
	}
	return name
}

// readAndCheck reads the file, and makes sure that it stayed as it was.
func (in *search) readAndCheck() (*number.Table, error) {
	table, err := sheet.Guard(in.read)
	if in.Context.Err() != nil {
		return table, err
	}
	if changed := in.file.changed(); changed != nil {
		return nil, changed
	}
	return table, err
}

func (in *search) read() (*number.Table, error) {
	kind, err := refuse.Sniff(in.file.start)
	switch kind {
	case refuse.ContentEmpty:
		return nil, refuse.Empty()
	case refuse.ContentText:
		return in.readText()
	case refuse.ContentRefused:
		return nil, err
	case refuse.ContentZip, refuse.ContentCompound, refuse.ContentOldExcel, refuse.ContentFlatDocument:
	}
	return in.readBook(in.openers()[kind])
}

// openers open the workbooks by what a file is.
func (in *search) openers() map[refuse.Content]opener {
	return map[refuse.Content]opener{
		refuse.ContentZip:          in.openZip,
		refuse.ContentCompound:     in.openCompound,
		refuse.ContentOldExcel:     in.openBare,
		refuse.ContentFlatDocument: in.openFlat,
	}
}

// failed turns what a reader reported into a fault.
func (in *search) failed(err error) error {
	if stop := in.Context.Err(); stop != nil {
		return &fault.Error{Kind: fault.Stopped, Err: stop}
	}
	if f := (*fault.Error)(nil); errors.As(err, &f) {
		return err
	}
	return refuse.Damaged(err)
}
