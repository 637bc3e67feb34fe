package review

import (
	"cmp"
	"slices"
	"strings"

	"numberloader/internal/dialplan"
	"numberloader/internal/number"
)

// removal finds a word that takes the row out: in the column of actions, or that
// of states (docs/number-rules.md, 4.3).
func (a *analyst) removal(r *record, source *number.Record, list number.List) {
	field, word := number.FieldAction, source.Shown(list, number.FieldAction)
	column, ok := list.Columns[field]
	switch state := strings.TrimSpace(source.Text(number.FieldState)); {
	case ok && column < len(list.Headings) && number.TakesOut(list.Headings[column], word):
		if !number.IsRemoval(word) {
			word = list.Headings[column] + ": " + word
		}
	case number.IsRemoval(state):
		field, word = number.FieldState, state
		if state == number.RemovalWord { // perhaps for what the file says
			word = cmp.Or(source.Shown(list, number.FieldState), state)
		}
	default:
		return
	}
	r.words = append(r.words, number.RemovedFinding(placeOf(list, field, r.line()).String(), word))
}

// country settles the country of a number whose row names one in a column of its
// own; the location's country goes before it, that of the settings after it. A
// word that is no country leaves the number without one.
func (a *analyst) country(r *record, source *number.Record, list number.List) {
	r.shared.Country = a.set.Region
	word := source.Shown(list, number.FieldCountry)
	if word == "" {
		return
	}
	at := placeOf(list, number.FieldCountry, r.line())
	if r.shared.Country = a.countries.of(word, dialplan.CountryNamed); r.shared.Country == "" {
		r.words = append(r.words, number.UnknownWordFinding(at.String(), word, number.VariantCountry))
		return
	}
	r.words = append(r.words, number.CountryNamedFinding(r.place().String(), at.Cell(), r.shared.Country))
}

// parts tells of a number that stands in several columns, and of one whose area
// code is missing.
func (a *analyst) parts(r *record, source *number.Record, list number.List, decided Decision) {
	if decided.Text != nil || !isInParts(list) {
		return
	}
	_, areas := list.Columns[number.FieldAreaCode]
	area, local := source.Shown(list, number.FieldAreaCode), source.Shown(list, number.FieldNumber)
	switch {
	case local == "" || number.SaysNothing(local):
	case areas && area == "" && !strings.HasPrefix(local, "+"):
		at := placeOf(list, number.FieldAreaCode, r.line())
		r.unknown = append(r.unknown, number.AreaCodeMissingFinding(r.place().String(), at.String()))
	case source.Number().Shown() != local:
		r.joined = partsOf(source, list, r.line())
	}
}

// isInParts reports whether numbers of a list may stand in several columns.
func isInParts(list number.List) bool {
	return slices.ContainsFunc(partFields(), func(f number.Field) bool {
		_, ok := list.Columns[f]
		return ok && f != number.FieldNumber
	})
}

// partFields are the columns that a number may stand in, in their order.
func partFields() []number.Field {
	return []number.Field{number.FieldAreaCode, number.FieldExchange, number.FieldNumber, number.FieldExtension, number.FieldLastDigits}
}

// partsOf names the cells that a number stands in, and what they hold.
func partsOf(source *number.Record, list number.List, line int) string {
	var parts []string
	for _, field := range partFields() {
		if text := source.Shown(list, field); text != "" {
			parts = append(parts, placeOf(list, field, line).Cell()+": "+text)
		}
	}
	return strings.Join(parts, ", ")
}

// joined tells that a number was put together from the cells of its row.
func (j *judge) joined(row *number.Row, r *record) {
	if r.joined != "" && !row.Number.IsZero() {
		row.AddFirst(number.JoinedPartsFinding(row.Place(), r.joined, row.Number))
	}
}

// locationAbove suggests the location above for a row of a group that names it
// once, and takes it where suggestions are accepted.
func (a *analyst) locationAbove(r *record, source *number.Record, list number.List) {
	if a.above == nil || a.above[r.row.Record] == "" || strings.TrimSpace(source.Text(number.FieldLocation)) != "" {
		return
	}
	above := a.above[r.row.Record]
	if a.set.AcceptSuggestions {
		source.SetText(number.FieldLocation, above)
		return
	}
	r.words = append(r.words, number.LocationAboveFinding(placeOf(list, number.FieldLocation, r.line()).String(), above))
}

// locationsAbove are the locations that stand above the rows without one, by
// record; nil if the file does not write them only in the first row of each
// group, or if the user named one for such rows. A file does if the
// first row has one and most rows have none, and a location never stands in two rows that follow each other.
func locationsAbove(table *number.Table, set Settings) []string {
	if set.Location != "" || !namesGroups(table) {
		return nil
	}
	above := make([]string, len(table.Records))
	last, list := "", uint16(0)
	for i := range table.Records {
		record := &table.Records[i]
		if record.List != list {
			last, list = "", record.List
		}
		text := strings.TrimSpace(locationIn(table, record))
		switch {
		case text != "" && (record.Skipped == number.SkipNone || isGroup(record)):
			last = text
		case record.Skipped != number.SkipNone:
		default:
			above[i] = last
		}
	}
	return above
}

// isGroup reports whether a record is no number but the name of the group below it.
func isGroup(record *number.Record) bool {
	return record.Skipped == number.SkipHeading && record.Number().HoldsNothing()
}

// namesGroups reports whether locations stand in the first row of each group only, or in a
// row of their own above it.
func namesGroups(table *number.Table) bool {
	filled, blank, before := 0, 0, ""
	for i := range table.Records {
		record := &table.Records[i]
		if !isGroup(record) && (record.Skipped != number.SkipNone || record.Number().HoldsNothing()) {
			continue
		}
		text := strings.TrimSpace(locationIn(table, record))
		switch {
		case text == "" && filled == 0:
			return false
		case text == "":
			blank++
		case text == before:
			return false
		default:
			filled++
		}
		before = text
	}
	const least = 2 // blank cells that make it a habit
	return filled > 0 && blank >= max(filled, least)
}
