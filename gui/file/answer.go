package file

import (
	"maps"

	"numberloader/internal/number"
	"numberloader/internal/review"
)

// AnswerSheet reads the numbers of a sheet.
func (q *Questions) AnswerSheet(name string) {
	layout := number.Layout{Sheet: &name, Password: q.file.layout.Password, Encoding: q.file.layout.Encoding}
	q.file.reread(layout, toAnswer)
}

// Answer reads the open file again with a column of numbers, 0 for column A.
func (q *Questions) Answer(column int) {
	layout := q.file.layout
	layout.Columns = maps.Clone(layout.Columns)
	if layout.Columns == nil {
		layout.Columns = map[number.Field]string{}
	}
	layout.Columns[number.FieldNumber] = number.ColumnName(column)
	q.file.reread(layout, toAnswer)
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

// Change takes other settings for the open file and, unless it is nil, reads it in
// another way. What was asked about and is settled by that is not asked again.
func (q *Questions) Change(settings review.Settings, layout *number.Layout) {
	old := q.rows.Settings()
	if settings.IncludeHidden != old.IncludeHidden {
		q.done[q.topic(AskHidden)] = true
	}
	asking := q.now != NoQuestion
	if asking {
		q.rows.Answer(settings)
	} else {
		q.rows.SetSettings(func(s *review.Settings) { *s = settings })
	}
	q.answered = true
	switch {
	case layout != nil:
		q.file.Reread(*layout)
	case asking:
		q.proceed()
		q.hooks.Changed()
	default:
		q.Remember()
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
