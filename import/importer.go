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
	"io"

	"numberloader/internal/fault"
	"numberloader/internal/number"
)

// errPanic says that a reader panicked.
var errPanic = errors.New("reader failed")

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
		table, err := (&input{ctx: ctx, file: file, layout: layout, progress: tell}).readAndCheck()
		if closing := file.close(); err == nil {
			err = closing
		}
		return table, err
	}
	return attend(ctx, work, progress)
}

// input is one file on its way to a table.
type input struct {
	ctx      context.Context //nolint:containedctx // an input lives as long as one call of Read
	file     *source
	layout   number.Layout
	progress func(number.Progress)

	rows   int     // that were read so far
	share  float64 // of the file, as last told
	looked bool    // a look at the first rows was given
}

// readAndCheck reads the file, and makes sure that it stayed as it was.
func (in *input) readAndCheck() (*number.Table, error) {
	table, err := guarded(in.read)
	if in.ctx.Err() != nil {
		return table, err
	}
	if changed := in.file.changed(); changed != nil {
		return nil, changed
	}
	return table, err
}

func (in *input) read() (*number.Table, error) {
	kind, err := sniff(in.file.start)
	switch kind {
	case contentEmpty:
		return nil, empty()
	case contentZip:
		return in.readWorkbook(in.file, in.file.size)
	case contentCompound:
		return in.readCompound()
	case contentText:
		return in.readText()
	case contentRefused:
		return nil, err
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
	if errors.Is(err, errXMLLong) {
		return tooLarge("one of its cells holds more text than any program writes")
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
