package worklist

import (
	"slices"

	"numberloader/gui/rows"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	rules "numberloader/internal/review"
)

// Cell is a cell of the grid that is being edited.
type Cell struct {
	Record int
	Field  number.Field
	Name   string   // of the cell in the file: "B7"
	Title  string   // "Number of B7", "Location of B7"
	Text   string   // what the cell says now
	Input  string   // what the file holds, for a number
	Choice []Option // what can be chosen; nil if any text can be typed
	Chosen int      // index into Choice, -1 if none is what the cell says
}

// Option is something that can be chosen for a cell.
type Option struct {
	Text  string // what Check, Commit, Preview and Apply take
	Label string
}

// AsInFile is the text of the option that takes an edit back.
const AsInFile = "\x00original"

// Tone is how a sentence about a row is meant.
type Tone uint8

// The tones.
const (
	TonePlain   Tone = iota // nothing would change
	ToneGood                // it would be sent
	ToneWarn                // it would be sent, changed or with a remark; or it is there already
	ToneProblem             // it would not be sent
)

// Live says what a text would come to, while it is typed.
type Live struct {
	Text string // a sentence
	Tone Tone
}

// editor edits single cells.
type editor struct {
	*list

	work Work
}

// Edit begins to edit a column of the row at a position. If that cannot be done,
// ok is false and why says the reason in a sentence, "" where there is nothing to
// say because the column holds nothing that could be edited.
func (e *editor) Edit(i int, column string) (cell Cell, why string, ok bool) {
	r := e.Row(i)
	c, known := e.column(column)
	if mine, ok := e.mineAt(i); ok && column == ColumnMine {
		c, known = columnWith(mine.field), true
	}
	switch {
	case r == nil || !known || !c.Editable || e.work == nil:
		return Cell{}, "", false
	case !r.IsListed():
		return Cell{}, whySkipped(r), false
	case c.Field == number.FieldState && r.Kind == number.KindMobile:
		return Cell{}, phrase.Text("review.edit.mobilestate"), false
	case c.Field == number.FieldSubscription && r.Kind != number.KindMobile:
		return Cell{}, phrase.Text("review.edit.subscription"), false
	}
	cell = Cell{
		Record: int(r.Record), Field: c.Field, Name: r.Cell(), Input: r.Input,
		Title: phrase.Text("review.edit.title", "Field", phrase.Field(c.Field), "Cell", r.Cell()),
	}
	cell.Text, cell.Choice = e.editText(r, c.Field), choices(e.work, c.Field, true)
	if d := e.work.Decision(int(r.Record)); c.Field != number.FieldNumber && *d.Typed(c.Field) == nil {
		cell.Choice = slices.DeleteFunc(cell.Choice, func(o Option) bool { return o.Text == AsInFile })
	}
	cell.Chosen = slices.IndexFunc(cell.Choice, func(o Option) bool { return o.Text == cell.Text })
	return cell, "", true
}

// columnWith is the column that a field is edited in.
func columnWith(field number.Field) rows.Column[rows.Placed] {
	for _, c := range rows.FileColumns() {
		if c.Editable && c.Field == field {
			return c
		}
	}
	return rows.Column[rows.Placed]{}
}

// editText is what the editor of a field begins with, in the words of its options.
func (e *editor) editText(r *number.Row, field number.Field) string {
	switch field {
	case number.FieldType:
		return phrase.Kind(r.Kind)
	case number.FieldUsage:
		return r.Usage.API()
	case number.FieldState:
		return phrase.State(r.State)
	case number.FieldLocation:
		if r.LocationID() != "" {
			return r.LocationID()
		}
		return r.Location()
	case number.FieldSubscription:
		return r.Special().Subscription
	case number.FieldNumber, number.FieldNumberEnd, number.FieldCountry,
		number.FieldAreaCode, number.FieldExchange, number.FieldAction, number.FieldExtension, number.FieldLastDigits, number.FieldActivateOn:
	}
	if d := e.work.Decision(int(r.Record)); d.Text != nil {
		return *d.Text
	}
	return r.Input
}

// with is a decision with another text for a field. What was decided about the
// old number, or about the old location, no longer counts, and neither does that
// the row is right.
func with(d rules.Decision, field number.Field, text string) rules.Decision {
	d.Confirmed = nil
	if field == number.FieldNumber {
		d.LeftOut, d.Overridden, d.Expand = false, nil, false
	}
	if field == number.FieldLocation {
		d.Overridden = slices.DeleteFunc(slices.Clone(d.Overridden), func(c number.Code) bool { return c == number.CodePSTNUnknown })
	}
	part := d.Typed(field)
	if *part = &text; text == AsInFile {
		*part = nil
	}
	return d
}

// decide is what a text for a cell comes to. changes says whether it differs from
// what was decided before.
func (e *editor) decide(c Cell, text string) (d rules.Decision, changes bool) {
	prior := e.work.Decision(c.Record)
	if text == c.Text {
		return prior, false
	}
	if c.Field == number.FieldNumber && text == c.Input {
		text = AsInFile
	}
	d = with(prior, c.Field, text)
	return d, !d.Equal(&prior)
}

// Check says what a text would come to if it were put into the cell.
func (e *editor) Check(c Cell, text string) Live {
	d, changes := e.decide(c, text)
	live := outlook(e.work.Try(c.Record, e.work.Settings(), d))
	if !changes && live.Tone != ToneProblem {
		live.Tone = TonePlain
	}
	return live
}

// Commit puts a text into the cell. It says false, and decides nothing, if that is
// no change.
func (e *editor) Commit(c Cell, text string) bool {
	d, changes := e.decide(c, text)
	if !changes {
		return false
	}
	name := phrase.Text("review.step.edit", "Cell", c.Name)
	if c.Field != number.FieldNumber {
		name = phrase.Text("review.step.change", "Field", phrase.FieldInside(c.Field), "Cell", c.Name)
	}
	e.work.Do(rules.Step{Name: name, Changes: []rules.Change{{Record: c.Record, Decision: d}}})
	return true
}
