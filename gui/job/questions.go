package job

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
	AskColumn
	AskHidden
	AskCountry
)

// questions is what is asked about the open file and what was answered.
type questions struct {
	now     Question
	settled bool // all of them
	done    map[topic]bool
	trail   []stage  // to go back to
	sheets  []string // that list numbers, if there were several

	first    string // the key of the file as it was first read
	recalled Answers
	answered bool // there is something to remember
	forget   bool // the user wants nothing remembered

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

// questionsOf are the questions about a file that was just read. What was
// answered about the same file stays answered.
func (j *Job) questionsOf(got opened, why occasion, same bool) questions {
	old := j.file.questions
	if !same {
		old = questions{}
	}
	q := questions{
		done: maps.Clone(old.done), sheets: old.sheets, first: old.first, forget: old.forget,
		recalled: got.recalled, answered: why == toChange,
	}
	if q.done == nil {
		q.done = map[topic]bool{}
	}
	if got.first != nil {
		q.first = *got.first
	}
	if why == toAnswer && same {
		q.trail, q.recalled, q.answered = slices.Concat(old.trail, []stage{j.stage()}), old.recalled.and(got.recalled), true
	}
	if got.recalled.Hidden != nil {
		q.done[topic{question: AskHidden, sheet: got.table.Sheet}] = true
	}
	return q
}

func (j *Job) stage() stage {
	q := &j.file.questions
	return stage{
		question: q.now, table: j.file.table, layout: j.file.layout, settings: j.choices.now.Settings,
		recalled: q.recalled, done: maps.Clone(q.done), countries: q.countries,
	}
}

// Question is what is asked about the open file now.
func (j *Job) Question() Question { return j.file.questions.now }

// Sheets are the sheets of the open file that list numbers, in their order, the
// one that was read among them.
func (j *Job) Sheets() []string {
	table := j.file.table
	var names []string
	for _, s := range table.Sheets {
		if s.Name == table.Sheet || slices.Contains(table.Rivals, s.Name) {
			names = append(names, s.Name)
		}
	}
	return names
}

// OtherSheets are the sheets that list numbers and were not read, because another
// was chosen.
func (j *Job) OtherSheets() []string {
	if j.file.layout.Sheet == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(j.file.questions.sheets), func(name string) bool { return name == j.file.table.Sheet })
}

// Countries are those that numbers without a country code may belong to, the
// most plausible first.
func (j *Job) Countries() []review.Plausible { return j.file.questions.countries }

// Countryless is how many rows only lack the country of their number.
func (j *Job) Countryless() int { return j.countryless }

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
func (j *Job) proceed() {
	q := &j.file.questions
	table := j.file.table
	switch {
	case len(table.Rivals) > 0 && j.file.layout.Sheet == nil:
		q.now, q.sheets = AskSheet, j.Sheets()
	case table.Ask != nil:
		q.now = AskColumn
	case !q.done[j.topic(AskHidden)] && len(HiddenRows(table)) > 0:
		q.now = AskHidden
	default:
		q.now = NoQuestion
		if j.file.review == nil {
			j.file.review = review.New(table)
		}
		j.judge(j.askCountry)
		return
	}
	j.preview()
}

// topic is a question about the rows as they were read.
func (j *Job) topic(question Question) topic {
	t := topic{question: question, sheet: j.file.table.Sheet}
	if question == AskCountry {
		t.column = j.file.table.Columns[number.FieldNumber]
	}
	return t
}

// askCountry asks which country the numbers belong to that do not say it, if
// there are any, or shows the rows.
func (j *Job) askCountry() {
	table, now, known := j.file.table, j.choices.now, j.organization.known
	if j.countryless == 0 || now.Settings.Region != "" || j.file.questions.done[j.topic(AskCountry)] {
		j.showRows()
		return
	}
	background.Replace(j.searching, func(ctx context.Context) ([]review.Plausible, error) {
		return review.PlausibleCountries(ctx, table, now.Settings, known)
	}, func(found []review.Plausible, err error) {
		switch {
		case err != nil || table != j.file.table:
			return
		case len(found) == 0 || j.countryless == 0:
			j.showRows()
		default:
			j.file.questions.now, j.file.questions.countries = AskCountry, found
		}
		j.events.Changed()
	})
}

// showRows says that nothing is left to ask.
func (j *Job) showRows() {
	q := &j.file.questions
	q.now, q.settled, q.trail = NoQuestion, true, nil
	if q.answered {
		j.Remember()
	}
	j.events.Opened()
	j.askMissing()
}
