package open

import (
	"fyne.io/fyne/v2"

	"numberloader/gui/widgets"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// Body is the content of the Change dialog.
func (c *Change) Body() fyne.CanvasObject {
	box := widgets.VStack(8)
	c.fill(box)
	return widgets.Sized(0, 320, widgets.Page(box))
}

func (c *Change) fill(box *fyne.Container) {
	box.Objects = nil
	if sheets := c.Sheets(); len(sheets) > 1 {
		box.Add(line(phrase.Text("open.change.sheet"), sheets, func(i int) {
			c.SetSheet(i)
			c.fill(box)
		}))
	}
	if c.OtherSheet() {
		box.Add(widgets.NewParagraph(phrase.Text("open.change.othersheet"), widgets.Secondary))
		box.Refresh()
		return
	}
	box.Add(line(phrase.Text("open.change.headers"), c.Headers(), c.SetHeader))
	for _, field := range number.Fields() {
		box.Add(line(fieldName(field), c.Columns(field), func(i int) { c.SetColumn(field, i) }))
	}
	if hidden := c.Hidden(); len(hidden) > 0 {
		box.Add(line(phrase.Text("open.change.hidden"), hidden, c.SetHidden))
	}
	box.Add(widgets.Space(0, 4))
	box.Add(widgets.NewParagraph(phrase.Text("open.change.silent"), widgets.Strong))
	box.Add(line(phrase.Field(number.FieldCountry), c.Countries(), c.SetCountry))
	box.Add(line(phrase.Field(number.FieldLocation), c.Locations(), c.SetLocation))
	box.Add(line(phrase.Field(number.FieldType), c.Kinds(), c.SetKind))
	box.Add(line(phrase.Field(number.FieldState), c.States(), c.SetState))
	box.Refresh()
}

// line is a label and a list to choose from.
func line(label string, options []Option, changed func(int)) fyne.CanvasObject {
	choice := widgets.NewChoice(Texts(options), Chosen(options), changed)
	name := widgets.Sized(112, 0, widgets.NewText(label, widgets.Secondary))
	return widgets.Frame(nil, nil, name, nil, widgets.Inset(0, 14, 0, 0, choice.Object()))
}
