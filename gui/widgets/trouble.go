package widgets

import (
	"fyne.io/fyne/v2"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
	"numberloader/internal/fault"
	"numberloader/internal/phrase"
)

// Details are what support needs of an error, one click away: a link that shows
// them, and one that copies them. It is empty without text.
type Details struct {
	text   string
	copyIt func(text string)
	box    *fyne.Container
}

// NewDetails returns the details of an error. copyIt puts a text on the
// clipboard.
func NewDetails(text string, copyIt func(text string)) *Details {
	d := &Details{text: text, copyIt: copyIt, box: layout.VStack(6)}
	d.show(false)
	return d
}

// Object is what is drawn.
func (d *Details) Object() fyne.CanvasObject { return d.box }

// show opens or closes the details.
func (d *Details) show(open bool) {
	if d.text == "" {
		d.box.Hide()
		return
	}
	word := phrase.Text("words.details")
	if open {
		word = phrase.Text("words.hidedetails")
	}
	links := layout.HStack(16, NewLink(word, func() { d.show(!open) }))
	d.box.Objects = []fyne.CanvasObject{links}
	if open {
		links.Add(NewLink(phrase.Text("words.support"), func() { d.copyIt(d.text) }))
		small := draw.Style{Size: theme.SizeCaption, Color: theme.ColorSecondary, Mono: true}
		d.box.Add(draw.NewParagraph(d.text, small))
	}
	d.box.Refresh()
}

// Trouble is a message about something that went wrong: what happened, what to
// do, what did not happen, buttons, and the details.
type Trouble struct {
	Title   string
	What    string // what happened and what to do
	Safe    string // what did not happen; may be empty
	Details string
	// Calm says that nothing went wrong: the user wanted it so.
	Calm bool
	// More stands above the buttons, such as a field; it may be nil.
	More    fyne.CanvasObject
	Buttons []fyne.CanvasObject
	// Copy puts the details on the clipboard.
	Copy func(text string)
}

// TroubleOf is the message about an error, without what did not happen and buttons.
func TroubleOf(err error) Trouble {
	message := phrase.Explain(err)
	return Trouble{
		Title: message.Title, What: phrase.Sentences(message.What, message.Next), Details: message.Details,
		Calm: fault.KindOf(err) == fault.Stopped,
	}
}

// mark is the icon of the message.
func (t Trouble) mark() fyne.Resource {
	if t.Calm {
		return theme.Icon(theme.IconInfo, theme.ColorInfo)
	}
	return theme.Icon(theme.IconProblem, theme.ColorError)
}

// Object draws the message on a panel.
func (t Trouble) Object() *fyne.Container {
	parts := []fyne.CanvasObject{draw.NewParagraph(t.Title, draw.Heading), layout.Space(0, 6), layout.Capped(600, draw.NewParagraph(t.What, draw.Body))}
	if t.Safe != "" {
		parts = append(parts, layout.Space(0, 4), draw.NewParagraph(t.Safe, draw.Secondary))
	}
	if t.More != nil {
		parts = append(parts, layout.Space(0, 16), t.More)
	}
	if len(t.Buttons) > 0 {
		parts = append(parts, layout.Space(0, 20), layout.Wrapped(draw.AlignStart, theme.Gap, theme.Gap, t.Buttons...))
	}
	if t.Details != "" {
		parts = append(parts, layout.Space(0, 16), NewDetails(t.Details, t.Copy).Object())
	}
	icon := layout.VStack(0, draw.Grown(draw.Picture(t.mark(), 28)))
	content := layout.Frame(nil, nil, icon, nil, layout.Inset(0, 0, 0, 16, layout.VStack(0, parts...)))
	paint := draw.Paint{Fill: theme.ColorRail, Stroke: theme.ColorSeparator, Width: 1, Radius: 10}
	return layout.Stack(draw.NewSurface(paint), layout.Inset(28, 28, 28, 24, content))
}
