package filter

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/press"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
)

// The widths of the field: usual, in use, least, and that of its icon alone.
const (
	searchWide  float32 = 188
	searchUsed  float32 = 236
	searchLeast float32 = 160
	searchSlim  float32 = 38
)

// Search is a field to search with, behind an icon. While something is searched
// for, how much was found stands at its end, and a cross clears it. Where room is
// short it is only the icon until it is tapped or used.
type Search struct {
	widget.BaseWidget

	// OnChanged is called with what is typed.
	OnChanged func(text string)
	// Focus asks for the keyboard when the icon is tapped.
	Focus func(fyne.Focusable)
	// OnKey is asked first about keys that write nothing, and about Escape in an
	// empty field; it says whether it took the key. It may be nil.
	OnKey func(key fyne.KeyName) bool

	entry   *searchEntry
	opener  *searchOpener
	hits    *draw.Text
	end     *fyne.Container // hits and the cross
	width   float32         // that it was offered
	open    bool
	resized func() // is told when the field opens or folds; nil for nobody
}

// NewSearch returns an empty field that asks for what hint says.
func NewSearch(hint string) *Search {
	s := &Search{width: searchWide}
	s.hits = draw.NewText("", draw.Message.In(theme.ColorSecondary))
	s.end = layout.HStack(0, s.hits, widgets.NewCross(s.clear))
	s.entry = newSearchEntry(s, hint)
	s.opener = newSearchOpener(s)
	s.ExtendBaseWidget(s)
	return s
}

// Text is what is searched for.
func (s *Search) Text() string { return s.entry.Text }

// SetText changes what is searched for, and tells OnChanged.
func (s *Search) SetText(text string) { s.entry.SetText(text) }

// SetHits says how much was found.
func (s *Search) SetHits(text string) {
	if s.hits.Text() != text {
		s.hits.SetText(text)
		s.entry.Refresh()
	}
}

// clear empties the field and keeps the keyboard in it.
func (s *Search) clear() {
	s.SetText("")
	if s.Focus != nil {
		s.Focus(s.entry)
	}
}

// Entry is the field to type into, unfolded for moving the keyboard there.
func (s *Search) Entry() fyne.Focusable {
	s.setOpen(true)
	return s.entry
}

// shrink offers the field a width. It folds into its icon if that is too little
// to type into, unless it is in use.
func (s *Search) shrink(width float32) { s.width = width }

// cramped reports whether the field was offered too little to type into.
func (s *Search) cramped() bool { return s.width < searchLeast*draw.ScaleOf(s) }

func (s *Search) used() bool { return s.open || s.entry.Text != "" }

func (s *Search) folded() bool { return s.cramped() && !s.used() }

// wide is how wide the field would like to be.
func (s *Search) wide() float32 {
	if s.used() {
		return searchUsed * draw.ScaleOf(s)
	}
	return searchWide * draw.ScaleOf(s)
}

func (s *Search) setOpen(open bool) {
	if s.open == open {
		return
	}
	s.open = open
	s.refold()
}

// refold brings the width of the field up to date with its use.
func (s *Search) refold() {
	layout.SetVisible(s.end, s.entry.Text != "")
	s.Refresh()
	if s.resized != nil {
		s.resized()
	}
}

// CreateRenderer draws the field or the icon.
func (s *Search) CreateRenderer() fyne.WidgetRenderer { return &searchRenderer{s} }

type searchRenderer struct{ search *Search }

func (r *searchRenderer) Destroy() {}

func (r *searchRenderer) MinSize() fyne.Size {
	s := r.search
	if s.folded() {
		return fyne.NewSize(searchSlim*draw.ScaleOf(s), theme.Control*draw.TallScale())
	}
	width := max(min(s.width, s.wide()), searchLeast*draw.ScaleOf(s))
	return fyne.NewSize(width, max(theme.Control, s.entry.MinSize().Height))
}

func (r *searchRenderer) Layout(size fyne.Size) {
	s := r.search
	layout.Put(s.entry, fyne.Position{}, size)
	layout.Put(s.opener, fyne.Position{}, size)
	s.opener.Hidden, s.entry.Hidden = !s.folded(), s.folded()
}

func (r *searchRenderer) Refresh() {
	r.Layout(r.search.Size())
	r.search.entry.Refresh()
	r.search.opener.Refresh()
}

func (r *searchRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.search.entry, r.search.opener}
}

// searchEntry is the field. Escape empties it; in an empty field it is for the owner.
type searchEntry struct {
	widgets.Entry

	search *Search
}

func newSearchEntry(s *Search, hint string) *searchEntry {
	e := &searchEntry{search: s}
	e.PlaceHolder, e.ActionItem = hint, s.end
	s.end.Hide()
	e.Icon = theme.Colored(fynetheme.SearchIcon(), theme.ColorSecondary)
	e.OnChanged = func(text string) {
		if s.OnChanged != nil {
			s.OnChanged(text)
		}
		s.refold()
	}
	e.ExtendBaseWidget(e)
	return e
}

// FocusGained keeps the field open while it has the keyboard.
func (e *searchEntry) FocusGained() {
	e.Entry.FocusGained()
	e.search.setOpen(true)
}

// FocusLost folds an empty field where room is short.
func (e *searchEntry) FocusLost() {
	e.Entry.FocusLost()
	e.search.setOpen(false)
}

// TypedKey empties the field on Escape, and asks the owner about other keys.
func (e *searchEntry) TypedKey(key *fyne.KeyEvent) {
	switch {
	case e.Composes(key):
	case key.Name == fyne.KeyEscape && e.Text != "":
		e.SetText("")
	case e.search.OnKey != nil && e.search.OnKey(key.Name):
	case !press.IsTyping(key):
		press.HandOn(e, key)
	default:
		e.Entry.TypedKey(key)
	}
}

// searchOpener is the icon that stands for the field.
type searchOpener struct {
	widget.BaseWidget
	press.Target

	search *Search
}

func newSearchOpener(s *Search) *searchOpener {
	o := &searchOpener{search: s}
	o.Target = press.NewTarget(o, o.open)
	o.ExtendBaseWidget(o)
	return o
}

func (o *searchOpener) open() {
	entry := o.search.Entry()
	if o.search.Focus != nil {
		o.search.Focus(entry)
	}
}

// CreateRenderer draws the icon in a frame.
func (o *searchOpener) CreateRenderer() fyne.WidgetRenderer {
	r := &searchOpenerRenderer{
		opener: o, ring: press.NewRing(),
		frame: draw.NewSurface(draw.Paint{}),
		icon:  draw.Picture(theme.Colored(fynetheme.SearchIcon(), theme.ColorSecondary), theme.IconSize),
	}
	r.apply()
	return r
}

type searchOpenerRenderer struct {
	opener *searchOpener
	frame  *draw.Surface
	icon   fyne.CanvasObject
	ring   *press.Ring
}

func (r *searchOpenerRenderer) apply() {
	paint := draw.Paint{Stroke: theme.ColorBorder, Width: theme.Hair, Radius: theme.Radius}
	if r.opener.Hovered() {
		paint.Fill = fynetheme.ColorNameHover
	}
	r.frame.Set(paint)
	r.ring.Show(r.opener.Focused(), r.opener.Theme())
}

func (r *searchOpenerRenderer) Layout(size fyne.Size) {
	layout.Put(r.frame, fyne.Position{}, size)
	side := theme.IconSize * draw.ScaleOf(r.opener.search)
	layout.Put(r.icon, fyne.NewPos((size.Width-side)/2, (size.Height-side)/2), fyne.NewSquareSize(side))
	r.ring.Around(size)
}

func (r *searchOpenerRenderer) MinSize() fyne.Size { return fyne.NewSize(searchSlim, theme.Control) }

func (r *searchOpenerRenderer) Refresh() {
	r.apply()
	r.icon.Refresh()
}

func (r *searchOpenerRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.frame, r.icon, r.ring.Object()}
}

func (r *searchOpenerRenderer) Destroy() {}
