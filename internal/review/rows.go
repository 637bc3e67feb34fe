package review

import (
	"context"
	"strconv"
	"sync"

	"numberloader/internal/number"
)

// Review judges the rows of one table, again and again as settings, decisions
// and what is known change. It remembers how each cell was read, so that a
// decision about one record does not read the others again. Its methods may be
// called from several goroutines; one waits for the other.
type Review struct {
	table *number.Table
	at    addresses

	mu         sync.Mutex
	cells      []cell // how the number of each record was read; those of atOnce if it forgets
	forgets    bool   // how cells were read is needed no more once their rows are made
	judgements int    // how many were made; the last one knows the cells
}

// New returns the review of a table, which must not change afterwards.
func New(table *number.Table) *Review {
	return &Review{table: table, at: newAddresses(table), cells: make([]cell, len(table.Records))}
}

// addresses tell where the numbers of the records stand. They are made when they are
// asked for, since a row keeps its own.
type addresses struct {
	table   *number.Table
	numbers []column // by list
}

func newAddresses(table *number.Table) addresses {
	numbers := make([]column, 1+len(table.Further))
	for i := range numbers {
		numbers[i] = columnOf(table.List(&number.Record{List: uint16(i)}), number.FieldNumber)
	}
	return addresses{table, numbers}
}

// of is where the number of a record stands.
func (a *addresses) of(record int) place {
	r := &a.table.Records[record]
	return a.numbers[r.List].in(r.Line)
}

// place is the address of a cell, without and with its sheet.
type place struct{ cell, full string }

// column names the cells of a column of a table.
type column struct {
	name  string // with the sheet in front
	sheet int    // how long that is
}

// columnOf is the column of a field in a list; for a field that it does not have,
// that of the number.
func columnOf(list number.List, field number.Field) column {
	index, ok := list.Columns[field]
	if !ok {
		if index, ok = list.Columns[number.FieldNumber]; !ok {
			index = -1 // which has no name
		}
	}
	sheet := ""
	if list.Sheet != "" {
		sheet = list.Sheet + "!"
	}
	return column{sheet + number.ColumnName(index), len(sheet)}
}

// in is the cell of the column in a row.
func (c column) in(line int) place {
	full := string(strconv.AppendInt([]byte(c.name), int64(line), 10))
	return place{full[c.sheet:], full}
}

// Rows judges every record by docs/number-rules.md, 3 and 4, in file order. A
// cell of several numbers and an expanded range give a row for each number;
// records that are skipped give one row. Decisions are by index into
// Table.Records. Mobile overflow is left to plan.Build. The only error is that of
// ctx.
func (r *Review) Rows(ctx context.Context, set Settings, known Known, decisions map[int]Decision) ([]*number.Row, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	g, err := r.judge(ctx, set, known, func(record int) Decision { return decisions[record] }, false)
	if err != nil {
		return nil, err
	}
	return g.rows, nil
}

// Rows judges the records of a table once, as Review.Rows does without decisions, and
// keeps nothing but the rows: 250 bytes less for each record.
func Rows(ctx context.Context, table *number.Table, set Settings, known Known) ([]*number.Row, error) {
	once := &Review{table: table, at: newAddresses(table), cells: make([]cell, min(atOnce, len(table.Records))), forgets: true}
	return once.Rows(ctx, set, known, nil)
}

// judge makes a judgement. Only one that follows can be changed later.
func (r *Review) judge(ctx context.Context, set Settings, known Known, decided func(record int) Decision, follows bool) (*Judgement, error) {
	r.judgements++
	count := len(r.table.Records)
	g := &Judgement{
		review: r, number: r.judgements, analyst: newAnalyst(r.table, r.at, set, known),
		judge: judge{set: set, known: known, at: r.at, claims: newClaims(count, follows), made: make([]number.Row, 0, count)},
		left:  maxExpanded, expanded: map[int]int{},
	}
	records := make([]record, min(atOnce, count))
	for start := 0; start < count; start += atOnce {
		records := records[:min(atOnce, count-start)]
		cells := r.cellsOf(start, len(records))
		for i := range records {
			records[i] = g.analyst.record(start+i, decided(start+i))
		}
		if err := g.read(ctx, records, cells); err != nil {
			return nil, err
		}
		for i := range records {
			g.record(&records[i], &cells[i])
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, err //nolint:wrapcheck // the caller's own
	}
	g.rows = g.take()
	return g, nil
}

// cellsOf are the cells of that many records, from start on.
func (r *Review) cellsOf(start, count int) []cell {
	if r.forgets {
		clear(r.cells)
		return r.cells[:count]
	}
	return r.cells[start:][:count]
}

// read reads the numbers of records and expands their ranges, as far as there is
// room for more rows.
func (g *Judgement) read(ctx context.Context, records []record, cells []cell) error {
	if err := readAll(ctx, records, cells); err != nil {
		return err
	}
	g.left, g.tight = chooseRanges(records, cells, g.left, g.tight)
	for i := range records {
		if records[i].expand {
			g.expanded[records[i].row.Record] = cells[i].reading.Count
		}
	}
	return expandAll(ctx, records, cells)
}

// atOnce is how many records are worked on together, so that what is only known
// on the way never needs memory for all of them. It is enough to keep all cores
// busy.
const atOnce = 8192

// checkEvery is how many records a core takes at a time, and works on between
// two looks at the context.
const checkEvery = 16
