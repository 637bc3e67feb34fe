package add

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/outcome"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

// running are the parts of the screen that change while numbers are added. They
// are made once, so that nothing moves that did not change.
type running struct {
	progress *Progress
	sentence *draw.Paragraph
	meter    *draw.Meter
	underWay *draw.Text
	tallies  *fyne.Container
	wait     *fyne.Container
	held     bool // by a missing sign-in
	bars     []barLine
}

// sectionLeast is the room of the heading of the locations beside what is under way.
const sectionLeast float32 = 90

type barLine struct {
	meter *draw.Meter
	count *draw.Text
	icon  *fyne.Container
	state *draw.Text
}

// ShowProgress draws a run under way as it is now. now is the present time.
func (v *View) ShowProgress(p *Progress, now time.Time) {
	if v.running == nil || v.running.progress != p {
		v.startRunning(p, now)
	}
	r := v.running
	lines := r.sentence.MinSize().Height
	if r.sentence.Set(draw.Span{Text: p.Sentence(now), Style: draw.Lead}); r.sentence.MinSize().Height != lines {
		v.root.Refresh()
	}
	r.meter.Set(p.Share())
	r.tallies.Objects = tallyLine(p.Tallies())
	r.tallies.Refresh()
	r.underWay.SetText(p.UnderWay())
	v.showHold(p, now)
	for i, b := range p.Bars(now) {
		r.bars[i].show(b)
	}
}

// showHold shows the wait that Webex asked for, or that a sign-in is missing.
func (v *View) showHold(p *Progress, now time.Time) {
	r, held := v.running, p.Held() == HoldSignIn
	switch {
	case !held:
		r.showWait(p.Waiting(now))
	case !r.held:
		r.showBand(signInBand(p.Organization()))
		v.root.Refresh() // it may need two lines
	}
	r.held = held
}

func (v *View) startRunning(p *Progress, now time.Time) {
	r := &running{
		progress: p, sentence: draw.NewParagraph("", draw.Lead), meter: draw.NewMeter(12),
		underWay: draw.NewText("", draw.Secondary),
		tallies:  layout.Wrapped(draw.AlignStart, theme.GroupGap, 0), wait: container.NewStack(),
	}
	v.running = r
	var parts []fyne.CanvasObject
	if p.Practice() {
		parts = append(parts, widgets.PracticeBand(), layout.Space(0, 20))
	}
	parts = append(parts,
		draw.NewParagraph(p.Headline(), draw.Title), layout.Space(0, 8), r.sentence, layout.Space(0, 16), r.meter,
		layout.Space(0, 16), layout.AtLeast(20, r.tallies), layout.Space(0, 24),
		layout.Tailed(theme.Gap, sectionLeast, draw.NewText(phrase.Text("add.running.locations"), draw.Section), r.underWay), layout.Space(0, 8), draw.Hairline())
	for _, b := range p.Bars(now) {
		line := barLine{
			meter: draw.NewMeter(8), count: draw.NewText("", draw.Style{Right: true}),
			icon: container.NewStack(), state: draw.NewText("", draw.Secondary),
		}
		r.bars = append(r.bars, line)
		name := draw.NewText(b.Location, draw.Strong.Shortened())
		parts = append(parts, container.New(barLayout{}, name, line.meter, line.count, line.icon, line.state), draw.Hairline())
	}
	// The wait comes last, so that nothing moves when it comes and goes.
	parts = append(parts, layout.Space(0, 20),
		draw.NewParagraph(phrase.Text("add.running.safe"), draw.Secondary),
		layout.Space(0, 20), layout.Sized(0, 40, r.wait))
	v.show(parts)
}

func tallyLine(tallies []Tally) []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, t := range tallies {
		icon := draw.Grown(draw.Picture(outcome.Icon(t.Outcome), theme.IconSize))
		text := phrase.Text("add.tally", "Numbers", t.Count, "Outcome", strings.ToLower(phrase.Outcome(t.Outcome)))
		objects = append(objects, layout.HStack(theme.Gap, icon, draw.NewText(text, draw.Body)))
	}
	return objects
}

// signInBand says that the work waits for a new sign-in.
func signInBand(organization string) fyne.CanvasObject {
	return widgets.Band(widgets.MoodWarn, theme.IconChanged, draw.NewSpans(
		draw.Spans(draw.Body, phrase.Pieces("add.running.signin", "Organization", organization))...))
}

func (r *running) showWait(seconds int) {
	if seconds == 0 {
		r.showBand()
		return
	}
	r.showBand(widgets.Band(widgets.MoodInfo, theme.IconWait, draw.NewSpans(
		draw.Spans(draw.Body, phrase.Pieces("add.running.wait", "Count", seconds))...)))
}

// showBand shows a band, or none, below all else.
func (r *running) showBand(band ...fyne.CanvasObject) {
	r.wait.Objects = band
	r.wait.Refresh()
}

func (l barLine) show(b Bar) {
	l.meter.Set(share(b))
	l.count.SetText(phrase.Text("add.bar.count", "Done", b.Done, "All", b.Total))
	style, icon, color := draw.Secondary, theme.IconName(""), theme.ColorSecondary
	switch b.State {
	case BarAhead, BarUnderWay:
	case BarWaiting:
		style, icon, color = draw.Body.In(theme.ColorInfo), theme.IconWait, theme.ColorInfo
	case BarDone:
		icon, color = theme.IconAdded, theme.ColorOK
	}
	l.state.Set(b.Text, style)
	l.icon.Objects = nil
	if icon != "" {
		l.icon.Objects = []fyne.CanvasObject{draw.Icon(icon, color)}
	}
	l.icon.Refresh()
}

func share(b Bar) float64 {
	if b.Total == 0 {
		return 0
	}
	return float64(b.Done) / float64(b.Total)
}

// barLayout places the name, the bar, the count, the icon and the state of a location.
// With large text in a small window the bar leaves, since the count says as much.
type barLayout struct{}

// The measures of a line for text of the usual size.
const (
	barHeight    float32 = 43
	barNameShare float32 = 0.17
	barCount     float32 = 120
	barState     float32 = 240
	barLeast     float32 = 40 // of the bar
	narrowCount  float32 = 96 // without the bar
	narrowState  float32 = 190
)

func (barLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(draw.Larger(narrowCount+narrowState), barHeight*draw.TallScale())
}

func (barLayout) Layout(parts []fyne.CanvasObject, size fyne.Size) {
	name, count, state, icon := size.Width*barNameShare, draw.Larger(barCount), draw.Larger(barState), draw.Larger(theme.IconSize)
	rest := size.Width - icon - 3*theme.Gap
	meter := rest - name - count - state
	if layout.SetVisible(parts[1], meter >= draw.Larger(barLeast)); meter < draw.Larger(barLeast) {
		count, state, meter = draw.Larger(narrowCount), draw.Larger(narrowState), 0
		name = max(0, rest-count-state)
	}
	put := func(part int, x, width float32) {
		layout.Put(parts[part], fyne.NewPos(x, 0), fyne.NewSize(width, size.Height))
	}
	put(0, 0, max(0, name-theme.Gap))
	put(1, name, meter)
	put(2, name+meter, count) //nolint:mnd // the places of the parts
	x := name + meter + count + 2*theme.Gap
	layout.Put(parts[3], fyne.NewPos(x, (size.Height-icon)/2), fyne.NewSquareSize(icon))
	put(4, x+icon+theme.Gap, state) //nolint:mnd // the places of the parts
}
