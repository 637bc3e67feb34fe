package lists

import (
	"fmt"
	"slices"

	"numberloader/import/headers"
	"numberloader/internal/number"
)

// askColumns asks in which of several columns the numbers stand.
func (l *look) askColumns(columns []int) *number.Ask {
	ask := &number.Ask{Question: number.QuestionColumn, Candidates: make([]number.Candidate, 0, len(columns)), Several: len(columns) > 1, Across: l.across()}
	for _, c := range columns {
		ask.Candidates = append(ask.Candidates, l.candidate(c))
	}
	return ask
}

// across is the row of a list in which its numbers stand side by side, as Excel counts
// it; 0 if more than two rows have numbers, if none has three, or if a header speaks of
// phones. What stands above several columns (Mobile, Office, Mobile), or above no number,
// is a word of a turned list and no header.
func (l *look) across() int {
	const mostRows, least = 2, 3
	line, rows := 0, 0
	for i := l.table.first; i < l.table.end && rows <= mostRows; i++ {
		switch phones := l.phonesOf(i, i+1); {
		case phones == 0:
			continue
		case phones >= least && line == 0:
			line = l.sheet.Rows[i].Line
		}
		rows++
	}
	isHeader := func(column int) bool {
		at := slices.Index(l.Headings, l.Headings[column])
		return at == column && !slices.Contains(l.Headings[at+1:], l.Headings[column]) && l.phonesIn(column) > 0
	}
	if rows > mostRows || slices.ContainsFunc(l.withRole(headers.Phones), isHeader) {
		return 0
	}
	return line
}

// candidate is a column as an answer, with its first cells.
func (l *look) candidate(column int) number.Candidate {
	c := number.Candidate{
		Sheet: l.sheet.Name, HeaderRow: l.Line, Column: column, Heading: l.Headings[column],
		Filled: l.filledIn(column, l.table.first, l.table.end), Phones: l.phonesIn(column), Hidden: l.sheet.HidesColumn(column),
	}
	cells := l.samples[column]
	for _, p := range cells[:min(mostSamples, len(cells))] {
		c.Samples = append(c.Samples, l.sample(column, p.row, l.sheet.Shown(p.cell)))
	}
	return c
}

// mostSamples is how many cells of a candidate are shown at most.
const mostSamples = 8

// sample is a text with the address of a cell.
func (l *look) sample(column, row int, text string) number.Sample {
	return number.Sample{Cell: fmt.Sprintf("%s%d", number.ColumnName(column), l.sheet.Rows[row].Line), Text: text}
}

// askTables asks which of several tables are meant. Until then nothing says which
// numbers are.
func (l *List) askTables(lists []*List) {
	ask := &number.Ask{Question: number.QuestionHeader, Several: true}
	for _, list := range lists {
		column, _ := list.likelyColumn()
		ask.Candidates = append(ask.Candidates, list.candidate(column))
	}
	l.Ask = ask
	for _, field := range []number.Field{number.FieldNumber, number.FieldNumberEnd, number.FieldAreaCode, number.FieldExchange, number.FieldExtension, number.FieldLastDigits} {
		delete(l.Columns, field)
	}
}

// likelyColumn is the column of the numbers, or the first one that may be it.
func (l *List) likelyColumn() (column int, ok bool) {
	if column, ok = l.Columns[number.FieldNumber]; !ok && l.Ask != nil && len(l.Ask.Candidates) > 0 {
		return l.Ask.Candidates[0].Column, true
	}
	return column, ok
}

// isCover says that the rows with phone numbers are labels and their values.
func (l *look) isCover() bool {
	for i := l.table.first; i < l.table.end; i++ {
		if l.hasPhone(i) && !l.isLabel(i) {
			return false
		}
	}
	return true
}
