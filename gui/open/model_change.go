package open

import (
	"maps"
	"slices"
	"strconv"

	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/review"
)

// Change is how the file is to be read instead, and what holds for its rows
// where they say nothing: the state of the dialog.
type Change struct {
	table     *number.Table
	layout    number.Layout
	reread    bool
	settings  review.Settings
	rejudge   bool
	locations []number.Location
	countries []phrase.CountryName
}

// NewChange begins with how the file was read and judged. locations are those
// of the organization.
func NewChange(table *number.Table, layout number.Layout, settings review.Settings, locations []number.Location) *Change {
	return &Change{table: table, layout: layout, settings: settings, locations: locations, countries: phrase.Countries()}
}

// Option is something to choose and whether it is the present choice.
type Option struct {
	Text   string
	Chosen bool
}

// Chosen is the position of the present choice, or -1.
func Chosen(options []Option) int {
	return slices.IndexFunc(options, func(o Option) bool { return o.Chosen })
}

// Texts are the texts of options.
func Texts(options []Option) []string {
	texts := make([]string, len(options))
	for i, o := range options {
		texts[i] = o.Text
	}
	return texts
}

// Sheets are the sheets to choose from; fewer than two are no choice.
func (c *Change) Sheets() []Option {
	options := make([]Option, len(c.table.Sheets))
	for i, sheet := range c.table.Sheets {
		options[i] = Option{Text: sheet.Name, Chosen: sheet.Name == c.sheet()}
		if sheet.Hidden {
			options[i].Text = phrase.Text("open.change.hiddensheet", "Sheet", sheet.Name)
		}
	}
	return options
}

func (c *Change) sheet() string {
	if c.layout.Sheet != nil {
		return *c.layout.Sheet
	}
	return c.table.Sheet
}

// SetSheet chooses a sheet. Rows and columns of another sheet mean something
// else, so they are found anew.
func (c *Change) SetSheet(i int) {
	if i < 0 || i >= len(c.table.Sheets) || c.table.Sheets[i].Name == c.sheet() {
		return
	}
	name := c.table.Sheets[i].Name
	c.layout = number.Layout{Sheet: &name, Password: c.layout.Password, Encoding: c.layout.Encoding}
	c.reread = true
}

// OtherSheet says that another sheet was chosen, so that its columns are not
// known yet.
func (c *Change) OtherSheet() bool { return c.sheet() != c.table.Sheet }

// lastHeader is how far down a header row can be chosen, unless it was found
// further down.
const lastHeader = 20

// Headers are the rows that may hold the headers.
func (c *Change) Headers() []Option {
	now := c.table.HeaderRow
	if c.layout.Header != nil {
		now = *c.layout.Header
	}
	options := []Option{{Text: phrase.Text("open.change.noheaders"), Chosen: now == 0}}
	for row := 1; row <= max(lastHeader, now); row++ {
		options = append(options, Option{Text: phrase.Text("open.tables.rowonly", "Row", strconv.Itoa(row)), Chosen: row == now})
	}
	return options
}

// SetHeader chooses the row of the headers by its position in Headers.
func (c *Change) SetHeader(i int) { c.layout.Header, c.reread = &i, true }

// Columns are the columns that a field may be in. The first choice is that it is
// found; where it was, the last one is that the file has none.
func (c *Change) Columns(field number.Field) []Option {
	name, set := c.layout.Columns[field]
	found, ok := c.table.Columns[field]
	absent := phrase.Text("open.change.absent")
	first := absent
	switch {
	case set:
		first = phrase.Text("open.change.find")
	case ok:
		first = phrase.Text("open.change.found", "Column", c.column(found))
	}
	options := []Option{{Text: first, Chosen: !set}}
	for i := range tableWidth(c.table) {
		options = append(options, Option{Text: c.column(i), Chosen: set && name == number.ColumnName(i)})
	}
	if (set || ok) && field != number.FieldNumber {
		options = append(options, Option{Text: absent, Chosen: set && name == ""})
	}
	return options
}

func (c *Change) column(i int) string {
	if i < len(c.table.Headings) && c.table.Headings[i] != "" {
		return phrase.Text("open.change.column", "Column", number.ColumnName(i), "Heading", c.table.Headings[i])
	}
	return number.ColumnName(i)
}

// SetColumn chooses the column of a field by its position in Columns.
func (c *Change) SetColumn(field number.Field, i int) {
	columns := map[number.Field]string{}
	maps.Copy(columns, c.layout.Columns)
	switch {
	case i <= 0:
		delete(columns, field)
	case i > tableWidth(c.table):
		columns[field] = ""
	default:
		columns[field] = number.ColumnName(i - 1)
	}
	c.layout.Columns, c.reread = columns, true
}

// Hidden are the ways to treat hidden rows; none if there are none.
func (c *Change) Hidden() []Option { return hiddenOptions(c.table, c.settings) }

// SetHidden chooses one by its position in Hidden.
func (c *Change) SetHidden(i int) { c.settings.IncludeHidden, c.rejudge = i == 1, true }

// Layout is how the file is to be read. reread is false if it was read so.
func (c *Change) Layout() (layout number.Layout, reread bool) { return c.layout, c.reread }

// Settings are what holds for rows that say nothing. rejudge is false if they
// were judged so.
func (c *Change) Settings() (settings review.Settings, rejudge bool) { return c.settings, c.rejudge }
