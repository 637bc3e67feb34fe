package review

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/review/worklist"
	"numberloader/gui/rows"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

const (
	placeWide float32 = 340 // of the question
	placeSeen         = 7   // locations at once
	placeRoom float32 = 16  // around the question
)

// place asks for another location for the rows that have the problem of a row.
func (c *cells) place(row int) {
	misplaced, ok := c.screen.model.Misplaced(row)
	if !ok {
		return
	}
	c.screen.grid.MoveTo(row)
	locations := c.screen.cfg.Work.Locations()
	var popup *widget.PopUp
	leave := func() {
		popup.Hide()
		c.screen.cfg.Canvas.Focus(c.screen.grid)
	}
	chosen := -1
	use := widgets.NewButton(phrase.Text("review.place.use"), widgets.Primary, func() {
		leave()
		c.screen.model.Place(misplaced, locations[chosen].ID)
	})
	use.Disable()
	picker := widgets.NewPicker(rows.NamesOf(locations), placeSeen, phrase.Text("review.place.find"))
	picker.OnChange = func(i int, _ string) {
		chosen = i
		use.SetEnabled(i >= 0 && i < len(locations))
	}
	picker.OnEscape = leave
	picker.OnTake = func() {
		if !use.Disabled() {
			use.OnTapped()
		}
	}
	cancel := widgets.NewButton(phrase.Text("words.cancel"), widgets.Usual, leave)
	use.OnEscape, cancel.OnEscape = leave, leave
	content := layout.Sized(placeWide, 0, layout.VStack(theme.Gap,
		draw.NewParagraph(misplaced.Question, draw.Strong),
		picker.Object(),
		draw.NewText(phrase.Text("review.place.safe"), draw.Caption),
		layout.HStack(theme.Gap, layout.Spacer(), cancel, use)))
	popup = widget.NewPopUp(layout.Inset(placeRoom, placeRoom, placeRoom, placeRoom, content), c.screen.cfg.Canvas)
	at, size := c.screen.grid.CellAt(row, worklist.ColumnFile)
	lowest := c.screen.grid.Size().Height - popup.MinSize().Height
	popup.ShowAtRelativePosition(fyne.NewPos(max(at.X, 0), min(at.Y+size.Height, lowest)), c.screen.grid)
	c.screen.cfg.Canvas.Focus(picker.First())
}
