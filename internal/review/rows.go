package review

import (
	"context"
	"slices"

	"numberloader/internal/number"
)

// addresses tell where the numbers of the records stand. They are made when they are
// asked for, since a row keeps its own.
type addresses struct {
	table   *number.Table
	numbers []string // their columns, by list
}

func newAddresses(table *number.Table) addresses {
	numbers := make([]string, 1+len(table.Further))
	for i := range numbers {
		numbers[i] = columnOf(table.List(&number.Record{List: uint16(i)}), number.FieldNumber)
	}
	return addresses{table, numbers}
}

// of is where the number of a record stands.
func (a *addresses) of(record int) number.Place {
	r := &a.table.Records[record]
	return number.Place{Column: a.numbers[r.List], Line: r.Line}
}

// placeOf is the cell of a field in a row of a list; for a field that it does not have,
// that of the number.
func placeOf(list number.List, field number.Field, line int) number.Place {
	return number.Place{Column: columnOf(list, field), Line: line}
}

// columnOf is the column of that cell.
func columnOf(list number.List, field number.Field) string {
	index, ok := list.Columns[field]
	if !ok {
		if index, ok = list.Columns[number.FieldNumber]; !ok {
			index = -1 // which has no name
		}
	}
	if list.Sheet == "" {
		return number.ColumnName(index)
	}
	return list.Sheet + "!" + number.ColumnName(index)
}

// Rows judges every record of a table by docs/number-rules.md, 3 and 4, in file order.
// A cell of several numbers and an expanded range give a row for each number;
// records that are skipped give one row. Decisions are by index into
// Table.Records. Mobile overflow is left to plan.Build. The only error is that of
// ctx. It may be called from any goroutine, as long as nobody changes the table.
func Rows(ctx context.Context, table *number.Table, set Settings, known Known, decisions map[int]Decision) ([]*number.Row, error) {
	decided := func(record int) Decision { return decisions[record] }
	j := judge{set: set, known: known}
	j.claims.begin(len(table.Records), false)
	g, err := judgeAll(ctx, table, decided, j)
	if err != nil {
		return nil, err
	}
	return g.rows, nil
}

// judgeAll makes a judgement of what j begins with. Only one whose claims follow can be
// changed later.
func judgeAll(ctx context.Context, table *number.Table, decided func(record int) Decision, j judge) (*Judgement, error) {
	count := len(table.Records)
	j.at = newAddresses(table)
	g := &Judgement{
		analyst: newAnalyst(table, j.at, j.set, j.known), judge: j, rows: make([]*number.Row, 0, count),
		left: maxExpanded, expanded: map[int]int{},
	}
	records, cells := make([]record, min(atOnce, count)), make([]cell, min(atOnce, count))
	for start := 0; start < count; start += atOnce {
		records := records[:min(atOnce, count-start)]
		for i := range records {
			records[i] = g.analyst.record(start+i, decided(start+i))
		}
		if err := g.read(ctx, records, cells); err != nil {
			return nil, err
		}
		g.made = slices.Grow(g.made, len(records))
		for i := range records {
			g.record(&records[i], &cells[i])
		}
		g.rows = append(g.rows, g.take()...)
	}
	if err := ctx.Err(); err != nil {
		return nil, err //nolint:wrapcheck // the caller's own
	}
	g.before = nil
	return g, nil
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
			g.expanded[int(records[i].row.Record)] = cells[i].reading.Count()
		}
	}
	return expandAll(ctx, records, cells)
}

// atOnce is how many records are worked on together, so that what is only known
// on the way never needs memory for all of them, but 1.5 MB. It is enough to keep all
// cores busy.
const atOnce = 2048

// checkEvery is how many records a core takes at a time, and works on between
// two looks at the context.
const checkEvery = 16
