package file

import (
	"maps"

	"numberloader/internal/number"
	"numberloader/internal/review"
)

// AnswerSheets reads the numbers of one or more sheets, one after another.
func (q *Questions) AnswerSheets(names ...string) {
	layout := number.Layout{Password: q.file.layout.Password, SheetIsLocation: q.SheetIsLocation(names...)}
	if len(names) == 1 {
		layout.Sheet = &names[0]
	} else {
		layout.Sheets = names
	}
	q.file.reread(layout)
}

// AnswerHeaders reads one or more tables of the open file, each below its row of
// headers as Excel counts them; 0 is a table without headers.
func (q *Questions) AnswerHeaders(rows ...int) {
	q.file.reread(q.ofAsked(func(layout *number.Layout) {
		layout.Header, layout.Headers = nil, nil
		if len(rows) == 1 {
			layout.Header = &rows[0]
		} else {
			layout.Headers = rows
		}
	}))
}

// AnswerColumns reads the open file again with one or more columns of numbers, 0
// for column A.
func (q *Questions) AnswerColumns(columns ...int) {
	q.file.reread(q.ofAsked(func(layout *number.Layout) { nameNumbers(layout, columns) }))
}

// AnswerExtension says what the extensions of the question are for, by the position
// of the answer.
func (q *Questions) AnswerExtension(i int) {
	c := q.file.table.Ask.Candidates[i]
	q.file.reread(q.ofAsked(func(layout *number.Layout) { nameExtension(layout, &c) }))
}

// nameExtension says in a layout what a column of extensions is used as.
func nameExtension(layout *number.Layout, answer *number.Candidate) {
	layout.Columns = maps.Clone(layout.Columns)
	if layout.Columns == nil {
		layout.Columns = map[number.Field]string{}
	}
	if answer.Field == number.FieldNumber {
		layout.Columns[number.FieldExtension] = ""
		return
	}
	layout.Columns[answer.Field] = number.ColumnName(answer.Column)
}

// nameNumbers names the columns of the numbers in a layout.
func nameNumbers(layout *number.Layout, columns []int) {
	layout.Columns = maps.Clone(layout.Columns)
	if layout.Columns == nil {
		layout.Columns = map[number.Field]string{}
	}
	layout.Columns[number.FieldNumber], layout.Numbers = number.ColumnName(columns[0]), nil
	for _, column := range columns[1:] {
		layout.Numbers = append(layout.Numbers, number.ColumnName(column))
	}
}

// ofAsked changes what the layout says of the sheet that is asked about. Of several
// sheets it says nothing of the others, on which the same letters and rows hold
// something else.
func (q *Questions) ofAsked(change func(*number.Layout)) number.Layout {
	layout := q.file.layout
	sheet, several := q.askedSheet()
	if !several {
		change(&layout)
		return layout
	}
	own := layout.On(sheet)
	change(&own)
	layout.Own = maps.Clone(layout.Own)
	if layout.Own == nil {
		layout.Own = map[string]number.Layout{}
	}
	layout.Own[sheet] = own
	return layout
}

// askedSheet is the sheet that the question is about, if several are read.
func (a *asking) askedSheet() (name string, several bool) {
	ask := a.file.table.Ask
	if len(a.file.layout.Sheets) < 2 || ask == nil || len(ask.Candidates) == 0 {
		return "", false
	}
	return ask.Candidates[0].Sheet, true
}

// AnswerHidden takes hidden rows along, or leaves them out.
func (q *Questions) AnswerHidden(include bool) {
	q.answer(func(s *review.Settings) { s.IncludeHidden = include })
}

// AnswerCountry reads numbers without a country code as those of a country (ISO
// 3166 alpha-2); "" leaves that open.
func (q *Questions) AnswerCountry(region string) {
	q.answer(func(s *review.Settings) { s.Region = region })
}

// Change takes other settings for the open file. What was asked about and is settled
// by that is not asked again.
func (q *Questions) Change(settings review.Settings) {
	q.settleHidden(settings)
	q.answered = true
	if q.now == NoQuestion {
		q.rows.SetSettings(func(s *review.Settings) { *s = settings })
		q.Remember()
		return
	}
	q.rows.Answer(settings)
	q.proceed()
	q.hooks.Changed()
}

// settleHidden notes whether settings say something else about hidden rows.
func (q *Questions) settleHidden(settings review.Settings) {
	if settings.IncludeHidden != q.rows.Settings().IncludeHidden {
		q.done[q.topic(AskHidden)] = true
	}
}

// answer takes an answer that needs no other reading of the file.
func (q *Questions) answer(take func(*review.Settings)) {
	q.trail = append(q.trail, q.stage())
	q.done[q.topic(q.now)] = true
	q.answered = true
	settings := q.rows.Settings()
	take(&settings)
	q.rows.Answer(settings)
	q.proceed()
	q.hooks.Changed()
}

// Back goes back to the question before, or closes the file if there is none.
func (q *Questions) Back() {
	q.file.abandonReading()
	if len(q.trail) == 0 {
		q.file.Close()
		return
	}
	last := len(q.trail) - 1
	to := q.trail[last]
	q.now, q.trail, q.done, q.recalled, q.countries = to.question, q.trail[:last], to.done, to.recalled, to.countries
	q.file.table, q.file.layout = to.table, to.layout
	q.rows.Reset(to.settings)
	q.Look()
	q.hooks.Changed()
}
