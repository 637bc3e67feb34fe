package job

import (
	"maps"

	"numberloader/internal/number"
	"numberloader/internal/review"
)

// AnswerSheet reads the numbers of a sheet.
func (j *Job) AnswerSheet(name string) {
	layout := number.Layout{Sheet: &name, Password: j.file.layout.Password, Encoding: j.file.layout.Encoding}
	j.reread(layout, toAnswer)
}

// Answer reads the open file again with a column of numbers, 0 for column A.
func (j *Job) Answer(column int) {
	layout := j.file.layout
	layout.Columns = maps.Clone(layout.Columns)
	if layout.Columns == nil {
		layout.Columns = map[number.Field]string{}
	}
	layout.Columns[number.FieldNumber] = number.ColumnName(column)
	j.reread(layout, toAnswer)
}

// AnswerHidden takes hidden rows along, or leaves them out.
func (j *Job) AnswerHidden(include bool) {
	j.answer(func() { j.choices.now.Settings.IncludeHidden = include })
}

// AnswerCountry reads numbers without a country code as those of a country (ISO
// 3166 alpha-2); "" leaves that open.
func (j *Job) AnswerCountry(region string) {
	j.answer(func() { j.choices.now.Settings.Region = region })
}

// Change takes other settings for the open file and, unless it is nil, reads it in
// another way. What was asked about and is settled by that is not asked again.
func (j *Job) Change(settings review.Settings, layout *number.Layout) {
	q := &j.file.questions
	old := j.choices.now.Settings
	if settings.IncludeHidden != old.IncludeHidden {
		q.done[j.topic(AskHidden)] = true
	}
	asking := q.now != NoQuestion
	if asking {
		j.choices.now.Settings = settings
	} else {
		j.SetSettings(func(s *review.Settings) { *s = settings })
	}
	q.answered = true
	switch {
	case layout != nil:
		j.Reread(*layout)
	case asking:
		j.proceed()
		j.events.Changed()
	default:
		j.Remember()
	}
}

// answer takes an answer that needs no other reading of the file.
func (j *Job) answer(take func()) {
	q := &j.file.questions
	q.trail = append(q.trail, j.stage())
	q.done[j.topic(q.now)] = true
	q.answered = true
	take()
	j.proceed()
	j.events.Changed()
}

// Back goes back to the question before, or closes the file if there is none.
func (j *Job) Back() {
	q := &j.file.questions
	j.abandonReading()
	if len(q.trail) == 0 {
		j.CloseFile()
		return
	}
	last := len(q.trail) - 1
	to := q.trail[last]
	q.now, q.trail, q.done, q.recalled, q.countries = to.question, q.trail[:last], to.done, to.recalled, to.countries
	j.file.table, j.file.layout = to.table, to.layout
	j.choices = choices{now: Choices{Settings: to.settings}}
	j.forgetRows()
	j.preview()
	j.events.Changed()
}
