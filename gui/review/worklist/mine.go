package worklist

import (
	"cmp"

	"numberloader/gui/rows"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	rules "numberloader/internal/review"
)

// correction is a cell that the user corrected.
type correction struct {
	field    number.Field
	cell     string // "D41"
	old, now string // what the file holds, and what the user made of it
}

// mineOf are the cells of a row that the user corrected. One that is only sent in spite
// of a problem, or as the range that it stands for, has its number among them.
func (l *list) mineOf(r *number.Row) []correction {
	if l.work == nil {
		return nil
	}
	d := l.work.Decision(int(r.Record))
	var all []correction
	for _, field := range d.Corrected() {
		all = append(all, l.correctionOf(r, &d, field))
	}
	if len(all) == 0 {
		all = append(all, l.correctionOf(r, &d, number.FieldNumber))
	}
	return all
}

func (l *list) correctionOf(r *number.Row, d *rules.Decision, field number.Field) correction {
	c := correction{field: field}
	c.cell, c.old = l.work.InFile(int(r.Record), field)
	c.old = rows.OneLine(c.old)
	text := *d.Typed(field)
	switch {
	case field != number.FieldNumber:
		c.now = cmp.Or(fieldText(r, field), phrase.Text("review.mine.empty"))
	case text != nil:
		c.now = rows.OneLine(*text)
	case d.Expand:
		c.now = phrase.Text("review.mine.range")
	default:
		c.now = phrase.Text("review.mine.anyway")
	}
	return c
}

// mineAt is the cell that the line at a position is about; false where lines are whole
// rows.
func (l *list) mineAt(i int) (correction, bool) {
	r := l.Row(i)
	if r == nil || i >= len(l.mine) {
		return correction{}, false
	}
	d := l.work.Decision(int(r.Record))
	return l.correctionOf(r, &d, l.mine[i]), true
}

// mineColumns are the columns of the cells that the user corrected: old and new side
// by side.
func mineColumns() []rows.Column[rows.Placed] {
	all := columns()
	pick := func(id string, width, narrow float32) rows.Column[rows.Placed] {
		c, _ := rows.ColumnOf(all, id)
		c.Width, c.Narrow, c.Leaves, c.Editable = width, narrow, 0, false
		return c
	}
	request := pick(ColumnRequest, 84, 84)
	status := pick(ColumnStatus, 118, 104)
	request.Leaves, status.Leaves = 1, 3
	return []rows.Column[rows.Placed]{
		status, pick(ColumnCell, 60, 52),
		{ID: ColumnWhat, Title: phrase.Text("review.mine.what"), Width: 80, Narrow: 76, Leaves: 2},
		pick(ColumnFile, 156, 128),
		{ID: ColumnMine, Title: phrase.Text("review.mine.text"), Width: 160, Narrow: 132, Editable: true},
		pick(ColumnSend, 138, 128), pick(ColumnLocation, 110, 92), request,
	}
}

// EditColumn is the column in which the row at a position is edited: the one in which
// its problem stands.
func (l *list) EditColumn(i int) string {
	if l.mine != nil {
		return ColumnMine
	}
	r := l.Row(i)
	if r == nil {
		return ColumnFile
	}
	return columnWith(fieldAsked(r)).ID
}

// fieldAsked is the field in which the problem of a row stands.
func fieldAsked(r *number.Row) number.Field {
	switch {
	case wantsPlace(r):
		return number.FieldLocation
	case r.Code() == number.CodeUnknownWord:
		return fieldOfWord(worstFirst(r)[0].Variant)
	}
	return number.FieldNumber
}

// fieldOfWord is the field of a word that is not known; the number where it can't be
// edited.
func fieldOfWord(column number.Variant) number.Field {
	switch column { //nolint:exhaustive // the others are no columns
	case number.VariantType:
		return number.FieldType
	case number.VariantUsage:
		return number.FieldUsage
	case number.VariantState:
		return number.FieldState
	}
	return number.FieldNumber
}

// value is the content of a column of a cell that the user corrected. ok is false
// for columns that are about the row.
func (c correction) value(column string) (v Value, ok bool) {
	switch column {
	case ColumnCell:
		return Value{Text: c.cell, Quiet: true}, true
	case ColumnWhat:
		return Value{Text: phrase.Field(c.field)}, true
	case ColumnFile:
		if c.old == "" {
			return Value{Text: phrase.Text("review.mine.empty"), Quiet: true}, true
		}
		return Value{Text: c.old, Quiet: true, Struck: true}, true
	case ColumnMine:
		return Value{Text: c.now, Bold: true, Arrow: true}, true
	}
	return Value{}, false
}

// mineLines say what the user made of the cells of a row.
func (l *list) mineLines(r *number.Row) []Line {
	var lines []Line
	for _, c := range l.mineOf(r) {
		text := phrase.Text("review.mine.changed", "Cell", c.cell, "Old", c.old, "New", c.now)
		if c.old == "" {
			text = phrase.Text("review.mine.set", "Cell", c.cell, "New", c.now)
		}
		lines = append(lines, Line{Text: text})
	}
	return lines
}

// revert is a decision without what was corrected: of one field, or of all with none.
func revert(d rules.Decision, fields ...number.Field) rules.Decision {
	if len(fields) == 0 {
		return rules.Decision{LeftOut: d.LeftOut}
	}
	for _, field := range fields {
		d = with(d, field, AsInFile)
	}
	return d
}

// PutBack takes back what the user corrected of all rows of the chip.
func (a *acts) PutBack() {
	var step rules.Step
	last := -1
	for i, k := range a.Marks {
		record := int(a.Rows[i].Record)
		if k.Standing() != number.StandingByUser || record == last {
			continue
		}
		last = record
		step.Changes = append(step.Changes, rules.Change{Record: record, Decision: revert(a.work.Decision(record))})
	}
	if len(step.Changes) > 0 {
		step.Name = phrase.Text("review.step.revert", "Count", len(step.Changes))
		a.work.Do(step)
	}
}
