package open

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"numberloader/gui/background"
	"numberloader/gui/file"
	"numberloader/gui/flow"
	"numberloader/gui/workbench"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/review"
	"numberloader/internal/run"
)

// upload is a file that a test made up, with a flow that has opened it.
type upload struct {
	t       *testing.T
	flow    *flow.Flow
	opening Opening
	home    workbench.Home
	loop    *background.Loop
	sheets  []*number.Table
	kept    map[string]file.Answers
}

// opens opens a file with these sheets.
func opens(t *testing.T, sheets ...*number.Table) *upload {
	t.Helper()
	f := &upload{t: t, home: workbench.NewHome(), sheets: sheets, kept: map[string]file.Answers{}}
	f.loop = f.home.Loop(t)
	f.flow = flow.New(f.loop, flow.Services{Services: file.Services{
		Read: f.read,
		Recall: func(key string) (file.Answers, bool) {
			answers, ok := f.kept[key]
			return answers, ok
		},
		Remember: func(key string, answers file.Answers) { f.kept[key] = answers },
	}}, flow.Events{Changed: func() {}, Opened: func() {}, Returned: func(flow.Returned) {}, Progress: func([]run.Progress) {}, Ended: func(error) {}})
	f.opening = Opening{f.flow.File, f.flow.Questions, f.flow.Decisions, f.flow.Judging}
	f.opening.Open("/x/carrier-dids.xlsx", number.Layout{})
	f.settle()
	return f
}

func (f *upload) settle() { f.home.Settle(f.loop) }

// read reads one of the sheets. A column that is named is read as numbers.
func (f *upload) read(_ context.Context, path string, layout number.Layout, _ func(number.Progress)) (*number.Table, error) {
	table := *f.sheets[0]
	for _, s := range f.sheets {
		if layout.Sheet != nil && s.Sheet == *layout.Sheet {
			table = *s
		}
	}
	for _, s := range f.sheets {
		if !layout.NamesSheets() && s.Sheet != table.Sheet {
			table.Rivals = append(table.Rivals, s.Sheet)
		}
		table.Sheets = append(table.Sheets, number.Sheet{Name: s.Sheet})
	}
	table.Path = path
	if name, ok := layout.Columns[number.FieldNumber]; ok {
		column, _ := number.ColumnIndex(name)
		table.Ask, table.Columns = nil, map[number.Field]int{number.FieldNumber: column}
		table.Records = slices.Clone(table.Records)
		for i := range table.Records {
			table.Records[i].SetNumber(number.Cell{Type: number.CellText, Value: table.Records[i].Source.At(column)})
		}
	}
	return &table, nil
}

// list is a sheet with numbers in column A.
func list(name string, texts ...string) *number.Table {
	t := &number.Table{Sheet: name, HeaderRow: 1, Headings: []string{"Number"}, Columns: map[number.Field]int{number.FieldNumber: 0}}
	for i, text := range texts {
		t.Records = append(t.Records, numbertest.Record(number.Record{
			Line: i + 2, Source: number.SourceOf(text),
		}, number.Cell{Type: number.CellText, Value: text}))
	}
	return t
}

// summary is what is on the cards, without their samples.
func summary(q Question) []string {
	cards := make([]string, len(q.Cards))
	for i, c := range q.Cards {
		cards[i] = c.Title + "|" + c.Caption + "|" + c.Label
		if c.Counts != nil {
			said := c.Counts.said()
			cards[i] += "|" + c.Counts.Title + "|" + strings.Join(slices.DeleteFunc(said[:], func(s string) bool { return s == "" }), ", ")
		}
	}
	return cards
}

func checkCards(t *testing.T, q Question, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, summary(q)); diff != "" {
		t.Error(diff)
	}
}

func TestNothingIsAskedAboutAClearFile(t *testing.T) {
	t.Parallel()
	if q := ask(opens(t, list("DIDs", "+19135550101")).opening); q.Title != "" || q.Cards != nil {
		t.Errorf("asked %+v", q)
	}
}

func TestASheetIsAskedForWithALookIntoEach(t *testing.T) {
	t.Parallel()
	f := opens(t, list("DIDs", "+19135550101", "(913) 555"), list("Mobiles", "+19135550201"))
	q := ask(f.opening)
	if q.Title != "Which sheets hold the numbers to add?" || q.Text != "Two sheets list phone numbers. They can be read one after the other." || q.Chosen != -1 {
		t.Errorf("asked %+v", q)
	}
	checkCards(t, q,
		"DIDs|2 rows, numbers in column A|Use sheet DIDs",
		"Mobiles|1 row, numbers in column A|Use sheet Mobiles")
	if c := q.Cards[0]; c.Detail != "+19135550101, (913) 555" || c.End != "2" {
		t.Errorf("the sheet shows %q, %q", c.Detail, c.End)
	}
	q.Cards[1].Take()
	f.settle()
	if f.opening.Table().Sheet != "Mobiles" {
		t.Errorf("%s was read", f.opening.Table().Sheet)
	}
	notes := Notes(f.opening)
	if want := []string{"Only sheet Mobiles was read, as you chose."}; !slices.Equal(notes, want) {
		t.Errorf("noted %q", notes)
	}
}

// TestHiddenSheetsAreOfferedLast has a hidden sheet with numbers, and one without.
func TestHiddenSheetsAreOfferedLast(t *testing.T) {
	t.Parallel()
	f := opens(t, list("DIDs", "+19135550101"), list("Mobiles", "+19135550201"))
	table := f.opening.Table()
	table.Sheets = append(table.Sheets, number.Sheet{Name: "Old", Hidden: true}, number.Sheet{Name: "Rates", Hidden: true})
	table.Inventory = append(table.Inventory, number.Item{Sheet: "Old", Column: -1, Filled: 3, Phones: 3, Hidden: true, Aside: number.AsideOtherSheet})
	q := ask(f.opening)
	checkCards(t, q,
		"DIDs|1 row, numbers in column A|Use sheet DIDs",
		"Mobiles|1 row, numbers in column A|Use sheet Mobiles",
		"Old|Hidden in the file|Use sheet Old")
	if !strings.HasPrefix(q.Text, "Three sheets") {
		t.Errorf("asked %q", q.Text)
	}
}

func TestWhatIsNotKnownYetHasItsPlaceOnTheCard(t *testing.T) {
	t.Parallel()
	f := opens(t, list("DIDs", "+19135550101"), list("Mobiles", "+19135550201"))
	f.flow.Connection.Connect(false) // what was counted is counted anew
	f.opening.Back()
	f.opening.Open("/x/carrier.xlsx", number.Layout{})
	for f.opening.Question() != file.AskSheet {
		(<-f.home)()
	}
	now := ask(f.opening)
	if c := now.Cards[1]; c.Caption != "Looking into it" || c.Detail != "" || c.End != "" {
		t.Errorf("%+v", c)
	}
	f.settle()
}

func TestASheetWhoseColumnIsInDoubtSaysSo(t *testing.T) {
	t.Parallel()
	q := ask(opens(t, list("DIDs", "+19135550101"), staff(), list("Old", "+19135550109")).opening)
	checkCards(t, Question{Cards: q.Cards[1:2]}, "Staff|3 rows, the column is asked next|Use sheet Staff")
	if !strings.HasPrefix(q.Text, "Three sheets") {
		t.Errorf("asked %q", q.Text)
	}
}

// staff is a sheet with two columns of phone numbers.
func staff() *number.Table {
	t := list("Staff", "+19135550101", "913 555 01", "+19135550103")
	t.Headings = []string{"Phone", "Cell\nphone"}
	for i := range t.Records {
		t.Records[i].Source = number.SourceOf(append(t.Records[i].Source.All(), fmt.Sprintf("+1816555020%d", i))...)
	}
	t.Columns = map[number.Field]int{}
	t.Ask = &number.Ask{Candidates: []number.Candidate{
		{Sheet: "Staff", Column: 0, Heading: "Phone", Filled: 3, Samples: make([]number.Sample, 20)},
		{Sheet: "Staff", Column: 1, Heading: "Cell\nphone", Filled: 2, Empty: 1},
	}}
	return t
}

func TestTheQuestionNamesEachColumnAndWhatItWouldGive(t *testing.T) {
	t.Parallel()
	f := opens(t, staff())
	q := ask(f.opening)
	if q.Text != "Two columns look like phone numbers. More than one can be read. The rest was found: sheet Staff, headers in row 1." || q.Chosen != -1 {
		t.Errorf("asked %+v", q)
	}
	checkCards(t, q,
		"Column A: Phone|3 numbers|Use column A|With this column|2 ready, 0 changed, 1 without a country, asked next, 0 problems",
		"Column B: Cell phone|2 numbers, 1 cell is empty|Use column B|With this column|3 ready, 0 changed, 0 problems")
	if len(q.Cards[0].Samples) != maxSamples {
		t.Errorf("%d samples", len(q.Cards[0].Samples))
	}
	q.Cards[1].Take()
	f.settle()
	if f.opening.Layout().Columns[number.FieldNumber] != "B" {
		t.Errorf("read with %v", f.opening.Layout().Columns)
	}
}

func TestSeveralColumnsAndSheetsAreReadInOneRun(t *testing.T) {
	t.Parallel()
	f := opens(t, staff())
	answer := ask(f.opening).Together([]int{0, 1})
	answer.Take()
	f.settle()
	if layout := f.opening.Layout(); answer.Label != "Use columns A and B" || layout.Columns[number.FieldNumber] != "A" || !slices.Equal(layout.Numbers, []string{"B"}) {
		t.Errorf("%s reads with %+v", answer.Label, layout)
	}
	f = opens(t, list("DIDs", "+19135550101"), list("Mobiles", "+19135550201"), list("Old", "+19135550109"))
	answer = ask(f.opening).Together([]int{0, 1})
	answer.Take()
	f.settle()
	if layout := f.opening.Layout(); answer.Label != "Use 2 sheets" || !slices.Equal(layout.Sheets, []string{"DIDs", "Mobiles"}) || !f.opening.Settled() {
		t.Errorf("%s reads with %+v", answer.Label, layout)
	}
	want := []string{"Only sheets DIDs and Mobiles were read, as you chose."}
	if notes := Notes(f.opening); !slices.Equal(notes, want) {
		t.Errorf("noted %q", notes)
	}
	f.opening.Close()
	f.opening.Open("/x/next.xlsx", number.Layout{})
	f.settle()
	if told := remembered(f.opening); told != "Chosen as for earlier files with these headers: sheets DIDs and Mobiles." {
		t.Errorf("told %q", told)
	}
}

// The words and the counts of a card are those of Review: what asks a person is not among
// what was changed as a matter of routine.
func TestCardsCountAsReviewDoes(t *testing.T) {
	t.Parallel()
	counts := review.Counts{Warnings: 5}
	of := func(countryless int) [5]string {
		return countedOf(file.Preview{Counts: counts, Countryless: countryless}).said()
	}
	if got := of(0); got[2] != "" || got[3] != "" {
		t.Errorf("where nothing is to be checked or asked, it says %q", got)
	}
	for standing, n := range map[number.Standing]int{
		number.StandingReady: 2, number.StandingChanged: 3, number.StandingCheck: 1, number.StandingThere: 1, number.StandingProblem: 4,
	} {
		counts.By[standing] = n
	}
	if got, want := of(0), [...]string{"2 ready", "3 changed", "1 to check", "", "4 problems"}; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
	if got, want := of(3), [...]string{"2 ready", "3 changed", "1 to check", "3 without a country, asked next", "1 problem"}; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
}

// parted is a sheet with two lists, one below the other.
func parted() *number.Table {
	t := list("DIDs", "+19135550101", "+19135550103")
	t.Ask = &number.Ask{Question: number.QuestionHeader, Several: true, Candidates: []number.Candidate{
		{HeaderRow: 0, Phones: 2}, {HeaderRow: 8, Heading: "Name, Phone", Phones: 1, Samples: make([]number.Sample, 20)},
	}}
	return t
}

func TestTheListsOfASheetAreAskedFor(t *testing.T) {
	t.Parallel()
	f := opens(t, parted())
	q := ask(f.opening)
	switch {
	case q.Title != "Which lists hold the numbers to add?":
		t.Errorf("q.Title is %v, not \"Which lists hold the numbers to add?\"", q.Title)
	case q.Chosen != -1:
		t.Errorf("q.Chosen is %v, not -1", q.Chosen)
	case q.Pick != "Choose an answer for each list":
		t.Errorf("q.Pick is %v, not \"Choose an answer for each list\"", q.Pick)
	case q.Form != FormEach:
		t.Errorf("q.Form is %v, not FormEach", q.Form)
	}
	checkCards(t, q,
		"From the first row, without headers|2 numbers|Use the list without headers|With this list|0 ready, 0 changed, 0 problems",
		"Row 8: Name, Phone|1 number|Use the list below row 8|With this list|0 ready, 0 changed, 0 problems")
	if got := q.Together([]int{0, 1}).Label; got != "Use 2 lists" {
		t.Errorf("the button says %q", got)
	}
	q.Cards[1].Take()
	f.settle()
	if header := f.opening.Layout().Header; header == nil || *header != 8 {
		t.Errorf("read below %v", header)
	}
	q.Together([]int{0, 1}).Take()
	f.settle()
	if got := f.opening.Layout().Headers; !slices.Equal(got, []int{0, 8}) {
		t.Errorf("read below %v", got)
	}
}

func TestTheQuestionSaysWhatElseWasFound(t *testing.T) {
	t.Parallel()
	if got, want := found(carrier()), "The rest was found: sheet DIDs, headers in row 1, type in C, location in A."; got != want {
		t.Errorf("got %q", got)
	}
	if got := found(&number.Table{}); got != "" {
		t.Errorf("got %q", got)
	}
}

func TestTheQuestionWithoutACandidateShowsEveryColumn(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		columns int
		begins  string
	}{
		"one":  {1, "Only one column looks a little like"},
		"many": {12, "12 columns look like phone numbers. More"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			table := &number.Table{Ask: &number.Ask{Candidates: make([]number.Candidate, c.columns)}}
			if q := ask(opens(t, table).opening); !strings.HasPrefix(q.Text, c.begins) {
				t.Errorf("got %q", q.Text)
			}
		})
	}
	q := ask(opens(t, &number.Table{
		Ask: &number.Ask{}, Headings: []string{"Name", ""},
		Records: []number.Record{{Line: 4, Source: number.SourceOf("Anna\nB", "", "Berlin")}, {Line: 5, Source: number.SourceOf("Cy")}},
	}).opening)
	checkCards(t, q, "Column A: Name|2 cells|Use column A", "Column C|1 cell|Use column C")
	want := []number.Sample{{Cell: "A4", Text: "Anna B"}, {Cell: "A5", Text: "Cy"}}
	if diff := cmp.Diff(want, q.Cards[0].Samples); diff != "" || q.Chosen != -1 || q.Pick == "" {
		t.Error(diff, q.Chosen, q.Pick)
	}
}

func TestHiddenRowsAreAskedAboutWithTheirCount(t *testing.T) {
	t.Parallel()
	table := list("DIDs", "+19135550101", "+19135550102", "+19135550103")
	table.Records[1].Hidden = true
	table.Notes = []number.Note{{Kind: number.NoteHiddenRows, Text: "1 row is hidden."}, {Kind: number.NoteLinesLeftOut, Text: "Left out: 1 total."}}
	f := opens(t, table)
	if q := ask(f.opening); q.Title != "1 row is hidden in the file. Add it, too?" || q.Cards[1].Label != "Include 1 hidden row" {
		t.Errorf("asked %+v", q)
	}
	ask(f.opening).Cards[0].Take()
	f.settle()
	if got := Notes(f.opening); !slices.Equal(got, []string{"1 row is hidden."}) {
		t.Errorf("noted %q", got)
	}
	table.Records[2].Hidden = true
	f = opens(t, table)
	q := ask(f.opening)
	checkCards(t, q, "Leave them out|The others are checked|Leave them out", "Include them|They are checked like the others|Include 2 hidden rows")
	if want := []number.Sample{{Cell: "A3", Text: "+19135550102"}, {Cell: "A4", Text: "+19135550103"}}; !cmp.Equal(q.Cards[1].Samples, want) || q.Chosen != 0 {
		t.Errorf("asked %+v", q)
	}
	q.Cards[1].Take()
	f.settle()
	if got := Notes(f.opening); !slices.Equal(got, []string{"2 rows that are hidden in the file are included."}) || f.flow.Judging.Counts().Rows != 3 {
		t.Errorf("noted %q", got)
	}
}

func TestWhatIsRememberedIsToldInOneLine(t *testing.T) {
	t.Parallel()
	table := staff()
	table.Columns[number.FieldLocation] = 0
	table.Records[2].Hidden = true
	f := opens(t, list("Desks", "+493023125001"), table)
	ask(f.opening).Cards[1].Take()
	f.settle()
	ask(f.opening).Cards[1].Take()
	f.settle()
	ask(f.opening).Cards[0].Take()
	f.settle()
	if got := remembered(f.opening); got != "" {
		t.Errorf("%q was just answered", got)
	}
	settings := f.opening.Settings()
	settings.Region = "US"
	f.opening.Change(settings)
	f.settle()
	f.opening.Close()
	f.opening.Open("/x/next.xlsx", number.Layout{})
	f.settle()
	if got, want := remembered(f.opening), "Chosen as for earlier files with these headers: sheet Staff, number in column B, hidden rows left out, country United States."; got != want || !slices.Equal(Notes(f.opening), []string{want}) {
		t.Errorf("told %q, noted %q", got, Notes(f.opening))
	}
	settings = f.opening.Settings()
	settings.IncludeHidden = true
	f.opening.Change(settings)
	f.settle()
	f.opening.Close()
	f.opening.Open("/x/next.xlsx", number.Layout{})
	f.settle()
	if got := remembered(f.opening); !strings.Contains(got, "hidden rows included") {
		t.Errorf("told %q", got)
	}
}

func TestSheetsWithoutNumbersAreNamed(t *testing.T) {
	t.Parallel()
	f := opens(t, list("DIDs", "+19135550101"), list("Old", "+19135550109"))
	f.opening.Table().Sheets = append(f.opening.Table().Sheets, number.Sheet{Name: "Prices"}, number.Sheet{Name: "Secret", Hidden: true})
	if got := emptySheets(f.opening); got != "Prices holds none." {
		t.Errorf("said %q", got)
	}
}
