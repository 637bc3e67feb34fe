package review

import (
	"context"
	"runtime"
	"sync"

	"numberloader/internal/number"
)

// maxExpanded is how many numbers the ranges of a file are expanded into in
// all: as many as a sheet has rows. Ranges beyond that stay ranges, so that a
// small file cannot take all memory.
const maxExpanded = 1_048_576

// cell is how the number of a record was read, and from what.
type cell struct {
	from     source
	read     bool
	reading  reading
	expanded []reading // of each number of a range that is expanded
}

// reading is what a cell was read as, with the country of each of its numbers,
// "" where a number belongs to none.
type reading struct {
	number.Reading
	countries []string
}

func read(in number.Reading) reading {
	r := reading{Reading: in, countries: make([]string, len(in.Numbers))}
	for i, n := range in.Numbers {
		r.countries[i] = number.CountryOf(n)
	}
	return r
}

// source is all that a reading depends on. Values are comparable.
type source struct {
	start, end number.Cell
	block      bool
	in         number.Context
	fix        bool
}

// readAll reads the numbers of all records, on all cores, except for those that
// were read from the same before. Then it expands ranges.
func (r *Review) readAll(ctx context.Context, records []record, set Settings) error {
	err := everywhere(ctx, len(records), func(i int) {
		if records[i].reads() {
			r.cells[i].fill(&records[i], set.AcceptSuggestions)
		}
	})
	if err != nil {
		return err
	}
	r.chooseRanges(records, maxExpanded)
	return everywhere(ctx, len(records), func(i int) {
		if records[i].expand && r.cells[i].expanded == nil {
			r.cells[i].expand(records[i].in)
		}
	})
}

// chooseRanges leaves expand only on records that are ranges, the first of them
// up to so many numbers in all.
func (r *Review) chooseRanges(records []record, most int) {
	for i := range records {
		if !records[i].expand {
			continue
		}
		reading := &r.cells[i].reading
		records[i].expand = records[i].reads() && reading.Code == number.CodeRange && reading.Count <= most
		if records[i].expand {
			most -= reading.Count
		}
	}
}

// fill reads the cell of a record. With fix a suggestion is read in place of
// the text that it was made for.
func (c *cell) fill(r *record, fix bool) {
	from := source{start: r.start, end: r.end, block: r.block, in: r.in, fix: fix}
	if c.read && c.from == from {
		return
	}
	*c = cell{from: from, read: true, reading: from.reading()}
	if fix && c.reading.Suggestion != "" {
		from.start = number.Cell{Type: number.CellText, Value: c.reading.Suggestion}
		c.reading = from.reading()
	}
}

func (s *source) reading() reading {
	if s.block {
		return read(number.ReadBlock(s.start, s.end, s.in))
	}
	return read(number.Read(s.start, s.in))
}

// expand reads every number of a range as a row of its own.
func (c *cell) expand(in number.Context) {
	numbers := c.reading.Expanded()
	c.expanded = make([]reading, len(numbers))
	for i, n := range numbers {
		c.expanded[i] = read(number.Read(number.Cell{Type: number.CellText, Value: n.String()}, in))
	}
}

// everywhere calls work for 0 to n-1, spread over all cores. It returns early
// with the error of ctx.
func everywhere(ctx context.Context, n int, work func(i int)) error {
	var group sync.WaitGroup
	cores := runtime.GOMAXPROCS(0)
	for core := range cores {
		group.Go(func() {
			for at, i := 0, core; i < n; at, i = at+1, i+cores {
				if at%checkEvery == 0 && ctx.Err() != nil {
					return
				}
				work(i)
			}
		})
	}
	group.Wait()
	return ctx.Err() //nolint:wrapcheck // the caller's own
}
