package add

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/rows"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

// Actions are what the screen asks the window to do. All are called on the UI
// thread; none may be nil.
type Actions struct {
	Canvas         fyne.Canvas
	ChooseLocation func(id string) // for rows without a location
	SeeBehind      func()          // show the rows that stay behind
	Retry          func()          // check again
	CancelCheck    func()
	SignIn         func()
	Copy           func(text string) // to the clipboard
}

// View draws a Model, or the Progress of a run. It decides nothing.
type View struct {
	model   *Model
	actions Actions
	root    *fyne.Container
	choice  *widgets.Select // of a location for rows that name none
	running *running
}

// NewView returns the screen of a model.
func NewView(model *Model, actions Actions) *View {
	choice := widgets.NewSelect(actions.Canvas, theme.Control, func(i int) { actions.ChooseLocation(model.Locations()[i].ID) })
	choice.Hint = phrase.Text("words.chooselocation")
	return &View{model: model, actions: actions, root: container.NewStack(), choice: choice}
}

// Content is what is drawn.
func (v *View) Content() fyne.CanvasObject { return v.root }

// Refresh draws the model as it is now.
func (v *View) Refresh() {
	v.running = nil
	v.show(v.parts())
}

func (v *View) show(parts []fyne.CanvasObject) {
	page := layout.Inset(theme.GroupGap, theme.PageMargin, theme.GroupGap, theme.PageMargin, layout.VStack(0, parts...))
	v.root.Objects = []fyne.CanvasObject{layout.Page(page)}
	v.root.Refresh()
}

func (v *View) parts() []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	if v.model.Practice() {
		parts = append(parts, widgets.PracticeBand(), layout.Space(0, 20))
	}
	parts = append(parts, draw.NewParagraph(v.model.Headline(), draw.Title), layout.Space(0, 8), v.sentence())
	if asks := v.model.Asks(); asks != "" {
		parts = append(parts, layout.Space(0, 20), v.chooser(asks))
	}
	if places := v.model.Places(); len(places) > 0 {
		parts = append(parts, layout.Space(0, 24), placesTable(places))
	}
	return append(parts, append([]fyne.CanvasObject{layout.Space(0, 28)}, v.checks()...)...)
}

// sentence is the second sentence, and how many rows stay behind.
func (v *View) sentence() fyne.CanvasObject {
	text, behind := v.model.Sentence(), v.model.LeftBehind()
	if behind == "" {
		return draw.NewParagraph(text, draw.Lead)
	}
	bold := draw.Lead
	bold.Bold = true
	spans := []draw.Span{{Text: behind, Style: bold}}
	if text != "" {
		spans = append([]draw.Span{{Text: text + " ", Style: draw.Lead}}, spans...)
	}
	return layout.Followed(draw.NewSpans(spans...), widgets.NewStyledLink(phrase.Text("add.behind.see", "Count", v.model.Behind()), draw.Lead, v.actions.SeeBehind))
}

// chooser asks for the location of rows that name none.
func (v *View) chooser(asks string) fyne.CanvasObject {
	v.choice.Set(rows.NamesOf(v.model.Locations()), v.model.Chosen())
	return layout.VStack(theme.Gap, draw.NewParagraph(asks, draw.Strong), layout.Capped(480, v.choice))
}

func (v *View) checks() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{draw.NewText(phrase.Text("add.checks.title"), draw.Section), layout.Space(0, 12)}
	switch state, failure := v.model.State(); state {
	case PreflightUnderWay:
		text := draw.NewText(phrase.Text("add.checks.underway"), draw.Secondary)
		return append(parts, layout.HStack(theme.Gap, draw.Icon(theme.IconWait, theme.ColorInfo), text, widgets.NewLink(phrase.Text("words.cancel"), v.actions.CancelCheck)))
	case PreflightFailed:
		buttons := []fyne.CanvasObject{widgets.NewButton(phrase.Text("add.checks.again"), widgets.Usual, v.actions.Retry)}
		if v.model.SignedOut() {
			buttons = append(buttons, widgets.NewButton(phrase.Text("words.signin"), widgets.Usual, v.actions.SignIn))
		}
		return append(parts, widgets.Trouble{
			Title: failure.Title, What: phrase.Sentences(failure.What, failure.Next), Safe: phrase.Text("words.nothingsent"), Details: failure.Details,
			Buttons: buttons, Copy: v.actions.Copy,
		}.Object())
	case PreflightDone:
	}
	var lines []fyne.CanvasObject
	for _, c := range v.model.Checks() {
		lines = append(lines, checkLine(c))
	}
	return append(parts, layout.VStack(14, lines...))
}

func checkLine(c Check) fyne.CanvasObject {
	icon, color := theme.IconReady, theme.ColorOK
	switch c.Tone {
	case ToneGood:
	case ToneWarning:
		icon, color = theme.IconChanged, theme.ColorWarn
	case ToneProblem:
		icon, color = theme.IconProblem, theme.ColorError
	}
	return widgets.Statement(icon, color, c.Text, c.More)
}
