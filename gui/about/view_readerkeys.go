package about

import (
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"numberloader/internal/phrase"
)

// rowsOfAKey is how many rows an arrow key moves the text by.
const rowsOfAKey = 2

// TypedKey moves the text as keys do everywhere.
func (r *reader) TypedKey(key *fyne.KeyEvent) {
	page := r.scroll.Size().Height - r.tall
	by, moves := map[fyne.KeyName]float32{
		fyne.KeyUp: -rowsOfAKey * r.tall, fyne.KeyDown: rowsOfAKey * r.tall,
		fyne.KeyPageUp: -page, fyne.KeyPageDown: page, fyne.KeySpace: page,
		fyne.KeyHome: -r.height(), fyne.KeyEnd: r.height(),
	}[key.Name]
	switch {
	case moves:
		r.scrollBy(by)
	case key.Name == fyne.KeyEscape:
		r.onEscape()
	}
}

// scrollBy moves the text, within its bounds.
func (r *reader) scrollBy(by float32) {
	most := max(0, r.Size().Height-r.scroll.Size().Height)
	r.scroll.ScrollToOffset(fyne.NewPos(0, max(0, min(r.scroll.Offset.Y+by, most))))
	r.draw()
}

// TypedRune does nothing.
func (r *reader) TypedRune(rune) {}

// FocusGained shows that the text has the keyboard.
func (r *reader) FocusGained() { r.showRing(true) }

// FocusLost clears the highlight.
func (r *reader) FocusLost() { r.showRing(false) }

// TypedShortcut copies what is selected, or selects everything.
func (r *reader) TypedShortcut(shortcut fyne.Shortcut) {
	switch shortcut.(type) {
	case *fyne.ShortcutCopy:
		r.copySelected()
	case *fyne.ShortcutSelectAll:
		r.selectAll()
	}
}

func (r *reader) copySelected() {
	if text := selected(r.rows, r.from, r.to); text != "" {
		r.onCopy(text)
	}
}

func (r *reader) selectAll() {
	r.from, r.to = place{}, r.end()
	r.draw()
}

// end is the place behind the last letter.
func (r *reader) end() place {
	if len(r.rows) == 0 {
		return place{}
	}
	last := len(r.rows) - 1
	return place{last, len([]rune(r.rows[last].text))}
}

// at is the place under a position.
func (r *reader) at(pos fyne.Position) place {
	i := int((pos.Y - readerPad) / r.tall)
	switch {
	case len(r.rows) == 0 || pos.Y < readerPad:
		return place{}
	case i >= len(r.rows):
		return r.end()
	}
	letters := []rune(r.rows[i].text)
	x := pos.X - readerSide
	letter := sort.Search(len(letters), func(n int) bool {
		return (r.width(string(letters[:n]))+r.width(string(letters[:n+1])))/2 > x
	})
	return place{i, letter}
}

// Cursor is that of text.
func (r *reader) Cursor() desktop.Cursor { return desktop.TextCursor }

// MouseDown begins to select, or goes on with Shift.
func (r *reader) MouseDown(e *desktop.MouseEvent) {
	r.canvas.Focus(r)
	if e.Button != desktop.MouseButtonPrimary {
		return
	}
	r.to = r.at(e.Position)
	if e.Modifier&fyne.KeyModifierShift == 0 {
		r.from = r.to
	}
	r.draw()
}

// MouseUp does nothing: what was selected stays.
func (r *reader) MouseUp(*desktop.MouseEvent) {}

// Dragged selects up to the pointer, and moves the text when the pointer leaves
// what is seen of it.
func (r *reader) Dragged(e *fyne.DragEvent) {
	r.to = r.at(e.Position)
	seen := e.Position.Y - r.scroll.Offset.Y
	switch bottom := r.scroll.Size().Height; {
	case seen < 0:
		r.scrollBy(seen)
	case seen > bottom:
		r.scrollBy(seen - bottom)
	default:
		r.draw()
	}
}

// DragEnd does nothing: what was selected stays.
func (r *reader) DragEnd() {}

// TappedSecondary offers what can be done with the text.
func (r *reader) TappedSecondary(e *fyne.PointEvent) {
	copyIt := fyne.NewMenuItem(phrase.Text("words.copy"), r.copySelected)
	copyIt.Disabled = r.from == r.to
	menu := fyne.NewMenu("", copyIt, fyne.NewMenuItem(phrase.Text("about.selectall"), r.selectAll))
	widget.ShowPopUpMenuAtPosition(menu, r.canvas, e.AbsolutePosition)
}
