// Package numbertest makes what stands in rows, for tests.
package numbertest

import "numberloader/internal/number"

// E164 is the number that a text is, and none for "". It panics for any other text.
func E164(text string) number.E164 {
	if text == "" {
		return number.E164{}
	}
	n, err := number.ParseE164(text)
	if err != nil {
		panic(err)
	}
	return n
}

// Say makes the finding of a code, without arguments and at its usual level, all that is said
// of a row, and gives the row its level.
func Say(row *number.Row, code number.Code) *number.Row {
	row.SetFindings(number.NewFinding(code, number.Usual, nil))
	row.Level, _ = row.Worst()
	return row
}

// Record is a record with a cell of FieldNumber.
func Record(r number.Record, c number.Cell) number.Record {
	r.SetNumber(c)
	return r
}

// SameRecord reports whether two records hold the same.
func SameRecord(a, b number.Record) bool {
	for _, field := range number.Fields() {
		if a.Text(field) != b.Text(field) {
			return false
		}
	}
	return a.Line == b.Line && a.Number() == b.Number() && a.EndCell() == b.EndCell() && a.Source.Equal(b.Source) &&
		a.Hidden == b.Hidden && a.Struck == b.Struck && a.Skipped == b.Skipped && a.List == b.List
}
