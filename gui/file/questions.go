package file

import (
	"context"
	"maps"
	"slices"

	"numberloader/gui/background"
	"numberloader/internal/number"
	"numberloader/internal/review"
)

// Question is what must be answered about the open file before its rows are
// shown.
type Question uint8

// The questions, in the order in which they are asked. Where rows go that name
// no location is asked beside the rows.
const (
	NoQuestion Question = iota
	AskSheet
	AskHeader
	AskColumn
	AskExtension
	AskHidden
	AskCountry
)

// Questions are asked about the open file, one at a time, until its rows can be
// shown. New makes them.
type Questions struct {
	*asking
	memory
	previewer
	sheetNames

	searching *background.Latest // for the country of the numbers
}

func newQuestions(loop *background.Loop, file *File, rows Rows, hooks Hooks) *Questions {
	a := &asking{file: file, rows: rows, hooks: hooks}
	return &Questions{
		asking: a, memory: memory{a}, previewer: previewer{a, loop.Latest()}, sheetNames: sheetNames{a}, searching: loop.Latest(),
	}
}

// asking is how far the questions have come, which all that answers them, remembers
// them or looks ahead has in common.
type asking struct {
	file  *File
	rows  Rows
	hooks Hooks
	asked
}

// asked is what is asked about a file and what was answered.
type asked struct {
	now     Question
	settled bool // all of them
	done    map[topic]bool
	trail   []stage  // to go back to
	sheets  []string // that list numbers, if there were several

	first    string // the key of the file as it was first read
	recalled Answers
	answered bool  // there is something to remember
	forget   bool  // the user wants nothing remembered
	named    *bool // whether names of sheets are locations, nil if nobody said

	previews  map[int]Preview
	countries []review.Plausible
}

// topic is a question about the rows of a sheet, which is asked once.
type topic struct {
	question Question
	sheet    string
	column   int
}

// stage is how things stood when a question was asked.
type stage struct {
	question  Question
	table     *number.Table
	layout    number.Layout
	settings  review.Settings
	recalled  Answers
	done      map[topic]bool
	countries []review.Plausible
}

// begin asks about a file that was just read. What was answered about the same
// file stays answered.
func (q *Questions) begin(got opened, why occasion, same bool) {
	var old asked
	if same {
		old = q.asked
	}
	now := asked{
		done: maps.Clone(old.done), sheets: old.sheets, first: old.first, forget: old.forget,
		recalled: got.recalled, answered: why == toChange,
	}
	if now.done == nil {
		now.done = map[topic]bool{}
	}
	if got.first != nil {
		now.first = *got.first
	}
	if why == toAnswer && same {
		now.trail, now.recalled, now.answered = slices.Concat(old.trail, []stage{q.stage()}), old.recalled.and(got.recalled), true
	}
	if got.recalled.Hidden != nil {
		now.done[topic{question: AskHidden, sheet: got.table.Sheet}] = true
	}
	q.asked = now
}

// end asks nothing more, because the file was closed.
func (q *Questions) end() {
	q.previewing.Cancel()
	q.searching.Cancel()
	q.asked = asked{}
}

func (a *asking) stage() stage {
	return stage{
		question: a.now, table: a.file.table, layout: a.file.layout, settings: a.rows.Settings(),
		recalled: a.recalled, done: maps.Clone(a.done), countries: a.countries,
	}
}

// Question is what is asked about the open file now.
func (a *asking) Question() Question { return a.now }

// Sheets are the visible sheets of the open file that list numbers, in their order, the
// one that was read among them, and then the hidden ones that hold any.
func (a *asking) Sheets() []string {
	table := a.file.table
	var names []string
	for _, s := range table.Sheets {
		holds := func(i number.Item) bool { return s.Hidden && i.Column < 0 && i.Sheet == s.Name && i.Phones > 0 }
		if s.Name == table.Sheet || slices.Contains(table.Rivals, s.Name) || slices.ContainsFunc(table.Inventory, holds) {
			names = append(names, s.Name)
		}
	}
	return names
}

// Countries are those that numbers without a country code may belong to, the
// most plausible first.
func (a *asking) Countries() []review.Plausible { return a.countries }

// Settled reports whether a file is open about which nothing is left to ask, so that its
// rows are judged and can be shown.
func (a *asking) Settled() bool { return a.settled }

// HiddenRows are the rows of a table that are hidden in the file.
func HiddenRows(table *number.Table) []*number.Record {
	var hidden []*number.Record
	for i := range table.Records {
		if r := &table.Records[i]; r.Hidden && r.Skipped == number.SkipNone {
			hidden = append(hidden, r)
		}
	}
	return hidden
}

// proceed asks the next question about where the rows are, or judges them.
func (q *Questions) proceed() {
	table := q.file.table
	switch {
	case len(table.Rivals) > 0 && !q.file.layout.NamesSheets():
		q.now, q.sheets = AskSheet, q.Sheets()
	case table.Ask != nil && table.Ask.Question == number.QuestionHeader:
		q.now = AskHeader
	case table.Ask != nil && table.Ask.Question == number.QuestionExtension:
		q.now = AskExtension
	case table.Ask != nil:
		q.now = AskColumn
	case !q.done[q.topic(AskHidden)] && len(HiddenRows(table)) > 0:
		q.now = AskHidden
	default:
		q.now = NoQuestion
		q.rows.Judge(table, q.askCountry)
		return
	}
	q.Look()
}

// topic is a question about the rows as they were read.
func (a *asking) topic(question Question) topic {
	t := topic{question: question, sheet: a.file.table.Sheet}
	if question == AskCountry {
		t.column = a.file.table.Columns[number.FieldNumber]
	}
	return t
}

// askCountry asks which country the numbers belong to that do not say it, if
// there are any, or shows the rows.
func (q *Questions) askCountry() {
	table, settings, known := q.file.table, q.rows.Settings(), q.rows.Known()
	if q.rows.Countryless() == 0 || settings.Region != "" || q.done[q.topic(AskCountry)] {
		q.showRows()
		return
	}
	background.Replace(q.searching, func(ctx context.Context) ([]review.Plausible, error) {
		return review.PlausibleCountries(ctx, table, settings, known)
	}, func(found []review.Plausible, err error) {
		switch {
		case err != nil || table != q.file.table:
			return
		case len(found) == 0 || q.rows.Countryless() == 0:
			q.showRows()
		default:
			q.now, q.countries = AskCountry, found
		}
		q.hooks.Changed()
	})
}

// SetUsualCountry sets the country (ISO 3166 alpha-2) of numbers without a country code
// in files about which nothing else was said; "" asks. The open file follows, unless
// that was said of it.
func (q *Questions) SetUsualCountry(country string) {
	was, settings := q.file.usual, q.rows.Settings()
	q.file.usual = country
	if country == was || country == "" || q.file.table == nil || settings.Region != was {
		return
	}
	settings.Region = country
	if q.settled {
		q.rows.SetSettings(func(s *review.Settings) { *s = settings })
		return
	}
	q.rows.Answer(settings)
	if q.now == AskCountry {
		q.proceed()
	}
	q.hooks.Changed()
}

// showRows says that nothing is left to ask.
func (q *Questions) showRows() {
	q.now, q.settled, q.trail = NoQuestion, true, nil
	if q.answered {
		q.Remember()
	}
	q.hooks.Opened()
}
