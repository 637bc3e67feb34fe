package gui

import (
	"path/filepath"

	"numberloader/gui/theme"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// fileLine says what is open, beside the name of the file. n is how many rows of
// it count.
func fileLine(table *number.Table, n int) string {
	count := phrase.Text("words.rows", "Count", n)
	switch sheets := table.SheetNames(); {
	case len(sheets) > 1:
		return phrase.Text("shell.top.sheets", "Count", len(sheets), "Rows", count)
	case table.Sheet == "":
		return count
	}
	return phrase.Text("shell.top.sheet", "Sheet", table.Sheet, "Rows", count)
}

// showTop brings the bar on top up to date.
func (w *Window) showTop() {
	icon, name := w.chip()
	w.top.chip.Set(icon, name)
	table := w.flow.File.Table()
	switch {
	case w.current == screenPaste:
		w.top.show(phrase.Text("paste.title"), "", false)
	case w.current == screenSignIn, w.current == screenExport:
		w.top.show(w.current.title(), "", false)
	case w.current == screenHelp:
		w.top.show(w.current.title(), phrase.Text("help.offline"), false)
	case w.current == screenSettings:
		w.top.show(w.current.title(), phrase.Text("settings.atonce"), false)
	case w.current == screenHistory && w.past.model.Loaded():
		w.top.show(w.current.title(), w.past.model.Headline(), false)
	case w.current == screenHistory:
		w.top.show(w.current.title(), "", false)
	case w.current == screenPast || w.current == screenAgain:
		result, _, _ := w.flow.Results.Shown()
		where := "shell.top.past"
		if result.Run.Activates {
			where = "shell.top.pastactivated"
		}
		w.top.show(filepath.Base(result.Run.Path), phrase.Text(where, "Organization", phrase.Organization(result.Run.Organization)), false)
	case table == nil || w.reading() || w.current == screenOpen && w.flow.File.Trouble() != nil:
		w.top.show(phrase.Text("words.openlist"), "", false)
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
		return theme.IconPractice, phrase.Text("signin.practice.name")
	case ok:
		return theme.IconOrganization, phrase.OrganizationAlone(account.Organization)
	case w.flow.Connection.Connecting():
		return theme.IconWait, phrase.Text("shell.chip.connecting")
	}
	return theme.IconOrganization, phrase.Text("shell.chip.unconnected")
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
		return w.outcome.bottom(action{label: phrase.Text("shell.do.newfile"), do: w.files.closeFile})
	case screenPast:
		return w.outcome.bottom(action{label: phrase.Text("shell.do.back"), do: func() { w.show(screenHistory) }, leaves: true})
	case screenHistory:
		return w.past.bottom()
	case screenSettings:
		return w.setting.bottom()
	case screenHelp:
		return w.helping.bottom()
	case screenHowRead:
		return w.howRead.bottom()
	case screenPaste:
		return w.pasting.bottom()
	case screenActivate:
		return w.activating.bottom()
	case screenCompare:
		return w.comparing.bottom()
	case screenExport:
		return w.exporting.bottom()
	}
	return bottomState{}
}

func (w *Window) openBottom() bottomState {
	if b, ok := w.open.Primary(); ok {
		return bottomState{
			left: action{label: phrase.Text("shell.do.back"), do: w.flow.Questions.Back, leaves: true}, hint: b.Reason,
			primary: action{label: b.Label, do: b.Do, off: b.Reason != ""},
		}
	}
	account, connected := w.flow.Connection.Account()
	switch {
	case w.reading():
		return bottomState{}
	case w.flow.Questions.Settled():
		return bottomState{
			hint:    phrase.Text("shell.hint.isopen", "File", w.flow.File.Name()),
			side:    action{label: phrase.Text("shell.menu.closefile"), do: w.flow.File.Close},
			primary: action{},
			left:    action{label: phrase.Text("shell.do.rows"), do: func() { w.show(screenReview) }, leaves: true},
		}
	case w.flow.File.Trouble() != nil:
		return bottomState{hint: phrase.Text("shell.hint.nothingopen")}
	case connected && account.Organization.Practice:
		return bottomState{icon: theme.IconPractice, hint: phrase.Text("shell.hint.practice")}
	case connected:
		return bottomState{icon: theme.IconOrganization, hint: phrase.Text("shell.hint.organization", "Organization", phrase.Organization(account.Organization))}
	}
	return bottomState{hint: w.connectionHint()}
}
