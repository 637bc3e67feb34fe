package review

import (
	"cmp"
	"strings"

	"numberloader/internal/number"
	"numberloader/internal/reading"
)

// record is a record of the table with everything decided but its number.
type record struct {
	row      number.Row // what all rows of the record have
	shared   number.Shared
	location number.Location
	// unknown is the problem of the location, which keeps the number from
	// being read; words are the problems of the other columns.
	unknown []number.Finding
	words   []number.Finding
	joined  string // the cells that the number stands in, "" if it is one
	struck  bool   // the file has the number crossed out, and the user typed no other

	start, end number.Cell
	block      bool
	in         reading.Context
	fix        bool // a suggestion is read in place of the text that it was made for
	overridden []number.Code
	confirmed  []Confirmation
	expand     bool
}

// place is the cell of the number.
func (r *record) place() number.Place { return number.Place{Column: r.shared.Column, Line: r.line()} }

// line is the number of its row as Excel shows it.
func (r *record) line() int { return int(r.row.Line) }

// reads reports whether the record's number is to be read.
func (r *record) reads() bool {
	return r.row.Skipped == number.SkipNone && len(r.unknown) == 0
}

// analyst makes records.
type analyst struct {
	table     *number.Table
	at        addresses
	set       Settings
	locations index
	kinds     words[number.Kind]
	usages    words[number.Usage]
	states    words[number.State]
	countries words[string]
	above     []string // the location that stands above, by record; nil if none is meant
}

func newAnalyst(table *number.Table, at addresses, set Settings, known Known) *analyst {
	locations := newIndex(known.Locations, known.NotCalling)
	table, _ = located(table, locations)
	return &analyst{
		table: table, at: at, set: set, locations: locations, above: locationsAbove(table, set),
		kinds: words[number.Kind]{}, usages: words[number.Usage]{}, states: words[number.State]{}, countries: words[string]{},
	}
}

func (a *analyst) record(i int, decided Decision) record {
	source := a.table.Records[i]
	source.Stated = a.stated(&source, decided)
	if decided.Text != nil {
		source.SetNumber(number.Cell{Type: number.CellText, Value: *decided.Text})
	}
	end := source.EndCell()
	r := record{
		start: source.Number(), end: end, overridden: decided.Overridden, confirmed: decided.Confirmed,
		expand: a.set.ExpandRanges || decided.Expand,
		block:  !end.HoldsNothing(),
		struck: source.Struck && decided.Text == nil,
		fix:    a.set.AcceptSuggestions,
		shared: number.Shared{Column: a.at.of(i).Column},
	}
	r.row = number.Row{
		Record: int32(i), Line: int32(source.Line), Input: a.table.Records[i].Number().Shown(), //nolint:gosec // a file has fewer rows
		Hidden: source.Hidden && !a.set.IncludeHidden, InHiddenRow: source.Hidden, LeftOut: decided.LeftOut, Skipped: source.Skipped,
		ByUser: decided.corrects(),
	}
	if r.row.Skipped != number.SkipNone {
		return r
	}
	list := a.table.List(&source)
	a.words(&r, &source)
	a.removal(&r, &source, list)
	a.locationAbove(&r, &source, list)
	a.country(&r, &source, list)
	a.location(&r, &source)
	a.parts(&r, &source, list, decided)
	r.in = reading.Context{Place: r.place(), Region: r.shared.Country, Location: r.shared.Location, Kind: r.row.Kind}
	return r
}

// locationIn is the text of a record's location, also where only the names of
// locations say in which column it stands.
func locationIn(table *number.Table, record *number.Record) string {
	if record.Text(number.FieldLocation) != "" || record.Source.Len() == 0 {
		return record.Text(number.FieldLocation)
	}
	return record.Shown(table.List(record), number.FieldLocation)
}

// stated are the texts of the cells of a record, with what the user typed in place of
// them.
func (a *analyst) stated(source *number.Record, decided Decision) *number.Stated {
	location := locationIn(a.table, source)
	if decided.IsZero() && location == source.Text(number.FieldLocation) {
		return source.Stated // of most
	}
	var stated number.Stated
	if source.Stated != nil {
		stated = *source.Stated
	}
	stated[number.FieldLocation] = location
	for _, field := range decided.Corrected() {
		stated[field] = **decided.Typed(field)
	}
	return &stated
}

// words settles kind, usage and state, and what only mobile numbers carry
// (docs/number-rules.md, 4.3). An unknown word leaves its field unset.
func (a *analyst) words(r *record, source *number.Record) {
	row := &r.row
	row.Kind, row.Usage = number.KindDID, number.UsageNone
	if a.set.Kind != number.KindUnset {
		row.Kind = a.set.Kind
	}
	if a.set.Usage != number.UsageUnset {
		row.Usage = a.set.Usage
	}
	if word := strings.TrimSpace(source.Text(number.FieldType)); word != "" {
		row.Kind = a.kinds.of(word, number.ParseKind)
		if row.Kind == number.KindUnset {
			a.unknownWord(r, number.FieldType, word, number.VariantType)
		}
	}
	if word := strings.TrimSpace(source.Text(number.FieldUsage)); word != "" {
		row.Usage = a.usages.of(word, number.ParseUsage)
		if row.Usage == number.UsageUnset {
			a.unknownWord(r, number.FieldUsage, word, number.VariantUsage)
		}
	}
	if row.Kind != number.KindMobile {
		a.state(r, source)
		return
	}
	// Webex activates mobile numbers itself, so they have no state.
	row.SetSpecial(number.Special{
		Subscription: cmp.Or(strings.TrimSpace(source.Text(number.FieldSubscription)), a.set.Subscription), Carrier: a.set.Carrier,
	})
}

func (a *analyst) state(r *record, source *number.Record) {
	r.row.State = number.StateActive
	if a.set.State != number.StateUnset {
		r.row.State = a.set.State
	}
	word := strings.TrimSpace(source.Text(number.FieldState))
	if word == "" {
		return
	}
	active := a.table.List(source).ActiveHeader
	r.row.State = a.states.of(word, func(word string) (number.State, bool) {
		return number.ParseState(word, active)
	})
	if r.row.State == number.StateUnset && !number.IsRemoval(word) {
		a.unknownWord(r, number.FieldState, word, number.VariantState)
	}
}

// listOf is the list that a record is of.
func (a *analyst) listOf(r *record) number.List { return a.table.List(&a.table.Records[r.row.Record]) }

// words remembers what the words of a column mean, because most rows have the
// same few.
type words[T any] map[string]T

// of is the value of a word, or the unset one for a word that is unknown.
func (w words[T]) of(word string, parse func(string) (T, bool)) T {
	value, seen := w[word]
	if seen {
		return value
	}
	if found, ok := parse(word); ok {
		value = found
	}
	w[word] = value
	return value
}

func (a *analyst) unknownWord(r *record, field number.Field, word string, name number.Variant) {
	at := placeOf(a.listOf(r), field, r.line())
	r.words = append(r.words, number.UnknownWordFinding(at.String(), word, name))
}

// location settles the location, and with it the country that the number is
// read for (docs/number-rules.md, 4.1).
func (a *analyst) location(r *record, source *number.Record) {
	text, field := strings.TrimSpace(source.Text(number.FieldLocation)), number.FieldLocation
	if text == "" {
		text, field = strings.TrimSpace(a.set.Location), number.FieldNumber
	}
	r.shared.Location = text
	if text == "" || !a.locations.checked {
		return
	}
	all := a.locations.find(text)
	if len(all) != 1 {
		r.unknown = a.locations.unknown(columnOf(a.listOf(r), field), text, all)
		return
	}
	found := all[0]
	r.location = found
	r.shared.LocationID, r.shared.Location = found.ID, found.Name
	if found.Country != "" {
		r.shared.Country = found.Country
	}
}
