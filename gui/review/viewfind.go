package review

import (
	"slices"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"numberloader/gui/draw"
	"numberloader/gui/filter"
	"numberloader/gui/layout"
	"numberloader/gui/review/judged"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

// The measures of the line that says what was changed.
const (
	findTall    float32 = 36
	findGap     float32 = 16
	reasonGap   float32 = 6
	reasonTall  float32 = 28
	reasonCount float32 = 44
	reasonsSeen         = 5
	filterTall  float32 = 28
	arrowSize   float32 = 18
	arrowAside  float32 = 8 // how far what can be hit of the arrow goes beyond it
)

// findLine is the line above the grid that says what was changed and by what the rows
// are filtered, and the list of reasons that it opens.
type findLine struct {
	screen *Screen
	box    *fyne.Container
	alone  *fyne.Container // the filter at the end of the chips, where the line would hold nothing else
	filter *widgets.Tappable
	arrow  *widgets.IconButton
	stops  []fyne.Focusable // the reasons, as the arrow keys go through them
	open   bool
	shown  findState
}

// findState is what the line depends on.
type findState struct {
	reasons []judged.Reason
	pills   []judged.Pill
	open    bool
	mine    int // rows that the user corrected, if these are chosen
	filters int
	larger  float32 // than usual is the text
}

func newFind(s *Screen) *findLine {
	f := &findLine{screen: s, box: layout.VStack(0), alone: layout.Stack(), open: s.cfg.ReasonsOpen}
	return f
}

// show brings the line up to date.
func (f *findLine) show() {
	m := f.screen.model
	now := findState{m.Reasons(), m.Pills(), f.open, 0, m.FilterCount(), f.screen.head.larger()}
	if chip, ok := m.Chosen(); ok && chip == judged.ChipByUser {
		now.mine = m.Count(chip)
	}
	if f.filter != nil && f.shown.same(now) {
		return
	}
	f.shown, f.stops = now, nil
	f.filter = f.filterButton(now)
	f.box.RemoveAll()
	f.alone.RemoveAll()
	if now.bare() {
		f.alone.Add(f.filter)
		f.box.Add(layout.Space(0, theme.Gap))
	} else {
		left := theme.SideMargin
		if len(now.pills) == 0 && now.mine == 0 {
			left -= arrowAside
		}
		f.box.Add(layout.Inset(0, theme.SideMargin, 0, left, f.line(now)))
	}
	if f.unfolded(now) {
		f.box.Add(f.list(now.reasons))
	}
	layout.SetVisible(f.alone, now.bare())
	f.box.Refresh()
}

// bare reports whether there is nothing to say beside the filter.
func (s findState) bare() bool { return len(s.reasons) == 0 && len(s.pills) == 0 && s.mine == 0 }

func (s findState) same(other findState) bool {
	return slices.Equal(s.reasons, other.reasons) && slices.Equal(s.pills, other.pills) &&
		s.open == other.open && s.mine == other.mine && s.filters == other.filters && s.larger == other.larger
}

func (f *findLine) unfolded(now findState) bool {
	return now.open && len(now.reasons) > 0 && len(now.pills) == 0 && now.mine == 0
}

// line is the line itself.
func (f *findLine) line(now findState) fyne.CanvasObject {
	var items []fyne.CanvasObject
	more := widgets.NewStyledLink("", draw.Message, f.fold)
	words := func(n int) string { return phrase.Text("review.reason.more", "Count", n) }
	switch {
	case len(now.pills) > 0:
		items = f.pills(now.pills)
	case now.mine > 0:
		items = []fyne.CanvasObject{
			draw.Grown(draw.Picture(f.screen.look.chipIcon(judged.ChipByUser), theme.IconSize)),
			draw.NewText(phrase.Text("review.mine.rows", "Count", now.mine), draw.Message),
			widgets.NewStyledLink(phrase.Text("review.mine.putback", "Count", now.mine), draw.Message, f.putBack),
		}
	case f.unfolded(now):
		items = []fyne.CanvasObject{f.foldArrow(true), draw.NewText(phrase.Text("review.reason.title"), draw.Message)}
	case len(now.reasons) > 0:
		for _, r := range now.reasons {
			items = append(items, f.reason(r))
		}
		row := layout.NewFitRow(findTall*draw.TallScale(), findGap, items, more, words, f.filter)
		return layout.Frame(nil, nil, f.foldArrow(false), nil, row.Container)
	}
	return layout.NewFitRow(findTall*draw.TallScale(), theme.Gap, items, more, words, f.filter).Container
}

// foldArrow opens and closes the list.
func (f *findLine) foldArrow(open bool) fyne.CanvasObject {
	icon := fynetheme.MenuExpandIcon()
	if open {
		icon = fynetheme.MenuDropDownIcon()
	}
	f.arrow = widgets.NewIconButton(phrase.Text("spoken.unfold"), theme.Colored(icon, theme.ColorSecondary), arrowSize, f.fold)
	f.arrow.OnKey(func(key fyne.KeyName) { f.step(-1, key) })
	return layout.HStack(0, f.arrow)
}

// fold opens the list, or closes it. What was chosen is kept for the next start.
func (f *findLine) fold() {
	f.open = !f.open
	if f.screen.cfg.OnReasons != nil {
		f.screen.cfg.OnReasons(f.open)
	}
	f.screen.show()
	f.screen.cfg.Canvas.Focus(f.arrow)
}

// step moves the keyboard among the reasons; the arrow in front of them is at -1.
func (f *findLine) step(at int, key fyne.KeyName) {
	switch key { //nolint:exhaustive // the others mean nothing here
	case fyne.KeyDown, fyne.KeyRight:
		at++
	case fyne.KeyUp, fyne.KeyLeft:
		at--
	case fyne.KeyEscape:
		f.screen.FocusRows()
		return
	default:
		return
	}
	switch {
	case at < 0:
		f.screen.cfg.Canvas.Focus(f.arrow)
	case at < len(f.stops):
		f.screen.cfg.Canvas.Focus(f.stops[at])
	}
}

// reasonIcon is the mark of a reason: what asks for a look, and what does not.
func reasonIcon(r judged.Reason) fyne.CanvasObject {
	if r.Asks {
		return draw.Icon(theme.IconChanged, theme.ColorWarn)
	}
	return draw.Icon(theme.IconTidied, theme.ColorSecondary)
}

// reason is a reason in the line.
func (f *findLine) reason(r judged.Reason) fyne.CanvasObject {
	bold := draw.Message
	bold.Bold = true
	content := layout.HStack(reasonGap, reasonIcon(r),
		draw.NewText(phrase.Count(r.Count), bold),
		draw.NewText(r.Text, draw.Message.In(theme.ColorSecondary)))
	item := widgets.NewTappable(layout.Sized(0, filterTall*draw.TallScale(), content), theme.PillRadius, func() { f.choose(r) })
	at := len(f.stops)
	item.OnKey(func(key fyne.KeyName) { f.step(at, key) })
	f.stops = append(f.stops, item)
	return item
}

// choose shows only the rows of a reason.
func (f *findLine) choose(r judged.Reason) {
	f.screen.change(func() { f.screen.model.ChooseReason(r) })
	f.screen.FocusRows()
}

// list are the reasons below each other.
func (f *findLine) list(reasons []judged.Reason) fyne.CanvasObject {
	lines := make([]fyne.CanvasObject, len(reasons))
	for i, r := range reasons {
		count := draw.Message
		count.Bold, count.Right = true, true
		show := widgets.NewStyledLink(phrase.Text("review.reason.show", "Count", r.Count), draw.Message, func() { f.choose(r) })
		show.OnKey(func(key fyne.KeyName) { f.step(i, key) })
		f.stops = append(f.stops, show)
		lines[i] = layout.AtLeast(reasonTall*f.shown.larger, layout.Inset(0, theme.SideMargin, 0, theme.SideMargin,
			layout.Frame(nil, nil,
				layout.HStack(theme.Gap, reasonIcon(r), layout.Sized(reasonCount*f.shown.larger, 0, draw.NewText(phrase.Count(r.Count), count))),
				layout.HStack(0, show),
				layout.Inset(0, theme.Gap, 0, theme.Gap, layout.VStack(0, layout.Spacer(), draw.NewParagraph(r.Text, draw.Message), layout.Spacer())))))
	}
	list := layout.VStack(0, lines...)
	if len(lines) <= reasonsSeen {
		return layout.Inset(0, 0, 4, 0, list)
	}
	return layout.Inset(0, 0, 4, 0, layout.Sized(0, reasonsSeen*reasonTall*f.shown.larger, layout.Scrolled(list)))
}

// pills are the filters that are at work, and the way to take all of them away.
func (f *findLine) pills(pills []judged.Pill) []fyne.CanvasObject {
	labels := make([]string, len(pills))
	for i, p := range pills {
		labels[i] = p.Label
	}
	return filter.Pills(labels, func(i int) {
		f.screen.change(func() { f.screen.model.ClearPill(pills[i]) })
		f.screen.FocusRows()
	}, f.clearFilter)
}

// clearFilter takes all filters away.
func (f *findLine) clearFilter() {
	f.screen.change(f.screen.model.ClearFilters)
	f.screen.FocusRows()
}

// putBack takes back all that the user corrected.
func (f *findLine) putBack() {
	f.screen.model.PutBack()
	f.screen.Choose(judged.ChipAll)
	f.screen.FocusRows()
}

// filterButton opens the filter.
func (f *findLine) filterButton(now findState) *widgets.Tappable {
	paint := draw.Paint{Radius: theme.Radius}
	if now.filters > 0 {
		paint.Fill = fynetheme.ColorNameButton
	}
	words := layout.HStack(theme.Gap/2, draw.NewText(filter.Label(now.filters), draw.Strong),
		widgets.DropArrow(arrowSize))
	content := layout.Stack(draw.NewSurface(paint), layout.Inset(0, 4, 0, 10, words))
	return widgets.NewTappable(layout.Sized(0, filterTall*draw.TallScale(), content), theme.Radius, f.screen.OpenFilter)
}
