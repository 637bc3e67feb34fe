package file

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"numberloader/gui/workbench"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/review"
)

// book is a workbook that a test made up, as a reader sees it.
type book struct {
	sheets []*number.Table
	lock   sync.Mutex // the window and its previews read at the same time
	read   []number.Layout
	broken bool // it can no longer be read
}

// reads makes the reader of a program read the book.
func (b *book) reads(s *Services) { s.Read = b.reader }

func (b *book) reader(_ context.Context, path string, layout number.Layout, _ func(number.Progress)) (*number.Table, error) {
	b.lock.Lock()
	defer b.lock.Unlock()
	b.read = append(b.read, layout)
	if b.broken {
		return nil, &fault.Error{Kind: fault.FileDamaged}
	}
	i := 0
	if layout.Sheet != nil {
		i = slices.IndexFunc(b.sheets, func(t *number.Table) bool { return t.Sheet == *layout.Sheet })
	}
	table := *b.sheets[i]
	table.Path = path
	for _, other := range b.sheets {
		table.Sheets = append(table.Sheets, number.Sheet{Name: other.Sheet})
		if !layout.NamesSheets() && other.Sheet != table.Sheet {
			table.Rivals = append(table.Rivals, other.Sheet)
		}
	}
	table.Columns = map[number.Field]int{}
	if table.Ask == nil {
		table.Columns[number.FieldNumber] = 1
	}
	for field, name := range layout.Columns {
		if column, ok := number.ColumnIndex(name); ok {
			table.Columns[field] = column
		}
		if field == number.FieldNumber {
			table.Ask = nil
		}
	}
	table.Records = slices.Clone(table.Records)
	for r := range table.Records {
		if column, ok := table.Columns[number.FieldNumber]; ok {
			table.Records[r].SetNumber(number.Cell{Type: number.CellText, Value: table.Records[r].Source.At(column)})
		}
	}
	if len(table.Rivals) > 0 {
		table.Ask = &number.Ask{Question: number.QuestionSheet, Several: true}
	}
	return &table, nil
}

// leaf is a sheet of numbers below headings. Lines that begin so are hidden.
func leaf(name string, headings []string, lines ...[]string) *number.Table {
	t := &number.Table{Sheet: name, HeaderRow: 1, Headings: headings}
	for i, line := range lines {
		hidden := line[0] == "hidden"
		t.Records = append(t.Records, number.Record{Line: i + 2, Source: number.SourceOf(line...), Hidden: hidden})
	}
	return t
}

func desks() *number.Table {
	return leaf("Desks", []string{"Name", "Number"}, []string{"Ann", "+19135550101"}, []string{"Ben", "+19135550102"})
}

func mobiles() *number.Table {
	t := leaf("Mobiles", []string{"Name", "Mobile", "Work phone"},
		[]string{"Ann", "+493023125201", "+493023125301"},
		[]string{"hidden", "+493023125202", "913"},
		[]string{"Cem", "030 23125001", "+493023125303"})
	t.Ask = &number.Ask{Candidates: []number.Candidate{
		{Column: 1, Heading: "Mobile", Samples: []number.Sample{{Cell: "B2", Text: "+493023125201"}}},
		{Column: 2, Heading: "Work phone"},
	}}
	return t
}

func (b *bench) asks(question Question) {
	b.t.Helper()
	b.settle()
	if got := b.Question(); got != question || b.Settled() != (question == NoQuestion) {
		b.t.Fatalf("question %d is asked, reviewed is %v; want %d", got, b.Settled(), question)
	}
}

// opens is a bench with an open book.
func opens(t *testing.T, k *book) *bench {
	t.Helper()
	b := newBench(t, k.reads)
	b.Open("/carrier.xlsx", number.Layout{Password: "sesame"})
	return b
}

func TestQuestionsComeOneAfterAnotherAndLeadBack(t *testing.T) {
	t.Parallel()
	k := &book{sheets: []*number.Table{desks(), mobiles()}}
	b := opens(t, k)
	b.asks(AskSheet)
	if got := b.Sheets(); !slices.Equal(got, []string{"Desks", "Mobiles"}) || b.opened != 0 {
		t.Errorf("the sheets are %q", got)
	}
	b.AnswerSheets("Mobiles")
	b.asks(AskColumn)
	b.AnswerColumns(2)
	b.asks(AskHidden)
	b.Back()
	b.asks(AskColumn)
	b.AnswerColumns(1)
	b.asks(AskHidden)
	b.AnswerHidden(true)
	b.asks(AskCountry)
	if b.rows.tally.Countryless != 1 || !slices.ContainsFunc(b.Countries(), func(p review.Plausible) bool { return p.Region == "DE" }) {
		t.Errorf("%d rows have no country; plausible are %v", b.rows.tally.Countryless, b.Countries())
	}
	b.Back()
	b.asks(AskHidden)
	if b.rows.settings.IncludeHidden {
		t.Error("going back keeps the answer")
	}
	b.AnswerHidden(true)
	b.asks(AskCountry)
	b.AnswerCountry("DE")
	b.asks(NoQuestion)
	if b.opened != 1 || b.rows.tally.Counts.Going != 3 || !slices.Equal(b.OtherSheets(), []string{"Desks"}) {
		t.Errorf("opened %d times, %+v, other sheets %q", b.opened, b.rows.tally.Counts, b.OtherSheets())
	}
	for _, layout := range k.read {
		if layout.Password != "sesame" {
			t.Errorf("read without the password: %+v", layout)
		}
	}
}

func TestTheFirstQuestionLeadsBackToNothing(t *testing.T) {
	t.Parallel()
	b := opens(t, &book{sheets: []*number.Table{desks(), mobiles()}})
	b.asks(AskSheet)
	b.Back()
	if b.Table() != nil || b.Question() != NoQuestion {
		t.Error("the file is still open")
	}
}

func TestGoingBackWhileTheAnswerIsReadStopsThat(t *testing.T) {
	t.Parallel()
	b := opens(t, &book{sheets: []*number.Table{desks(), mobiles()}})
	b.asks(AskSheet)
	b.AnswerSheets("Mobiles")
	b.asks(AskColumn)
	b.AnswerColumns(1)
	b.Back()
	b.asks(AskSheet)
}

func TestAnAnswerIsNotAskedForAgainAfterAChange(t *testing.T) {
	t.Parallel()
	k := &book{sheets: []*number.Table{mobiles()}}
	k.sheets[0].Ask = nil
	b := opens(t, k)
	b.asks(AskHidden)
	b.SetRemembering(false)
	b.AnswerHidden(false)
	b.asks(AskCountry)
	b.AnswerCountry("")
	b.asks(NoQuestion)
	layout := b.Layout()
	layout.Columns = map[number.Field]string{number.FieldNumber: "B", number.FieldType: "A"}
	b.tries(b.rows.settings, layout)
	b.asks(NoQuestion)
	layout.Columns = map[number.Field]string{number.FieldNumber: "C"}
	b.tries(b.rows.settings, layout)
	b.asks(NoQuestion)
	if b.rows.tally.Counts.Problems != 0 || b.rows.tally.Counts.Hidden != 1 {
		t.Errorf("%+v", b.rows.tally.Counts)
	}
	b.Open("/other.xlsx", number.Layout{})
	b.asks(AskHidden)
}

func TestAChangeDuringAQuestionMayAnswerIt(t *testing.T) {
	t.Parallel()
	k := &book{sheets: []*number.Table{mobiles()}}
	k.sheets[0].Ask = nil
	b := opens(t, k)
	b.asks(AskHidden)
	settings := b.rows.settings
	settings.IncludeHidden = true
	b.Change(settings)
	b.asks(AskCountry)
	settings.Region = "DE"
	b.Change(settings)
	b.asks(NoQuestion)
	if b.rows.tally.Counts.Going != 3 || b.rows.steps > 0 {
		t.Errorf("%+v", b.rows.tally.Counts)
	}
	settings.Region = "GB"
	b.Change(settings)
	b.asks(NoQuestion)
	if b.rows.steps == 0 || b.rows.settings.Region != "GB" {
		t.Error("a change among the rows can't be undone")
	}
}

func TestRowsWhoseLocationTellsTheCountryAreNotAskedAbout(t *testing.T) {
	t.Parallel()
	b := newBench(t) // its table names Kansas City
	b.Open("/carrier.xlsx", number.Layout{})
	b.asks(NoQuestion)
	if b.rows.tally.Countryless != 0 {
		t.Errorf("%d rows have no country", b.rows.tally.Countryless)
	}
}

func TestACountryIsNotAskedForWhenAnotherFileIsOpen(t *testing.T) {
	t.Parallel()
	national := leaf("List", []string{"Name", "Number"})
	for i := range 50 { // which take longer than opening a small file
		national.Records = append(national.Records, number.Record{Line: i + 2, Source: number.SourceOf("", fmt.Sprintf("030 231250%02d", i))})
	}
	k := &book{sheets: []*number.Table{national}}
	b := opens(t, k)
	for b.rows.tally.Countryless == 0 {
		(<-b.home)()
	}
	k.sheets[0] = mobiles()
	k.sheets[0].Ask = nil
	b.Open("/other.xlsx", number.Layout{})
	b.asks(AskHidden)
}

func TestNumbersOfNoCountryAreNotAskedAbout(t *testing.T) {
	t.Parallel()
	k := &book{sheets: []*number.Table{leaf("List", []string{"Name", "Number"}, []string{"Ann", "0000 000"})}}
	b := opens(t, k)
	b.asks(NoQuestion)
}

func TestAFileThatGoesWhileItIsAskedAboutIsExplained(t *testing.T) {
	t.Parallel()
	k := &book{sheets: []*number.Table{desks(), mobiles()}}
	b := opens(t, k)
	b.asks(AskSheet)
	k.broken = true
	b.AnswerSheets("Mobiles")
	b.settle()
	if b.Trouble() == nil || b.Question() != AskSheet {
		t.Errorf("trouble %v, question %d", b.Trouble(), b.Question())
	}
}

func TestLocationsThatBecomeKnownChangeWhatIsCounted(t *testing.T) {
	t.Parallel()
	t1 := leaf("List", []string{"Site", "Number", "Phone"}, []string{"Kansas City", "(913) 555-0102", "913"})
	t1.Records[0].SetText(number.FieldLocation, "Kansas City")
	t1.Ask = &number.Ask{Candidates: []number.Candidate{{Column: 1}, {Column: 2}}}
	b := opens(t, &book{sheets: []*number.Table{t1}})
	b.asks(AskColumn)
	if got, _ := b.Preview(0); got.Counts.Problems != 1 {
		t.Errorf("%+v", got.Counts)
	}
	b.connect()
	b.asks(AskColumn)
	if got, _ := b.Preview(0); got.Counts.Warnings != 1 {
		t.Errorf("%+v", got.Counts)
	}
}

func TestOnlyTheFirstRowsOfALongFileAreCounted(t *testing.T) {
	t.Parallel()
	long := leaf("Long", []string{"Name", "Number"})
	for i := range previewRows + 1 {
		long.Records = append(long.Records, number.Record{Line: i + 2, Source: number.SourceOf("", fmt.Sprintf("+1913555%04d", i))})
	}
	b := opens(t, &book{sheets: []*number.Table{long, desks()}})
	b.asks(AskSheet)
	if got, _ := b.Preview(0); got.Counted != previewRows || got.Rows != previewRows+1 || got.Counts.Rows != previewRows {
		t.Errorf("%+v", got)
	}
	for i := 0; len(long.Records) <= previewLarge/2; i++ {
		long.Records = append(long.Records, long.Records[:min(len(long.Records), previewLarge)]...)
	}
	b.Open("/longer.xlsx", number.Layout{})
	b.asks(AskSheet)
	if _, known := b.Preview(0); known || b.Previewing() {
		t.Error("a very long file is read again for each sheet")
	}
}

func TestTheFirstRowsAreKeptWhileTheRestIsRead(t *testing.T) {
	t.Parallel()
	first := workbench.Table("/carrier.xlsx")
	b := newBench(t, func(s *Services) {
		s.Read = func(ctx context.Context, _ string, _ number.Layout, progress func(number.Progress)) (*number.Table, error) {
			progress(number.Progress{Rows: 50, Share: 0.1, First: first})
			progress(number.Progress{Rows: 4096, Share: 0.5})
			<-ctx.Done()
			return nil, ctx.Err()
		}
	})
	b.Open("/carrier.xlsx", number.Layout{})
	for reading, _ := b.Reading(); reading.Progress.Rows < 4096; reading, _ = b.Reading() {
		(<-b.home)()
	}
	if reading, _ := b.Reading(); reading.First != first || reading.Progress.Share != 0.5 {
		t.Errorf("%+v", reading)
	}
	b.CancelReading()
	b.settle()
}

// TestNamesOfSheetsCanBeLocations has sheets that are named like locations, and one
// that is not.
func TestNamesOfSheetsCanBeLocations(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		locations []string
		are       []string
		is        bool
	}{{nil, nil, false}, {[]string{"desks"}, []string{"Desks"}, false}, {[]string{"Desks", "MOBILES "}, []string{"Desks"}, false}, {[]string{"Desks", "MOBILES"}, []string{"Desks", "Mobiles"}, true}} {
		b := opens(t, &book{sheets: []*number.Table{desks(), mobiles()}})
		b.asks(AskSheet)
		for _, name := range test.locations {
			b.rows.known.Locations = append(b.rows.known.Locations, number.Location{Name: name})
		}
		if got := b.SheetLocations(); !slices.Equal(got, test.are) && len(got)+len(test.are) > 0 || b.SheetIsLocation("Desks", "Mobiles") != test.is || b.SheetIsLocation("Desks") != (len(test.are) > 0) {
			t.Errorf("of %q locations are %q, %v", test.locations, got, b.SheetIsLocation("Desks", "Mobiles"))
		}
		b.SetSheetIsLocation(!test.is)
		b.AnswerSheets("Desks")
		b.asks(NoQuestion)
		if b.Layout().SheetIsLocation == test.is {
			t.Errorf("of %q the user's word does not count", test.locations)
		}
	}
}

// TestAnAnswerHoldsForTheSheetThatIsAskedAbout reads two sheets of which one has two
// columns of numbers.
func TestAnAnswerHoldsForTheSheetThatIsAskedAbout(t *testing.T) {
	t.Parallel()
	asking := mobiles()
	for i := range asking.Ask.Candidates {
		asking.Ask.Candidates[i].Sheet = asking.Sheet
	}
	k := &book{sheets: []*number.Table{asking, desks()}}
	b := opens(t, k)
	b.asks(AskSheet)
	b.AnswerSheets("Mobiles", "Desks")
	b.asks(AskColumn)
	for i, layout := range b.previewLayouts() {
		switch {
		case layout.Sheet == nil:
			t.Errorf("layout.Sheet is %v", layout.Sheet)
		case *layout.Sheet != "Mobiles":
			t.Errorf("*layout.Sheet is %v, not \"Mobiles\"", *layout.Sheet)
		case layout.Sheets != nil:
			t.Errorf("layout.Sheets is %v, not nil", layout.Sheets)
		case layout.Columns[number.FieldNumber] != number.ColumnName(i+1):
			t.Errorf("layout.Columns[number.FieldNumber] is %v, not number.ColumnName(i+1)", layout.Columns[number.FieldNumber])
		}
	}
	b.AnswerColumns(1, 2)
	b.settle()
	want := number.Layout{
		Sheets: []string{"Mobiles", "Desks"},
		Own: map[string]number.Layout{"Mobiles": {
			Sheets: []string{"Mobiles", "Desks"}, Columns: map[number.Field]string{number.FieldNumber: "B"}, Numbers: []string{"C"}, Password: "sesame",
		}},
		Password: "sesame",
	}
	if d := cmp.Diff(want, b.layout); d != "" {
		t.Errorf("it is read with (-want +got)\n%s", d)
	}
}
