package importer

import (
	"fmt"

	"numberloader/internal/number"
)

// wordField is a column of words, by which kinds, usages and states are known.
type wordField struct {
	field number.Field
	role  roles
	knows func(word string, active bool) bool
}

// wordFields are the columns whose content has to fit.
//
//nolint:gochecknoglobals // a constant table, never written
var wordFields = []wordField{
	{number.FieldType, roleKind, func(word string, _ bool) bool { _, ok := number.ParseKind(word); return ok }},
	{number.FieldUsage, roleUsage, func(word string, _ bool) bool { _, ok := number.ParseUsage(word); return ok }},
	{number.FieldState, roleState, func(word string, active bool) bool { _, ok := number.ParseState(word, active); return ok }},
}

// wordColumns finds the other columns (docs/number-rules.md, 5.5), unless the
// user named them.
func (d *detector) wordColumns(f *found) {
	for _, w := range wordFields {
		if f.settled(w.field) {
			continue
		}
		if f.header >= 0 {
			d.byHeader(f, w)
		} else {
			d.byContent(f, w)
		}
	}
	f.byWord(number.FieldLocation, roleLocation)
	f.byWord(number.FieldSubscription, roleSubscription)
	if c, ok := f.columns[number.FieldState]; ok {
		f.active = d.words.asksActive(f.headings[c])
	}
}

// byHeader takes the leftmost column whose header and content fit.
func (d *detector) byHeader(f *found, w wordField) {
	for _, c := range f.withRole(w.role) {
		if f.used(c) {
			continue
		}
		if d.fits(f, c, w, halfKnown) {
			f.columns[w.field] = c
			return
		}
		f.notes = append(f.notes, number.Note{
			Kind: number.NoteColumnNotUsed,
			Text: fmt.Sprintf("Column %s was not used: most of its cells are not a %s that the app knows.", f.describe(c), wordOf(w.field)),
		})
	}
}

// byContent takes the first column of which at least 80% are known words.
func (d *detector) byContent(f *found, w wordField) {
	for c := range f.samples {
		if len(f.samples[c]) > 0 && !f.phones[c] && !f.used(c) && d.fits(f, c, w, mostKnown) {
			f.columns[w.field] = c
			return
		}
	}
}

// How many percent of the sampled cells have to be known words, and the longest
// cell in bytes that can be one.
const (
	halfKnown   = 50
	mostKnown   = 80
	longestWord = 100
)

// fits says that at least this percentage of the sampled cells of a column are
// known words. It stops as soon as too many are not.
func (d *detector) fits(f *found, column int, w wordField, percent int) bool {
	active := d.words.asksActive(f.headings[column])
	cells := f.samples[column]
	unknown := 0
	for _, p := range cells {
		if word := d.sheet.Shown(p.cell); len(word) > longestWord || !w.knows(word, active) {
			unknown++
		}
		if unknown*100 > len(cells)*(100-percent) {
			return false
		}
	}
	return true
}

// byWord takes the leftmost column whose header fits.
func (f *found) byWord(field number.Field, role roles) {
	if f.settled(field) {
		return
	}
	for _, c := range f.withRole(role) {
		if !f.used(c) {
			f.columns[field] = c
			return
		}
	}
}

func wordOf(field number.Field) string {
	switch field {
	case number.FieldType:
		return "type"
	case number.FieldUsage:
		return "usage"
	case number.FieldState:
		return "state"
	case number.FieldNumber, number.FieldNumberEnd, number.FieldCountry, number.FieldCallingCode,
		number.FieldAreaCode, number.FieldExchange, number.FieldAction:
		return "number"
	case number.FieldLocation:
		return "location"
	case number.FieldSubscription:
		return "subscription"
	}
	panic("importer: field without a word")
}
