package review

import (
	"fyne.io/fyne/v2"

	"numberloader/gui/draw"
	"numberloader/gui/filter"
	"numberloader/gui/layout"
	"numberloader/gui/review/judged"
	"numberloader/internal/phrase"
)

// chipBar is the row of the chips.
type chipBar struct {
	screen *Screen

	all     map[judged.Chip]*filter.Chip
	apart   fyne.CanvasObject // the line in front of the last chip
	chipRow *filter.ChipRow
}

func newChipBar(s *Screen, end fyne.CanvasObject) *chipBar {
	b := &chipBar{screen: s, all: map[judged.Chip]*filter.Chip{}, apart: draw.VerticalHairline()}
	var row []fyne.CanvasObject
	for _, c := range judged.AllChips() {
		b.all[c] = filter.NewChip(s.look.chipIcon(c), s.model.ChipLabel(c), func() { s.Choose(c) })
		if c == judged.ChipAside {
			row = append(row, b.apart)
		}
		row = append(row, b.all[c])
	}
	b.chipRow = filter.NewChipRow(end, row...)
	var leaving []fyne.CanvasObject
	for _, c := range judged.LeavingChips() {
		leaving = append(leaving, b.all[c])
	}
	b.chipRow.SetLeaving(leaving...)
	return b
}

func (b *chipBar) show() {
	listed := map[judged.Chip]bool{}
	for _, c := range b.screen.model.Chips() {
		listed[c] = true
	}
	chosen, single := b.screen.model.Chosen()
	for c, chip := range b.all {
		chip.Set(b.screen.model.ChipLabel(c), phrase.Count(b.screen.model.ShownIn(c)), single && c == chosen)
		layout.SetVisible(chip, listed[c])
	}
	layout.SetVisible(b.apart, listed[judged.ChipAside] || listed[judged.ChipOver])
	b.chipRow.Refresh()
}
