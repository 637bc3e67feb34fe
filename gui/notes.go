package gui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"numberloader/gui/draw"
	"numberloader/gui/file"
	"numberloader/gui/frame"
	"numberloader/gui/layout"
	"numberloader/gui/open"
	"numberloader/gui/rows"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// notes are what waits above the rows: remarks on the reading of the file, which go
// when the user has read them, where rows go that name no location, and of which type
// rows are whose header says mobile.
type notes struct {
	bar    *widgets.DecisionBar
	shown  noteState
	closed *number.Table // the table whose remarks the user has read
	headed headed

	waiting int // how many things the bar holds
}

// noteState is what the notes depend on.
type noteState struct {
	table    *number.Table
	read     bool
	lines    string
	hidden   bool // the hidden rows are taken along
	homeless int
	mobile   int    // rows whose header says mobile, while nobody says of which type they are
	account  string // whose locations can be chosen
}

func newNotes(on fyne.Canvas) *notes { return &notes{bar: widgets.NewDecisionBar(on)} }

// refreshNotes brings the notes up to date.
func (r *reviewing) refreshNotes() {
	table, settings := r.flow.File.Table(), r.flow.Decisions.Settings()
	account, _ := r.flow.Connection.Account()
	var lines []string
	if r.flow.Questions.Settled() {
		lines = open.Notes(r.opening())
	}
	mobile := r.mobileHeaded()
	now := noteState{
		table: table, read: r.notes.closed == table, lines: strings.Join(lines, "\n"), hidden: settings.IncludeHidden,
		homeless: r.screen.Get().Homeless(), mobile: mobile.Rows, account: account.Organization.ID,
	}
	if now == r.notes.shown {
		return
	}
	r.notes.shown = now
	var waiting []widgets.Decision
	labels := widgets.DecisionLabels{
		More: func(n int) string { return phrase.Text("review.more", "Count", n) },
		Open: phrase.Text("shell.decide.look"),
	}
	if table != nil && now.homeless > 0 {
		waiting = append(waiting, r.locationDecision(now.homeless))
	}
	if now.mobile > 0 {
		waiting = append(waiting, r.mobileDecision(mobile))
	}
	if len(waiting) > 0 {
		labels.Open = phrase.Text("shell.decide.open")
		labels.Count = phrase.Text("shell.decide.count", "Count", len(waiting))
	}
	if !now.read && len(lines) > 0 {
		waiting = append(waiting, r.noteDecision(lines, settings.IncludeHidden))
		if len(waiting) > 1 {
			labels.Count = phrase.Text("shell.decide.both", "Count", len(waiting))
		}
	}
	r.notes.waiting = len(waiting)
	r.notes.bar.Set(waiting, labels)
	r.grid.Refresh()
}

// decide opens what waits for an answer.
func (r *reviewing) decide() {
	if r.At() == frame.Review && !r.offering() {
		r.notes.bar.Open()
	}
}

// answer is a button that answers something that waits.
func (r *reviewing) answer(label string, do func()) *widgets.Button {
	b := widgets.NewButton(label, widgets.Usual, do)
	b.OnEscape = r.notes.bar.Close
	return b
}

// noteDecision are the remarks on the reading of the file.
func (r *reviewing) noteDecision(lines []string, include bool) widgets.Decision {
	leave := r.answer(phrase.Text("words.close"), r.closeNotes)
	controls := []fyne.CanvasObject{r.answer(phrase.Text("words.change"), func() {
		r.notes.bar.Close()
		r.howRead.open()
	}), leave}
	if len(file.HiddenRows(r.flow.File.Table())) > 0 {
		label := phrase.Text("shell.notes.include")
		if include {
			label = phrase.Text("shell.notes.leaveout")
		}
		controls = append([]fyne.CanvasObject{r.answer(label, func() { r.includeHidden(!include) })}, controls...)
	}
	words := lines[0]
	if more := len(lines) - 1; more > 0 {
		words = phrase.Sentences(words, phrase.Text("shell.decide.remarks", "Count", more))
	}
	return widgets.Decision{
		Words: words, Title: phrase.Text("shell.decide.reading"), Text: lines,
		Icon: theme.IconChanged, Mood: widgets.MoodInfo, Controls: controls, First: leave,
	}
}

func (r *reviewing) includeHidden(include bool) {
	settings := r.flow.Decisions.Settings()
	settings.IncludeHidden = include
	r.flow.Questions.Change(settings)
}

func (r *reviewing) closeNotes() {
	r.notes.closed = r.flow.File.Table()
	r.refreshNotes()
}

// locationWidth is the width of the list of locations.
const locationWidth float32 = 220

// locationDecision asks where rows go that name no location.
func (r *reviewing) locationDecision(homeless int) widgets.Decision {
	locations := r.flow.Survey.Locations()
	choice := widgets.NewSelect(r.Canvas(), theme.Control, func(i int) { r.flow.Decisions.SetLocation(locations[i].ID) })
	choice.Hint = phrase.Text("words.chooselocation")
	choice.Set(rows.NamesOf(locations), slices.IndexFunc(locations, func(l number.Location) bool { return l.ID == r.flow.Decisions.Settings().Location }))
	choice.OnKey(func(key fyne.KeyName) {
		if key == fyne.KeyEscape {
			r.notes.bar.Close()
		}
	})
	if len(locations) == 0 {
		choice.Disable()
	}
	words := phrase.Text("shell.decide.location", "Count", homeless)
	return widgets.Decision{
		Words: words, Title: words, Text: []string{phrase.Text("shell.decide.where")},
		Link: widgets.NewStyledLink(phrase.Text("shell.decide.show", "Count", homeless), draw.Message, func() {
			r.notes.bar.Close()
			r.screen.Get().ShowHomeless()
		}),
		Icon: theme.IconChanged, Mood: widgets.MoodWarn, Controls: []fyne.CanvasObject{layout.Sized(locationWidth, 0, choice)}, First: choice,
	}
}
