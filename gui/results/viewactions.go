package results

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"numberloader/gui/layout"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
)

// Action is something that can be done with the run, as a button.
type Action struct {
	Label string
	Icon  fyne.Resource // may be nil
	Quiet bool          // it steps back behind the others
	Spare bool          // a menu has it, too: it leaves where it costs the headline a line
	Do    func()
}

// setActions shows actions as buttons.
func (s *Screen) setActions(actions []Action) {
	s.actions.Objects, s.head.spare = nil, nil
	for _, a := range actions {
		rank := widgets.Usual
		if a.Quiet {
			rank = widgets.Plain
		}
		button := widgets.NewButton(a.Label, rank, a.Do)
		if a.Icon != nil {
			button.SetIcon(a.Icon)
		}
		s.actions.Add(button)
		if a.Spare {
			s.head.spare = append(s.head.spare, button)
		}
	}
}

// above is what stands above the grid: the headline with the actions, and chips.
func (s *Screen) above() fyne.CanvasObject {
	s.head = &headLayout{wanted: s.headline.Wanted}
	line := container.New(s.head, s.headline, s.actions)
	return layout.VStack(0,
		layout.Inset(14, theme.SideMargin, 0, theme.SideMargin, layout.AtLeast(theme.Control, line)),
		layout.Inset(8, theme.SideMargin, 10, theme.SideMargin, s.chipRow.Container))
}

// headLayout places the actions right of the headline, or below it where the
// headline would become narrow. Those that can be spared leave if the headline is not
// in one line beside all. It remembers the height for the last width.
type headLayout struct {
	wanted func() float32      // the width of the headline in one line
	spare  []fyne.CanvasObject // the actions that can be spared
	height float32
}

// headlineLeast is the least width of a headline beside actions.
const headlineLeast float32 = 300

func (l *headLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	headline, actions := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(headline.Width, actions.Width), max(headline.Height, l.height))
}

func (l *headLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	headline, actions := objects[0], objects[1]
	l.choose(size.Width-l.wanted()-theme.GroupGap, actions)
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

// choose shows the actions that can be spared if all have room.
func (l *headLayout) choose(room float32, actions fyne.CanvasObject) {
	all := actions.MinSize().Width
	for _, o := range l.spare {
		if !o.Visible() {
			all += theme.Gap + o.MinSize().Width
		}
	}
	for _, o := range l.spare {
		layout.SetVisible(o, all <= room)
	}
}
