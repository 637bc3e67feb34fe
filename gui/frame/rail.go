package frame

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

// Rail is the column on the left: the steps, and below them what stands beside them.
type Rail struct {
	Object fyne.CanvasObject // the rail as it is drawn

	steps  []*widgets.StepButton
	beside []*railEntry
}

// railEntry leads to a page that stands beside the steps.
type railEntry struct {
	*widgets.Tappable

	to    Screen
	mark  *widgets.Surface
	label *widgets.Text
}

// railGrowth is how much of the growth of the text the rail follows, so that it leaves
// room for the page.
const railGrowth = 0.45

// NewRail makes the rail; goTo is told where the user wants to go.
func NewRail(goTo func(Screen)) *Rail {
	r := &Rail{}
	column := []fyne.CanvasObject{brand(), widgets.Space(0, 12)}
	for _, s := range Steps() {
		step := widgets.NewStepButton(func() { goTo(s) })
		r.steps = append(r.steps, step)
		column = append(column, widgets.Inset(0, theme.Gap, 0, theme.Gap, step))
	}
	column = append(column, widgets.Spacer())
	for _, s := range besides() {
		entry := newRailEntry(s.screen, s.icon, func() { goTo(s.screen) })
		r.beside = append(r.beside, entry)
		column = append(column, widgets.Inset(0, theme.Gap, 0, theme.Gap, entry))
	}
	column = append(column, widgets.Space(0, 12))
	content := widgets.WideBy(theme.RailWidth-1, railGrowth, widgets.Page(widgets.VStack(0, column...)))
	r.Object = widgets.Stack(
		widgets.NewSurface(widgets.Paint{Fill: theme.ColorRail}),
		widgets.Frame(nil, nil, nil, widgets.VerticalHairline(), content))
	return r
}

// beside is a page that stands beside the steps, with its icon.
type beside struct {
	screen Screen
	icon   fyne.Resource
}

func besides() []beside {
	return []beside{{History, fynetheme.HistoryIcon()}, {Settings, fynetheme.SettingsIcon()}, {Help, fynetheme.HelpIcon()}}
}

func newRailEntry(to Screen, icon fyne.Resource, press func()) *railEntry {
	e := &railEntry{to: to, mark: widgets.NewSurface(widgets.Paint{Radius: theme.Radius}), label: widgets.NewText(to.Title(), widgets.Body)}
	line := widgets.Inset(0, 10, 0, 10, widgets.HStack(12, widgets.Grown(widgets.Picture(theme.Colored(icon, theme.ColorSecondary), 18)), e.label))
	e.Tappable = widgets.NewTappable(widgets.AtLeast(theme.Control, widgets.Stack(e.mark, line)), theme.Radius, press)
	return e
}

// show draws the entry; current says that its page is shown.
func (e *railEntry) show(ready, current bool) {
	if ready {
		e.Enable()
	} else {
		e.Disable()
	}
	fill, style := theme.ColorNone, widgets.Body
	if current {
		fill, style = fynetheme.ColorNameSelection, widgets.Strong
	}
	e.mark.Set(widgets.Paint{Fill: fill, Radius: theme.Radius})
	e.label.Set(e.to.Title(), style)
}

// brand is the program's mark and name.
func brand() fyne.CanvasObject {
	square := widgets.NewSurface(widgets.Paint{Fill: theme.ColorPrimary, Radius: theme.Radius})
	lines := widgets.Picture(theme.Icon(theme.IconMark, fynetheme.ColorNameForegroundOnPrimary), 24)
	mark := widgets.Sized(24, 24, widgets.Stack(square, lines))
	name := widgets.VStack(0, widgets.Spacer(), widgets.NewParagraph(phrase.Text("about.name"), widgets.Strong), widgets.Spacer())
	return widgets.AtLeast(theme.TopHeight, widgets.Inset(0, 16, 0, 16,
		widgets.Frame(nil, nil, widgets.HStack(0, mark), nil, widgets.Inset(0, 0, 0, 10, name))))
}

// Show brings the rail up to date: how everything stands, and which screen is shown.
func (r *Rail) Show(p Progress, current Screen) {
	if current == HowRead { // a part of Open
		current = Open
	}
	for i, s := range Steps() {
		r.steps[i].Set(p.step(s, current))
	}
	for _, entry := range r.beside {
		entry.show(p.Ready(entry.to), entry.to == current.beside())
	}
}
