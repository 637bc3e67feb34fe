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
	screen  *frame.Later[*review.Screen]
	judged  int // the judgement that it shows
	notes   *notes
	compare func()          // lays the list beside what Webex holds
	grid    *fyne.Container // notes and rows; made with the screen, as are rows
	rows    *fyne.Container // grid, or the question about earlier changes
	offer   *offer          // nil if that is not asked
}

func newReviewing(s *shell, files *documents.Documents, howRead *howRead) *reviewing {
	r := &reviewing{shell: s, files: files, howRead: howRead, notes: newNotes(s.Canvas())}
	r.screen = frame.NewLater(r.newScreen)
	return r
}

// content is what the window shows.
func (r *reviewing) content() fyne.CanvasObject {
	r.screen.Get()
	return r.rows
}

// newScreen makes the rows, and what stands above them.
func (r *reviewing) newScreen() *review.Screen {
	arranging := r.loop.Lane()
	screen := review.New(review.Config{
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
	r.notes.bar.OnClose = screen.FocusRows
	r.grid = layout.Frame(r.notes.bar.Object(), nil, nil, nil, screen.Content())
	r.rows = layout.Stack(r.grid)
	return screen
}

// incomparable is why the list can't be laid beside what Webex holds, "" if it can.
func (r *reviewing) incomparable() string {
	if r.Ready(frame.Compare) {
		return ""
	}
	return r.connectionHint()
}

// enter says whether Review is shown from now on, as it was before if from is Review. What
// it shows when it is left is what can be added.
func (r *reviewing) enter(from frame.Screen) {
	switch {
	case r.At() == frame.Review:
		r.flow.Reviewing()
	case from == frame.Review:
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
		r.screen.Get().TypedKey(key)
	}
}

// update brings the rows up to date: all of them, or those that changed. Until a file is
// open there are none.
func (r *reviewing) update() {
	if r.flow.File.Table() != nil {
		r.screen.Get()
	}
	r.screen.IfMade(func(screen *review.Screen) {
		r.updateRows(screen)
		screen.Refresh()
		screen.Remark(r.reviewRemark())
		r.refreshOffer()
		r.refreshNotes()
	})
}

func (r *reviewing) updateRows(screen *review.Screen) {
	if now := r.flow.Judging.Judgement(); now != r.judged {
		before := r.judged
		r.judged = now
		if changed, ok := r.flow.Judging.Since(before); ok {
			screen.Change(r.flow.Judging.Plan(), changed)
		} else {
			screen.Update(r.flow.Judging.Plan())
		}
	}
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
	r.screen.Get().ChooseBehind()
}

// exportProblems lets the user save the rows with a problem as a workbook.
func (r *reviewing) exportProblems() {
	table := r.flow.File.Table()
	if table == nil || r.screen.Get().Problems() == 0 {
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
	screen := r.screen.Get()
	going := screen.Going()
	state := frame.State{Left: frame.Action{Label: phrase.Text("shell.do.back"), Do: func() { r.GoTo(frame.Open) }, Leaves: true}}
	if r.offering() {
		return r.offerBottom()
	}
	state.Primary = frame.Action{Label: phrase.Text("shell.do.rowscontinue", "Count", going), Do: func() { r.GoTo(frame.Add) }}
	_, connected := r.flow.Connection.Account()
	switch {
	case screen.AllThere():
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
		state.Hint = screen.Outlook()
	}
	return state
}
