package review

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/rows"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
)

// place asks for another location for the rows that have the problem of a row.
func (s *Screen) place(row int) {
	misplaced, ok := s.model.Misplaced(row)
	if !ok {
		return
	}
	locations := s.cfg.Locations()
	names := make([]string, len(locations))
	for i, l := range locations {
		names[i] = rows.NameOf(l)
	}
	var popup *widget.PopUp
	leave := func() {
		popup.Hide()
		s.cfg.Canvas.Focus(s.grid)
	}
	choice := widgets.NewChoice(names, -1, func(i int) {
		leave()
		s.cfg.OnPlace(misplaced.Records, locations[i].ID)
	})
	choice.PlaceHolder = "Choose a location"
	cancel := widgets.NewButton("Cancel", widgets.Usual, leave)
	cancel.OnEscape = leave
	content := widgets.VStack(theme.Gap,
		widgets.Sized(editWide, 0, widgets.NewParagraph(misplaced.Question, widgets.Strong)),
		choice.Object(),
		widgets.NewText("Your file stays as it is.", widgets.Caption),
		widgets.HStack(theme.Gap, widgets.Spacer(), cancel))
	popup = s.popUp(row, content)
	s.cfg.Canvas.Focus(choice.Select)
}

// popUp shows something below the cell of a row.
func (s *Screen) popUp(row int, content fyne.CanvasObject) *widget.PopUp {
	popup := widget.NewPopUp(widgets.Inset(editRoom, editRoom, editRoom, editRoom, content), s.cfg.Canvas)
	at, size := s.grid.CellAt(row, ColumnFile)
	popup.ShowAtRelativePosition(at.AddXY(0, size.Height), s.grid)
	return popup
}
