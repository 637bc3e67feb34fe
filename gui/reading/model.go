// Package reading is the page "How is this file read?": sheets, header row, country,
// encoding and delimiter on the left, and the first rows of the file with what each
// column is used for. What is chosen is tried at once, and taken or dropped as a
// whole. Model files know no toolkit, view files decide nothing.
package reading

import (
	"maps"
	"slices"
	"strconv"

	"numberloader/gui/file"
	"numberloader/internal/dialplan"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/review"
)

// Trial is a way to read the file that is tried; *file.Trial is one.
type Trial interface {
	Table() *number.Table
	Layout() number.Layout
	Settings() review.Settings
	Reading() (reading file.Reading, ok bool)
	Trouble() error
	Look() (look file.Look, ok bool)
	Read(layout number.Layout)
	Set(settings review.Settings)
	Cancel()
}

// Model is the state of the page.
type Model struct {
	*trying
	sheets
	columns
	textTable
	defaults
}

// trying is the way to read the file that is tried, as all parts of the page change it.
type trying struct {
	trial Trial
	// unread says that it is in doubt which sheets are meant, and that nobody said it
	// yet.
	unread bool
	taken  string // what a choice took from another column, "" for nothing
}

// NewModel begins with a trial. locations are those of the organization.
func NewModel(trial Trial, locations []number.Location) *Model {
	layout := trial.Layout()
	t := &trying{trial: trial, unread: len(trial.Table().Rivals) > 0 && !layout.NamesSheets()}
	return &Model{
		trying: t, sheets: sheets{t}, columns: columns{t, words{t}}, textTable: textTable{t},
		defaults: defaults{t, locations, phrase.Countries(dialplan.Regions())},
	}
}

// Choice is what a field to choose in offers.
type Choice struct {
	Texts  []string
	Chosen int // -1 for none
	Off    bool
}

func (c *Choice) add(text string, chosen bool) {
	if chosen {
		c.Chosen = len(c.Texts)
	}
	c.Texts = append(c.Texts, text)
}

// read tries another layout, whose maps may be changed.
func (m *trying) read(change func(layout *number.Layout)) {
	layout := m.trial.Layout()
	layout.Columns = maps.Clone(layout.Columns)
	if layout.Columns == nil {
		layout.Columns = map[number.Field]string{}
	}
	layout.Numbers = slices.Clone(layout.Numbers)
	words := map[number.Field]map[string]string{}
	for field, explained := range layout.Words {
		words[field] = maps.Clone(explained)
	}
	layout.Words = words
	change(&layout)
	if len(layout.Columns) == 0 {
		layout.Columns = nil
	}
	if len(layout.Words) == 0 {
		layout.Words = nil
	}
	m.taken = ""
	m.trial.Read(layout)
}

// chosenSheets are the sheets that are read, in their order.
func (m *trying) chosenSheets() []string {
	layout := m.trial.Layout()
	switch {
	case m.unread:
		return nil
	case len(layout.Sheets) > 0:
		return layout.Sheets
	case layout.Sheet != nil:
		return []string{*layout.Sheet}
	}
	return []string{m.trial.Table().Sheet}
}

// several reports whether more than one sheet is read, each with headers of its own.
func (m *trying) several() bool { return len(m.chosenSheets()) > 1 }

// headerRows is how far down a header row can be chosen, unless it was found further
// down.
const headerRows = 20

// Headers are the rows that may hold the headers. Of several sheets each has its own.
func (m *Model) Headers() Choice {
	if m.several() {
		return Choice{Texts: []string{phrase.Text("howread.headers.each")}, Off: true}
	}
	table, layout := m.trial.Table(), m.trial.Layout()
	if len(layout.Headers) > 0 {
		return Choice{Texts: []string{phrase.Text("howread.headers.tables", "Count", len(layout.Headers))}, Off: true}
	}
	now := table.HeaderRow
	if layout.Header != nil {
		now = *layout.Header
	}
	choice := Choice{Chosen: -1}
	choice.add(phrase.Text("howread.headers.none"), now == 0)
	for row := 1; row <= max(headerRows, now); row++ {
		choice.add(phrase.Text("howread.headers.row", "Row", strconv.Itoa(row)), row == now)
	}
	return choice
}

// ChooseHeader chooses the row of the headers, 0 for none.
func (m *Model) ChooseHeader(row int) {
	m.read(func(layout *number.Layout) { layout.Header, layout.Headers, layout.Own = &row, nil, nil })
}

// Numbers is how many rows are to be read.
func (m *Model) rowsRead() int {
	n := 0
	records := m.trial.Table().Records
	for i := range records {
		if records[i].Skipped == number.SkipNone && (!records[i].Hidden || m.trial.Settings().IncludeHidden) {
			n++
		}
	}
	return n
}

// Button is the label of the button that reads the file so, and why it can't be
// pressed, "" if it can.
func (m *Model) Button() (label, reason string) {
	table := m.trial.Table()
	_, reading := m.trial.Reading()
	_, numbers := table.Columns[number.FieldNumber]
	switch {
	case m.unread:
		reason = phrase.Text("howread.button.sheet")
	case reading:
		reason = phrase.Text("howread.button.reading")
	case table.Ask != nil && table.Ask.Question == number.QuestionHeader:
		reason = phrase.Text("howread.button.header")
	case !numbers || table.Ask != nil:
		reason = phrase.Text("howread.button.number")
	default:
		return phrase.Text("howread.button.read", "Count", m.rowsRead()), ""
	}
	return phrase.Text("howread.button.plain"), reason
}

// Hint stands beside the button while it can be pressed.
func (m *Model) Hint() string { return phrase.Text("howread.button.hint", "Count", m.rowsRead()) }

// Progress says how far the file is read, "" if that is not worth saying.
func (m *Model) Progress() string {
	reading, busy := m.trial.Reading()
	if !busy || !reading.Slow {
		return ""
	}
	return phrase.Text("howread.reading", "Count", reading.Progress.Rows)
}
