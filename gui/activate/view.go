package activate

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/activation"
	"numberloader/internal/fault"
	"numberloader/internal/phrase"
)

// Config is what the page asks the window to do. All of it is required, and called on
// the UI thread.
type Config struct {
	Canvas    fyne.Canvas
	OnChanged func() // another choice was made
	OnOthers  func() // show the rows of the list
	OnRetry   func() // find out once more which numbers wait
	OnStop    func() // find it out no longer
	OnSignIn  func()
	Copy      func(text string) // to the clipboard
}

// View draws a Model. It decides nothing.
type View struct {
	model    *Model
	cfg      Config
	root     *fyne.Container
	drawn    *activation.List // that the table is of
	headline *draw.Paragraph
	stay     *draw.Paragraph
	table    *table
	stop     *widgets.Button // while it is being found out which numbers wait, and that can be stopped
	again    *widgets.Button // where that failed
	asked    string          // the organization that is asked then
	checks   *fyne.Container
}

// NewView returns the page of a model.
func NewView(model *Model, cfg Config) *View {
	return &View{model: model, cfg: cfg, root: container.NewStack()}
}

// Content is what is drawn.
func (v *View) Content() fyne.CanvasObject { return v.root }

// First is what has the keyboard at first, nil if nothing can be chosen, stopped or tried
// again.
func (v *View) First() fyne.Focusable {
	switch {
	case v.table != nil:
		return v.table.all
	case v.stop != nil:
		return v.stop
	case v.again != nil:
		return v.again
	}
	return nil
}

// Refresh draws the model as it is now. The keyboard and what is opened stay where the
// numbers are the same.
func (v *View) Refresh() {
	if v.stop != nil && v.model.Busy() && v.model.Stops() && v.asked == v.model.Organization() {
		return // so that a press on Stop is not cut in two
	}
	if list := v.model.List(); list == nil || list != v.drawn {
		v.drawn = list
		v.build()
		return
	}
	v.show()
}

// build redraws everything.
func (v *View) build() {
	v.headline = draw.NewParagraph(v.model.Headline(), draw.Title)
	v.table, v.stop, v.again, v.checks = nil, nil, nil, layout.VStack(0)
	parts := []fyne.CanvasObject{v.headline, layout.Space(0, 4)}
	if v.model.Practice() {
		parts = append([]fyne.CanvasObject{widgets.PracticeBand(), layout.Space(0, 20)}, parts...)
	}
	switch failure := v.model.Failure(); {
	case failure != nil:
		parts = append(parts, layout.Space(0, 12), v.trouble(failure))
	case v.model.Busy():
		parts = append(parts, v.busy())
	default:
		parts = append(parts, v.sentence())
	}
	if v.model.Len() > 0 {
		v.table = newTable(v.cfg.Canvas, v.model, v.choose)
		parts = append(parts, layout.Space(0, 16), v.table.object, v.checks)
	}
	page := layout.Inset(20, theme.PageMargin, theme.GroupGap, theme.PageMargin, layout.VStack(0, parts...))
	v.root.Objects = []fyne.CanvasObject{layout.Page(page)}
	v.show()
	v.root.Refresh()
}

// choose makes a choice and shows it.
func (v *View) choose(how func()) {
	how()
	v.show()
	v.cfg.OnChanged()
}

// show brings what follows from the choice up to date.
func (v *View) show() {
	v.headline.Set(draw.Span{Text: v.model.Headline(), Style: draw.Title})
	if v.table == nil {
		return
	}
	v.stay.Set(v.spans()...)
	v.table.show()
	v.checks.Objects = nil
	if checks := v.model.Checks(); len(checks) > 0 {
		v.checks.Objects = []fyne.CanvasObject{
			layout.Space(0, 20), draw.NewText(phrase.Text("activate.checks"), draw.Section), layout.Space(0, 12), statements(checks),
		}
	}
	v.checks.Refresh()
	v.root.Refresh()
}

func statements(checks []Check) fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for _, c := range checks {
		lines = append(lines, widgets.Statement(theme.IconReady, theme.ColorOK, c.Text, c.More))
	}
	return layout.VStack(14, lines...)
}

// sentence says how many numbers are inactive, with a link to the other rows.
func (v *View) sentence() fyne.CanvasObject {
	v.stay = draw.NewSpans(v.spans()...)
	if others := v.model.Others(); others != "" {
		return layout.Followed(v.stay, widgets.NewStyledLink(others, draw.Lead, v.cfg.OnOthers))
	}
	return v.stay
}

func (v *View) spans() []draw.Span {
	inactive, stay := v.model.Sentence()
	spans := []draw.Span{{Text: inactive, Style: draw.Lead}}
	if stay != "" {
		bold := draw.Lead
		bold.Bold = true
		spans = append(spans, draw.Span{Text: " ", Style: draw.Lead}, draw.Span{Text: stay, Style: bold})
	}
	return spans
}

func (v *View) busy() fyne.CanvasObject {
	text := draw.NewSpans(
		draw.Span{Text: phrase.Text("activate.reading", "Organization", v.model.Organization()) + ". ", Style: draw.Body},
		draw.Span{Text: phrase.Text("activate.readingmore"), Style: draw.Secondary})
	icon := layout.Inset(2, 12, 0, 0, layout.VStack(0, draw.Icon(theme.IconWait, theme.ColorInfo)))
	line := layout.Inset(8, 0, 0, 0, layout.Frame(nil, nil, icon, nil, text))
	if !v.model.Stops() {
		return line
	}
	v.asked = v.model.Organization()
	v.stop = widgets.NewButton(phrase.Text("shell.do.stop"), widgets.Usual, v.cfg.OnStop)
	return layout.VStack(16, line, layout.HStack(0, v.stop))
}

func (v *View) trouble(failure error) fyne.CanvasObject {
	v.again = widgets.NewButton(phrase.Text("shell.do.again"), widgets.Usual, v.cfg.OnRetry)
	t := widgets.TroubleOf(failure)
	t.Safe, t.Copy, t.Buttons = phrase.Text("activate.safe"), v.cfg.Copy, []fyne.CanvasObject{v.again}
	if fault.AsksSignIn(failure) {
		t.Buttons = append(t.Buttons, widgets.NewButton(phrase.Text("words.signin"), widgets.Usual, v.cfg.OnSignIn))
	}
	return t.Object()
}
