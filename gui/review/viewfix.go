package review

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/review/worklist"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

// The measures of the Fix menu.
const (
	fixWide    float32 = 332 // of the entries
	previewMin float32 = 388 // of the preview
	fixRoom    float32 = 16
	fixPad     float32 = 4   // around the entries
	fixLeast   float32 = 320 // how tall it is if there is room
	fixLine    float32 = 32
	pickSeen           = 5 // choices at once
)

// fixes is the Fix menu while it is open: the entries, and what the marked one
// would do.
type fixes struct {
	screen *Screen
	all    []worklist.Fix
	others []other // entries below them that change no row
	list   *widgets.List
	popup  *widget.PopUp

	sentence *draw.Paragraph
	caption  *draw.Paragraph
	pick     *fyne.Container
	examples *fyne.Container
	buttons  *fyne.Container
	wide     float32 // of the preview

	at     int // the entry whose preview is shown
	picker *widgets.Picker
	choice string
	press  func() // its button; nil if nothing can be done
}

// OpenFixes opens the Fix menu below its button.
func (s *Screen) OpenFixes() {
	s.grid.EndEdit(true)
	f := &fixes{screen: s, all: s.model.Fixes(), others: s.otherFixes()}
	f.sentence, f.caption = draw.NewParagraph("", draw.Section), draw.NewParagraph("", draw.Secondary)
	f.pick, f.examples, f.buttons = layout.VStack(0), layout.VStack(6), layout.Stack()
	items, first := f.items()
	larger, wide := s.head.larger(), s.cfg.Canvas.Size().Width/2-fixRoom
	tall := min(max(fixLeast*larger, float32(len(items))*fixLine*larger+4*fixPad), widgets.RoomBelow(s.cfg.Canvas, s.head.fix))
	f.list = widgets.NewList(max(1, min(len(items), int((tall-4*fixPad)/(fixLine*larger)))))
	f.list.Set(items, first)
	f.wide = min(previewMin*larger, wide)
	f.list.OnMark = f.show
	f.list.OnTake = func(int) { f.take() }
	f.list.OnEscape = f.close
	f.show(first)
	entries := layout.Sized(min(fixWide*larger, wide), 0, layout.Inset(fixPad, fixPad, fixPad, fixPad, layout.VStack(0, f.list)))
	content := layout.Frame(nil, nil, layout.Frame(nil, nil, nil, draw.VerticalHairline(), entries), nil,
		layout.Sized(f.wide, 0, f.side()))
	f.popup = widget.NewPopUp(layout.Sized(0, tall, content), s.cfg.Canvas)
	widgets.Drop(f.popup, s.cfg.Canvas, s.head.fix)
	s.cfg.Canvas.Focus(f.list)
}

// side is the preview, which scrolls, above its buttons, which are always seen.
func (f *fixes) side() fyne.CanvasObject {
	preview := layout.VStack(0, f.sentence, layout.Space(0, 2), f.caption, layout.Space(0, 10), f.pick, f.examples)
	return layout.Frame(nil, layout.Inset(theme.Gap, fixRoom, fixRoom, fixRoom, f.buttons), nil, nil,
		layout.Scrolled(layout.Inset(fixRoom, fixRoom, 0, fixRoom, preview)))
}

// items are the entries, and the first that applies.
func (f *fixes) items() (items []widgets.ListItem, first int) {
	first = -1
	for i, fix := range f.all {
		items = append(items, widgets.ListItem{Label: fix.Label, Count: phrase.Count(fix.Count), Off: fix.Why != ""})
		if first < 0 && fix.Why == "" {
			first = i
		}
	}
	for _, o := range f.others {
		items = append(items, widgets.ListItem{Label: o.label, Count: o.count, Off: o.whyNot != ""})
	}
	return items, max(first, 0)
}

func (f *fixes) close() {
	f.popup.Hide()
	f.screen.cfg.Canvas.Focus(f.screen.grid)
}

// show shows what an entry would do.
func (f *fixes) show(i int) {
	f.at, f.picker, f.choice = i, nil, ""
	f.pick.RemoveAll()
	switch {
	case i < 0:
		return
	case i >= len(f.all):
		f.showOther(f.others[i-len(f.all)])
		return
	}
	if fix := f.all[i]; fix.Why == "" && (fix.Choice != nil || fix.Typed) {
		f.offer(fix)
	}
	f.preview()
}

// offer lets the user choose what an entry sets.
func (f *fixes) offer(fix worklist.Fix) {
	labels := make([]string, len(fix.Choice))
	for i, o := range fix.Choice {
		labels[i] = o.Label
	}
	hint := phrase.Text("review.fix.choose.find")
	if fix.Typed {
		hint = phrase.Text("review.fix.choose.type", "Field", phrase.FieldInside(worklist.FieldOf(fix.Kind)))
	}
	f.picker = widgets.NewPicker(labels, pickSeen, hint)
	f.picker.OnEscape = f.close
	f.picker.OnTake = f.take
	f.picker.OnChange = func(i int, text string) {
		f.choice = text
		if !fix.Typed {
			f.choice = ""
		}
		if i >= 0 && i < len(fix.Choice) {
			f.choice = fix.Choice[i].Text
		}
		f.preview()
	}
	f.pick.Add(layout.VStack(0, f.picker.Object(), layout.Space(0, 12)))
}

// preview shows what the entry would do with what is chosen.
func (f *fixes) preview() {
	fix := f.all[f.at]
	if fix.Why != "" {
		f.draw(fix.Why, "", nil, 0, "", nil)
		return
	}
	p := f.screen.model.Preview(fix, f.choice)
	choice := f.choice
	f.draw(p.Sentence, phrase.Text("review.fix.checked"), p.Examples, p.Count, p.Button, func() {
		f.screen.model.Apply(fix, choice)
	})
}

// other is an entry that changes no row.
type other struct {
	label, count   string
	whyNot         string // "" if it can be done
	sentence, more string // what it would do
	button         string
	do             func()
}

// otherFixes are the entries that change no row.
func (s *Screen) otherFixes() []other {
	var all []other
	if s.cfg.OnCompare != nil {
		all = append(all, other{
			label: phrase.Text("compare.title"), whyNot: s.cfg.Incomparable(),
			sentence: phrase.Text("review.fix.does.compare"), more: phrase.Text("compare.reading.safe"),
			button: phrase.Text("compare.title"), do: s.cfg.OnCompare,
		})
	}
	if s.cfg.OnExport != nil {
		n := s.model.ProblemCount()
		o := other{
			label: phrase.Text("review.fix.export"), count: phrase.Count(n),
			sentence: phrase.Text("review.fix.does.export", "Count", n), more: phrase.Text("review.fix.does.why"),
			button: phrase.Text("review.fix.do.export", "Count", n), do: s.cfg.OnExport,
		}
		if n == 0 {
			o.whyNot = phrase.Text("review.fix.whynot.export")
		}
		all = append(all, o)
	}
	return all
}

func (f *fixes) showOther(o other) {
	if o.whyNot != "" {
		f.draw(o.whyNot, "", nil, 0, "", nil)
		return
	}
	f.draw(o.sentence, o.more, nil, 0, o.button, o.do)
}

// draw draws the preview; without a label there is nothing to press.
func (f *fixes) draw(sentence, caption string, examples []worklist.Example, n int, label string, do func()) {
	f.sentence.Set(draw.Span{Text: sentence, Style: draw.Section})
	f.caption.Set(draw.Span{Text: caption, Style: draw.Secondary})
	layout.SetVisible(f.caption, caption != "")
	f.examples.RemoveAll()
	for _, e := range examples {
		f.examples.Add(exampleLine(e, f.screen.head.larger(), f.wide-2*fixRoom))
	}
	if more := n - len(examples); more > 0 && len(examples) > 0 {
		f.examples.Add(draw.NewText(phrase.Text("review.more", "Count", more), draw.Secondary))
	}
	cancel := widgets.NewButton(phrase.Text("words.cancel"), widgets.Usual, f.close)
	cancel.OnEscape = f.close
	buttons := []fyne.CanvasObject{cancel}
	f.press = nil
	if label != "" {
		f.press = func() {
			f.close()
			do()
		}
		apply := widgets.NewButton(label, widgets.Primary, f.press)
		apply.OnEscape = f.close
		buttons = append(buttons, apply)
	}
	f.buttons.Objects = []fyne.CanvasObject{f.lineUp(buttons)}
	if f.popup != nil {
		f.popup.Refresh()
	}
}

// lineUp places the buttons side by side, or below each other where they are too wide.
func (f *fixes) lineUp(buttons []fyne.CanvasObject) fyne.CanvasObject {
	line := layout.HStack(theme.Gap, append([]fyne.CanvasObject{layout.Spacer()}, buttons...)...)
	if line.MinSize().Width <= f.wide-2*fixRoom {
		return line
	}
	slices.Reverse(buttons)
	return layout.VStack(theme.Gap, buttons...)
}

// take does the entry, or moves the keyboard to what has to be chosen first.
func (f *fixes) take() {
	switch {
	case f.press != nil:
		f.press()
	case f.picker != nil:
		f.screen.cfg.Canvas.Focus(f.picker.First())
	}
}

// exampleLine is a cell before and after.
func exampleLine(e worklist.Example, larger, room float32) fyne.CanvasObject {
	cell, old, arrow := 52*larger, 140*larger, 24*larger
	name := layout.Sized(cell, 0, draw.NewText(e.Cell, draw.Secondary))
	was, is := draw.NewParagraph(e.Old, draw.Body), draw.NewParagraph(e.New, draw.Strong)
	to := layout.Sized(arrow, 0, draw.NewText("→", draw.Secondary))
	if room < cell+old+arrow+old { // the new text goes below the old one
		return layout.VStack(0, layout.Frame(nil, nil, name, nil, was),
			layout.Frame(nil, nil, layout.HStack(0, layout.Space(cell-arrow, 0), to), nil, is))
	}
	left := layout.HStack(0, name, layout.Sized(old, 0, layout.Capped(old-theme.Gap, was)), to)
	return layout.Frame(nil, nil, left, nil, is)
}
