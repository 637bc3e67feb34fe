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
	at    []place // of the number of each record

	mu    sync.Mutex
	cells []cell // how the number of each record was read
}

// New returns the review of a table, which must not change afterwards.
func New(table *number.Table) *Review {
	r := &Review{
		table: table,
		at:    make([]place, len(table.Records)),
		cells: make([]cell, len(table.Records)),
	}
	for i := range table.Records {
		r.at[i] = placeOf(table, number.FieldNumber, table.Records[i].Line)
	}
	return r
}

// place is the address of a cell, without and with its sheet.
type place struct{ cell, full string }

// placeOf is the cell of a column in a row; for a column that the file does not
// have, the cell of the number.
func placeOf(table *number.Table, field number.Field, line int) place {
	column, ok := table.Columns[field]
	if !ok {
		if column, ok = table.Columns[number.FieldNumber]; !ok {
			column = -1 // which has no name
		}
	}
	cell := number.ColumnName(column) + strconv.Itoa(line)
	if table.Sheet == "" {
		return place{cell, cell}
	}
	return place{cell, table.Sheet + "!" + cell}
}

// Rows judges every record by docs/number-rules.md, 3 and 4, in file order. A
// cell of several numbers and an expanded range give a row for each number;
// records that are skipped give one row. Decisions are by index into
// Table.Records. Requests and mobile overflow are left to plan.Build. The only
// error is that of ctx.
func (r *Review) Rows(ctx context.Context, set Settings, known Known, decisions map[int]Decision) ([]number.Row, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	records := r.lookAround(set, known, decisions)
	if err := r.readAll(ctx, records, set); err != nil {
		return nil, err
	}
	j := judge{set: set, known: known, first: make(map[number.E164]place, len(records))}
	rows := make([]number.Row, 0, len(records))
	for i := range records {
		if i%checkEvery == 0 && ctx.Err() != nil {
			return nil, ctx.Err() //nolint:wrapcheck // the caller's own
		}
		rows = j.rows(rows, &records[i], &r.cells[i])
	}
	return rows, nil
}

// checkEvery is how many records are worked on between two looks at the
// context.
const checkEvery = 256

// lookAround settles everything but the numbers of all records.
func (r *Review) lookAround(set Settings, known Known, decisions map[int]Decision) []record {
	a := analyst{
		table: r.table, at: r.at, set: set, locations: newIndex(known.Locations),
		kinds: words[number.Kind]{}, usages: words[number.Usage]{}, states: words[number.State]{},
	}
	records := make([]record, len(r.table.Records))
	for i := range records {
		records[i] = a.record(i, decisions[i])
	}
	return records
}
