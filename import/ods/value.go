package ods

import (
	"bytes"
	"strconv"
	"strings"
	"time"

	"numberloader/import/parts"
	"numberloader/import/sheet"
	"numberloader/internal/number"
)

// valueType is what a cell says that its value is.
type valueType uint8

const (
	valueNone valueType = iota // it says nothing
	valueText
	valueNumber // also an amount or a percentage
	valueDate
	valueTime
	valueBool
	valueError
)

// attributes are those of a cell, valid until the scanner goes on.
type attributes struct {
	style, repeated, columns, rows []byte // nil if there is none

	kind    valueType
	values  [valueError + 1][]byte // by what they are values of
	formula bool
}

// attributes are those of the cell whose element is open.
func (t *table) attributes() attributes {
	var a attributes
	for _, attr := range t.Attrs {
		switch name := attr.Name; string(name[bytes.IndexByte(name, ':')+1:]) {
		case "style-name":
			a.style = attr.Value
		case "number-columns-repeated":
			a.repeated = attr.Value
		case "number-columns-spanned":
			a.columns = attr.Value
		case "number-rows-spanned":
			a.rows = attr.Value
		case "formula":
			a.formula = true
		case "value-type":
			a.kind = max(a.kind, valueTypeOf(attr.Value))
		case "value":
			a.values[valueNumber] = attr.Value
		case "string-value":
			a.values[valueText] = attr.Value
		case "date-value":
			a.values[valueDate] = attr.Value
		case "time-value":
			a.values[valueTime] = attr.Value
		case "boolean-value":
			a.values[valueBool] = attr.Value
		}
	}
	return a
}

// valueTypeOf is a value type by its name. LibreOffice calls errors texts, and
// adds a second attribute that says what they are.
func valueTypeOf(name []byte) valueType {
	switch string(name) {
	case "string":
		return valueText
	case "float", "currency", "percentage":
		return valueNumber
	case "date":
		return valueDate
	case "time":
		return valueTime
	case "boolean":
		return valueBool
	case "error":
		return valueError
	}
	return valueNone
}

// setValue fills a cell from t.value, the value that it names, and t.buf, the
// text that it shows; shown says that there is any, be it empty. A value that
// can't be read as what it claims to be counts as the text.
func (t *table) setValue(c *sheet.Cell, kind valueType, shown bool) (err error) {
	value := t.value
	switch {
	case kind == valueNumber && parts.IsNumber(value):
		c.Type = number.CellNumber
	case kind == valueDate && len(value) > 0:
		c.Type, value = number.CellDate, serialOf(value, dateToDays)
	case kind == valueTime && len(value) > 0:
		c.Type, value = number.CellDate, serialOf(value, timeToDays)
	case kind == valueBool && len(value) > 0:
		c.Type = number.CellBool
		c.Text, err = t.store.KeepString(strconv.FormatBool(string(value) == "true"))
		return err
	case kind == valueError:
		c.Type, value = number.CellError, t.buf
		if len(value) == 0 {
			value = []byte("#ERROR!")
		}
	default:
		if kind != valueText || len(value) == 0 {
			value = t.buf
		}
		if kind == valueText || len(value) > 0 || kind == valueNone && shown {
			c.Type = number.CellText
		}
	}
	c.Text, err = t.store.Keep(value)
	return err
}

// serialOf is a date or time as the number of days since the end of 1899, as
// Excel stores it; as it is if days can't tell.
func serialOf(value []byte, days func(text string) (float64, bool)) []byte {
	n, ok := days(string(value))
	if !ok {
		return value
	}
	return strconv.AppendFloat(nil, n, 'f', -1, 64)
}

// dateToDays reads a date such as 2026-08-01 or 2026-08-01T10:30:00.
func dateToDays(text string) (float64, bool) {
	layout := time.DateOnly
	if strings.Contains(text, "T") {
		layout = "2006-01-02T15:04:05"
	}
	moment, err := time.Parse(layout, text)
	start := time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)
	seconds := float64(moment.Unix()-start.Unix()) + float64(moment.Nanosecond())/1e9
	return seconds / (24 * 60 * 60), err == nil && seconds >= 0
}

// timeToDays reads a duration such as PT36H10M05S.
func timeToDays(text string) (float64, bool) {
	clock, ok := strings.CutPrefix(text, "PT")
	length, err := time.ParseDuration(strings.ToLower(clock))
	return length.Hours() / 24, ok && err == nil && length >= 0
}
