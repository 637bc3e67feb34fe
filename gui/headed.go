package gui

import (
	"cmp"

	"fyne.io/fyne/v2"

	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	rules "numberloader/internal/review"
)

// headed are the rows whose header says mobile, as they were found last.
type headed struct {
	rules.Headed

	judgement int
	left      *number.Table // the table of which the user left them as they are
}

// mobileHeaded are the rows whose header says mobile while nobody says of which type they
// are; none once the user has left them so.
func (r *reviewing) mobileHeaded() rules.Headed {
	h, table := &r.notes.headed, r.flow.File.Table()
	if now := r.flow.Judging.Judgement(); now != h.judgement {
		h.judgement, h.Headed = now, rules.HeadedMobile(table, r.flow.Judging.Plan().Rows, r.flow.Decisions.Decision)
	}
	if h.left == table {
		return rules.Headed{}
	}
	return h.Headed
}

// mobileDecision asks whether rows whose header says mobile are to be sent as such.
func (r *reviewing) mobileDecision(rows rules.Headed) widgets.Decision {
	send := r.answer(phrase.Text("shell.decide.mobile.send"), func() { r.sendAsMobile(rows.Records) })
	leave := r.answer(phrase.Text("shell.decide.mobile.leave", "Count", rows.Rows), func() {
		r.notes.headed.left = r.flow.File.Table()
		r.refreshNotes()
	})
	words := phrase.Text("shell.decide.mobile.words", "Count", rows.Rows)
	return widgets.Decision{
		Words: words, Title: words,
		Text: []string{phrase.Text("shell.decide.mobile.why", "Count", len(rows.Headings),
			"Headings", phrase.List(quoted(rows.Headings)), "Kind", phrase.Kind(cmp.Or(r.flow.Decisions.Settings().Kind, number.KindDID)))},
		Icon: theme.IconChanged, Mood: widgets.MoodWarn, Controls: []fyne.CanvasObject{send, leave}, First: send,
	}
}

func quoted(texts []string) []string {
	all := make([]string, len(texts))
	for i, text := range texts {
		all[i] = phrase.Text("shell.decide.mobile.heading", "Heading", text)
	}
	return all
}

// sendAsMobile decides for records that they are mobile numbers, in one step that Undo
// takes back.
func (r *reviewing) sendAsMobile(records []int) {
	mobile := phrase.Kind(number.KindMobile)
	step := rules.Step{Name: phrase.Text("review.step.mobile", "Count", len(records)), Changes: make([]rules.Change, len(records))}
	for i, record := range records {
		decision := r.flow.Decisions.Decision(record)
		decision.Type = &mobile
		step.Changes[i] = rules.Change{Record: record, Decision: decision}
	}
	r.flow.Decisions.Do(step)
}
