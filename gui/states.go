package gui

import (
	"path/filepath"

	"numberloader/gui/rows"
	"numberloader/gui/theme"
	"numberloader/internal/number"
)

// practiceHint stands at the bottom while nothing goes to Webex.
const practiceHint = "Practice organization: nothing goes to Webex."

// fileLine says what is open, beside the name of the file. n is how many rows of
// it count.
func fileLine(table *number.Table, n int) string {
	count := rows.Of(n, "row", "rows")
	if table.Sheet == "" {
		return count
	}
	return "sheet " + table.Sheet + ", " + count
}

// showTop brings the bar on top up to date.
func (w *Window) showTop() {
	icon, name := w.chip()
	w.top.chip.Set(icon, name)
	table := w.flow.File.Table()
	switch {
	case w.current == screenSignIn:
		w.top.show(w.current.title(), "", false)
	case w.current == screenHistory && w.past.model.Loaded():
		w.top.show(w.current.title(), w.past.model.Headline(), false)
	case w.current == screenHistory:
		w.top.show(w.current.title(), "", false)
	case w.current == screenPast || w.current == screenAgain:
		result, _, _ := w.flow.Results.Shown()
		w.top.show(filepath.Base(result.Run.Path), "added to "+result.Run.Organization.Name, false)
	case table == nil || w.reading() || w.current == screenOpen && w.flow.File.Trouble() != nil:
		w.top.show("Open a list of numbers", "", false)
	default:
		changeable := w.current == screenOpen || w.current == screenReview
		n := len(table.Records)
		if w.flow.Questions.Settled() {
			n = w.flow.Judging.Counts().Rows
		}
		w.top.show(w.flow.File.Name(), fileLine(table, n), changeable)
	}
}

// reading says that the reading of a file is shown.
func (w *Window) reading() bool {
	reading, busy := w.flow.File.Reading()
	return busy && reading.Slow
}

// chip is the icon and the name of the organization.
func (w *Window) chip() (theme.IconName, string) {
	account, ok := w.flow.Connection.Account()
	switch {
	case ok && account.Organization.Practice:
		return theme.IconPractice, "Practice organization"
	case ok:
		return theme.IconOrganization, account.Organization.Name
	case w.flow.Connection.Connecting():
		return theme.IconWait, "Connecting"
	}
	return theme.IconOrganization, "Not connected"
}

// bottomState is what the bar at the bottom shows.
func (w *Window) bottomState() bottomState {
	switch w.current {
	case screenOpen:
		return w.openBottom()
	case screenReview:
		return w.reviewing.bottom()
	case screenSignIn:
		return w.signing.bottom()
	case screenAdd, screenAgain:
		return w.adding.bottom()
	case screenResults:
		return w.outcome.bottom(action{label: "New file", do: w.files.closeFile})
	case screenPast:
		return w.outcome.bottom(action{label: "Back", do: func() { w.show(screenHistory) }})
	case screenHistory:
		return w.past.bottom()
	}
	return bottomState{}
}

func (w *Window) openBottom() bottomState {
	if b, ok := w.open.Primary(); ok {
		return bottomState{
			left: action{label: "Back", do: w.flow.Questions.Back}, hint: b.Reason,
			primary: action{label: b.Label, do: b.Do, off: b.Reason != ""},
		}
	}
	account, connected := w.flow.Connection.Account()
	switch {
	case w.reading():
		return bottomState{}
	case w.flow.Questions.Settled():
		return bottomState{
			hint:    w.flow.File.Name() + " is open",
			side:    action{label: "Close file", do: w.flow.File.Close},
			primary: action{},
			left:    action{label: "Back to the rows", do: func() { w.show(screenReview) }},
		}
	case w.flow.File.Trouble() != nil:
		return bottomState{hint: "Nothing is open."}
	case connected && account.Organization.Practice:
		return bottomState{icon: theme.IconPractice, hint: practiceHint}
	case connected:
		return bottomState{icon: theme.IconOrganization, hint: "Numbers go to " + account.Organization.Name + "."}
	}
	return bottomState{hint: w.connectionHint()}
}
