package open

import (
	"strconv"

	"numberloader/gui/file"
	"numberloader/gui/rows"
	"numberloader/internal/number"
)

// Question is what is asked about a file before its rows are shown.
type Question struct {
	Title string
	Text  string
	Cards []Card
	// Chosen is the card that is chosen at first, -1 for none.
	Chosen int
	// Pick says why nothing can be taken while no card is chosen.
	Pick string
	// More are further answers beyond the cards, in a list with MoreLabel in
	// front of it.
	MoreLabel string
	More      []Card
}

// Card is an answer with a look at what it means.
type Card struct {
	Title   string
	Caption string
	Label   string // of the button that takes it
	Take    func()
	// Samples are cells, with empty ones for those that are not known yet.
	Samples []number.Sample
	Counts  *CardCounts // nil if rows are not counted for each card
}

// CardCounts says what would become of the rows with an answer.
type CardCounts struct {
	Title                    string // "With this column"
	Known                    bool
	Waiting                  string // what is said in place of the counts
	Ready, Changed, Problems string
}

// Ask is the question that is open. It has no title if there is none.
func Ask(o Opening) Question {
	switch o.Question() {
	case file.AskSheet:
		return askSheet(o)
	case file.AskColumn:
		return askColumn(o)
	case file.AskHidden:
		return askHidden(o)
	case file.AskCountry:
		return askCountry(o)
	case file.NoQuestion:
	}
	return Question{}
}

// askSheet asks which of several sheets with numbers is meant.
func askSheet(o Opening) Question {
	names, read := o.Sheets(), o.Table().Sheet
	q := Question{
		Title: "Which sheet holds the numbers to add?",
		Text:  spelled(len(names)) + " sheets list phone numbers. " + read + " comes first, so it is chosen here. Only one sheet is read.",
	}
	for i, name := range names {
		if name == read {
			q.Chosen = i
		}
		q.Cards = append(q.Cards, sheetCard(o, i, name))
	}
	return q
}

// sheetSamples is how many cells of a sheet are shown.
const sheetSamples = 4

func sheetCard(o Opening, i int, name string) Card {
	card := Card{Title: name, Label: "Use sheet " + name, Take: func() { o.AnswerSheet(name) }}
	if !o.Previewing() {
		card.Caption = "Sheet"
		return card
	}
	preview, known := o.Preview(i)
	card.Samples = make([]number.Sample, sheetSamples)
	copy(card.Samples, preview.Samples)
	card.Counts = countsOf("With this sheet", preview, known)
	switch {
	case !known:
		card.Caption = "Looking into it"
	case preview.Doubt:
		card.Caption = rows.Of(preview.Rows, "row", "rows") + ", the column is asked next"
	default:
		card.Caption = rows.Of(preview.Rows, "row", "rows") + ", numbers in column " + number.ColumnName(preview.Column)
	}
	return card
}

// countsOf is what a preview counted.
func countsOf(title string, preview file.Preview, known bool) *CardCounts {
	counts := &CardCounts{Title: title, Known: known && !preview.Doubt, Waiting: "Checking the rows"}
	if preview.Doubt {
		counts.Waiting = "Known when the column is chosen"
	}
	if counts.Known && preview.Counted < preview.Rows {
		counts.Title += ", first " + rows.Of(preview.Counted, "row", "rows")
	}
	counts.Ready = rows.Count(preview.Counts.Ready) + " ready"
	counts.Changed = rows.Count(preview.Counts.Warnings) + " changed"
	counts.Problems = rows.Of(preview.Counts.Problems, "problem", "problems")
	return counts
}

// askHidden asks whether hidden rows are meant, too.
func askHidden(o Opening) Question {
	hidden := file.HiddenRows(o.Table())
	n := len(hidden)
	q := Question{
		Title: rows.Of(n, "row is", "rows are") + " hidden in the file. Add them, too?",
		Text:  "They were hidden by hand or by a filter.",
	}
	out := Card{
		Title: "Leave them out", Label: "Leave them out", Take: func() { o.AnswerHidden(false) },
		Caption: "The others are checked",
	}
	in := Card{
		Title: "Include them", Label: "Include " + rows.Of(n, "hidden row", "hidden rows"), Take: func() { o.AnswerHidden(true) },
		Caption: "They are checked like the others",
	}
	if n == 1 {
		q.Title, q.Text = "1 row is hidden in the file. Add it, too?", "It was hidden by hand or by a filter."
		out.Title, in.Title, in.Caption = "Leave it out", "Include it", "It is checked like the others"
		out.Label = out.Title
	}
	for _, record := range hidden[:min(n, sheetSamples)] {
		in.Samples = append(in.Samples, number.Sample{Cell: cellOf(o.Table(), record), Text: rows.OneLine(record.Number.Shown())})
	}
	q.Cards = []Card{out, in}
	return q
}

// cellOf is the cell of a record's number.
func cellOf(table *number.Table, record *number.Record) string {
	return number.ColumnName(table.Columns[number.FieldNumber]) + strconv.Itoa(record.Line)
}

// spelled writes a small count as a word at the start of a sentence.
func spelled(n int) string {
	words := []string{"No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"}
	if n < len(words) {
		return words[n]
	}
	return rows.Count(n)
}
