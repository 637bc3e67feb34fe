package widgets

import (
	"fyne.io/fyne/v2"

	"numberloader/gui/theme"
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
	d := &Details{text: text, copyIt: copyIt, box: VStack(6)}
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
	links := HStack(16, NewLink(word, func() { d.show(!open) }))
	d.box.Objects = []fyne.CanvasObject{links}
	if open {
		links.Add(NewLink(phrase.Text("words.support"), func() { d.copyIt(d.text) }))
		small := Style{Size: theme.SizeCaption, Color: theme.ColorSecondary, Mono: true}
		d.box.Add(NewParagraph(d.text, small))
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
	// More stands above the buttons, such as a field; it may be nil.
	More    fyne.CanvasObject
	Buttons []fyne.CanvasObject
	// Copy puts the details on the clipboard.
	Copy func(text string)
}

// Object draws the message on a panel.
func (t Trouble) Object() *fyne.Container {
	parts := []fyne.CanvasObject{NewParagraph(t.Title, Heading), Space(0, 6), Capped(600, NewParagraph(t.What, Body))}
	if t.Safe != "" {
		parts = append(parts, Space(0, 4), NewParagraph(t.Safe, Secondary))
	}
	if t.More != nil {
		parts = append(parts, Space(0, 16), t.More)
	}
	if len(t.Buttons) > 0 {
		parts = append(parts, Space(0, 20), HStack(theme.Gap, t.Buttons...))
	}
	if t.Details != "" {
		parts = append(parts, Space(0, 16), NewDetails(t.Details, t.Copy).Object())
	}
	icon := VStack(0, Picture(theme.Icon(theme.IconProblem, theme.ColorError), 28))
	content := Frame(nil, nil, icon, nil, Inset(0, 0, 0, 16, VStack(0, parts...)))
	paint := Paint{Fill: theme.ColorRail, Stroke: theme.ColorSeparator, Width: 1, Radius: 10}
	return Stack(NewSurface(paint), Inset(28, 28, 28, 24, content))
}
