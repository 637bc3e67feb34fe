package reading

import (
	"slices"

	"numberloader/gui/rows"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// shownColumns is how many columns are shown at most.
const shownColumns = 60

// columns are those of the file, and what each of them is used for.
type columns struct {
	*trying
	words
}

// Column is a column of the file above which stands what it is used for.
type Column struct {
	Letter string
	Choice Choice // the first one is that it is not used
	// Doubt says that something of it is left aside that a person should see.
	Doubt bool
	index int
}

// Used reports whether the column is used.
func (c *Column) Used() bool { return c.Choice.Chosen > 0 }

// Columns are the columns of the file, as far as there is something in them.
func (m *columns) Columns() []Column {
	table := m.trial.Table()
	var all []Column
	for index := range m.width() {
		roles := m.rolesOf(index)
		if len(roles) == 0 && !m.holdsAnything(index) {
			continue
		}
		column := Column{Letter: number.ColumnName(index), index: index, Choice: m.choiceOf(index)}
		for i := range table.Inventory {
			item := &table.Inventory[i]
			column.Doubt = column.Doubt || item.Column == index && item.Sheet == table.Sheet && item.Aside != number.AsideNone && matters(item)
		}
		column.Doubt = column.Doubt || len(roles) > 0 && m.hasUnknown(roles[0])
		if all = append(all, column); len(all) == shownColumns {
			break
		}
	}
	return all
}

// width is how many columns the first rows have.
func (m *trying) width() int {
	table := m.trial.Table()
	width := len(table.Headings)
	for i := range table.Top {
		width = max(width, len(table.Top[i].Texts))
	}
	return width
}

func (m *columns) holdsAnything(index int) bool {
	table := m.trial.Table()
	if index < len(table.Headings) && table.Headings[index] != "" {
		return true
	}
	return slices.ContainsFunc(table.Top, func(l number.Line) bool { return index < len(l.Texts) && l.Texts[index] != "" }) ||
		slices.ContainsFunc(table.Inventory, func(i number.Item) bool { return i.Sheet == table.Sheet && i.Column == index })
}

// rolesOf are the fields that a column is used as; further columns of numbers are
// FieldNumber too.
func (m *columns) rolesOf(index int) []number.Field {
	table := m.trial.Table()
	var roles []number.Field
	for _, field := range number.AllFields() {
		if column, ok := table.Columns[field]; ok && column == index {
			roles = append(roles, field)
		}
	}
	if len(roles) == 0 && m.isFurther(index) {
		roles = []number.Field{number.FieldNumber}
	}
	return roles
}

// isFurther reports whether a column is read as numbers in addition to another one.
func (m *columns) isFurther(index int) bool {
	table := m.trial.Table()
	return slices.ContainsFunc(table.Further, func(l number.List) bool {
		column, ok := l.Columns[number.FieldNumber]
		return ok && column == index && l.Sheet == table.Sheet && l.HeaderRow == table.HeaderRow
	})
}

// What stands in the list above a column before and behind the fields.
const (
	choiceUnused = iota
	choiceNumber
	choiceToo // numbers, in addition to another column
	choiceFields
)

// choiceOf is what a column can be used as.
func (m *columns) choiceOf(index int) Choice {
	roles := m.rolesOf(index)
	table := m.trial.Table()
	main, numbered := table.Columns[number.FieldNumber]
	further := m.isFurther(index) && (!numbered || main != index)
	choice := Choice{}
	choice.add(phrase.Text("howread.unused"), len(roles) == 0)
	choice.add(phrase.Field(number.FieldNumber), slices.Contains(roles, number.FieldNumber) && !further)
	choice.add(phrase.Text("howread.too"), further)
	for _, field := range number.AllFields()[1:] {
		choice.add(fieldName(field), len(roles) > 0 && roles[0] == field)
	}
	return choice
}

// fieldName is what a column is used as.
func fieldName(field number.Field) string {
	switch field { //nolint:exhaustive // others have their own names
	case number.FieldNumberEnd:
		return phrase.Text("howread.end")
	case number.FieldExtension:
		return phrase.Text("howread.extension")
	default:
	}
	return phrase.Field(field)
}

// name is how a layout names a column: by its letter or, if several sheets are read,
// by its heading, so that it is the same column of each.
func (m *trying) name(index int) string {
	table := m.trial.Table()
	if m.several() && index < len(table.Headings) && table.Headings[index] != "" {
		return table.Headings[index]
	}
	return number.ColumnName(index)
}

// Choose uses the column at a position of Columns in another way. The column that was
// used so before is free then.
func (m *columns) Choose(column, choice int) {
	index := m.Columns()[column].index
	before := m.rolesOf(index)
	field := number.FieldNumber
	if choice >= choiceFields {
		field = number.AllFields()[choice-choiceFields+1]
	}
	other, had := m.trial.Table().Columns[field]
	if choice == choiceToo && (!had || other == index && len(m.further(index)) == 0) {
		choice = choiceNumber
	}
	m.read(func(layout *number.Layout) {
		layout.Own = nil // what is chosen here holds for all sheets
		m.free(layout, index, before)
		switch choice {
		case choiceUnused:
		case choiceToo:
			layout.Numbers = append(layout.Numbers, m.name(index))
		default:
			layout.Columns[field] = m.name(index)
		}
	})
	if choice != choiceUnused && choice != choiceToo && had && other != index {
		m.taken = phrase.Text("howread.taken", "Field", fieldName(field), "Column", number.ColumnName(other))
	}
}

// further are the further columns of numbers without one.
func (m *columns) further(without int) []int {
	var columns []int
	for index := range m.width() {
		if main, ok := m.trial.Table().Columns[number.FieldNumber]; index != without && m.isFurther(index) && (!ok || main != index) {
			columns = append(columns, index)
		}
	}
	return columns
}

// free takes from a column what it was used as. If it was that of the numbers, the
// next one of these takes its place.
func (m *columns) free(layout *number.Layout, index int, roles []number.Field) {
	for _, field := range roles {
		layout.Columns[field] = ""
	}
	main, numbered := m.trial.Table().Columns[number.FieldNumber]
	further := m.further(index)
	if numbered && main != index {
		layout.Columns[number.FieldNumber] = m.name(main)
	} else if len(further) > 0 {
		layout.Columns[number.FieldNumber] = m.name(further[0])
		further = further[1:]
	}
	layout.Numbers = nil
	for _, c := range further {
		layout.Numbers = append(layout.Numbers, m.name(c))
	}
}

// PreviewLine is one of the first rows of the file.
type PreviewLine struct {
	Number int
	Header bool
	Above  bool // above the header, where nothing is read
	Texts  []string
}

// blankLines is how many lines there are at most if blank ones above the header are
// among them.
const blankLines = 8

// Preview are the first rows of the file, with a text for each of columns.
func (m *columns) Preview(columns []Column) []PreviewLine {
	table := m.trial.Table()
	var lines []PreviewLine
	for i := range table.Top {
		top := &table.Top[i]
		for n := len(lines); n > 0 && n < blankLines && lines[n-1].Number < top.Number-1 && top.Number <= table.HeaderRow; n++ {
			lines = append(lines, PreviewLine{Number: lines[n-1].Number + 1, Above: true, Texts: make([]string, len(columns))})
		}
		line := PreviewLine{Number: top.Number, Header: top.Number == table.HeaderRow, Above: top.Number < table.HeaderRow}
		for _, c := range columns {
			text := ""
			if c.index < len(top.Texts) {
				text = rows.OneLine(top.Texts[c.index])
			}
			line.Texts = append(line.Texts, text)
		}
		lines = append(lines, line)
	}
	return lines
}

// below is how many of the lines of a preview are rows of the list.
func below(lines []PreviewLine) int {
	n := 0
	for _, l := range lines {
		if !l.Header && !l.Above {
			n++
		}
	}
	return n
}

// Unknown reports whether the word of a line in a column is not known.
func (m *columns) Unknown(line PreviewLine, column *Column, text string) bool {
	if line.Header || line.Above || text == "" {
		return false
	}
	layout := m.trial.Layout()
	for _, field := range m.rolesOf(column.index) {
		if slices.Contains(number.WordFields(), field) {
			return !number.KnowsWord(field, layout.Meant(field, text), m.trial.Table().ActiveHeader)
		}
	}
	return false
}
