package lists

import (
	"slices"

	"numberloader/import/headers"
	"numberloader/internal/number"
)

// wordField is a column of words, by which kinds, usages, states and actions are
// known.
type wordField struct {
	field number.Field
	role  headers.Roles // headers that say so: one known word is enough
	maybe headers.Roles // headers that may say so: half of the words have to be known
	knows func(word string, active bool) bool
}

// wordFields are the columns whose content has to fit.
//
//nolint:gochecknoglobals // a constant table, never written
var wordFields = []wordField{
	{number.FieldType, headers.Kind, headers.MaybeKind, func(word string, _ bool) bool { _, ok := number.ParseKind(word); return ok }},
	{number.FieldUsage, headers.Usage, 0, func(word string, _ bool) bool { _, ok := number.ParseUsage(word); return ok }},
	{number.FieldState, headers.State, 0, func(word string, active bool) bool {
		_, ok := number.ParseState(word, active)
		return ok || number.IsRemoval(word)
	}},
	{number.FieldAction, headers.Action, 0, func(word string, _ bool) bool { return number.IsAction(word) }},
}

// findOthers finds the other columns (docs/number-rules.md, 5.5), unless the
// user named them.
func (l *List) findOthers() {
	words := &wordColumns{l, map[knownWord]bool{}}
	for _, w := range wordFields {
		if l.settled(w.field) {
			continue
		}
		if !words.byHeader(w) {
			words.byContent(w)
		}
	}
	if !l.settled(number.FieldAction) {
		words.byQuestion()
	}
	l.byWord(number.FieldLocation, headers.Location)
	l.byWord(number.FieldSubscription, headers.Subscription)
	l.byWord(number.FieldCountry, headers.Country)
	l.byWord(number.FieldActivateOn, headers.ActivateOn)
	if c, ok := l.Columns[number.FieldState]; ok {
		l.ActiveHeader = l.words.AsksActive(l.Headings[c])
	}
}

// wordColumns finds columns of a list by the words in them.
type wordColumns struct {
	*List

	known map[knownWord]bool // what was asked of words
}

// byHeader takes the leftmost column whose header fits and of which any word is
// known, an empty one too; else one whose header may fit.
func (l *wordColumns) byHeader(w wordField) bool {
	for _, c := range l.withRole(w.role) {
		if l.free(c) && (len(l.samples[c]) == 0 || l.knowsAny(c, w)) {
			l.Columns[w.field] = c
			return true
		}
	}
	for _, c := range l.withRole(w.maybe) {
		if l.free(c) && l.fits(c, w, halfKnown) {
			l.Columns[w.field] = c
			return true
		}
	}
	return false
}

// byContent takes the first column without a known header of which at least 80%
// are known words.
func (l *wordColumns) byContent(w wordField) {
	for c := range l.samples {
		if l.free(c) && l.roles[c] == 0 && !l.words.IsAboutOthers(l.Headings[c]) && l.fits(c, w, mostKnown) && (l.table.header < 0 || l.isTelling(c, w)) {
			l.Columns[w.field] = c
			return
		}
	}
}

// isTelling reports whether the words of a column are its own: any of them is no word
// that other settings have, or takes a number out.
func (l *wordColumns) isTelling(column int, w wordField) bool {
	if w.field == number.FieldAction {
		return l.takesOut(column)
	}
	return slices.ContainsFunc(l.samples[column], func(p placed) bool {
		word := l.sheet.Shown(p.cell)
		return !number.IsOfAnySetting(word) && l.knows(w, word, false)
	})
}

// byQuestion takes the first column whose header is a word of removal, and most of
// whose cells are a yes or a no, for that of the actions.
func (l *wordColumns) byQuestion() {
	answers := wordField{knows: func(word string, _ bool) bool { return number.IsAnswer(word) }}
	for c, header := range l.Headings {
		if l.free(c) && number.IsRemoval(header) && l.fits(c, answers, mostKnown) {
			l.Columns[number.FieldAction] = c
			return
		}
	}
}

// takesOut reports whether a column takes any row out.
func (l *wordColumns) takesOut(column int) bool {
	return slices.ContainsFunc(l.samples[column], func(p placed) bool { return l.removes(p.cell) })
}

// How many percent of the sampled cells have to be known words, and the longest
// cell in bytes that can be one.
const (
	halfKnown   = 50
	mostKnown   = 80
	longestWord = 100
)

// fits reports whether at least this percentage of the sampled cells of a column are
// known words. It stops as soon as too many are not.
func (l *wordColumns) fits(column int, w wordField, percent int) bool {
	active := l.words.AsksActive(l.Headings[column])
	cells, unknown := l.samples[column], 0
	for _, p := range cells {
		if word := l.sheet.Shown(p.cell); len(word) > longestWord || !l.knows(w, word, active) {
			unknown++
		}
		if unknown*100 > len(cells)*(100-percent) {
			return false
		}
	}
	return len(cells) > 0
}

// knowsAny reports whether any of the sampled cells of a column is a known word.
func (l *wordColumns) knowsAny(column int, w wordField) bool {
	active := l.words.AsksActive(l.Headings[column])
	return slices.ContainsFunc(l.samples[column], func(p placed) bool {
		word := l.sheet.Shown(p.cell)
		return len(word) <= longestWord && l.knows(w, word, active)
	})
}

// knownWord is a word that was looked up for a field.
type knownWord struct {
	field  number.Field
	active bool
	word   string
}

// knows reports whether a word is known for a field. Answers are remembered, since the
// same few words stand in many rows.
func (l *wordColumns) knows(w wordField, word string, active bool) bool {
	key := knownWord{w.field, active, word}
	known, ok := l.known[key]
	if !ok {
		known = w.knows(word, active)
		if len(l.known) < remembered {
			l.known[key] = known
		}
	}
	return known
}

// byWord takes the leftmost column whose header fits.
func (l *List) byWord(field number.Field, role headers.Roles) {
	if l.settled(field) {
		return
	}
	if c, ok := l.first(role, func(int) bool { return true }); ok {
		l.Columns[field] = c
	}
}

// seeksPlaces reports whether it is open which column names locations.
func (l *List) seeksPlaces() bool { return !l.settled(number.FieldLocation) && !l.sheetIsLocation }

// places are columns that may name locations, unless it is settled which one does:
// those whose header speaks of a place, and then those whose header is not known.
func (l *List) places() []int {
	if !l.seeksPlaces() {
		return nil
	}
	var named, unknown []int
	for c, role := range l.roles {
		switch {
		case !l.free(c) || len(l.samples[c]) == 0:
		case role&headers.Place != 0:
			named = append(named, c)
		case role == 0:
			unknown = append(unknown, c)
		}
	}
	return append(named, unknown...)
}
