package gui

import (
	"runtime"
	"slices"

	"fyne.io/fyne/v2"

	"numberloader/gui/frame"
	"numberloader/gui/keys"
	"numberloader/gui/signin"
	"numberloader/internal/phrase"
)

// nativeMenu says that the system draws the menu, with its shortcuts.
const nativeMenu = runtime.GOOS == "darwin"

// menu is the main menu. It holds every shortcut, since a shortcut of the canvas
// is lost while a field has the keyboard; a command's second keys are of the canvas.
type menu struct {
	main  *fyne.MainMenu
	items []*menuItem
}

// menuItem is an item of the menu that can be had at times.
type menuItem struct {
	*fyne.MenuItem

	can func() bool
	// name is what the label says at present.
	name func() string
	keys string // "" for none
}

func newMenu(w *Window) *menu {
	m := &menu{}
	m.main = fyne.NewMainMenu(m.file(w), m.edit(w), m.ways(w), m.organization(w), m.help(w))
	return m
}

func always() bool { return true }

func (m *menu) file(w *Window) *fyne.Menu {
	still := func() bool { return !w.flow.Work.Busy() }
	open := func() bool { return w.flow.File.Table() != nil && still() }
	exportable := func() bool { return w.flow.File.Table() != nil && w.reviewing.screen.Get().Problems() > 0 }
	quit := m.item(w, "shell.menu.quit", keys.Quit, always, w.Close)
	quit.IsQuit = true
	return fyne.NewMenu(phrase.Text("shell.menu.file"),
		m.item(w, "shell.menu.open", keys.Open, still, w.files.Pick),
		m.named(m.item(w, "shell.menu.paste", keys.None, still, w.pasting.open), keys.Paste()),
		m.item(w, "shell.menu.sample", keys.Sample, still, w.files.TrySample),
		m.item(w, "shell.menu.template", keys.Template, always, w.files.Template),
		fyne.NewMenuItemSeparator(),
		m.item(w, "shell.menu.change", keys.Change, open, w.howRead.open),
		m.item(w, "shell.menu.export", keys.None, exportable, w.reviewing.exportProblems),
		m.item(w, "shell.menu.exportwebex", keys.Export, func() bool { return w.At() != frame.Export && w.Ready(frame.Export) }, w.exporting.Open),
		m.item(w, "shell.menu.closefile", keys.CloseFile, open, w.files.CloseFile),
		fyne.NewMenuItemSeparator(),
		m.item(w, "shell.menu.settings", keys.Settings, func() bool { return w.Ready(frame.Settings) }, w.setting.open),
		fyne.NewMenuItemSeparator(),
		quit)
}

func (m *menu) edit(w *Window) *fyne.Menu {
	reviewing := func() bool { return w.At() == frame.Review && !w.reviewing.offering() }
	troubled := func() bool { return reviewing() && w.reviewing.screen.Get().Problems() > 0 }
	acceptable := func() bool { return reviewing() && w.flow.Judging.Suggestions() > 0 }
	searching := func() bool {
		return reviewing() || w.At() == frame.Results || w.At() == frame.Past || w.At() == frame.Help || w.At() == frame.Compare
	}
	filtering := func() bool { return reviewing() || w.At() == frame.Compare && w.comparing.Known() }
	done := w.flow.Decisions
	return fyne.NewMenu(phrase.Text("shell.menu.edit"),
		m.step(w, "words.undo", "words.undostep", keys.Undo, done.UndoName, done.Undo),
		m.step(w, "words.redo", "words.redostep", keys.Redo, done.RedoName, done.Redo),
		fyne.NewMenuItemSeparator(),
		m.item(w, "review.fix.accept", keys.Accept, acceptable, done.AcceptSuggestions),
		m.item(w, "shell.menu.fix", keys.Fix, reviewing, func() { w.reviewing.screen.Get().OpenFixes() }),
		m.item(w, "shell.menu.next", keys.NextProblem, troubled, func() { w.reviewing.screen.Get().NextProblem(false) }),
		m.item(w, "shell.menu.previous", keys.PreviousProblem, troubled, func() { w.reviewing.screen.Get().NextProblem(true) }),
		m.item(w, "shell.menu.decide", keys.Decide, func() bool { return reviewing() && w.reviewing.notes.waiting > 0 }, w.reviewing.decide),
		m.item(w, "words.filter.button", keys.Filter, filtering, w.filter),
		m.item(w, "shell.menu.search", keys.Search, searching, w.search))
}

func (m *menu) ways(w *Window) *fyne.Menu {
	ways := fyne.NewMenu(phrase.Text("shell.menu.go"))
	for i, s := range append(frame.Steps(), frame.History) {
		can := func() bool { return w.Ready(s) }
		ways.Items = append(ways.Items, m.item(w, s.Message(), keys.StepOpen+keys.Command(i), can, func() { w.GoTo(s) }))
	}
	ways.Items = append(ways.Items, fyne.NewMenuItemSeparator(),
		m.item(w, "words.continue", keys.Continue, func() bool { return w.bottom.Primary.Can() }, w.bottom.Primary.Press),
		m.item(w, "shell.do.back", keys.Back, func() bool { return w.bottom.Leave() != nil }, w.leavePage))
	return ways
}

func (m *menu) organization(w *Window) *fyne.Menu {
	still := func() bool { return !w.flow.Work.Busy() }
	signable := func() bool { return w.Ready(frame.SignIn) }
	comparable := func() bool { return w.At() != frame.Compare && w.Ready(frame.Compare) }
	return fyne.NewMenu(phrase.Text("shell.step.organization"),
		m.item(w, "compare.title", keys.Compare, comparable, w.comparing.Open),
		m.item(w, "shell.menu.activate", keys.None, func() bool { return w.At() != frame.Activate && w.Ready(frame.Activate) }, w.runs.Activating.Open),
		fyne.NewMenuItemSeparator(),
		m.item(w, "signin.practice.name", keys.None, still, w.signing.usePractice),
		m.item(w, "shell.menu.token", keys.Token, signable, w.signing.askToken),
		m.item(w, "shell.menu.integration", keys.Integration, signable, func() { w.signing.askSignIn(signin.ChoiceIntegration) }),
		m.item(w, "shell.menu.signout", keys.None, w.signing.canSignOut, w.signing.signOut))
}

func (m *menu) help(w *Window) *fyne.Menu {
	return fyne.NewMenu(phrase.Text("shell.menu.help"),
		m.item(w, "shell.menu.guide", keys.Guide, always, w.helping.openHere),
		m.item(w, "keys.title", keys.Sheet, always, w.showKeys),
		m.item(w, "shell.menu.about", keys.None, always, w.showAbout))
}

// item is an item of the menu, with a message. Its shortcut reaches it even while it is
// disabled or a dialog is open; then it does nothing.
func (m *menu) item(w *Window, message string, command keys.Command, can func() bool, do func()) *fyne.MenuItem {
	return m.add(w, command, can, do, func() string { return phrase.Text(message) })
}

// named is an item that says a key which is no shortcut of the menu: a field that has
// the keyboard takes it first.
func (m *menu) named(item *fyne.MenuItem, key keys.Key) *fyne.MenuItem {
	if !nativeMenu {
		m.items[len(m.items)-1].keys = key.Text()
	}
	return item
}

// step is an item for a step that can be taken back or made again. Its label says which.
func (m *menu) step(w *Window, alone, doing string, command keys.Command, name func() string, do func()) *fyne.MenuItem {
	return m.add(w, command, func() bool { return name() != "" }, do, func() string {
		if step := name(); step != "" {
			return phrase.Text(doing, "Step", step)
		}
		return phrase.Text(alone)
	})
}

func (m *menu) add(w *Window, command keys.Command, can func() bool, do func(), name func() string) *fyne.MenuItem {
	item := &menuItem{MenuItem: fyne.NewMenuItem(name(), nil), can: can, name: name}
	all := command.Keys()
	item.Action = func() {
		switch {
		case w.Canvas().Overlays().Top() != nil:
		case len(all) > 0 && w.typedInField(all[0].Shortcut()):
		case can():
			do()
		}
	}
	for i, key := range all {
		switch {
		case i > 0:
			w.Canvas().AddShortcut(key.Shortcut(), func(fyne.Shortcut) { item.Action() })
		case nativeMenu:
			item.Shortcut = key.Shortcut()
		default:
			item.Shortcut, item.keys = keys.Hide(key.Shortcut()), key.Text()
		}
	}
	m.items = append(m.items, item)
	return item.MenuItem
}

// typedInField hands undo and redo to the field that has the keyboard.
func (w *Window) typedInField(shortcut fyne.Shortcut) bool {
	field, focused := w.Canvas().Focused().(interface {
		fyne.Shortcutable
		SelectedText() string
	})
	if !focused {
		return false
	}
	switch shortcut.(type) {
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo:
		field.TypedShortcut(shortcut)
		return true
	}
	return false
}

// show enables the items that can be had now, and lets each say what it would do.
func (m *menu) show() {
	changed := false
	for _, item := range m.items {
		if off := !item.can(); item.Disabled != off {
			item.Disabled, changed = off, true
		}
	}
	for _, list := range m.main.Items {
		changed = m.label(list) || changed
	}
	if changed {
		m.main.Refresh()
	}
}

// label writes what the items of a list say, and says whether anything changed.
func (m *menu) label(list *fyne.Menu) (changed bool) {
	var shown []*menuItem
	var lines []keys.MenuLine
	for _, item := range m.items {
		if slices.Contains(list.Items, item.MenuItem) {
			shown, lines = append(shown, item), append(lines, keys.MenuLine{Name: item.name(), Keys: item.keys})
		}
	}
	for i, label := range keys.Labels(lines) {
		if shown[i].Label != label {
			shown[i].Label, changed = label, true
		}
	}
	return changed
}

// search moves the keyboard to the search field of the screen.
func (w *Window) search() {
	switch w.At() { //nolint:exhaustive // the others have none
	case frame.Review:
		w.reviewing.screen.Get().Search()
	case frame.Help:
		w.helping.page.Get().Search()
	case frame.Compare:
		w.comparing.Search()
	default:
		w.runs.Outcome.Search()
	}
}

// filter opens the filter of the screen.
func (w *Window) filter() {
	if w.At() == frame.Compare {
		w.comparing.OpenFilter()
		return
	}
	w.reviewing.screen.Get().OpenFilter()
}
