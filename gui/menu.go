package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"numberloader/gui/signin"
	"numberloader/internal/phrase"
)

// menu is the main menu. It holds every shortcut, since a shortcut of the canvas
// is lost while a field has the keyboard; a second one for Redo is of the canvas.
type menu struct {
	main  *fyne.MainMenu
	items []guarded
	named []named
}

// named is an item whose label says what it would do.
type named struct {
	item         *fyne.MenuItem
	name         func() string
	alone, doing string // messages: without what it would do, and with it as a Step
}

// guarded is an item that can be had at times.
type guarded struct {
	item *fyne.MenuItem
	can  func() bool
}

func newMenu(w *Window) *menu {
	m := &menu{}
	always := func() bool { return true }
	still := func() bool { return !w.flow.Work.Busy() }
	signable := func() bool { return w.ready(screenSignIn) }
	open := func() bool { return w.flow.File.Table() != nil && still() }
	exportable := func() bool { return w.flow.File.Table() != nil && w.reviewing.screen.Problems() > 0 }
	file := fyne.NewMenu(phrase.Text("shell.menu.file"),
		m.item(w, phrase.Text("shell.menu.open"), control(fyne.KeyO), still, w.files.pick),
		m.item(w, phrase.Text("shell.menu.sample"), control(fyne.KeyT), still, w.files.trySample),
		m.item(w, phrase.Text("shell.menu.template"), control(fyne.KeyB), always, w.files.template),
		fyne.NewMenuItemSeparator(),
		m.item(w, phrase.Text("shell.menu.change"), control(fyne.KeyL), open, w.howRead.open),
		m.item(w, phrase.Text("shell.menu.export"), nil, exportable, w.reviewing.exportProblems),
		m.item(w, phrase.Text("shell.menu.closefile"), control(fyne.KeyW), open, w.files.closeFile),
		fyne.NewMenuItemSeparator(),
		m.item(w, phrase.Text("shell.menu.settings"), control(fyne.KeyComma), func() bool { return w.ready(screenSettings) }, w.setting.open),
		fyne.NewMenuItemSeparator(),
		m.quit(w))
	reviewing := func() bool { return w.current == screenReview && !w.reviewing.offering() }
	troubled := func() bool { return reviewing() && w.reviewing.screen.Problems() > 0 }
	acceptable := func() bool { return reviewing() && w.flow.Judging.Suggestions() > 0 }
	searching := func() bool { return reviewing() || w.current == screenResults || w.current == screenPast }
	done := w.flow.Decisions
	undo := m.item(w, phrase.Text("words.undo"), &fyne.ShortcutUndo{}, func() bool { return done.UndoName() != "" }, done.Undo)
	redo := m.item(w, phrase.Text("words.redo"), &fyne.ShortcutRedo{}, func() bool { return done.RedoName() != "" }, done.Redo)
	m.named = []named{
		{undo, done.UndoName, "words.undo", "words.undostep"},
		{redo, done.RedoName, "words.redo", "words.redostep"},
	}
	w.window.Canvas().AddShortcut(shiftedUndo(), func(fyne.Shortcut) { redo.Action() })
	edit := fyne.NewMenu(phrase.Text("shell.menu.edit"),
		undo, redo,
		fyne.NewMenuItemSeparator(),
		m.item(w, phrase.Text("review.fix.accept"), control(fyne.KeyM), acceptable, w.flow.Decisions.AcceptSuggestions),
		m.item(w, phrase.Text("shell.menu.fix"), control(fyne.KeyE), reviewing, w.reviewing.screen.OpenFixes),
		m.item(w, phrase.Text("shell.menu.next"), plainKey(fyne.KeyF8, 0), troubled, func() { w.reviewing.screen.NextProblem(false) }),
		m.item(w, phrase.Text("shell.menu.previous"), plainKey(fyne.KeyF8, fyne.KeyModifierShift), troubled, func() { w.reviewing.screen.NextProblem(true) }),
		m.item(w, phrase.Text("shell.menu.decide"), plainKey(fyne.KeyF9, 0), reviewing, w.reviewing.decide),
		m.item(w, phrase.Text("review.filter.button"), &desktop.CustomShortcut{KeyName: fyne.KeyF, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift},
			reviewing, w.reviewing.screen.OpenFilter),
		m.item(w, phrase.Text("shell.menu.search"), control(fyne.KeyF), searching, w.search))
	ways := fyne.NewMenu(phrase.Text("shell.menu.go"))
	keys := []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5}
	for i, s := range append(steps(), screenHistory) {
		can := func() bool { return w.ready(s) }
		ways.Items = append(ways.Items, m.item(w, s.title(), control(keys[i]), can, func() { w.show(s) }))
	}
	ways.Items = append(ways.Items, fyne.NewMenuItemSeparator(),
		m.item(w, phrase.Text("words.continue"), control(fyne.KeyReturn), func() bool { return w.bottom.primary.can() }, w.bottom.primary.press),
		m.item(w, phrase.Text("shell.do.back"), &desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierAlt},
			func() bool { return w.bottom.left.can() }, w.bottom.left.press))
	organization := fyne.NewMenu(phrase.Text("shell.step.organization"),
		m.item(w, phrase.Text("signin.practice.name"), nil, still, w.signing.usePractice),
		m.item(w, phrase.Text("shell.menu.token"), control(fyne.KeyK), signable, w.signing.askToken),
		m.item(w, phrase.Text("shell.menu.integration"), control(fyne.KeyI), signable, func() { w.signing.askSignIn(signin.ChoiceIntegration) }),
		m.item(w, phrase.Text("shell.menu.signout"), nil, w.signing.canSignOut, w.signing.signOut))
	help := fyne.NewMenu(phrase.Text("shell.menu.help"), m.item(w, phrase.Text("shell.menu.about"), nil, always, w.showAbout))
	m.main = fyne.NewMainMenu(file, edit, ways, organization, help)
	return m
}

// control is a shortcut with Ctrl, or Command on a Mac.
func control(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

// plainKey is a key that the screen takes by itself; the menu names it.
func plainKey(key fyne.KeyName, held fyne.KeyModifier) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: held}
}

// shiftedUndo is the other usual shortcut for Redo.
func shiftedUndo() *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
}

// item is an item of the menu. Its shortcut reaches it even while it is disabled
// or a dialog is open; then it does nothing.
func (m *menu) item(w *Window, label string, shortcut fyne.Shortcut, can func() bool, do func()) *fyne.MenuItem {
	item := fyne.NewMenuItem(label, func() {
		switch {
		case w.window.Canvas().Overlays().Top() != nil:
		case w.typedInField(shortcut):
		case can():
			do()
		}
	})
	item.Shortcut = shortcut
	m.items = append(m.items, guarded{item, can})
	return item
}

func (m *menu) quit(w *Window) *fyne.MenuItem {
	item := m.item(w, phrase.Text("shell.menu.quit"), control(fyne.KeyQ), func() bool { return true }, w.Close)
	item.IsQuit = true
	return item
}

// typedInField hands undo and redo to the field that has the keyboard.
func (w *Window) typedInField(shortcut fyne.Shortcut) bool {
	field, focused := w.window.Canvas().Focused().(interface {
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

// show enables the items that can be had now.
func (m *menu) show() {
	changed := false
	for _, g := range m.items {
		if off := !g.can(); g.item.Disabled != off {
			g.item.Disabled, changed = off, true
		}
	}
	for _, n := range m.named {
		label := phrase.Text(n.alone)
		if name := n.name(); name != "" {
			label = phrase.Text(n.doing, "Step", name)
		}
		if n.item.Label != label {
			n.item.Label, changed = label, true
		}
	}
	if changed {
		m.main.Refresh()
	}
}

func (s *slot) can() bool { return s.button.Visible() && !s.button.Disabled() }

// search moves the keyboard to the search field of the screen.
func (w *Window) search() {
	if w.current == screenReview {
		w.reviewing.screen.Search()
	} else {
		w.outcome.screen.Search()
	}
}
