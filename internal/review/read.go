package review

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"

	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/reading"
)

// maxExpanded is how many numbers the ranges of a file are expanded into in
// all: as many as a sheet has rows. Ranges beyond that stay ranges, so that a
// small file cannot take all memory.
const maxExpanded = 1_048_576

// cell is how the number of a record was read. It is not kept: reading again takes less
// than the memory for it.
type cell struct {
	reading  reading.Reading
	fixed    bool              // a suggestion was read in place of what the file holds
	expanded []reading.Reading // of each number of a range that is expanded
}

// readAll reads the numbers of records, on all cores.
func readAll(ctx context.Context, records []record, cells []cell) error {
	return everywhere(ctx, len(records), func(i int) { cells[i] = records[i].readCell() })
}

// expandAll expands the ranges of records that are to be expanded.
func expandAll(ctx context.Context, records []record, cells []cell) error {
	return everywhere(ctx, len(records), func(i int) {
		if records[i].expand {
			cells[i].expand(records[i].in)
		}
	})
}

// chooseRanges leaves expand only on records that are ranges, the first of them
// up to so many numbers in all. It returns how many of these are left, and tight if
// a range had no room, or one before had none.
func chooseRanges(records []record, cells []cell, most int, tight bool) (left int, full bool) {
	for i := range records {
		if !records[i].expand {
			continue
		}
		reading := &cells[i].reading
		isRange := records[i].reads() && reading.Code == number.CodeRange
		records[i].expand = isRange && reading.Count() <= most
		if records[i].expand {
			most -= reading.Count()
		}
		tight = tight || isRange && !records[i].expand
	}
	return most, tight
}

// readCell reads the cell of a record, if its number is to be read.
func (r *record) readCell() cell {
	if !r.reads() {
		return cell{}
	}
	c := cell{reading: r.read(r.start)}
	if c.fixed = r.fix && c.reading.Suggestion != ""; c.fixed {
		c.reading = r.read(number.Cell{Type: number.CellText, Value: c.reading.Suggestion})
	}
	return c
}

// read reads a cell in place of the record's number.
func (r *record) read(start number.Cell) reading.Reading {
	if r.block {
		return reading.ReadBlock(start, r.end, r.in)
	}
	return reading.Read(start, r.in)
}

// expand reads every number of a range as a row of its own.
func (c *cell) expand(in reading.Context) {
	numbers := c.reading.Expanded()
	c.expanded = make([]reading.Reading, len(numbers))
	for i, n := range numbers {
		c.expanded[i] = reading.Read(number.Cell{Type: number.CellText, Value: n.String()}, in)
	}
}

// numbers tells every number of a cell.
func (c *cell) numbers(tell func(number.E164)) {
	tellAll(&c.reading.Numbers, tell)
	for i := range c.expanded {
		tellAll(&c.expanded[i].Numbers, tell)
	}
}

func tellAll(numbers *reading.Numbers, tell func(number.E164)) {
	for i := range numbers.Len() {
		tell(numbers.At(i))
	}
}

// everywhere calls work for 0 to n-1, spread over all cores, which take the next
// few whenever they are done. It returns early with the error of ctx, and with a panic
// of work as an error.
func everywhere(ctx context.Context, n int, work func(i int)) error {
	ctx, fail := context.WithCancelCause(ctx)
	defer fail(nil)
	var group sync.WaitGroup
	var taken atomic.Int64
	some := func() {
		for ctx.Err() == nil {
			end := int(taken.Add(checkEvery))
			for i := end - checkEvery; i < min(end, n); i++ {
				work(i)
			}
			if end >= n {
				return
			}
		}
	}
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			err := fault.Catch(func() error {
				some()
				return nil
			})
			if err != nil {
				fail(err)
			}
		})
	}
	group.Wait()
	return context.Cause(ctx) //nolint:wrapcheck // the caller's own, or a panic
}
