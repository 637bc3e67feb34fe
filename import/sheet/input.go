package sheet

import (
	"context"
	"fmt"
	"io"

	"numberloader/internal/number"
)

// Book is what each format of several sheets makes of a file: the names of its
// sheets at once, and the cells of one whenever they are asked for. A format is a
// package with a function
//
//	func Open(file *sheet.Input, …) (sheet.Book, error)
//
// which refuses what it can't read with an error of package refuse and returns
// errors of this package and of the file's reader wrapped or as they are; any
// other error means that the file is damaged, and says in what. A panic does, too.
// A book is used from one goroutine.
type Book interface {
	// Sheets are the sheets that can hold a list, in the order of the file:
	// charts and macros are none.
	Sheets() []Info
	// Read reads the cells of the sheet at an index of Sheets, all of them or
	// none, and calls step of its input after each row. The sheet is the
	// caller's; a later call for the same index reads it again.
	Read(index int) (*Sheet, error)
}

// Info is what a book says about a sheet before its cells are read.
type Info struct {
	number.Sheet

	// missing says that the file names the sheet and does not hold it.
	Missing bool
}

// Input is a file on its way through the reader of its format, with what the
// user said about it and who hears how far the reading is.
type Input struct {
	Context  context.Context //nolint:containedctx // an input lives as long as one reading
	Bytes    io.ReaderAt     // the file, from its first byte; its errors are in the user's words
	Size     int64           // of the file in bytes, at most 200 MB
	Password string          // "" if the user named none; see ReadOnly
	Sheets   []string        // that the user named, nil to find the one that is meant
	Encoding string          // of a text file, as an IANA name; "" to find it
	// Delimiter is what stands between the fields of a text file, "" for one column,
	// nil to find it.
	Delimiter *string

	// Told hears every few thousand rows, or megabytes, how many rows were read
	// of the sheet at work and which share of the file, from 0 to 1. It may be
	// nil.
	Told func(rows int, share float64)
	// Look is called at most once for each sheet with a copy of its first rows,
	// while most of the sheet is still to be read. It may be nil.
	Look func(first *Sheet)

	rows int // of the sheet at work
}

// ReadOnly is the password with which Excel encrypts workbooks that are protected
// against changes and not against being read ([MS-OFFCRYPTO], 2.4.2.3: "the default
// password is VelvetSweatshop"). It is tried if the user named none.
const ReadOnly = "VelvetSweatshop"

// How often, in rows and in bytes, a reader looks whether it should stop and says
// how far it is. A computer reads some 100,000 rows and 100 MB a second.
const (
	RowsBetweenChecks  = 256
	rowsBetweenSteps   = 16 * RowsBetweenChecks
	BytesBetweenChecks = 1 << 20
)

const (
	lookRows    = 256 // rows that are read before a look at them is given
	lookPortion = 8   // it is given if these rows are at most one part in so many of the sheet
)

// Step has to be called after each row of a sheet, empty ones included, with the
// shares of the sheet and of the file, from 0 to 1, that are read by now. A share
// of the sheet of 1 keeps it from being looked at early. The error is that of the
// context: the reading has to end with it.
func (in *Input) Step(s *Sheet, ofSheet, ofFile float64) error {
	s.seen++
	in.rows = s.seen
	if !s.looked && len(s.Rows) >= lookRows {
		if s.looked = true; in.Look != nil && ofSheet*lookPortion <= 1 {
			in.Look(s.start())
		}
	}
	if len(s.Rows) == rowsBetweenSteps {
		s.expectRest(ofSheet)
	}
	if s.seen%RowsBetweenChecks != 0 {
		return nil
	}
	if s.seen%rowsBetweenSteps == 0 {
		in.Tell(ofFile)
	}
	return in.Context.Err() //nolint:wrapcheck // the caller compares it
}

// Tell says which share of the file is read, where step does not: a reader that
// unpacks or decodes for long without a row calls it every BytesBetweenChecks.
func (in *Input) Tell(ofFile float64) {
	if in.Told != nil {
		in.Told(in.rows, min(ofFile, 1))
	}
}

// ReadAll is the whole file in memory. The error is that of the context, or of
// reading the file.
func (in *Input) ReadAll() ([]byte, error) {
	content := make([]byte, in.Size)
	whole := io.NewSectionReader(in.Bytes, 0, in.Size)
	if _, err := io.ReadFull(&contextReader{in.Context, whole}, content); err != nil {
		return nil, fmt.Errorf("read the file: %w", err)
	}
	return content, nil
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
