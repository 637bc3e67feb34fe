package open

import (
	"slices"
	"strconv"
	"strings"

	"numberloader/gui/file"
	"numberloader/gui/rows"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// Question is what is asked about a file before its rows are shown.
type Question struct {
	Title string
	Text  string
	Cards []Card
	Form  Form
	// Chosen is the card that is chosen at first, -1 for none.
	Chosen int
	// Together answers with several cards, by their positions from left to right;
	// nil where only one can be taken.
	Together func(cards []int) Answer
	// Pick says why nothing can be taken while no card is chosen.
	Pick string
	// More are further answers beyond the cards, in a list with MoreLabel in
	// front of it.
	MoreLabel string
	More      []Card
	// Rows are some of the rows that are asked about, below the names of their
	// columns.
	Rows [][]string
	// Below says that the detail of each card stands below its title, not beside it.
	Below bool
	// End says what stands at the right of the cards, "" for nothing.
	End string
	// None says why nothing can be taken if every card is left out.
	None string
	// Switch is what is chosen beside the answer, nil for nothing.
	Switch *Switch
}

// Form is how the answers are chosen.
type Form uint8

// The forms: one of them, any of them, and each of them taken or left out.
const (
	FormOne Form = iota
	FormAny
	FormEach
)

// Switch is a choice beside the answer that applies at once.
type Switch struct {
	Label, Caption string
	On             func(cards []int) bool // with these cards
	Set            func(on bool)
}

// Answer is what a button says and does.
type Answer struct {
	Label string
	Take  func()
}

// Card is an answer with a look at what it means.
type Card struct {
	Answer
	Title   string
	Caption string
	// Samples are cells, with empty ones for those that are not known yet.
	Samples []number.Sample
	Counts  *CardCounts // nil if rows are not counted for each card
	Detail  string      // beside the title, where cards stand in a list
	End     string      // at its right end
	Quiet   bool        // End is no number
	Yes, No Option      // of FormEach
}

// Option is taking a card, or leaving it out.
type Option struct{ Label, Caption string }

// CardCounts says what would become of the rows with an answer.
type CardCounts struct {
	Title                    string // "With this column"
	Known                    bool
	Waiting                  string // what is said in place of the counts
	Ready, Changed, Problems string
	Check, Country           string // "" for none
}

// said are the counts in the order in which they stand.
func (c CardCounts) said() [5]string {
	return [...]string{c.Ready, c.Changed, c.Check, c.Country, c.Problems}
}

// ask is the question that is open. It has no title if there is none.
func ask(o Opening) Question {
	switch o.Question() {
	case file.AskSheet:
		return askSheet(o)
	case file.AskHeader:
		return askTables(o)
	case file.AskColumn:
		return askColumn(o)
	case file.AskExtension:
		return askExtension(o)
	case file.AskHidden:
		return askHidden(o)
	case file.AskCountry:
		return askCountry(o)
	case file.NoQuestion:
	}
	return Question{}
}

// askSheet asks which of several sheets with numbers are meant.
func askSheet(o Opening) Question {
	names := o.Sheets()
	q := Question{
		Title: phrase.Text("open.sheets.title"), Text: phrase.Sentences(phrase.Text("open.sheets.text", "Sheets", spelled(len(names))), emptySheets(o)),
		Chosen: -1, Pick: phrase.Text("open.sheets.pick"), Form: FormAny, End: phrase.Text("open.sheets.end"), Switch: sheetSwitch(o),
	}
	q.Together = func(cards []int) Answer {
		chosen := picked(names, cards)
		label := phrase.Text("open.sheets.use", "Sheet", chosen[0])
		if len(chosen) > 1 {
			label = phrase.Text("open.sheets.useall", "Count", len(chosen))
		}
		return Answer{label, func() { o.AnswerSheets(chosen...) }}
	}
	for i, name := range names {
		q.Cards = append(q.Cards, sheetCard(o, i, name, q.Together([]int{i})))
	}
	return q
}

// emptySheets says which visible sheets hold no phone numbers, "" if there are none.
func emptySheets(o Opening) string {
	table := o.Table()
	var names []string
	for _, s := range table.Sheets {
		holds := slices.Contains(o.Sheets(), s.Name) || slices.ContainsFunc(table.Inventory, func(i number.Item) bool { return i.Sheet == s.Name && i.Phones > 0 })
		if !s.Hidden && !holds {
			names = append(names, s.Name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return phrase.Text("open.sheets.empty", "Count", len(names), "Sheets", phrase.List(names))
}

// picked are the elements at some positions.
func picked[T any](all []T, positions []int) []T {
	some := make([]T, len(positions))
	for i, at := range positions {
		some[i] = all[at]
	}
	return some
}

// sheetSamples is how many cells of a sheet are shown.
const sheetSamples = 4

func sheetCard(o Opening, i int, name string, answer Answer) Card {
	card := Card{Title: name, Answer: answer}
	if !o.Previewing() {
		card.Caption = phrase.Text("open.sheets.caption")
		return card
	}
	preview, known := o.Preview(i)
	if card.Detail = shownSamples(preview.Samples); known {
		card.End = phrase.Count(preview.Rows)
	}
	switch {
	case slices.Contains(o.Table().Sheets, number.Sheet{Name: name, Hidden: true}):
		card.Caption = phrase.Text("open.sheets.hidden")
	case !known:
		card.Caption = phrase.Text("open.sheets.looking")
	case preview.Doubt:
		card.Caption = phrase.Text("open.sheets.doubt", "Count", preview.Rows)
	default:
		card.Caption = phrase.Text("open.sheets.found", "Count", preview.Rows, "Column", number.ColumnName(preview.Column))
	}
	return card
}

// shownSamples are the first cells in one line.
func shownSamples(samples []number.Sample) string {
	const shown = 3
	var texts []string
	for _, s := range samples[:min(len(samples), shown)] {
		texts = append(texts, rows.OneLine(s.Text))
	}
	return phrase.Commas(texts)
}

// sheetSwitch asks whether the names of sheets are locations, nil if none is one.
func sheetSwitch(o Opening) *Switch {
	are := o.SheetLocations()
	if len(are) == 0 {
		return nil
	}
	caption := phrase.Text("open.sheets.are", "Count", len(are), "Sheets", phrase.List(are))
	var others []string
	for _, name := range o.Sheets() {
		if !slices.Contains(are, name) {
			others = append(others, name)
		}
	}
	if len(others) > 0 {
		caption = phrase.Sentences(caption, phrase.Text("open.sheets.arenot", "Count", len(others), "Sheets", phrase.List(others)))
	}
	return &Switch{
		Label: phrase.Text("open.sheets.location"), Caption: phrase.Sentences(caption, phrase.Text("open.sheets.keeps")),
		On: func(cards []int) bool { return o.SheetIsLocation(picked(o.Sheets(), cards)...) }, Set: o.SetSheetIsLocation,
	}
}

// countsOf is what a preview counted.
func countsOf(title string, preview file.Preview, known bool) *CardCounts {
	counts := countedOf(preview)
	counts.Title, counts.Known, counts.Waiting = title, known && !preview.Doubt, phrase.Text("open.counts.checking")
	if preview.Doubt {
		counts.Waiting = phrase.Text("open.counts.later")
	}
	if counts.Known && preview.Counted < preview.Rows {
		counts.Title = phrase.Text("open.counts.first", "With", title, "Count", preview.Counted)
	}
	return &counts
}

// countedOf says how many rows stand how, in the words of Review. What only lacks its
// country is no problem yet: it is asked for next.
func countedOf(of file.Preview) (c CardCounts) {
	by := of.Counts.By
	c.Ready = phrase.Text("open.counts.ready", "Rows", by[number.StandingReady])
	c.Changed = phrase.Text("open.counts.changed", "Rows", by[number.StandingChanged])
	if n := by[number.StandingCheck]; n > 0 {
		c.Check = phrase.Text("open.counts.check", "Rows", n)
	}
	if n := of.Countryless; n > 0 {
		c.Country = phrase.Text("open.counts.country", "Count", n)
	}
	c.Problems = phrase.Text("open.counts.problems", "Count", by[number.StandingProblem]-of.Countryless)
	return c
}

// askHidden asks whether hidden rows are meant, too.
func askHidden(o Opening) Question {
	hidden := file.HiddenRows(o.Table())
	n := len(hidden)
	leave := phrase.Text("open.hidden.out", "Count", n)
	out := Card{
		Title: leave, Caption: phrase.Text("open.hidden.others"),
		Answer: Answer{leave, func() { o.AnswerHidden(false) }},
	}
	in := Card{
		Title: phrase.Text("open.hidden.include", "Count", n), Caption: phrase.Text("open.hidden.checked", "Count", n),
		Answer: Answer{phrase.Text("open.hidden.do", "Count", n), func() { o.AnswerHidden(true) }},
	}
	for _, record := range hidden[:min(n, sheetSamples)] {
		in.Samples = append(in.Samples, number.Sample{Cell: cellOf(o.Table(), record), Text: rows.OneLine(record.Number().Shown())})
	}
	out.Detail, in.Detail = out.Caption, in.Caption
	q := Question{
		Title: phrase.Text("open.hidden.title", "Count", n), Text: phrase.Text("open.hidden.text", "Count", n), Cards: []Card{out, in},
	}
	for _, s := range in.Samples {
		q.Rows = append(q.Rows, []string{s.Cell, s.Text})
	}
	return q
}

// cellOf is the cell of a record's number.
func cellOf(table *number.Table, record *number.Record) string {
	return number.ColumnName(table.Columns[number.FieldNumber]) + strconv.Itoa(record.Line)
}

// spelled writes a small count as a word at the start of a sentence.
func spelled(n int) string {
	words := strings.Fields(phrase.Text("open.spelled.words"))
	if n < len(words) {
		return words[n]
	}
	return phrase.Count(n)
}
