package gui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"numberloader/gui/background"
	"numberloader/gui/connection"
	"numberloader/gui/decisions"
	"numberloader/gui/documents"
	"numberloader/gui/file"
	"numberloader/gui/frame"
	"numberloader/gui/layout"
	"numberloader/gui/review"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	rules "numberloader/internal/review"
)

// deciding is what the Review screen needs of the flow.
type deciding struct {
	*decisions.Decisions
	*decisions.Judging
	*connection.Survey

	file *file.File
}

// InFile is the cell of a field of a record, and what the file holds there.
func (d deciding) InFile(record int, field number.Field) (cell, text string) {
	return rules.InFile(d.file.Table(), record, field)
}

// reviewing is the Review screen: the rows with notes above them, or the question
// what becomes of earlier changes.
type reviewing struct {
	*shell

	files   *documents.Documents
	howRead *howRead
	screen  *review.Screen
	judged  int // the judgement that it shows
	notes   *notes
	compare func()          // lays the list beside what Webex holds
	grid    *fyne.Container // notes and rows
	rows    *fyne.Container // grid, or the question about earlier changes
	offer   *offer          // nil if that is not asked
}

func newReviewing(s *shell, files *documents.Documents, howRead *howRead) *reviewing {
	r := &reviewing{shell: s, files: files, howRead: howRead, notes: newNotes(s.Canvas())}
	r.screen = r.newScreen()
	r.notes.bar.OnClose = r.screen.FocusRows
	r.grid = layout.Frame(r.notes.bar.Object(), nil, nil, nil, r.screen.Content())
	r.rows = layout.Stack(r.grid)
	return r
}

// newScreen makes the rows.
func (r *reviewing) newScreen() *review.Screen {
	arranging := r.loop.Lane()
	return review.New(review.Config{
		Canvas: r.Canvas(), Work: deciding{r.flow.Decisions, r.flow.Judging, r.flow.Survey, r.flow.File}, Steps: r.flow.Decisions, Widths: columnWidths{r.program.Preferences},
		Background: func(work, done func()) {
			background.Start(arranging, func(context.Context) (struct{}, error) {
				work()
				return struct{}{}, nil
			}, func(struct{}, error) { done() })
		},
		OnDecide:    r.decide,
		ReasonsOpen: r.program.Preferences.Bool(prefReasons),
		OnReasons:   func(open bool) { r.program.Preferences.SetBool(prefReasons, open) },
		Copy:        r.Copy, Modifiers: r.Modifiers, OnExport: r.exportProblems,
		OnCompare: func() { r.compare() }, Incomparable: r.incomparable,
	})
}

// incomparable is why the list can't be laid beside what Webex holds, "" if it can.
func (r *reviewing) incomparable() string {
	if r.Ready(frame.Compare) {
		return ""
	}
	return r.connectionHint()
}

// enter says whether Review is shown from now on. What it shows when it is left
// is what can be added.
func (r *reviewing) enter(shown bool) {
	switch {
	case shown:
		r.flow.Reviewing()
	case r.At() == frame.Review:
		r.flow.Reviewed()
	}
}

// Modifiers are the modifier keys that are held now.
func (s *shell) Modifiers() fyne.KeyModifier {
	if driver, ok := s.app.Driver().(desktop.Driver); ok {
		return driver.CurrentKeyModifiers()
	}
	return 0
}

// typedKey takes a key that nothing else has a use for.
func (r *reviewing) typedKey(key *fyne.KeyEvent) {
	if r.At() == frame.Review && !r.offering() {
		r.screen.TypedKey(key)
	}
}

// update brings the rows up to date: all of them, or those that changed.
func (r *reviewing) update() {
	if now := r.flow.Judging.Judgement(); now != r.judged {
		before := r.judged
		r.judged = now
		if changed, ok := r.flow.Judging.Since(before); ok {
			r.screen.Change(r.flow.Judging.Plan(), changed)
		} else {
			r.screen.Update(r.flow.Judging.Plan())
		}
	}
	r.screen.Refresh()
	r.screen.Remark(r.reviewRemark())
	r.refreshOffer()
}

// reviewRemark is what the window has to say about the rows.
func (r *reviewing) reviewRemark() string {
	_, connected := r.flow.Connection.Account()
	switch {
	case !r.flow.Questions.Settled():
		return ""
	case r.flow.Decisions.KeepTrouble() != nil:
		return phrase.Text("shell.remark.notkept")
	case !connected && !r.flow.Connection.Connecting():
		return phrase.Text("shell.remark.unconnected")
	}
	return ""
}

// showBehind shows the rows that stay behind.
func (r *reviewing) showBehind() {
	r.GoTo(frame.Review)
	r.screen.ChooseBehind()
}

// exportProblems lets the user save the rows with a problem as a workbook.
func (r *reviewing) exportProblems() {
	table := r.flow.File.Table()
	if table == nil || r.screen.Problems() == 0 {
		return
	}
	rows := r.flow.Judging.Plan().Rows
	r.files.Save(r.program.ProblemsName(table.Path), func(path string, replace bool) error {
		return r.program.SaveProblems(path, table, rows, replace)
	}, func(path string) {
		r.files.Saved(path, phrase.Text("shell.problems.title"), phrase.Text("shell.problems.text"))
	})
}

func (r *reviewing) bottom() frame.State {
	going := r.screen.Going()
	state := frame.State{Left: frame.Action{Label: phrase.Text("shell.do.back"), Do: func() { r.GoTo(frame.Open) }, Leaves: true}}
	if r.offering() {
		return r.offerBottom()
	}
	state.Primary = frame.Action{Label: phrase.Text("shell.do.rowscontinue", "Count", going), Do: func() { r.GoTo(frame.Add) }}
	_, connected := r.flow.Connection.Account()
	switch {
	case r.screen.AllThere():
		state.Primary = frame.Action{Label: phrase.Text("words.continue"), Off: true}
		state.Hint = phrase.Text("shell.hint.allthere")
	case going == 0:
		state.Primary = frame.Action{Label: phrase.Text("words.continue"), Off: true}
		state.Hint = phrase.Text("shell.hint.norow")
	case !connected:
		state.Primary.Off = true
		state.Hint = r.connectionHint()
	case r.flow.Survey.Preflight().Checking:
		account, _ := r.flow.Connection.Account()
		state.Hint = phrase.Text("shell.hint.checking", "Organization", phrase.Organization(account.Organization))
	default:
		state.Hint = r.screen.Outlook()
	}
	return state
}
