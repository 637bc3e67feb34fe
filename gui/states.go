package gui

import (
	"path/filepath"

	"numberloader/gui/frame"
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
	w.top.Chip.Set(icon, name)
	table := w.flow.File.Table()
	switch {
	case w.At() == frame.Paste:
		w.top.Show(phrase.Text("paste.title"), "", false)
	case w.At() == frame.SignIn, w.At() == frame.Export:
		w.top.Show(w.At().Title(), "", false)
	case w.At() == frame.Help:
		w.top.Show(w.At().Title(), phrase.Text("help.offline"), false)
	case w.At() == frame.Settings:
		w.top.Show(w.At().Title(), phrase.Text("settings.atonce"), false)
	case w.At() == frame.History:
		w.top.Show(w.At().Title(), w.runs.Past.Headline(), false)
	case w.At() == frame.Past || w.At() == frame.Again:
		result, _, _ := w.flow.Results.Shown()
		where := "shell.top.past"
		if result.Run.Activates {
			where = "shell.top.pastactivated"
		}
		w.top.Show(filepath.Base(result.Run.Path), phrase.Text(where, "Organization", phrase.Organization(result.Run.Organization)), false)
	case table == nil || w.reading() || w.At() == frame.Open && w.flow.File.Trouble() != nil:
		w.top.Show(phrase.Text("words.openlist"), "", false)
	default:
		changeable := w.At() == frame.Open || w.At() == frame.Review
		n := w.flow.Judging.Counts().Rows
		if !w.flow.Questions.Settled() {
			n = number.Listed(table.Records)
		}
		w.top.Show(w.flow.File.Name(), fileLine(table, n), changeable)
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
func (w *Window) bottomState() frame.State {
	switch w.At() {
	case frame.Open:
		return w.openBottom()
	case frame.Review:
		return w.reviewing.bottom()
	case frame.SignIn:
		return w.signing.bottom()
	case frame.Add, frame.Again:
		return w.runs.Adding.Bottom()
	case frame.Results:
		return w.runs.Outcome.Bottom(frame.Action{Label: phrase.Text("shell.do.newfile"), Do: w.files.CloseFile})
	case frame.Past:
		return w.runs.Outcome.Bottom(frame.Action{Label: phrase.Text("shell.do.back"), Do: func() { w.GoTo(frame.History) }, Leaves: true})
	case frame.History:
		return w.runs.Past.Bottom()
	case frame.Settings:
		return w.setting.bottom()
	case frame.Help:
		return w.helping.bottom()
	case frame.HowRead:
		return w.howRead.bottom()
	case frame.Paste:
		return w.pasting.bottom()
	case frame.Activate:
		return w.runs.Activating.Bottom()
	case frame.Compare:
		return w.comparing.Bottom()
	case frame.Export:
		return w.exporting.Bottom()
	}
	return frame.State{}
}

func (w *Window) openBottom() frame.State {
	if b, ok := w.open.Primary(); ok {
		return frame.State{
			Left: frame.Action{Label: phrase.Text("shell.do.back"), Do: w.flow.Questions.Back, Leaves: true}, Hint: b.Reason,
			Primary: frame.Action{Label: b.Label, Do: b.Do, Off: b.Reason != ""},
		}
	}
	account, connected := w.flow.Connection.Account()
	switch {
	case w.reading():
		return frame.State{}
	case w.flow.Questions.Settled():
		return frame.State{
			Hint:    phrase.Text("shell.hint.isopen", "File", w.flow.File.Name()),
			Side:    frame.Action{Label: phrase.Text("shell.menu.closefile"), Do: w.flow.File.Close},
			Primary: frame.Action{},
			Left:    frame.Action{Label: phrase.Text("shell.do.rows"), Do: func() { w.GoTo(frame.Review) }, Leaves: true},
		}
	case w.flow.File.Trouble() != nil:
		return frame.State{Hint: phrase.Text("shell.hint.nothingopen")}
	case connected && account.Organization.Practice:
		return frame.State{Icon: theme.IconPractice, Hint: phrase.Text("shell.hint.practice")}
	case connected:
		return frame.State{Icon: theme.IconOrganization, Hint: phrase.Text("shell.hint.organization", "Organization", phrase.Organization(account.Organization))}
	}
	return frame.State{Hint: w.connectionHint()}
}
