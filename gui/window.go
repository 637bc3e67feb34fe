package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"numberloader/gui/documents"
	"numberloader/gui/draw"
	"numberloader/gui/flow"
	"numberloader/gui/frame"
	"numberloader/gui/inventory"
	"numberloader/gui/keys"
	"numberloader/gui/layout"
	"numberloader/gui/open"
	"numberloader/gui/runs"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// Window is the program's window: a frame around its screens. It belongs to the UI
// thread.
type Window struct {
	*shell

	rail    *frame.Rail
	top     *frame.Top
	bottom  *frame.Bottom // nil until everything is built
	body    *fyne.Container
	menu    *menu
	closing bool   // as soon as no work is under way
	left    bool   // it is closed
	stood   spot   // where it was last seen
	titled  string // the title that is shown

	open      *open.Screen
	files     *documents.Documents
	signing   *signing
	howRead   *howRead
	pasting   *pasting
	reviewing *reviewing
	comparing *inventory.Comparing
	exporting *inventory.Exporting
	runs      *runs.Runs
	setting   *setting
	helping   *helping
}

// New builds the window and connects an organization. The first of the files is
// opened.
func New(app fyne.App, program Program, files []string) *Window {
	w := &Window{shell: &shell{app: app, program: program, loop: program.Loop}}
	w.ways = w
	w.loop.OnIdle(w.idle)
	w.flow = flow.New(w.loop, program.services(), flow.Events{
		Changed: w.update, Opened: w.opened, Returned: func(back flow.Returned) { w.reviewing.returned(back) },
		Progress: func(steps []run.Progress) { w.runs.Adding.Added(steps) },
		Ended:    func(refused error) { w.runs.Adding.Ended(refused) },
	})
	if len(files) > 0 { // read beside all that follows
		w.flow.File.Open(files[0], number.Layout{})
	}
	w.window = app.NewWindow(phrase.Text("about.name"))
	w.askShade()
	w.wear(program.Settings.Now())
	w.buildScreens()
	w.buildFrame()
	w.window.SetOnDropped(w.files.Dropped)
	w.Canvas().SetOnTypedKey(w.typedKey)
	w.window.SetCloseIntercept(w.Close)
	w.watch(w.app.Lifecycle())
	w.Canvas().AddShortcut(&fyne.ShortcutPaste{}, w.pasting.pasted)
	for i, menu := range keys.Menus() {
		w.Canvas().AddShortcut(menu.Keys()[0].Shortcut(), func(fyne.Shortcut) { w.openMenu(i) })
	}
	w.GoTo(frame.Open)
	signedIn := program.Preferences.Bool(prefSignedIn)
	w.flow.Connection.Connect(signedIn)
	if signedIn {
		w.flow.Signer.AskIntegration()
	}
	w.files.TellOthers(files)
	w.tellCrash()
	return w
}

// Show shows the window.
func (w *Window) Show() {
	w.window.Show()
	if w.program.Preferences.Bool(prefMaximized) {
		w.program.Desktop.Maximize(w.window)
	}
	w.loop.Every(placeEvery, w.rememberPlace)
}

// Summon brings the window to the front, because the program was started once more, and
// opens the first of the files that came with it, if any. A window that closes says
// false, and takes nothing.
func (w *Window) Summon(files []string) bool {
	if w.closing || w.left {
		return false
	}
	w.window.RequestFocus()
	w.files.OpenFirst(files)
	return true
}

// Window is the toolkit's window, for tools that look at it.
func (w *Window) Window() fyne.Window { return w.window }

// Idle says that no work is under way. It must be asked on the UI thread.
func (w *Window) Idle() bool { return w.loop.Idle() }

func (w *Window) buildScreens() {
	w.howRead = &howRead{shell: w.shell}
	w.pasting = &pasting{shell: w.shell}
	w.files = documents.New(documents.Config{
		Window: w.shell, System: w.program.System, Preferences: w.program.Preferences, Flow: w.flow, Loop: w.loop, Now: w.program.Now,
	})
	w.signing = newSigning(w.shell)
	w.reviewing = newReviewing(w.shell, w.files, w.howRead)
	held := inventory.Config{
		Window: w.shell, Workbooks: w.program.Workbooks, Files: w.files, Flow: w.flow, Now: w.program.Now,
		Widths: columnWidths{w.program.Preferences}, SignIn: w.signing.SignInAgain, ByDay: func() { w.runs.Activating.Open() },
	}
	w.comparing, w.exporting = inventory.NewComparing(held), inventory.NewExporting(held)
	w.reviewing.compare = w.comparing.Open
	w.runs = runs.New(runs.Config{
		Window: w.shell, SignIn: w.signing, Flow: w.flow, Loop: w.loop, Now: w.program.Now,
		History: w.program.History, SaveResults: w.program.SaveResults, Save: w.files.Save,
		Behind: w.reviewing.showBehind, Compare: w.comparing.Open, Ticked: w.showTitle,
	})
	w.setting = newSetting(w.shell, w.files)
	w.helping = newHelping(w.shell)
	w.open = open.New(open.Config{
		Canvas:  w.Canvas(),
		Opening: w.opening(), Now: w.program.Now, Recent: w.files.Recent, OnForget: w.files.Forget,
		Unfinished: w.runs.Unfinished.Offer, OnResume: w.runs.Unfinished.Resume,
		OnSee:   w.runs.Unfinished.See,
		OnPaste: w.pasting.open, OnPick: w.files.Pick, OnTemplate: w.files.Template, OnChange: w.howRead.open, OnChosen: w.update,
		OnFolder: w.ShowInFolder, Copy: w.Copy,
	})
}

func (w *Window) buildFrame() {
	w.rail = frame.NewRail(w.goBeside)
	w.top = frame.NewTop(w.Canvas(), w.signing.organizationMenu, w.howRead.open)
	w.bottom = frame.NewBottom()
	w.body = container.NewStack()
	w.menu = newMenu(w)
	main := layout.Frame(w.top.Object, w.bottom.Object, nil, nil, w.body)
	content := container.New(least{w.rail}, draw.NewReader(w.spoken), layout.Frame(nil, nil, w.rail.Object, nil, main))
	w.window.SetPadded(false)
	w.window.SetMaster()
	w.window.SetMainMenu(w.menu.main)
	w.window.SetContent(content)
	w.recallPlace()
}

// least gives the window a smallest size that does not depend on what is in it,
// so that a long name never makes the window grow.
type least struct{ rail *frame.Rail }

func (least) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(leastWidth, leastHeight) }

func (l least) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.rail.SetRoom(size.Width)
	for _, object := range objects {
		object.Resize(size)
	}
}

// progress is what the rail depends on.
func (w *Window) progress() frame.Progress {
	counts := w.flow.Judging.Counts()
	_, connected := w.flow.Connection.Account()
	_, held := w.flow.Work.Held()
	return frame.Progress{
		At: w.runs.Adding.Where(), Held: held, Paused: w.flow.Work.Paused(),
		File: w.flow.File.Name(), Reviewed: w.flow.Questions.Settled(), Going: counts.Going, Problems: counts.Problems,
		Adding: w.flow.Work.Busy(), Connected: connected, Compared: w.comparing.Caption(), Finished: w.flow.Results.Has(), Result: w.flow.Results.Own().Counts,
	}
}

// canGoTo says that a screen can be gone to now.
func (w *Window) canGoTo(to frame.Screen) bool { return w.progress().Ready(to) }

// goTo goes to a screen, if that is possible now.
func (w *Window) goTo(to frame.Screen) {
	if !w.canGoTo(to) {
		return
	}
	from := w.current
	w.current = to
	w.reviewing.enter(from)
	if from == frame.Open && to != frame.Open {
		w.open.Leave()
	}
	if to != frame.HowRead {
		w.howRead.leave()
	}
	if to != frame.Paste {
		w.pasting.leave()
	}
	if to == frame.Add {
		w.runs.Adding.Enter(from)
	}
	w.placeScreen(to)
	w.Refresh()
}

// placeScreen shows a screen, and begins what it needs.
func (w *Window) placeScreen(to frame.Screen) {
	switch to {
	case frame.Open:
		w.files.Look()
		w.runs.Unfinished.Look()
		w.open.Refresh()
		w.place(w.open.Content(), w.open.First())
	case frame.Review:
		w.place(w.reviewing.content(), nil)
		w.reviewing.begin()
	case frame.SignIn:
		w.place(w.signing.screen.Get().Content(), w.signing.screen.Get().First())
	case frame.Add:
		w.flow.Survey.Prepare()
		w.place(w.runs.Adding.Content(), nil)
	case frame.Results:
		w.flow.Results.ShowOwn()
		w.place(w.runs.Outcome.Content(), nil)
	case frame.Past:
		w.place(w.runs.Outcome.Content(), nil)
	case frame.Again:
		w.place(w.runs.Adding.Content(), nil)
	case frame.HowRead:
		w.place(w.howRead.page.Content(), w.howRead.page.First())
	case frame.Paste:
		w.place(w.pasting.page.Content(), w.pasting.page.First())
	case frame.Activate:
		w.place(w.runs.Activating.Content())
	case frame.Compare:
		w.place(w.comparing.Enter(), nil)
	case frame.Export:
		w.place(w.exporting.Enter(), nil)
	case frame.History:
		w.place(w.runs.Past.Content(), nil)
		w.runs.Past.Load()
	case frame.Settings:
		w.place(w.setting.page.Get().Content(), w.setting.page.Get().First())
	case frame.Help:
		w.place(w.helping.page.Get().Content(), w.helping.page.Get().First())
	}
}

// typedKey takes a key that nothing else has a use for.
func (w *Window) typedKey(key *fyne.KeyEvent) {
	if w.Canvas().Overlays().Top() != nil {
		return
	}
	switch {
	case key.Name == fyne.KeyF1:
		w.helping.openHere()
	case key.Name == fyne.KeyF10:
		w.toggleMenu()
	case key.Name == fyne.KeyEscape && w.At() != frame.Review:
		w.leavePage()
	case w.At() == frame.Help:
		w.helping.page.Get().TypedKey(key)
	case w.At() == frame.Compare:
		w.comparing.TypedKey(key)
	default:
		w.reviewing.typedKey(key)
	}
}

// toggleMenu opens or closes the menu bar for the keyboard, where the window draws it.
func (w *Window) toggleMenu() {
	if on, ok := w.Canvas().(interface{ ToggleMenu() }); ok {
		on.ToggleMenu()
	}
}

// openMenu opens one menu of the bar for the keyboard. The toolkit opens the first one,
// from which the arrow leads to the others.
func (w *Window) openMenu(at int) {
	if w.Canvas().Overlays().Top() != nil {
		return
	}
	if on, ok := w.Canvas().(interface{ DismissMenu() bool }); ok {
		on.DismissMenu()
	}
	w.toggleMenu()
	for range at {
		if on := w.Canvas().Focused(); on != nil {
			on.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
		}
	}
}

// leavePage presses what leaves the page, if there is anything.
func (w *Window) leavePage() {
	if s := w.bottom.Leave(); s != nil {
		s.Press()
	}
}

// goBeside goes to a screen from the rail.
func (w *Window) goBeside(to frame.Screen) {
	switch to { //nolint:exhaustive // the others are gone to as they are
	case frame.Settings:
		w.setting.open()
	case frame.Help:
		w.helping.open()
	default:
		w.GoTo(to)
	}
}

func (w *Window) place(content fyne.CanvasObject, first fyne.Focusable) {
	w.body.Objects = []fyne.CanvasObject{content}
	w.body.Refresh()
	if first != nil {
		w.Canvas().Focus(first)
	} else {
		w.Canvas().Unfocus()
	}
}

// spoken is what a screen reader is told of what lies over the window, "" for nothing.
func (w *Window) spoken() string { return draw.Spoken(w.Canvas().Overlays().Top()) }

// update brings everything that is shown up to date.
func (w *Window) update() {
	if w.bottom == nil {
		return
	}
	if !w.canGoTo(w.At()) {
		w.GoTo(frame.Open)
		return
	}
	w.reviewing.update()
	w.signing.update()
	if w.At() == frame.Open {
		w.refreshOpen()
	}
	w.howRead.update()
	w.pasting.update()
	w.comparing.Update()
	w.exporting.Update()
	w.runs.Update()
	w.setting.update()
	w.rail.Show(w.progress(), w.At())
	w.showTop()
	w.showTitle()
	w.bottom.Show(w.bottomState())
	w.menu.show()
	if trouble := w.flow.Connection.TakeTrouble(); trouble != nil {
		w.signing.notConnected(trouble)
	}
}

// refreshOpen brings the Open screen up to date. What it asks for anew, such as
// a password, gets the keyboard.
func (w *Window) refreshOpen() {
	before := w.open.First()
	w.open.Refresh()
	if first := w.open.First(); first != nil && first != before {
		w.Canvas().Focus(first)
	}
}

// opened goes to the rows of a file that was just opened.
func (w *Window) opened() {
	w.files.Remember(w.flow.File.Table().Path)
	w.reviewing.update()
	w.reviewing.screen.Get().Reset()
	w.comparing.Opened()
	w.GoTo(frame.Review)
}
