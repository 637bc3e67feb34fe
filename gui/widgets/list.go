package widgets

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/draw"
	"numberloader/gui/press"
	"numberloader/gui/theme"
)

// ListItem is a line of a List.
type ListItem struct {
	Label string
	Count string // at the right end
	Off   bool   // it can be marked, but there is nothing to do with it
}

// List is a list of lines of which one is marked, with the arrow keys or a click.
// It can be narrowed to lines that contain a text. Only visible lines
// are drawn, since there may be thousands.
type List struct {
	widget.BaseWidget

	OnMark  func(index int) // the user marked another line, -1 for none
	OnClick func(index int) // after OnMark; may be nil
	OnTake  func(index int) // Enter; may be nil
	// OnEscape is called for Escape; it may be nil.
	OnEscape func()
	// Follows says that the pointer marks what it is on, as in a menu.
	Follows bool
	// None stands in place of the lines if none contains the text.
	None string

	most    int // lines are seen at a time
	seen    int // lines that there is room for, of these
	items   []ListItem
	fitting []int // indexes of items
	mark    int   // index in fitting, -1 for none
	first   int   // of those that are seen
	hovered int   // index in fitting, -1 for none
	focused bool

	fills                []*canvas.Rectangle
	texts                []*canvas.Text
	fillsUsed, textsUsed int
	objects              []fyne.CanvasObject
}

// The measures of a list for text of the usual size.
const (
	listTall float32 = 32
	listPad  float32 = 4
)

var (
	_ fyne.Tappable     = (*List)(nil)
	_ fyne.Scrollable   = (*List)(nil)
	_ fyne.Focusable    = (*List)(nil)
	_ desktop.Hoverable = (*List)(nil)
)

// NewList returns a list that shows up to that many lines at once.
func NewList(most int) *List {
	l := &List{most: most, seen: most, mark: -1, hovered: -1}
	l.ExtendBaseWidget(l)
	return l
}

// Set changes the lines, and marks one of them; -1 marks none.
func (l *List) Set(items []ListItem, marked int) {
	l.items, l.fitting, l.first = items, nil, 0
	for i := range items {
		l.fitting = append(l.fitting, i)
	}
	l.setMark(marked)
	l.Refresh()
}

// Marked is the index of the line that is marked, or -1.
func (l *List) Marked() int {
	if l.mark < 0 || l.mark >= len(l.fitting) {
		return -1
	}
	return l.fitting[l.mark]
}

// Len is how many lines are listed.
func (l *List) Len() int { return len(l.fitting) }

// Filter lists the lines that contain a text. The first that begins with it is
// marked, else the first; without a text the mark stays.
func (l *List) Filter(typed string) {
	typed = strings.ToLower(strings.TrimSpace(typed))
	was, best := l.Marked(), -1
	l.fitting, l.first = l.fitting[:0], 0
	for i, item := range l.items {
		label := strings.ToLower(item.Label)
		if !strings.Contains(label, typed) {
			continue
		}
		if best < 0 && strings.HasPrefix(label, typed) {
			best = len(l.fitting)
		}
		l.fitting = append(l.fitting, i)
	}
	switch {
	case typed == "":
		best = slices.Index(l.fitting, was)
	case best < 0:
		best = min(0, len(l.fitting)-1)
	}
	l.setMark(best)
	l.Refresh()
	l.tell()
}

// Step moves the mark as an arrow key or a page key says; it says false for
// another key.
func (l *List) Step(key fyne.KeyName) bool {
	by, ok := map[fyne.KeyName]int{
		fyne.KeyUp: -1, fyne.KeyDown: 1, fyne.KeyPageUp: -l.seen, fyne.KeyPageDown: l.seen,
		fyne.KeyHome: -len(l.fitting), fyne.KeyEnd: len(l.fitting),
	}[key]
	if ok && len(l.fitting) > 0 {
		l.setMark(max(0, min(l.mark+by, len(l.fitting)-1)))
		l.Refresh()
		l.tell()
	}
	return ok
}

func (l *List) tell() {
	if l.OnMark != nil {
		l.OnMark(l.Marked())
	}
}

// setMark marks a line and scrolls to it.
func (l *List) setMark(mark int) {
	l.mark = min(mark, len(l.fitting)-1)
	if l.mark >= 0 {
		l.scrollTo(min(max(l.first, l.mark-l.seen+1), l.mark))
	}
}

func (l *List) scrollTo(first int) { l.first = max(0, min(first, len(l.fitting)-l.seen)) }

// Tall is how tall the list is with as many lines as it has now.
func (l *List) Tall() float32 {
	return float32(max(1, min(len(l.fitting), l.seen)))*listTall*draw.ScaleOf(l) + 2*listPad
}

// Within limits the height of the list: where there is no room for all of its lines,
// fewer are seen at a time.
func (l *List) Within(tall float32) {
	l.seen = max(1, min(l.most, int((tall-2*listPad)/(listTall*draw.ScaleOf(l)))))
	l.setMark(l.mark)
	l.Refresh()
}

// Widest is how wide the list has to be for its longest line.
func (l *List) Widest() float32 {
	var widest float32
	for _, i := range l.fitting {
		widest = max(widest, draw.Body.Width(l.items[i].Label, l.Theme()))
	}
	return widest + 2*listPad + 2*theme.CellPad*draw.ScaleOf(l) + theme.TrackWidth
}

// at is the index in fitting of the line at a height, or -1.
func (l *List) at(y float32) int {
	i := l.first + int((y-listPad)/(listTall*draw.ScaleOf(l)))
	if y < listPad || i >= min(len(l.fitting), l.first+l.seen) {
		return -1
	}
	return i
}

// Tapped marks the line under the pointer.
func (l *List) Tapped(e *fyne.PointEvent) {
	i := l.at(e.Position.Y)
	if i < 0 {
		return
	}
	l.mark = i
	l.Refresh()
	l.tell()
	if l.OnClick != nil {
		l.OnClick(l.Marked())
	}
}

// Scrolled moves the list with the wheel.
func (l *List) Scrolled(e *fyne.ScrollEvent) {
	by := 1
	if e.Scrolled.DY > 0 {
		by = -1
	}
	l.scrollTo(l.first + by)
	l.Refresh()
}

// MouseIn shows which line the pointer is on.
func (l *List) MouseIn(e *desktop.MouseEvent) { l.hover(l.at(e.Position.Y)) }

// MouseMoved shows which line the pointer is on.
func (l *List) MouseMoved(e *desktop.MouseEvent) { l.hover(l.at(e.Position.Y)) }

// MouseOut clears the highlight of the pointer.
func (l *List) MouseOut() { l.hover(-1) }

func (l *List) hover(i int) {
	if i == l.hovered {
		return
	}
	l.hovered = i
	if l.Follows && i >= 0 && i != l.mark {
		l.mark = i
		l.tell()
	}
	l.Refresh()
}

// FocusGained shows that the list has the keyboard.
func (l *List) FocusGained() { l.focused = true; l.Refresh() }

// FocusLost clears the highlight.
func (l *List) FocusLost() { l.focused = false; l.Refresh() }

// TypedRune does nothing.
func (l *List) TypedRune(rune) {}

// TypedKey moves the mark, or takes the line that is marked.
func (l *List) TypedKey(e *fyne.KeyEvent) {
	switch {
	case l.Step(e.Name):
	case e.Name == fyne.KeyEscape && l.OnEscape != nil:
		l.OnEscape()
	case press.IsPress(e) && l.OnTake != nil && l.Marked() >= 0:
		l.OnTake(l.Marked())
	default:
		press.HandOn(l, e)
	}
}

// CreateRenderer draws the lines that are seen.
func (l *List) CreateRenderer() fyne.WidgetRenderer { return &listRenderer{l} }

type listRenderer struct{ list *List }

func (r *listRenderer) Destroy()         {}
func (r *listRenderer) Layout(fyne.Size) { r.list.draw() }

func (r *listRenderer) MinSize() fyne.Size {
	return fyne.NewSize(0, float32(r.list.seen)*listTall*draw.ScaleOf(r.list)+2*listPad)
}

func (r *listRenderer) Refresh() {
	r.list.draw()
	canvas.Refresh(r.list)
}
func (r *listRenderer) Objects() []fyne.CanvasObject { return r.list.objects }
