package frame

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

// Rail is the column on the left: the steps, and below them what stands beside them.
type Rail struct {
	Object fyne.CanvasObject // the rail as it is drawn

	steps  []*widgets.StepButton
	beside []*railEntry
	top    fyne.CanvasObject // the program's mark and name
	name   fyne.CanvasObject // of the program
	slim   bool              // only circles and icons are shown
}

// railEntry leads to a page that stands beside the steps.
type railEntry struct {
	*widgets.Tappable

	to    Screen
	mark  *draw.Surface
	label *draw.Text
	words fyne.CanvasObject   // the label
	sides []fyne.CanvasObject // push the icon into the middle where it stands alone
}

// railGrowth is how much of the growth of the text the rail follows, so that it leaves
// room for the page.
const railGrowth = 0.45

// roomyWidth is how wide a window is at least that has room for the names in the rail; it
// grows with the text.
const roomyWidth float32 = 600

// SetRoom says how wide the window is. In one that is small for its text the rail has
// circles and icons only, since the page needs the room; the menus have the names.
func (r *Rail) SetRoom(width float32) {
	slim := width < roomyWidth*draw.Scale()
	if r.slim == slim {
		return
	}
	r.slim = slim
	layout.SetVisible(r.name, !slim)
	for _, s := range r.steps {
		s.SetSlim(slim)
	}
	for _, e := range r.beside {
		layout.SetVisible(e.words, !slim)
		for _, side := range e.sides {
			layout.SetVisible(side, slim)
		}
	}
}

// railLayout is as wide as the rail is now: at least as the name of the program.
type railLayout struct{ rail *Rail }

func (l railLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := 2*theme.Gap + widgets.StepWide()
	if !l.rail.slim {
		width = max(l.rail.top.MinSize().Width, (theme.RailWidth-theme.Hair)*(1+railGrowth*(draw.Scale()-1)))
	}
	return fyne.NewSize(width, objects[0].MinSize().Height)
}

func (railLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	layout.Put(objects[0], fyne.Position{}, size)
}

// NewRail makes the rail; goTo is told where the user wants to go.
func NewRail(goTo func(Screen)) *Rail {
	r := &Rail{}
	r.brand()
	column := []fyne.CanvasObject{r.top, layout.Space(0, 12)}
	for _, s := range Steps() {
		step := widgets.NewStepButton(func() { goTo(s) })
		r.steps = append(r.steps, step)
		column = append(column, layout.Inset(0, theme.Gap, 0, theme.Gap, step))
	}
	column = append(column, layout.Spacer())
	for _, s := range besides() {
		entry := newRailEntry(s.screen, s.icon, func() { goTo(s.screen) })
		r.beside = append(r.beside, entry)
		column = append(column, layout.Inset(0, theme.Gap, 0, theme.Gap, entry))
	}
	column = append(column, layout.Space(0, 12))
	content := container.New(railLayout{r}, layout.Page(layout.VStack(0, column...)))
	r.Object = layout.Stack(
		draw.NewSurface(draw.Paint{Fill: theme.ColorRail}),
		layout.Frame(nil, nil, nil, draw.VerticalHairline(), content))
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
	e := &railEntry{to: to, mark: draw.NewSurface(draw.Paint{Radius: theme.Radius}), label: draw.NewText(to.Title(), draw.Body)}
	e.words, e.sides = layout.Inset(0, 0, 0, 12, e.label), []fyne.CanvasObject{layout.Spacer(), layout.Spacer()}
	for _, side := range e.sides {
		side.Hide()
	}
	mark := draw.Grown(draw.Picture(theme.Colored(icon, theme.ColorSecondary), 18))
	line := layout.Inset(0, 10, 0, 10, layout.HStack(0, e.sides[0], mark, e.words, e.sides[1]))
	e.Tappable = widgets.NewTappable(layout.AtLeast(theme.Control, layout.Stack(e.mark, line)), theme.Radius, press)
	return e
}

// show draws the entry; current says that its page is shown.
func (e *railEntry) show(ready, current bool) {
	if ready {
		e.Enable()
	} else {
		e.Disable()
	}
	fill, style := theme.ColorNone, draw.Body
	if current {
		fill, style = fynetheme.ColorNameSelection, draw.Strong
	}
	e.mark.Set(draw.Paint{Fill: fill, Radius: theme.Radius})
	e.label.Set(e.to.Title(), style)
}

// brand makes the program's mark and name.
func (r *Rail) brand() {
	square := draw.NewSurface(draw.Paint{Fill: theme.ColorPrimary, Radius: theme.Radius})
	lines := draw.Picture(theme.Icon(theme.IconMark, fynetheme.ColorNameForegroundOnPrimary), 24)
	mark := layout.Sized(24, 24, layout.Stack(square, lines))
	name := layout.VStack(0, layout.Spacer(), draw.NewText(phrase.Text("about.name"), draw.Strong), layout.Spacer())
	r.name = layout.Inset(0, 0, 0, 10, name)
	r.top = layout.AtLeast(theme.TopHeight, layout.Inset(0, theme.Gap, 0, 16,
		layout.Frame(nil, nil, layout.HStack(0, mark), nil, r.name)))
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
