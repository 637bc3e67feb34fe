package results

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"numberloader/gui/theme"
	"numberloader/gui/widgets"
)

// Action is something that can be done with the run, as a button.
type Action struct {
	Label string
	Icon  fyne.Resource // may be nil
	Quiet bool          // it steps back behind the others
	Do    func()
}

func buttons(actions []Action) []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, a := range actions {
		rank := widgets.Usual
		if a.Quiet {
			rank = widgets.Plain
		}
		button := widgets.NewButton(a.Label, rank, a.Do)
		if a.Icon != nil {
			button.SetIcon(a.Icon)
		}
		all = append(all, button)
	}
	return all
}

// head is what stands above the grid: the headline with the actions, and chips.
func head(headline, actions, chips fyne.CanvasObject) fyne.CanvasObject {
	line := container.New(&headLayout{}, headline, actions)
	return widgets.VStack(0,
		widgets.Inset(14, theme.SideMargin, 0, theme.SideMargin, widgets.AtLeast(theme.Control, line)),
		widgets.Inset(8, theme.SideMargin, 10, theme.SideMargin, chips))
}

// headLayout places the actions right of the headline, or below it where the
// headline would become narrow. It remembers the height for the last width.
type headLayout struct{ height float32 }

// headlineLeast is the least width of a headline beside actions.
const headlineLeast float32 = 300

func (l *headLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	headline, actions := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(headline.Width, actions.Width), max(headline.Height, l.height))
}

func (l *headLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	headline, actions := objects[0], objects[1]
	room := actions.MinSize()
	beside := size.Width - room.Width
	if room.Width > 0 {
		beside -= theme.GroupGap
	}
	if below := beside < headlineLeast && room.Width > 0; below {
		headline.Resize(fyne.NewSize(size.Width, headline.MinSize().Height))
		height := headline.MinSize().Height
		headline.Move(fyne.NewPos(0, 0))
		actions.Move(fyne.NewPos(0, height+theme.Gap))
		actions.Resize(room)
		l.height = height + theme.Gap + room.Height
		return
	}
	headline.Resize(fyne.NewSize(beside, headline.MinSize().Height))
	l.height = max(headline.MinSize().Height, room.Height)
	headline.Resize(fyne.NewSize(beside, headline.MinSize().Height))
	headline.Move(fyne.NewPos(0, (l.height-headline.MinSize().Height)/2))
	actions.Move(fyne.NewPos(size.Width-room.Width, (l.height-room.Height)/2))
	actions.Resize(room)
}
