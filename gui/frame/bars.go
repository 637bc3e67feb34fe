package frame

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

// Top says what is open and where it goes.
type Top struct {
	Object fyne.CanvasObject // the bar as it is drawn
	Chip   *widgets.ChipMenu // the organization

	title, meta *draw.Text
	change      *widgets.Link
	bar         *fyne.Container
	shown       topState
}

// topState is what the bar on top shows.
type topState struct {
	title, meta string
	change      bool
}

// NewTop makes the bar; menu is that of the organization, and change asks how the file
// is read.
func NewTop(on fyne.Canvas, menu func() *fyne.Menu, change func()) *Top {
	t := &Top{
		title: draw.NewText("", draw.Strong.Shortened()), meta: draw.NewText("", draw.Secondary.Shortened()),
		change: widgets.NewLink(phrase.Text("words.change"), change), Chip: widgets.NewChipMenu(on, menu),
	}
	t.bar = layout.HStack(12, t.title, t.meta, t.change, layout.Spacer(), t.Chip.Object())
	t.Object = layout.AtLeast(theme.TopHeight, layout.Frame(nil, draw.Hairline(), nil, nil,
		layout.Inset(7, theme.SideMargin, 7, theme.SideMargin, t.bar)))
	return t
}

// Show brings the bar up to date: what is open, what is said of it, and whether it can be
// read otherwise.
func (t *Top) Show(title, meta string, change bool) {
	now := topState{title, meta, change}
	if now == t.shown {
		return
	}
	t.shown = now
	t.title.SetText(title)
	t.meta.SetText(meta)
	setVisible(t.meta, meta != "")
	setVisible(t.change, change)
	t.bar.Refresh()
}

// Action is a button: a label and what it does. Without a label there is none.
type Action struct {
	Label string
	Do    func() // what it does
	Off   bool   // it can't be pressed now; the hint says why
	// Leaves says that it does nothing but leave the page, as Escape and Back do.
	Leaves bool
}

// State is what the bar at the bottom shows.
type State struct {
	Left Action // back, cancel, stop
	Icon theme.IconName
	Hint string // what is to be known before the buttons are pressed
	// Explains says that the hint stands beside the buttons at the right.
	Explains bool
	Side     Action // beside the primary one
	Primary  Action // what is most likely done next
}

// Bottom is the bar at the bottom: back, a hint, and what happens next.
type Bottom struct {
	Object              fyne.CanvasObject // the bar as it is drawn
	Left, Side, Primary *Slot             // its buttons, as in State

	icon          *fyne.Container
	hint          *draw.Text
	before, after fyne.CanvasObject // push the hint to the right or to the left
	bar           *fyne.Container
	shown         looks
}

// looks is what is seen of a state.
type looks struct {
	left, side, primary look
	icon                theme.IconName
	hint                string
	explains            bool
}

// look is what is seen of an action.
type look struct {
	label string
	off   bool
}

func (s State) looks() looks {
	return looks{s.Left.look(), s.Side.look(), s.Primary.look(), s.Icon, s.Hint, s.Explains}
}

func (a Action) look() look { return look{a.Label, a.Off} }

// Slot is a button whose label and action change.
type Slot struct {
	Button *widgets.Button // as it is drawn

	do     func()
	leaves bool
}

func newSlot(rank widgets.Rank) *Slot {
	s := &Slot{}
	s.Button = widgets.NewButton("", rank, func() { s.Press() })
	return s
}

// Can says that the button is there and can be pressed.
func (s *Slot) Can() bool { return s.Button.Visible() && !s.Button.Disabled() }

// Press does what the button does now, if it can be pressed.
func (s *Slot) Press() {
	if s.do != nil && s.Can() {
		s.do()
	}
}

func (s *Slot) set(a Action) {
	s.do, s.leaves = a.Do, a.Leaves
	setVisible(s.Button, a.Label != "")
	if s.Button.Text != a.Label {
		s.Button.SetText(a.Label)
	}
	if s.Button.Disabled() != a.Off {
		s.Button.SetEnabled(!a.Off)
	}
}

// NewBottom makes the bar.
func NewBottom() *Bottom {
	b := &Bottom{
		Left: newSlot(widgets.Usual), Side: newSlot(widgets.Usual), Primary: newSlot(widgets.Primary),
		icon: layout.Stack(), hint: draw.NewText("", draw.Secondary.Shortened()),
		before: layout.Spacer(), after: layout.Spacer(),
	}
	b.bar = container.New(&bottomLayout{bar: b}, b.Left.Button, b.before, b.icon, b.hint, b.after, b.Side.Button, b.Primary.Button)
	b.Object = layout.AtLeast(theme.BottomHeight, layout.Frame(draw.Hairline(), nil, nil, nil,
		layout.Inset(8, theme.SideMargin, 8, theme.SideMargin, b.bar)))
	b.arrange(looks{})
	return b
}

// Leave is the button that leaves the page, nil if there is none now.
func (b *Bottom) Leave() *Slot {
	for _, s := range []*Slot{b.Left, b.Primary} {
		if s.leaves && s.Can() {
			return s
		}
	}
	return nil
}

// Show brings the bar up to date.
func (b *Bottom) Show(state State) {
	b.Left.set(state.Left)
	b.Side.set(state.Side)
	b.Primary.set(state.Primary)
	if now := state.looks(); now != b.shown {
		b.arrange(now)
	}
}

// arrange places what is seen. The hint stands at the left if there is no button to the
// left of it, and else beside what it explains.
func (b *Bottom) arrange(now looks) {
	b.shown = now
	b.hint.SetText(now.hint)
	b.icon.Objects = nil
	if now.icon != "" {
		b.icon.Objects = []fyne.CanvasObject{draw.Icon(now.icon, theme.ColorSecondary)}
	}
	setVisible(b.icon, now.icon != "")
	right := now.left.label != "" && (now.primary.label != "" || now.explains)
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
