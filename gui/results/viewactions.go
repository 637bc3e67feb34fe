package results

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"numberloader/gui/draw"
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
	s.head = &headLayout{headline: s.headline}
	line := container.New(s.head, s.headline, s.actions)
	return layout.VStack(0,
		layout.Inset(14, theme.SideMargin, 0, theme.SideMargin, layout.AtLeast(theme.Control, line)),
		layout.Inset(8, theme.SideMargin, 10, theme.SideMargin, s.chipRow.Container))
}

// headLayout places the actions right of the headline, or below it where the headline
// would become narrow. Where the headline is not in one line beside all, the actions leave
// that can be spared, and then it is the short one. It remembers the height for the last
// width.
type headLayout struct {
	headline     *draw.Paragraph
	whole, short string              // what it says
	spare        []fyne.CanvasObject // the actions that can be spared
	height       float32
}

// headlineLeast is the least width of a headline beside actions.
const headlineLeast float32 = 300

func (l *headLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	headline, actions := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(headline.Width, actions.Width), max(headline.Height, l.height))
}

func (l *headLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	actions := objects[1]
	l.choose(size.Width-l.wide(l.whole)-theme.GroupGap, actions)
	room := actions.MinSize()
	beside := size.Width - room.Width
	if room.Width > 0 {
		beside -= theme.GroupGap
	}
	l.fit(beside)
	if below := beside < min(headlineLeast, l.wide(l.short)) && room.Width > 0; below {
		l.fit(size.Width)
		height := layout.HeightAt(l.headline, size.Width)
		layout.Put(l.headline, fyne.Position{}, fyne.NewSize(size.Width, height))
		layout.Put(actions, fyne.NewPos(0, height+theme.Gap), room)
		l.height = height + theme.Gap + room.Height
		return
	}
	height := layout.HeightAt(l.headline, beside)
	l.height = max(height, room.Height)
	layout.Put(l.headline, fyne.NewPos(0, (l.height-height)/2), fyne.NewSize(beside, height))
	layout.Put(actions, fyne.NewPos(size.Width-room.Width, (l.height-room.Height)/2), room)
}

// fit says the headline that takes one line in a room, if one does.
func (l *headLayout) fit(room float32) {
	if l.wide(l.whole) > room && l.wide(l.short) <= room {
		l.say(l.short)
		return
	}
	l.say(l.whole)
}

func (l *headLayout) say(text string) {
	if text != l.headline.Text() {
		l.headline.Set(draw.Span{Text: text, Style: draw.Heading})
	}
}

// wide is how wide a headline is in one line.
func (l *headLayout) wide(text string) float32 { return draw.Heading.Width(text, l.headline.Theme()) }

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
