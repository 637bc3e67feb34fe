package reading

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"numberloader/gui/file"
	"numberloader/internal/number"
	"numberloader/internal/review"
)

// trial is a trial of a test, which reads as the columns of its layout say.
type trial struct {
	table    *number.Table
	layout   number.Layout
	settings review.Settings
	reading  *file.Reading
	trouble  error
	look     *file.Look
	read     int // times
	canceled int
}

func (t *trial) Table() *number.Table      { return t.table }
func (t *trial) Layout() number.Layout     { return t.layout }
func (t *trial) Settings() review.Settings { return t.settings }
func (t *trial) Trouble() error            { return t.trouble }
func (t *trial) Cancel()                   { t.canceled++ }
func (t *trial) Set(s review.Settings)     { t.settings = s }

func (t *trial) Reading() (file.Reading, bool) {
	if t.reading == nil {
		return file.Reading{}, false
	}
	return *t.reading, true
}

func (t *trial) Look() (file.Look, bool) {
	if t.look == nil {
		return file.Look{}, false
	}
	return *t.look, true
}

// Read reads the table as the layout names its columns.
func (t *trial) Read(layout number.Layout) {
	t.layout = layout
	t.read++
	table := *t.table
	table.Columns, table.Further, table.Ask = map[number.Field]int{}, nil, nil
	for field, column := range t.table.Columns {
		if _, named := layout.Columns[field]; !named {
			table.Columns[field] = column
		}
	}
	for field, name := range layout.Columns {
		if column, ok := number.ColumnIndex(name); ok {
			table.Columns[field] = column
		}
	}
	for _, name := range layout.Numbers {
		column, _ := number.ColumnIndex(name)
		table.Further = append(table.Further, number.List{
			Sheet: table.Sheet, HeaderRow: table.HeaderRow, Columns: map[number.Field]int{number.FieldNumber: column},
		})
	}
	if _, ok := table.Columns[number.FieldNumber]; !ok {
		table.Ask = &number.Ask{}
	}
	if layout.Header != nil {
		table.HeaderRow = *layout.Header
	}
	t.table = &table
}

// carrier is a list as a carrier sends it: a number, a type, a location, a state of
// unknown words, a room and a fax number.
func carrier() *trial {
	headings := []string{"Phone number", "Kind", "Site", "Status", "Room", "Fax"}
	table := &number.Table{
		Sheet: "Numbers", HeaderRow: 4, Headings: headings,
		Columns: map[number.Field]int{number.FieldNumber: 0, number.FieldType: 1, number.FieldLocation: 2, number.FieldState: 3},
		Sheets:  []number.Sheet{{Name: "Numbers"}, {Name: "Spare"}, {Name: "Prices"}, {Name: "Old", Hidden: true}},
		Top:     []number.Line{{Number: 1, Texts: []string{"Acme Telecom"}}, {Number: 4, Texts: headings}},
		Inventory: []number.Item{
			{Sheet: "Numbers", Column: 0, Heading: "Phone number", Filled: 6, Phones: 6, Field: number.FieldNumber},
			{Sheet: "Numbers", Column: 5, Heading: "Fax", Filled: 44, Phones: 44, Aside: number.AsideOtherPhone},
			{Sheet: "Spare", Column: -1, Phones: 40, Aside: number.AsideOtherSheet},
		},
	}
	for i, word := range []string{"live", "live", "spare", "live", "active", "porting"} {
		source := []string{fmt.Sprintf("(816) 555-012%d", i), "DID", "Kansas City", word, fmt.Sprintf("Room %d", 200+i), ""}
		table.Records = append(table.Records, number.Record{Line: 5 + i, Source: number.SourceOf(source...), Hidden: i == 5})
		table.Top = append(table.Top, number.Line{Number: 5 + i, Texts: source})
	}
	return &trial{table: table, layout: number.Layout{Sheet: &table.Sheet}, look: &file.Look{
		Preview: file.Preview{Rows: 6, Counted: 6, Counts: review.Counts{Going: 6}},
		Words: []file.Word{
			{Field: number.FieldState, Text: "live", Count: 3}, {Field: number.FieldState, Text: "spare", Count: 1}, {Field: number.FieldState, Text: "porting", Count: 1},
		},
	}}
}

// uses is what each column is used for.
func uses(m *Model) string {
	var all []string
	for _, c := range m.Columns() {
		doubt := ""
		if c.Doubt {
			doubt = "!"
		}
		all = append(all, c.Letter+doubt+" "+c.Choice.Texts[c.Choice.Chosen])
	}
	return strings.Join(all, ", ")
}

// choose uses a column for something.
func choose(t *testing.T, m *Model, letter, use string) {
	t.Helper()
	for i, c := range m.Columns() {
		if c.Letter == letter {
			m.Choose(i, slices.Index(c.Choice.Texts, use))
			return
		}
	}
	t.Fatalf("there is no column %s", letter)
}

// said are the lines below the preview.
func said(m *Model) []string {
	var all []string
	for _, l := range m.Lines() {
		text := ""
		for _, p := range l.Pieces {
			text += p.Text
		}
		if l.Link != "" {
			text += " [" + l.Link + "]"
		}
		all = append(all, text)
	}
	return all
}

func TestThePageShowsWhatEachColumnIsUsedFor(t *testing.T) {
	t.Parallel()
	m := NewModel(carrier(), nil)
	if got, want := uses(m), "A Number, B Type, C Location, D! State, E Not used, F! Not used"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	want := []string{
		"D, Status: 3 words are not known: live, spare and porting. [Say what they mean]",
		"F, Fax: 44 phone numbers, not read. [Add them, too]",
		"6 numbers in column A look right.",
	}
	if diff := cmp.Diff(want, said(m)); diff != "" {
		t.Error(diff)
	}
	if label, reason := m.Button(); label != "Read 5 rows" || reason != "" || m.Hint() != "5 rows will be read" {
		t.Errorf("the button says %q, %q, %q", label, reason, m.Hint())
	}
}

// TestChoicesFreeOtherColumns chooses one after the other, and says what is used then.
func TestChoicesFreeOtherColumns(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		choices [][2]string
		want    string
		taken   string
		reason  string
	}{
		"another location": {[][2]string{{"E", "Location"}}, "A Number, B Type, C Not used, D! State, E Location, F! Not used", "Location was taken from C.", ""},
		"no location":      {[][2]string{{"C", "Not used"}}, "A Number, B Type, C Not used, D! State, E Not used, F! Not used", "", ""},
		"another number":   {[][2]string{{"F", "Number"}}, "A Not used, B Type, C Location, D! State, E Not used, F! Number", "Number was taken from A.", ""},
		"both numbers":     {[][2]string{{"F", "Number, too"}}, "A Number, B Type, C Location, D! State, E Not used, F! Number, too", "", ""},
		"the first is freed": {
			[][2]string{{"F", "Number, too"}, {"A", "Not used"}}, "A Not used, B Type, C Location, D! State, E Not used, F! Number", "", "",
		},
		"the second is freed": {
			[][2]string{{"F", "Number, too"}, {"F", "Usage"}}, "A Number, B Type, C Location, D! State, E Not used, F! Usage", "", "",
		},
		"no number":             {[][2]string{{"A", "Not used"}}, "A Not used, B Type, C Location, D! State, E Not used, F! Not used", "", "No column is used as Number"},
		"too, but only one":     {[][2]string{{"A", "Not used"}, {"F", "Number, too"}}, "A Not used, B Type, C Location, D! State, E Not used, F! Number", "", ""},
		"too, but it is itself": {[][2]string{{"A", "Number, too"}}, "A Number, B Type, C Location, D! State, E Not used, F! Not used", "", ""},
		"the number elsewhere":  {[][2]string{{"A", "Usage"}}, "A Usage, B Type, C Location, D! State, E Not used, F! Not used", "", "No column is used as Number"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			m := NewModel(carrier(), nil)
			for _, choice := range c.choices {
				choose(t, m, choice[0], choice[1])
			}
			if got := uses(m); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			if m.taken != c.taken {
				t.Errorf("it says %q", m.taken)
			}
			if _, reason := m.Button(); reason != c.reason {
				t.Errorf("the button is off because %q", reason)
			}
		})
	}
}

func TestWhatIsLeftAsideCanBeAdded(t *testing.T) {
	t.Parallel()
	tr := carrier()
	m := NewModel(tr, nil)
	m.Lines()[1].Do()
	if diff := cmp.Diff([]string{"F"}, tr.layout.Numbers); diff != "" || tr.layout.Columns[number.FieldNumber] != "A" {
		t.Errorf("numbers %v, columns %v", tr.layout.Numbers, tr.layout.Columns)
	}
	tr = carrier()
	m = NewModel(tr, nil)
	choose(t, m, "A", "Not used")
	m.Lines()[1].Do()
	if tr.layout.Columns[number.FieldNumber] != "F" || len(tr.layout.Numbers) > 0 {
		t.Errorf("numbers %v, columns %v", tr.layout.Numbers, tr.layout.Columns)
	}
}

func TestSheetsAreTakenInAndLeftOut(t *testing.T) {
	t.Parallel()
	tr := carrier()
	m := NewModel(tr, nil)
	want := []Sheet{{"Numbers", "6", true}, {"Spare", "40", false}, {"Prices", "none", false}, {"Old", "none", false}}
	if diff := cmp.Diff(want, m.Sheets()); diff != "" || m.HiddenSheets() != "Old is hidden in the file" {
		t.Errorf("%s: %s", m.HiddenSheets(), diff)
	}
	choose(t, m, "E", "Location")
	m.ChooseSheet("Spare", true)
	if diff := cmp.Diff(number.Layout{Sheets: []string{"Numbers", "Spare"}}, tr.layout); diff != "" {
		t.Errorf("columns of one sheet count for another: %s", diff)
	}
	if c := m.Headers(); !c.Off {
		t.Errorf("one header for two sheets: %+v", c)
	}
	choose(t, m, "E", "Location")
	if got := tr.layout.Columns[number.FieldLocation]; got != "Room" {
		t.Errorf("the column is %q, which is another one on each sheet", got)
	}
	m.ChooseSheet("Numbers", false)
	if tr.layout.Sheet == nil || *tr.layout.Sheet != "Spare" || tr.layout.Sheets != nil {
		t.Errorf("got %+v", tr.layout)
	}
	m.ChooseSheet("Spare", false)
	if _, reason := m.Button(); reason != "Choose a sheet" {
		t.Errorf("the button is off because %q", reason)
	}
}

func TestNoSheetIsChosenWhileItIsInDoubt(t *testing.T) {
	t.Parallel()
	tr := carrier()
	tr.layout.Sheet, tr.table.Rivals = nil, []string{"Spare"}
	m := NewModel(tr, nil)
	if slices.ContainsFunc(m.Sheets(), func(s Sheet) bool { return s.Chosen }) {
		t.Error("a sheet is chosen")
	}
	m.ChooseSheet("Numbers", true)
	if !m.Sheets()[0].Chosen || tr.layout.Sheet == nil {
		t.Error("the sheet is not chosen")
	}
}

func TestTheHeaderRowIsChosen(t *testing.T) {
	t.Parallel()
	tr := carrier()
	m := NewModel(tr, nil)
	if c := m.Headers(); c.Off || c.Texts[c.Chosen] != "Row 4" || c.Texts[0] != "No headers" {
		t.Errorf("got %+v", c)
	}
	m.ChooseHeader(2)
	if c := m.Headers(); *tr.layout.Header != 2 || c.Texts[c.Chosen] != "Row 2" {
		t.Errorf("got %+v", c)
	}
	tr.layout.Header, tr.layout.Headers = nil, []int{1, 40}
	if c := m.Headers(); !c.Off || c.Texts[0] != "2 tables" {
		t.Errorf("got %+v", c)
	}
}

func TestATextFileHasAnEncodingAndADelimiter(t *testing.T) {
	t.Parallel()
	tr := carrier()
	tr.table.Encoding, tr.table.Delimiter = "windows-1252", ";"
	m := NewModel(tr, nil)
	encodings, delimiters := m.Encodings(), m.Delimiters()
	if !m.IsText() || encodings.Texts[encodings.Chosen] != "Western European" || delimiters.Texts[delimiters.Chosen] != "Semicolon" {
		t.Errorf("got %+v, %+v", encodings, delimiters)
	}
	choose(t, m, "E", "Location")
	m.ChooseEncoding(0)
	if tr.layout.Encoding != "utf-8" || tr.layout.Columns[number.FieldLocation] != "E" {
		t.Errorf("got %+v", tr.layout)
	}
	m.ChooseDelimiter(1)
	if d := tr.layout.Delimiter; d == nil || *d != "," || len(tr.layout.Columns) > 0 {
		t.Errorf("got %+v", tr.layout)
	}
	tr.table.Encoding, tr.table.Delimiter = "macintosh", "~"
	encodings, delimiters = m.Encodings(), m.Delimiters()
	if encodings.Texts[encodings.Chosen] != "macintosh" || delimiters.Texts[delimiters.Chosen] != "~" {
		t.Errorf("got %+v, %+v", encodings, delimiters)
	}
}

func TestThePreviewHasBlankLinesAboveTheHeader(t *testing.T) {
	t.Parallel()
	m := NewModel(carrier(), nil)
	var numbers []int
	above := 0
	lines := m.Preview(m.Columns())
	for _, l := range lines {
		numbers = append(numbers, l.Number)
		if l.Above {
			above++
		}
	}
	switch diff := cmp.Diff([]int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, numbers); {
	case diff != "":
		t.Errorf("diff is %v, not \"\"", diff)
	case above != 3:
		t.Errorf("above is %v, not 3", above)
	case below(lines) != 6:
		t.Errorf("below(lines) is %v, not 6", below(lines))
	case !lines[3].Header:
		t.Error("lines[3].Header is false")
	}
}

func TestWhatCannotBeReadAndHowFarItIsAreTold(t *testing.T) {
	t.Parallel()
	tr := carrier()
	m := NewModel(tr, nil)
	tr.trouble = errors.New("gone")
	if l := m.Lines()[0]; l.Mood != MoodTrouble || l.Pieces[0].Text == "" {
		t.Errorf("got %+v", l)
	}
	tr.reading = &file.Reading{Progress: number.Progress{Rows: 40_000}}
	if m.Progress() != "" {
		t.Error("a quick reading is told")
	}
	tr.reading.Slow = true
	if _, reason := m.Button(); m.Progress() != "Reading row 40,000" || reason != "Reading the file" {
		t.Errorf("it says %q, the button %q", m.Progress(), reason)
	}
}

func TestWhatHoldsForRowsThatSayNothingIsChosen(t *testing.T) {
	t.Parallel()
	tr := carrier()
	m := NewModel(tr, []number.Location{{ID: "kc", Name: "Kansas City"}})
	if got := m.Defaults(); len(got) != 0 {
		t.Errorf("there are defaults for columns that are there: %+v", got)
	}
	for _, letter := range []string{"B", "C", "D"} {
		choose(t, m, letter, "Not used")
	}
	all := m.Defaults()
	if len(all) != 3 {
		t.Fatalf("got %+v", all)
	}
	for _, d := range all {
		d.Choose(len(d.Choice.Texts) - 1)
	}
	m.ChooseCountry(slices.Index(m.Countries().Texts, "United States"))
	m.IncludeHidden(true)
	want := review.Settings{Location: "kc", Kind: number.KindMobile, State: number.StateInactive, Region: "US", IncludeHidden: true}
	if diff := cmp.Diff(want, tr.settings); diff != "" {
		t.Error(diff)
	}
	if rows, included := m.Hidden(); rows != 1 || !included {
		t.Errorf("%d hidden rows, %v", rows, included)
	}
	if label, _ := m.Button(); label != "Read 6 rows" {
		t.Errorf("the button says %q", label)
	}
	m.ChooseCountry(0)
	all[0].Choose(0)
	if tr.settings.Region != "" || tr.settings.Location != "" {
		t.Errorf("got %+v", tr.settings)
	}
}

func TestAWideFileIsShownInPart(t *testing.T) {
	t.Parallel()
	tr := carrier()
	for i := len(tr.table.Headings); i < shownColumns+5; i++ {
		tr.table.Headings = append(tr.table.Headings, fmt.Sprint("x", i))
	}
	m := NewModel(tr, nil)
	if n := len(m.Columns()); n != shownColumns || !slices.Contains(said(m), "Only the first 60 columns are shown.") {
		t.Errorf("%d columns, %q", n, said(m))
	}
}
