package open

import (
	"fyne.io/fyne/v2"

	"numberloader/gui/widgets"
	"numberloader/internal/number"
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
		box.Add(line("Sheet", sheets, func(i int) {
			c.SetSheet(i)
			c.fill(box)
		}))
	}
	if c.OtherSheet() {
		box.Add(widgets.NewParagraph("Headers and columns of this sheet are found when it is read.", widgets.Secondary))
		box.Refresh()
		return
	}
	box.Add(line("Headers", c.Headers(), c.SetHeader))
	for _, field := range number.Fields() {
		box.Add(line(FieldName(field), c.Columns(field), func(i int) { c.SetColumn(field, i) }))
	}
	if hidden := c.Hidden(); len(hidden) > 0 {
		box.Add(line("Hidden rows", hidden, c.SetHidden))
	}
	box.Add(widgets.Space(0, 4))
	box.Add(widgets.NewParagraph("For rows that do not say it themselves:", widgets.Strong))
	box.Add(line("Country", c.Countries(), c.SetCountry))
	box.Add(line("Location", c.Locations(), c.SetLocation))
	box.Add(line("Type", c.Kinds(), c.SetKind))
	box.Add(line("State", c.States(), c.SetState))
	box.Refresh()
}

// line is a label and a list to choose from.
func line(label string, options []Option, changed func(int)) fyne.CanvasObject {
	choice := widgets.NewChoice(Texts(options), Chosen(options), changed)
	name := widgets.Sized(112, 0, widgets.NewText(label, widgets.Secondary))
	return widgets.Frame(nil, nil, name, nil, widgets.Inset(0, 14, 0, 0, choice.Object()))
}
