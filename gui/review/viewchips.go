package review

import (
	"fyne.io/fyne/v2"

	"numberloader/gui/review/worklist"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

// chipBar is the row of the chips and the search field.
type chipBar struct {
	screen *Screen

	all     map[worklist.Chip]*widgets.Chip
	apart   fyne.CanvasObject // the line in front of the last chip
	search  *widgets.Search
	chipRow *widgets.ChipRow
}

func newChipBar(s *Screen) *chipBar {
	b := &chipBar{
		screen: s, all: map[worklist.Chip]*widgets.Chip{}, apart: widgets.VerticalHairline(),
		search: widgets.NewSearch(phrase.Text("words.search")),
	}
	b.search.Focus = s.cfg.Canvas.Focus
	b.search.OnChanged = func(text string) { s.change(func() { s.model.Search(text) }) }
	b.search.OnKey = s.searchKey
	var row []fyne.CanvasObject
	for _, c := range worklist.AllChips() {
		b.all[c] = widgets.NewChip(s.look.chipIcon(c), s.model.ChipLabel(c), func() { s.Choose(c) })
		if c == worklist.ChipOver {
			row = append(row, b.apart)
		}
		row = append(row, b.all[c])
	}
	b.chipRow = widgets.NewChipRow(b.search, row...)
	return b
}

func (b *chipBar) show() {
	listed := map[worklist.Chip]bool{}
	for _, c := range b.screen.model.Chips() {
		listed[c] = true
	}
	chosen, single := b.screen.model.Chosen()
	for c, chip := range b.all {
		chip.Set(b.screen.model.ChipLabel(c), phrase.Count(b.screen.model.Count(c)), single && c == chosen)
		widgets.SetVisible(chip, listed[c])
	}
	b.chipRow.Refresh()
}
