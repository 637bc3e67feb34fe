package reading

import (
	"slices"

	"fyne.io/fyne/v2"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

// choices are what stands at the left: how the file as a whole is read.
type choices struct {
	page   *Page
	object *fyne.Container

	sheets    []*sheetMark
	encoding  *field // nil for workbooks
	delimiter *field
	headers   *field
	country   *field
	defaults  *fyne.Container
	fields    []*field // in defaults
	labels    []string // of these
	hidden    *widgets.Mark
}

// sheetMark is a sheet to take in.
type sheetMark struct {
	mark  *widgets.Mark
	name  string
	count *draw.Text
}

// field is a label above a list to choose from.
type field struct {
	object *fyne.Container
	list   *widgets.Select
}

func (c *choices) field(label string, choose func(i int)) *field {
	f := &field{list: widgets.NewSelect(c.page.cfg.Canvas, theme.Control, func(i int) {
		choose(i)
		c.page.changed()
	})}
	f.object = layout.VStack(4, draw.NewParagraph(label, draw.Caption), f.list)
	return f
}

func (f *field) show(choice Choice) {
	f.list.Set(choice.Texts, choice.Chosen)
	if choice.Off != f.list.Disabled() {
		if choice.Off {
			f.list.Disable()
		} else {
			f.list.Enable()
		}
	}
}

func newChoices(p *Page) *choices {
	c := &choices{page: p, defaults: layout.VStack(16)}
	m := p.model
	var parts []fyne.CanvasObject
	if m.IsText() {
		c.encoding = c.field(phrase.Text("howread.encoding.title"), m.ChooseEncoding)
		c.encoding.object.Add(draw.NewParagraph(phrase.Text("howread.encoding.hint"), draw.Caption))
		c.delimiter = c.field(phrase.Text("howread.delimiter.title"), m.ChooseDelimiter)
		parts = append(parts, c.encoding.object, c.delimiter.object)
	} else if len(m.Sheets()) > 1 {
		parts = append(parts, c.sheetList())
	}
	c.headers = c.field(phrase.Text("howread.headers.title"), m.ChooseHeader)
	c.country = c.field(phrase.Text("howread.country.title"), m.ChooseCountry)
	parts = append(parts, c.headers.object, c.country.object, c.defaults)
	if rows, on := m.Hidden(); rows > 0 {
		c.hidden = widgets.NewCheck(phrase.Text("howread.hidden", "Count", rows), on, func(on bool) {
			m.IncludeHidden(on)
			p.changed()
		})
		parts = append(parts, c.hidden)
	}
	if on, can := p.cfg.Remembering(); can {
		parts = append(parts, widgets.NewCheck(phrase.Text("howread.remember"), on, p.cfg.SetRemembering))
	}
	c.object = layout.VStack(16, parts...)
	return c
}

// sheetList are check boxes for the sheets.
func (c *choices) sheetList() fyne.CanvasObject {
	list := layout.VStack(4, draw.NewText(phrase.Text("howread.sheets.title"), draw.Caption))
	for _, s := range c.page.model.Sheets() {
		sheet := &sheetMark{name: s.Name, count: draw.NewText("", draw.Secondary)}
		name := layout.HStack(theme.Gap, draw.NewText(s.Name, draw.Body.Shortened()), layout.Spacer(), sheet.count)
		sheet.mark = widgets.NewMark(widgets.ShapeBox, name, func() {
			c.page.model.ChooseSheet(sheet.name, sheet.mark.State() != widgets.MarkOn)
			c.page.changed()
		})
		c.sheets = append(c.sheets, sheet)
		list.Add(layout.Tall(28, sheet.mark))
	}
	if text := c.page.model.HiddenSheets(); text != "" {
		list.Add(draw.NewParagraph(text, draw.Caption))
	}
	return list
}

// first is the first control.
func (c *choices) first() fyne.Focusable {
	switch {
	case len(c.sheets) > 0:
		return c.sheets[0].mark
	case c.encoding != nil:
		return c.encoding.list
	}
	return c.headers.list
}

// show draws what is chosen.
func (c *choices) show() {
	m := c.page.model
	sheets := m.Sheets()
	for i, s := range c.sheets {
		s.mark.Set(widgets.MarkIf(sheets[i].Chosen))
		s.count.SetText(sheets[i].Caption)
		s.mark.Refresh()
	}
	if c.encoding != nil {
		c.encoding.show(m.Encodings())
		c.delimiter.show(m.Delimiters())
	}
	c.headers.show(m.Headers())
	c.country.show(m.Countries())
	c.showDefaults()
}

// showDefaults draws what holds for rows that do not say it, anew if these are other
// fields.
func (c *choices) showDefaults() {
	all := c.page.model.Defaults()
	labels := make([]string, len(all))
	for i, d := range all {
		labels[i] = d.Label
	}
	if !slices.Equal(labels, c.labels) {
		c.labels, c.fields, c.defaults.Objects = labels, nil, nil
		for _, d := range all {
			f := c.field(d.Label, d.Choose)
			c.fields = append(c.fields, f)
			c.defaults.Add(f.object)
		}
	}
	for i, d := range all {
		c.fields[i].show(d.Choice)
	}
}
