package importer

import (
	"slices"

	"numberloader/internal/number"
)

// wordField is a column of words, by which kinds, usages, states and actions are
// known.
type wordField struct {
	field number.Field
	role  roles // headers that say so: one known word is enough
	maybe roles // headers that may say so: half of the words have to be known
	knows func(word string, active bool) bool
}

// wordFields are the columns whose content has to fit.
//
//nolint:gochecknoglobals // a constant table, never written
var wordFields = []wordField{
	{number.FieldType, roleKind, roleMaybeKind, func(word string, _ bool) bool { _, ok := number.ParseKind(word); return ok }},
	{number.FieldUsage, roleUsage, 0, func(word string, _ bool) bool { _, ok := number.ParseUsage(word); return ok }},
	{number.FieldState, roleState, 0, func(word string, active bool) bool {
		_, ok := number.ParseState(word, active)
		return ok || number.IsRemoval(word)
	}},
	{number.FieldAction, roleAction, 0, func(word string, _ bool) bool { return number.IsAction(word) }},
}

// otherColumns finds the other columns (docs/number-rules.md, 5.5), unless the
// user named them.
func (d *detector) otherColumns(f *found) {
	for _, w := range wordFields {
		if f.settled(w.field) {
			continue
		}
		if !d.byHeader(f, w) {
			d.byContent(f, w)
		}
	}
	f.byWord(number.FieldLocation, roleLocation)
	f.byWord(number.FieldSubscription, roleSubscription)
	f.byWord(number.FieldCountry, roleCountry)
	if c, ok := f.columns[number.FieldState]; ok {
		f.active = d.words.asksActive(f.headings[c])
	}
}

// byHeader takes the leftmost column whose header fits and of which any word is
// known, an empty one too; else one whose header may fit.
func (d *detector) byHeader(f *found, w wordField) bool {
	for _, c := range f.withRole(w.role) {
		if f.free(c) && (len(f.samples[c]) == 0 || d.knowsAny(f, c, w)) {
			f.columns[w.field] = c
			return true
		}
	}
	for _, c := range f.withRole(w.maybe) {
		if f.free(c) && d.fits(f, c, w, halfKnown) {
			f.columns[w.field] = c
			return true
		}
	}
	return false
}

// byContent takes the first column without a known header of which at least 80%
// are known words.
func (d *detector) byContent(f *found, w wordField) {
	for c := range f.samples {
		if f.free(c) && f.roles[c] == 0 && !d.words.isAboutOthers(f.headings[c]) && d.fits(f, c, w, mostKnown) && (f.table.header < 0 || d.isTelling(f, c, w)) {
			f.columns[w.field] = c
			return
		}
	}
}

// free says that a column has no role yet and does not look like phone numbers.
func (f *found) free(column int) bool { return !f.phones[column] && !f.used(column) }

// genericWords are known words that settings of any kind have, too.
//
//nolint:gochecknoglobals // a constant table, never written
var genericWords = setOf("standard normal regular default none no yes enabled disabled fixed local direct service portable normale padrão")

// isTelling says that the words of a column are its own: any of them is no word
// that other settings have, or takes a number out.
func (d *detector) isTelling(f *found, column int, w wordField) bool {
	if w.field == number.FieldAction {
		return d.removes(f, column)
	}
	return slices.ContainsFunc(f.samples[column], func(p placed) bool {
		word := d.sheet.Shown(p.cell)
		return !genericWords[number.Fold(word)] && d.words.knows(w, word, false)
	})
}

// removes says that a column takes any row out.
func (d *detector) removes(f *found, column int) bool {
	for _, p := range f.samples[column] {
		if number.IsRemoval(d.sheet.Shown(p.cell)) {
			return true
		}
	}
	return false
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
	cells, unknown := f.samples[column], 0
	for _, p := range cells {
		if word := d.sheet.Shown(p.cell); len(word) > longestWord || !d.words.knows(w, word, active) {
			unknown++
		}
		if unknown*100 > len(cells)*(100-percent) {
			return false
		}
	}
	return len(cells) > 0
}

// knowsAny says that any of the sampled cells of a column is a known word.
func (d *detector) knowsAny(f *found, column int, w wordField) bool {
	active := d.words.asksActive(f.headings[column])
	return slices.ContainsFunc(f.samples[column], func(p placed) bool {
		word := d.sheet.Shown(p.cell)
		return len(word) <= longestWord && d.words.knows(w, word, active)
	})
}

// byWord takes the leftmost column whose header fits.
func (f *found) byWord(field number.Field, role roles) {
	if f.settled(field) {
		return
	}
	if c, ok := f.first(role); ok {
		f.columns[field] = c
	}
}
