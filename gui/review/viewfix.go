package review

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

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
	fixBelow   float32 = 4   // the button
	fixAbove   float32 = 130 // what is above the menu, and a margin below it
	fixLine    float32 = 32
	pickSeen           = 5 // choices at once
)

// fixes is the Fix menu while it is open: the entries, and what the marked one
// would do.
type fixes struct {
	screen *Screen
	all    []worklist.Fix
	export bool // the last entry is the export of problems
	list   *widgets.List
	popup  *widget.PopUp

	sentence *widgets.Paragraph
	caption  *widgets.Paragraph
	pick     *fyne.Container
	examples *fyne.Container
	buttons  *fyne.Container

	at     int // the entry whose preview is shown
	picker *widgets.Picker
	choice string
	press  func() // its button; nil if nothing can be done
}

// OpenFixes opens the Fix menu below its button.
func (s *Screen) OpenFixes() {
	s.grid.EndEdit(true)
	f := &fixes{screen: s, all: s.model.Fixes(), export: s.cfg.OnExport != nil}
	f.sentence, f.caption = widgets.NewParagraph("", widgets.Section), widgets.NewParagraph("", widgets.Secondary)
	f.pick, f.examples, f.buttons = widgets.VStack(0), widgets.VStack(6), widgets.HStack(theme.Gap)
	items, first := f.items()
	larger, room := s.head.larger(), s.cfg.Canvas.Size()
	f.list = widgets.NewList(max(3, min(len(items), int((room.Height-fixAbove)/(fixLine*larger)))))
	f.list.Set(items, first)
	f.list.OnMark = f.show
	f.list.OnTake = func(int) { f.take() }
	f.list.OnEscape = f.close
	f.show(first)
	side := widgets.Inset(fixRoom, fixRoom, fixRoom, fixRoom, widgets.VStack(0,
		f.sentence, widgets.Space(0, 2), f.caption, widgets.Space(0, 10), f.pick, f.examples, widgets.Spacer(), widgets.Space(0, 12), f.buttons))
	content := widgets.Frame(nil, nil,
		widgets.Frame(nil, nil, nil, widgets.VerticalHairline(), widgets.Sized(min(fixWide*larger, room.Width/2-fixRoom), 0, widgets.Inset(4, 4, 4, 4, f.list))), nil,
		widgets.Sized(min(previewMin*larger, room.Width/2-fixRoom), 0, side))
	f.popup = widget.NewPopUp(content, s.cfg.Canvas)
	size := s.head.fix.Size()
	f.popup.ShowAtRelativePosition(fyne.NewPos(size.Width-f.popup.MinSize().Width, size.Height+fixBelow), s.head.fix)
	s.cfg.Canvas.Focus(f.list)
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
	if f.export {
		n := f.screen.model.ProblemCount()
		items = append(items, widgets.ListItem{Label: phrase.Text("review.fix.export"), Count: phrase.Count(n), Off: n == 0})
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
		f.showExport()
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
	f.pick.Add(widgets.VStack(0, f.picker.Object(), widgets.Space(0, 12)))
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

func (f *fixes) showExport() {
	n := f.screen.model.ProblemCount()
	if n == 0 {
		f.draw(phrase.Text("review.fix.whynot.export"), "", nil, 0, "", nil)
		return
	}
	f.draw(phrase.Text("review.fix.does.export", "Count", n),
		phrase.Text("review.fix.does.why"), nil, 0, phrase.Text("review.fix.do.export", "Count", n), f.screen.cfg.OnExport)
}

// draw draws the preview; without a label there is nothing to press.
func (f *fixes) draw(sentence, caption string, examples []worklist.Example, n int, label string, do func()) {
	f.sentence.Set(widgets.Span{Text: sentence, Style: widgets.Section})
	f.caption.Set(widgets.Span{Text: caption, Style: widgets.Secondary})
	widgets.SetVisible(f.caption, caption != "")
	f.examples.RemoveAll()
	for _, e := range examples {
		f.examples.Add(exampleLine(e, f.screen.head.larger()))
	}
	if more := n - len(examples); more > 0 && len(examples) > 0 {
		f.examples.Add(widgets.NewText(phrase.Text("review.more", "Count", more), widgets.Secondary))
	}
	cancel := widgets.NewButton(phrase.Text("words.cancel"), widgets.Usual, f.close)
	cancel.OnEscape = f.close
	f.buttons.Objects = []fyne.CanvasObject{widgets.Spacer(), cancel}
	f.press = nil
	if label != "" {
		f.press = func() {
			f.close()
			do()
		}
		apply := widgets.NewButton(label, widgets.Primary, f.press)
		apply.OnEscape = f.close
		f.buttons.Add(apply)
	}
	if f.popup != nil {
		f.popup.Refresh()
	}
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
func exampleLine(e worklist.Example, larger float32) fyne.CanvasObject {
	cell, old, arrow := 52*larger, 140*larger, 24*larger
	left := widgets.HStack(0,
		widgets.Sized(cell, 0, widgets.NewText(e.Cell, widgets.Secondary)),
		widgets.Sized(old, 0, widgets.Capped(old-theme.Gap, widgets.NewParagraph(e.Old, widgets.Body))),
		widgets.Sized(arrow, 0, widgets.NewText("→", widgets.Secondary)))
	return widgets.Frame(nil, nil, left, nil, widgets.NewParagraph(e.New, widgets.Strong))
}
