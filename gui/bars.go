package gui

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

// rail is the column on the left: the steps, and below them what stands beside them.
type rail struct {
	object fyne.CanvasObject
	steps  []*widgets.StepButton
	beside []*railEntry
}

// railEntry leads to a page that stands beside the steps.
type railEntry struct {
	*widgets.Tappable

	to    screen
	mark  *widgets.Surface
	label *widgets.Text
}

// railGrowth is how much of the growth of the text the rail follows, so that it leaves
// room for the page.
const railGrowth = 0.45

func newRail(goTo func(screen)) *rail {
	r := &rail{}
	column := []fyne.CanvasObject{brand(), widgets.Space(0, 12)}
	for _, s := range steps() {
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
	r.object = widgets.Stack(
		widgets.NewSurface(widgets.Paint{Fill: theme.ColorRail}),
		widgets.Frame(nil, nil, nil, widgets.VerticalHairline(), content))
	return r
}

// beside is a page that stands beside the steps, with its icon.
type beside struct {
	screen screen
	icon   fyne.Resource
}

func besides() []beside {
	return []beside{{screenHistory, fynetheme.HistoryIcon()}, {screenSettings, fynetheme.SettingsIcon()}, {screenHelp, fynetheme.HelpIcon()}}
}

func newRailEntry(to screen, icon fyne.Resource, press func()) *railEntry {
	e := &railEntry{to: to, mark: widgets.NewSurface(widgets.Paint{Radius: theme.Radius}), label: widgets.NewText(to.title(), widgets.Body)}
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
	e.label.Set(e.to.title(), style)
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

func (r *rail) show(p progress, current screen) {
	if current == screenHowRead { // a part of Open
		current = screenOpen
	}
	for i, s := range steps() {
		r.steps[i].Set(p.step(s, current))
	}
	for _, entry := range r.beside {
		entry.show(p.ready(entry.to), entry.to == current.beside())
	}
}

// topBar says what is open and where it goes.
type topBar struct {
	object      fyne.CanvasObject
	title, meta *widgets.Text
	change      *widgets.Link
	chip        *widgets.ChipMenu
	bar         *fyne.Container
}

func newTopBar(on fyne.Canvas, menu func() *fyne.Menu, change func()) *topBar {
	t := &topBar{
		title: widgets.NewText("", widgets.Strong.Shortened()), meta: widgets.NewText("", widgets.Secondary.Shortened()),
		change: widgets.NewLink(phrase.Text("words.change"), change), chip: widgets.NewChipMenu(on, menu),
	}
	t.bar = widgets.HStack(12, t.title, t.meta, t.change, widgets.Spacer(), t.chip.Object())
	t.object = widgets.AtLeast(theme.TopHeight, widgets.Frame(nil, widgets.Hairline(), nil, nil,
		widgets.Inset(7, theme.SideMargin, 7, theme.SideMargin, t.bar)))
	return t
}

func (t *topBar) show(title, meta string, change bool) {
	t.title.SetText(title)
	t.meta.SetText(meta)
	setVisible(t.meta, meta != "")
	setVisible(t.change, change)
	t.bar.Refresh()
}

// action is a button: a label and what it does. Without a label there is none.
type action struct {
	label string
	do    func()
	off   bool // it can't be pressed now; the hint says why
	// leaves says that it does nothing but leave the page, as Escape and Back do.
	leaves bool
}

// bottomState is what the bar at the bottom shows.
type bottomState struct {
	left action // back, cancel, stop
	icon theme.IconName
	hint string
	// explains says that the hint stands beside the buttons at the right.
	explains bool
	side     action // beside the primary one
	primary  action
}

// bottomBar is the bar at the bottom: back, a hint, and what happens next.
type bottomBar struct {
	object              fyne.CanvasObject
	left, side, primary *slot
	icon                *fyne.Container
	hint                *widgets.Text
	before, after       fyne.CanvasObject // push the hint to the right or to the left
	bar                 *fyne.Container
}

// slot is a button whose label and action change.
type slot struct {
	button *widgets.Button
	do     func()
	leaves bool
}

func newSlot(rank widgets.Rank) *slot {
	s := &slot{}
	s.button = widgets.NewButton("", rank, func() { s.press() })
	return s
}

func (s *slot) press() {
	if s.do != nil && s.button.Visible() && !s.button.Disabled() {
		s.do()
	}
}

func (s *slot) set(a action) {
	s.do, s.leaves = a.do, a.leaves
	setVisible(s.button, a.label != "")
	if s.button.Text != a.label {
		s.button.SetText(a.label)
	}
	if s.button.Disabled() != a.off {
		s.button.SetEnabled(!a.off)
	}
}

func newBottomBar() *bottomBar {
	b := &bottomBar{
		left: newSlot(widgets.Usual), side: newSlot(widgets.Usual), primary: newSlot(widgets.Primary),
		icon: widgets.Stack(), hint: widgets.NewText("", widgets.Secondary.Shortened()),
		before: widgets.Spacer(), after: widgets.Spacer(),
	}
	b.bar = widgets.HStack(12, b.left.button, b.before, b.icon, b.hint, b.after, b.side.button, b.primary.button)
	b.object = widgets.AtLeast(theme.BottomHeight, widgets.Frame(widgets.Hairline(), nil, nil, nil,
		widgets.Inset(8, theme.SideMargin, 8, theme.SideMargin, b.bar)))
	return b
}

// leave is the button that leaves the page, nil if there is none now.
func (b *bottomBar) leave() *slot {
	for _, s := range []*slot{b.left, b.primary} {
		if s.leaves && s.can() {
			return s
		}
	}
	return nil
}

// show brings the bar up to date. The hint stands at the left if there is no
// button to the left of it, and else beside what it explains.
func (b *bottomBar) show(state bottomState) {
	b.left.set(state.left)
	b.side.set(state.side)
	b.primary.set(state.primary)
	b.hint.SetText(state.hint)
	b.icon.Objects = nil
	if state.icon != "" {
		b.icon.Objects = []fyne.CanvasObject{widgets.Icon(state.icon, theme.ColorSecondary)}
	}
	setVisible(b.icon, state.icon != "")
	right := state.left.label != "" && (state.primary.label != "" || state.explains)
	setVisible(b.before, right)
	setVisible(b.after, !right)
	b.bar.Refresh()
}

func setVisible(o fyne.CanvasObject, on bool) {
	if on == o.Visible() {
		return
	}
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}
