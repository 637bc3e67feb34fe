package number

import (
	"strconv"
	"strings"
)

// Place is the address of a cell. Values are comparable.
type Place struct {
	Column string // with its sheet, if the file has any: "DIDs!B", or "B"; "" for none
	Line   int    // number of the row as Excel shows it, 0 for none
}

// ParsePlace is the place of a text that String wrote; of any other, its line is 0.
func ParsePlace(text string) Place {
	column := strings.TrimRight(text, "0123456789")
	line, _ := strconv.Atoi(text[len(column):])
	return Place{column, line}
}

// String is the address in messages: "DIDs!B7", or "B7" in a file without sheets.
func (p Place) String() string {
	if p.Line == 0 {
		return p.Column
	}
	return p.Column + strconv.Itoa(p.Line)
}

// Cell is the address on its sheet: "B7".
func (p Place) Cell() string {
	return Place{p.Column[strings.LastIndexByte(p.Column, '!')+1:], p.Line}.String()
}

// Sheet is the sheet that it is on, "" in a file without sheets.
func (p Place) Sheet() string { return p.Column[:max(0, strings.LastIndexByte(p.Column, '!'))] }
