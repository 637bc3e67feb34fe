// Package importer reads a file that lists phone numbers into a number.Table,
// by docs/number-rules.md, section 5. It finds out what the file is by its
// content, picks the sheet, the header row and the columns, and copies what the
// cells hold. It judges no number: that is the work of internal/review.
//
// # Who reads what
//
// Workbooks are read by a small reader of this package over archive/zip and an
// XML scanner. It has to know three things that the row reader of excelize does
// not tell: whether a cell is a number or a text, whether the XML is complete
// (rows before a break must not pass as the whole list), and where the parts of
// the workbook really are. It also counts what it unpacks, never writes to the
// temporary folder, and reads each part once. excelize opens what is protected
// with a password: its Decrypt knows the encryption of Office, which nobody
// should write twice.
//
// Text files are read by a record reader of this package, because encoding/csv
// does not know CR as a line end, text after a closing quotation mark, or the
// numbers of blank records.
//
// It imports internal/number and internal/fault, and of other modules excelize
// and x/text.
package importer

import (
	"context"
	"errors"
	"fmt"
	"io"

	"numberloader/internal/fault"
	"numberloader/internal/number"
)

// Read reads the file at path. Its content decides what it is, never its name.
// progress may be nil; it is called from this goroutine every few thousand rows.
//
// The error is a *fault.Error: FileMissing, FileLocked, FilePassword,
// FileUnsupported, FileDamaged, FileEmpty or FileTooLarge in the words of
// docs/number-rules.md, 5.1; Usage if layout names a sheet, row, column or
// encoding that does not exist; Stopped if ctx ended. Rows that hold no good
// number are no error. A file is read whole or not at all.
func Read(ctx context.Context, path string, layout number.Layout, progress func(number.Progress)) (table *number.Table, err error) {
	file, err := open(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, file.close()) }()
	if progress == nil {
		progress = func(number.Progress) {}
	}
	defer func() {
		if thrown := recover(); thrown != nil {
			table, err = nil, damaged(fmt.Errorf("reader failed: %v", thrown))
		}
	}()
	in := &input{ctx: ctx, file: file, layout: layout, progress: progress}
	return in.read()
}

// input is one file on its way to a table.
type input struct {
	ctx      context.Context //nolint:containedctx // an input lives as long as one call of Read
	file     *source
	layout   number.Layout
	progress func(number.Progress)
}

func (in *input) read() (*number.Table, error) {
	switch sniff(in.file.start) {
	case contentEmpty:
		return nil, empty()
	case contentZip:
		return in.readWorkbook(in.file, in.file.size)
	case contentCompound:
		return in.readCompound()
	case contentText:
		return in.readText()
	case contentOldExcel:
		return nil, oldExcel()
	case contentPDF:
		return nil, unsupported("This is a PDF file, not a table the app can read.")
	case contentPicture:
		return nil, unsupported("This is a picture, not a table the app can read.")
	case contentRichText:
		return nil, unsupported("This is a rich text document, not a table the app can read.")
	case contentArchive:
		return nil, unsupported("This is a compressed file, not a table the app can read.")
	case contentLockFile:
		return nil, lockFile()
	case contentOther:
		return nil, unsupported("This is not a table the app can read.")
	}
	panic("importer: content without a reader")
}

// readAll is the whole file in memory.
func (in *input) readAll() ([]byte, error) {
	content := make([]byte, in.file.size)
	whole := io.NewSectionReader(in.file, 0, in.file.size)
	if _, err := io.ReadFull(&contextReader{in.ctx, whole}, content); err != nil {
		return nil, in.failed(err)
	}
	return content, nil
}

// failed turns what a reader reported into a fault.
func (in *input) failed(err error) error {
	if stop := in.ctx.Err(); stop != nil {
		return &fault.Error{Kind: fault.Stopped, Err: stop}
	}
	if f := (*fault.Error)(nil); errors.As(err, &f) {
		return err
	}
	return damaged(err)
}

// contextReader ends with the context's error as soon as that is done.
type contextReader struct {
	ctx context.Context //nolint:containedctx // a reader has no other way to hear of it
	r   io.Reader
}

func (c *contextReader) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err //nolint:wrapcheck // the caller compares it
	}
	return c.r.Read(p) //nolint:wrapcheck // io.EOF has to stay as it is
}
