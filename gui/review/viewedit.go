package review

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/theme"
	"numberloader/gui/widgets"
)

const (
	editWide float32 = 320 // of the field
	editRoom float32 = 16  // around it
)

// edit opens a small editor over the cell of a row.
func (s *Screen) edit(row int) {
	record, cell, text, ok := s.model.Record(row)
	if !ok {
		return
	}
	prior := s.cfg.Decision(record)
	if prior.Text != nil {
		text = *prior.Text
	}
	var popup *widget.PopUp
	leave := func() {
		popup.Hide()
		s.cfg.Canvas.Focus(s.grid)
	}
	entry := newCellEntry(text, leave)
	keep := func() {
		leave()
		if entry.Text != text {
			s.cfg.OnDecide(record, Retype(prior, entry.Text))
		}
	}
	entry.OnSubmitted = func(string) { keep() }
	buttons := widgets.HStack(theme.Gap, widgets.Spacer(),
		widgets.NewButton("Cancel", widgets.Usual, leave), widgets.NewButton("Keep", widgets.Primary, keep))
	content := widgets.VStack(theme.Gap,
		widgets.NewText("What should "+cell+" say?", widgets.Strong),
		widgets.Sized(editWide, 0, entry),
		widgets.NewText("Your file stays as it is.", widgets.Caption),
		buttons)
	popup = s.popUp(row, content)
	s.cfg.Canvas.Focus(entry)
}

// cellEntry is the field of the editor. Escape leaves it.
type cellEntry struct {
	widget.Entry

	onEscape func()
}

func newCellEntry(text string, onEscape func()) *cellEntry {
	e := &cellEntry{onEscape: onEscape}
	e.Text, e.CursorColumn = text, len([]rune(text))
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey leaves the editor on Escape.
func (e *cellEntry) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape {
		e.onEscape()
		return
	}
	e.Entry.TypedKey(key)
}
