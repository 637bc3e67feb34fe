package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"numberloader/gui/about"
	"numberloader/gui/background"
	"numberloader/gui/flow"
	"numberloader/gui/open"
	"numberloader/gui/review"
	"numberloader/gui/signin"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/number"
)

// Window is the program's window. It belongs to the UI thread.
type Window struct {
	app     fyne.App
	window  fyne.Window
	program Program
	loop    *background.Loop
	picking *background.Lane // file dialogs and what they lead to
	flow    *flow.Flow

	current screen
	before  screen // where the sign-in came from
	wanted  wanted // what waits for a sign-in
	closing bool

	rail   *rail
	top    *topBar
	bottom *bottomBar
	body   *fyne.Container
	menu   *menu

	open    *open.Screen
	review  *review.Screen
	judged  int // the judgement that review shows
	notes   *notes
	grid    *fyne.Container // notes and review
	rows    *fyne.Container // grid, or the question about earlier changes
	offer   *offer          // nil if that is not asked
	adding  *adding
	outcome *outcome
	past    *past
	signIn  *signin.Screen
	about   *about.View // nil while it is not shown
}

// New builds the window and connects an organization. The first of the files is
// opened.
func New(app fyne.App, program Program, files []string) *Window {
	app.Settings().SetTheme(theme.New())
	w := &Window{app: app, window: app.NewWindow("Number Loader"), program: program, loop: program.Loop}
	w.loop.OnIdle(w.idle)
	w.picking = w.loop.Lane()
	w.flow = flow.New(w.loop, program.services(), flow.Events{
		Changed: w.refresh, Opened: w.opened, Progress: w.added, Ended: w.ended,
	})
	w.buildScreens()
	w.buildFrame()
	w.window.SetOnDropped(w.dropped)
	w.window.Canvas().SetOnTypedKey(w.typedKey)
	w.window.SetCloseIntercept(w.Close)
	w.show(screenOpen)
	signedIn := app.Preferences().Bool(prefSignedIn)
	w.flow.Connection.Connect(signedIn)
	if signedIn {
		w.flow.Signer.AskIntegration()
	}
	if len(files) > 0 {
		w.openFile(files[0])
	}
	return w
}

// Show shows the window.
func (w *Window) Show() { w.window.Show() }

// Window is the toolkit's window, for tools that look at it.
func (w *Window) Window() fyne.Window { return w.window }

// Idle says that no work is under way. It must be asked on the UI thread.
func (w *Window) Idle() bool { return w.loop.Idle() }

func (w *Window) buildScreens() {
	w.open = open.New(open.Config{
		Opening: w.opening(), Now: w.program.Now, Recent: w.recent,
		OnPick: w.pick, OnTemplate: w.template, OnChange: w.change, OnChosen: w.refresh,
		OnFolder: w.showInFolder, Copy: w.copy,
	})
	w.review = w.newReview()
	w.notes = &notes{box: widgets.VStack(0)}
	w.grid = widgets.Frame(w.notes.box, nil, nil, nil, w.review.Content())
	w.rows = widgets.Stack(w.grid)
	w.adding, w.outcome, w.past = newAdding(w), newOutcome(w), newPast(w)
	w.signIn = w.newSignIn()
}

// opening is what the Open screen needs of the flow.
func (w *Window) opening() open.Opening {
	return open.Opening{File: w.flow.File, Questions: w.flow.Questions, Decided: w.flow.Decisions, Judged: w.flow.Judging}
}

// The size of the window at first start, and the least that it is usable at.
const (
	firstWidth, firstHeight float32 = 1100, 720
	leastWidth, leastHeight float32 = 900, 560
)

func (w *Window) buildFrame() {
	w.rail = newRail(w.show)
	w.top = newTopBar(w.window.Canvas(), w.organizationMenu, w.change)
	w.bottom = newBottomBar()
	w.body = container.NewStack()
	w.menu = newMenu(w)
	main := widgets.Frame(w.top.object, w.bottom.object, nil, nil, w.body)
	content := container.New(least{}, widgets.Frame(nil, nil, w.rail.object, nil, main))
	w.window.SetPadded(false)
	w.window.SetMaster()
	w.window.SetMainMenu(w.menu.main)
	w.window.SetContent(content)
	preferences := w.app.Preferences()
	w.window.Resize(fyne.NewSize(
		float32(preferences.FloatWithFallback(prefWidth, float64(firstWidth))),
		float32(preferences.FloatWithFallback(prefHeight, float64(firstHeight)))))
}

// least gives the window a smallest size that does not depend on what is in it,
// so that a long name never makes the window grow.
type least struct{}

func (least) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(leastWidth, leastHeight) }

func (least) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, object := range objects {
		object.Resize(size)
	}
}

// progress is what the rail depends on.
func (w *Window) progress() progress {
	counts := w.flow.Judging.Counts()
	_, connected := w.flow.Connection.Account()
	_, held := w.flow.Work.Held()
	return progress{
		at: w.adding.from, held: held, paused: w.flow.Work.Paused(),
		file: w.flow.File.Name(), reviewed: w.flow.Questions.Settled(), going: counts.Going, problems: counts.Problems,
		adding: w.flow.Work.Busy(), connected: connected, finished: w.flow.Results.Has(), result: w.flow.Results.Own().Counts,
	}
}

// show goes to a screen, if that is possible now.
func (w *Window) show(to screen) {
	if !w.progress().ready(to) {
		return
	}
	w.reviewing(to == screenReview)
	w.current = to
	switch to {
	case screenOpen:
		w.place(w.open.Content(), w.open.First())
	case screenReview:
		w.place(w.rows, nil)
		w.focusOffer()
	case screenSignIn:
		w.place(w.signIn.Content(), w.signIn.First())
	case screenAdd:
		w.flow.Survey.Prepare()
		w.place(w.adding.view.Content(), nil)
	case screenResults:
		w.flow.Results.ShowOwn()
		w.place(w.outcome.content, nil)
	case screenPast:
		w.place(w.outcome.content, nil)
	case screenAgain:
		w.place(w.adding.view.Content(), nil)
	case screenHistory:
		w.place(w.past.view.Content(), nil)
		w.readHistory()
	}
	w.refresh()
}

func (w *Window) place(content fyne.CanvasObject, first fyne.Focusable) {
	w.body.Objects = []fyne.CanvasObject{content}
	w.body.Refresh()
	if first != nil {
		w.window.Canvas().Focus(first)
	} else {
		w.window.Canvas().Unfocus()
	}
}

// refresh brings everything that is shown up to date.
func (w *Window) refresh() {
	if w.bottom == nil {
		return
	}
	if !w.progress().ready(w.current) {
		w.show(screenOpen)
		return
	}
	w.refreshReview()
	w.signIn.Update(w.signInState())
	w.refreshOpen()
	w.refreshNotes()
	w.refreshAdd()
	w.refreshResult()
	w.refreshPast()
	w.rail.show(w.progress(), w.current)
	w.showTop()
	w.bottom.show(w.bottomState())
	w.menu.show()
	if trouble := w.flow.Connection.TakeTrouble(); trouble != nil {
		w.notConnected(trouble)
	}
}

// refreshOpen brings the Open screen up to date. What it asks for anew, such as
// a password, gets the keyboard.
func (w *Window) refreshOpen() {
	before := w.open.First()
	w.open.Refresh()
	if first := w.open.First(); first != nil && first != before && w.current == screenOpen {
		w.window.Canvas().Focus(first)
	}
}

// opened goes to the rows of a file that was just opened.
func (w *Window) opened() {
	w.remember(w.flow.File.Table().Path)
	w.refreshReview()
	w.review.Reset()
	w.show(screenReview)
}

// openFile reads a file with whatever layout the reader finds.
func (w *Window) openFile(path string) {
	w.flow.File.Open(path, number.Layout{})
	w.show(screenOpen)
}
