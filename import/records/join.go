package records

import (
	"slices"
	"strconv"
	"strings"

	"numberloader/import/lists"
	"numberloader/import/sheet"
	"numberloader/internal/characters"
	"numberloader/internal/number"
)

// join puts the parts of a number together that stand in columns of their own. A
// number that is complete by itself is left as it is: one with a plus sign, or
// with the area code at its start.
func (m *Maker) join(r *sheet.Row, record *number.Record) {
	if !m.joins || record.Number().HoldsNothing() {
		return
	}
	if m.extends {
		m.extend(r, record)
	}
	area, exchange := m.text(r, number.FieldAreaCode), m.text(r, number.FieldExchange)
	local := strings.TrimSpace(record.Number().Shown())
	if area == "" && exchange == "" || beginsWithArea(local, area) {
		return
	}
	parts := slices.DeleteFunc([]string{strings.TrimSpace(area), strings.TrimSpace(exchange), local}, func(part string) bool { return part == "" })
	record.SetNumber(number.Cell{Type: number.CellText, Value: strings.Join(parts, " ")})
}

// extend makes the number of a row of a main number and an extension. A row without
// an extension has the main number.
func (m *Maker) extend(r *sheet.Row, record *number.Record) {
	whole := record.Number().Shown()
	if extension := m.text(r, number.FieldExtension); extension != "" {
		whole = lists.Appended(whole, extension)
	}
	if digits := m.text(r, number.FieldLastDigits); digits != "" {
		whole = lists.WithLastDigits(whole, digits)
	}
	if whole != record.Number().Shown() {
		record.SetNumber(number.Cell{Type: number.CellText, Value: whole})
	}
}

// beginsWithArea reports whether a number has a country code, or begins with its area
// code as that is written, or without zeros if it is long enough to be told.
func beginsWithArea(local, area string) bool {
	const told = 3
	digits, code := characters.KeepDigits(local), characters.KeepDigits(area)
	bare := strings.TrimLeft(code, "0")
	return strings.HasPrefix(local, "+") || strings.HasPrefix(digits, "00") ||
		len(code) >= told && strings.HasPrefix(digits, code) || len(bare) >= told && strings.HasPrefix(digits, bare)
}

// lastOf is the last number of a block of that many numbers. A count that is none
// stays as it is, so that a person sees it.
func lastOf(first, count number.Cell) number.Cell {
	n, ok := plainValue(strings.ReplaceAll(count.Shown(), ",", ""))
	digits := characters.KeepDigits(first.Shown())
	value, err := strconv.ParseUint(digits, 10, 64)
	switch {
	case !ok || err != nil || n < 1:
		return count
	case n == 1:
		return number.Cell{}
	}
	last := strconv.FormatUint(value+uint64(n)-1, 10)
	last = strings.Repeat("0", max(0, len(digits)-len(last))) + last
	if strings.HasPrefix(strings.TrimSpace(first.Shown()), "+") {
		last = "+" + last
	}
	return number.Cell{Type: number.CellText, Value: last}
}
