package review

import (
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/press"
	"numberloader/gui/review/worklist"
	"numberloader/gui/rows"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

const (
	placeWide  float32 = 460 // of the question, for names of locations with what they do not take
	placeSeen          = 7   // locations at once
	placeLeast         = 2   // where there is less room
	placeRoom  float32 = 16  // around the question
)

// placing asks for another location for the rows that have the problem of a row.
type placing struct {
	screen    *Screen
	misplaced worklist.Misplaced
	locations []number.Location

	chosen int // of the locations, -1 for none
	picker *widgets.Picker
	popup  *widget.PopUp
}

// place asks for another location for the rows that have the problem of a row.
func (c *cells) place(row int) {
	misplaced, ok := c.screen.model.Misplaced(row)
	if !ok {
		return
	}
	c.screen.grid.MoveTo(row)
	p := &placing{screen: c.screen, misplaced: misplaced, locations: c.screen.cfg.Work.Locations(), chosen: -1}
	on := c.screen.cfg.Canvas
	for seen := placeSeen; seen >= placeLeast; seen-- {
		p.build(seen)
		if p.popup.MinSize().Height <= on.Size().Height-2*theme.Gap {
			break
		}
	}
	at, size := c.screen.grid.CellAt(row, worklist.ColumnFile)
	widgets.DropAt(p.popup, on, press.PlaceOf(on, c.screen.grid).Add(at).AddXY(0, size.Height))
	on.Focus(p.picker.First())
}

// build makes the question with so many locations that are seen at once.
func (p *placing) build(seen int) {
	use := widgets.NewButton(phrase.Text("review.place.use"), widgets.Primary, p.use)
	use.Disable()
	p.picker = widgets.NewPicker(rows.NamesOf(p.locations), seen, phrase.Text("review.place.find"))
	p.picker.OnChange = func(i int, _ string) {
		p.chosen = i
		use.SetEnabled(i >= 0 && i < len(p.locations))
	}
	p.picker.OnEscape = p.leave
	p.picker.OnTake = func() {
		if !use.Disabled() {
			use.OnTapped()
		}
	}
	cancel := widgets.NewButton(phrase.Text("words.cancel"), widgets.Usual, p.leave)
	use.OnEscape, cancel.OnEscape = p.leave, p.leave
	on := p.screen.cfg.Canvas
	content := layout.Sized(min(draw.Larger(placeWide), on.Size().Width-4*placeRoom), 0, layout.VStack(theme.Gap,
		draw.NewParagraph(p.misplaced.Question, draw.Strong),
		p.picker.Object(),
		draw.NewText(phrase.Text("review.place.safe"), draw.Caption),
		layout.HStack(theme.Gap, layout.Spacer(), cancel, use)))
	content.Resize(content.MinSize()) // so that the question is as tall as its lines
	p.popup = widget.NewPopUp(layout.Inset(placeRoom, placeRoom, placeRoom, placeRoom, content), on)
}

// use gives the rows the location that is chosen.
func (p *placing) use() {
	p.leave()
	p.screen.model.Place(p.misplaced, p.locations[p.chosen].ID)
}

func (p *placing) leave() {
	p.popup.Hide()
	p.screen.cfg.Canvas.Focus(p.screen.grid)
}
