package review

import (
	"strings"

	"numberloader/internal/number"
)

// Corrected are the fields of which the user typed or chose something in place of what
// the file holds, in the order in which fields are shown.
func (d *Decision) Corrected() []number.Field {
	var fields []number.Field
	for _, field := range number.AllFields() {
		if text := d.Typed(field); text != nil && *text != nil {
			fields = append(fields, field)
		}
	}
	return fields
}

// Typed is the text that is decided for a field, to be read or set, nil for a field of
// which nothing can be. It may be called from any goroutine as long as none changes d.
func (d *Decision) Typed(field number.Field) **string {
	switch field {
	case number.FieldNumber:
		return &d.Text
	case number.FieldType:
		return &d.Type
	case number.FieldUsage:
		return &d.Usage
	case number.FieldState:
		return &d.State
	case number.FieldLocation:
		return &d.Location
	case number.FieldSubscription:
		return &d.Subscription
	case number.FieldNumberEnd, number.FieldCountry, number.FieldAreaCode, number.FieldExchange, number.FieldAction, number.FieldExtension, number.FieldLastDigits, number.FieldActivateOn:
	}
	return nil
}

// InFile is the cell of a field in a row of a table, and what it holds there; "" for
// a field without a column. A record that does not exist has neither.
func InFile(table *number.Table, record int, field number.Field) (cell, text string) {
	if table == nil || record < 0 || record >= len(table.Records) {
		return "", ""
	}
	r := &table.Records[record]
	at := placeOf(table.List(r), field, r.Line).Cell()
	if field == number.FieldNumber {
		return at, strings.TrimSpace(r.Number().Shown())
	}
	return at, strings.TrimSpace(r.Text(field))
}
