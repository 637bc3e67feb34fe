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
	trial     Trial
	locations []number.Location
	countries []phrase.CountryName
	// unread says that it is in doubt which sheets are meant, and that nobody said it
	// yet.
	unread bool
	taken  string // what a choice took from another column, "" for nothing
}

// NewModel begins with a trial. locations are those of the organization.
func NewModel(trial Trial, locations []number.Location) *Model {
	layout := trial.Layout()
	return &Model{
		trial: trial, locations: locations, countries: phrase.Countries(dialplan.Regions()),
		unread: len(trial.Table().Rivals) > 0 && !layout.NamesSheets(),
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
func (m *Model) read(change func(layout *number.Layout)) {
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

// Sheet is a sheet to read.
type Sheet struct {
	Name    string
	Caption string // how many numbers it lists
	Chosen  bool
}

// Sheets are those of a workbook; a text file has none.
func (m *Model) Sheets() []Sheet {
	var all []Sheet
	counts := numbersOf(m.trial.Table())
	for _, s := range m.trial.Table().Sheets {
		sheet := Sheet{Name: s.Name, Chosen: m.reads(s.Name), Caption: phrase.Text("howread.sheets.none")}
		if n := counts[s.Name]; n > 0 {
			sheet.Caption = phrase.Count(n)
		}
		all = append(all, sheet)
	}
	return all
}

// numbersOf counts the phone numbers of each sheet: those that are read, or all where
// it is not known which are.
func numbersOf(table *number.Table) map[string]int {
	read, all := map[string]int{}, map[string]int{}
	for i := range table.Inventory {
		item := &table.Inventory[i]
		all[item.Sheet] += item.Phones
		if item.Aside == number.AsideNone && item.Field == number.FieldNumber {
			read[item.Sheet] += item.Filled
		}
	}
	maps.Copy(all, read)
	return all
}

// HiddenSheets says which sheets are hidden in the file, "" if none are.
func (m *Model) HiddenSheets() string {
	var names []string
	for _, s := range m.trial.Table().Sheets {
		if s.Hidden {
			names = append(names, s.Name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return phrase.Text("howread.sheets.hidden", "Count", len(names), "Sheets", phrase.List(names))
}

// chosenSheets are the sheets that are read, in their order.
func (m *Model) chosenSheets() []string {
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

func (m *Model) reads(name string) bool { return slices.Contains(m.chosenSheets(), name) }

// ChooseSheet takes a sheet in, or leaves it out. Rows and columns that were chosen
// meant the sheets before, so they are found anew.
func (m *Model) ChooseSheet(name string, in bool) {
	chosen := m.chosenSheets()
	var names []string
	for _, s := range m.trial.Table().Sheets {
		if s.Name == name && in || s.Name != name && slices.Contains(chosen, s.Name) {
			names = append(names, s.Name)
		}
	}
	m.unread = len(names) == 0
	if m.unread {
		return
	}
	m.read(func(layout *number.Layout) {
		*layout = number.Layout{Password: layout.Password, Encoding: layout.Encoding, SheetIsLocation: layout.SheetIsLocation, Words: layout.Words}
		if len(names) == 1 {
			layout.Sheet = &names[0]
		} else {
			layout.Sheets = names
		}
	})
}

// several says that more than one sheet is read, each with headers of its own.
func (m *Model) several() bool { return len(m.chosenSheets()) > 1 }

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

// Countries are those that numbers without a country code may belong to.
func (m *Model) Countries() Choice {
	choice := Choice{}
	choice.add(phrase.Text("howread.notset"), m.trial.Settings().Region == "")
	for _, c := range m.countries {
		choice.add(c.Label, c.Code == m.trial.Settings().Region)
	}
	return choice
}

// ChooseCountry chooses one by its position in Countries.
func (m *Model) ChooseCountry(i int) {
	settings := m.trial.Settings()
	settings.Region = ""
	if i > 0 {
		settings.Region = m.countries[i-1].Code
	}
	m.trial.Set(settings)
}

// Hidden says how many rows are hidden in the file, and whether they are read.
func (m *Model) Hidden() (rows int, included bool) {
	return len(file.HiddenRows(m.trial.Table())), m.trial.Settings().IncludeHidden
}

// IncludeHidden reads hidden rows, or leaves them out.
func (m *Model) IncludeHidden(in bool) {
	settings := m.trial.Settings()
	settings.IncludeHidden = in
	m.trial.Set(settings)
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
