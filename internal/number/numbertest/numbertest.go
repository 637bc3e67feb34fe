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
