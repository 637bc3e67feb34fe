package inventory

import (
	"fyne.io/fyne/v2"

	"numberloader/gui/connection"
	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/fault"
	"numberloader/internal/phrase"
)

// heldPage is a page about what the organization holds. While that is read it says how
// far it is, and where it was not read, why, and offers to read it again.
type heldPage struct {
	stage

	page        *fyne.Container
	content     fyne.CanvasObject // what is shown once it was read
	begin       func()            // is told that the content is shown
	title, text *draw.Text
	meter       *draw.Meter
	stop        *widgets.Button
	busy        fyne.CanvasObject
	shown       heldState
}

// heldState is what the page depends on.
type heldState struct {
	ready   bool
	reading connection.InventoryReading
}

func newHeldPage(s stage, content fyne.CanvasObject, begin func()) *heldPage {
	h := &heldPage{
		stage: s, content: content, begin: begin, page: layout.Stack(),
		title: draw.NewText("", draw.Heading.Shortened()), text: draw.NewText("", draw.Secondary), meter: draw.NewMeter(12),
		stop: widgets.NewButton(phrase.Text("shell.do.stop"), widgets.Usual, s.Flow.Inventory.Stop),
	}
	h.busy = layout.Frame(layout.Inset(24, theme.SideMargin, 20, theme.SideMargin, layout.VStack(0,
		h.title, layout.Space(0, 4), h.text, layout.Space(0, 16), h.meter, layout.Space(0, 20), layout.HStack(0, h.stop))),
		nil, nil, nil, layout.Space(0, 0))
	return h
}

// open reads what the organization holds unless that is known.
func (h *heldPage) open() {
	if h.Flow.Inventory.Held() == nil && !h.Flow.Inventory.Reading().Busy {
		h.again()
	}
}

// again reads it once more.
func (h *heldPage) again() { h.Flow.ReadInventory(h.Now()) }

// enter says that the page is shown from now on, so that the keyboard goes to what it is
// about.
func (h *heldPage) enter() fyne.CanvasObject {
	h.page.Objects, h.shown = nil, heldState{}
	return h.page
}

// update brings the page up to date; ready says that the content is there. The keyboard
// goes to what the page is about.
func (h *heldPage) update(ready bool) {
	now := heldState{ready, h.Flow.Inventory.Reading()}
	if len(h.page.Objects) > 0 && now == h.shown {
		return
	}
	before := h.shown
	h.shown = now
	waits := now.reading.Busy || !ready && h.Flow.Inventory.Held() != nil
	switch {
	case ready:
		h.put(h.content)
		if !before.ready {
			h.begin()
		}
	case waits:
		h.showReading(now.reading)
		if h.put(h.busy) {
			h.Canvas().Focus(h.stop)
		}
	default:
		again := widgets.NewButton(phrase.Text("compare.again"), widgets.Usual, h.again)
		h.put(h.trouble(now.reading.Err, again))
		h.Canvas().Focus(again)
	}
}

// put shows an object, and says whether another was shown before.
func (h *heldPage) put(o fyne.CanvasObject) (another bool) {
	if len(h.page.Objects) == 1 && h.page.Objects[0] == o {
		return false
	}
	h.page.Objects = []fyne.CanvasObject{o}
	h.page.Refresh()
	return true
}

// showReading says how far the reading is.
func (h *heldPage) showReading(r connection.InventoryReading) {
	title, text, share := phrase.Text("compare.reading.title"), phrase.Text("compare.reading.none"), 0.0
	switch {
	case !r.Busy:
		title, text, share = phrase.Text("compare.comparing"), phrase.Text("compare.reading.some", "Count", len(h.Flow.Inventory.Held().Numbers)), 1
	case r.Of > 0:
		text = phrase.Text("compare.reading.of", "Got", r.Got, "Count", r.Of)
		share = min(float64(r.Got)/float64(r.Of), 1)
	case r.Got > 0:
		text = phrase.Text("compare.reading.some", "Count", r.Got)
	}
	if account, ok := h.Flow.Connection.Account(); ok && r.Busy {
		title = phrase.Text("compare.reading.named", "Organization", phrase.Organization(account.Organization))
	}
	h.title.SetText(title)
	h.text.SetText(phrase.Text("compare.reading.line", "Text", text, "Safe", phrase.Text("compare.reading.safe")))
	h.meter.Set(share)
	h.stop.SetEnabled(r.Busy)
}

// trouble says why nothing is known, and what to do.
func (h *heldPage) trouble(err error, again fyne.CanvasObject) fyne.CanvasObject {
	t := widgets.Trouble{Title: phrase.Text("compare.unread.title"), What: phrase.Text("compare.unread.text")}
	if err != nil {
		t = widgets.TroubleOf(err)
		t.Safe = phrase.Text("compare.safe")
	}
	t.Buttons, t.Copy = []fyne.CanvasObject{again}, h.Copy
	if fault.AsksSignIn(err) {
		t.Buttons = append(t.Buttons, widgets.NewButton(phrase.Text("words.signin"), widgets.Usual, h.SignIn))
	}
	return layout.Page(layout.Inset(theme.GroupGap, theme.PageMargin, theme.GroupGap, theme.PageMargin, layout.VStack(0, t.Object())))
}
