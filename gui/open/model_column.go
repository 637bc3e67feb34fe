package open

import (
	"slices"
	"strconv"

	"numberloader/gui/file"
	"numberloader/gui/rows"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// askTables asks which of several lists on one sheet are meant.
func askTables(o Opening) Question {
	candidates := o.Table().Ask.Candidates
	q := Question{
		Title: phrase.Text("open.tables.title"), Text: phrase.Text("open.tables.text"),
		Chosen: -1, Pick: phrase.Text("open.tables.pick"), Form: FormEach, None: phrase.Text("open.tables.none"),
	}
	together := func(cards []int) Answer {
		headers := make([]int, len(cards))
		for i, at := range cards {
			headers[i] = candidates[at].HeaderRow
		}
		return Answer{useTables(headers), func() { o.AnswerHeaders(headers...) }}
	}
	if o.Table().Ask.Several {
		q.Together = together
	}
	for i := range candidates {
		card := tableCard(&candidates[i], together([]int{i}))
		if o.Previewing() {
			preview, known := o.Preview(i)
			card.Counts = countsOf(phrase.Text("open.tables.with"), preview, known)
			card.Yes.Caption = givenBy(preview, known)
		}
		q.Cards = append(q.Cards, card)
	}
	return q
}

// useTables is the label of the button that reads the tables below some rows.
func useTables(headers []int) string {
	if slices.Contains(headers, 0) {
		if len(headers) == 1 {
			return phrase.Text("open.tables.usefirst")
		}
		return phrase.Text("open.tables.several", "Count", len(headers))
	}
	texts := make([]string, len(headers))
	for i, row := range headers {
		texts[i] = strconv.Itoa(row)
	}
	return phrase.Text("open.tables.use", "Count", len(headers), "Rows", phrase.List(texts))
}

func tableCard(c *number.Candidate, answer Answer) Card {
	row := strconv.Itoa(c.HeaderRow)
	card := Card{
		Answer: answer, Title: phrase.Text("open.tables.rowonly", "Row", row),
		Caption: phrase.Text("words.numbers", "Count", c.Phones), Samples: c.Samples[:min(len(c.Samples), maxSamples)],
	}
	eachOf(&card)
	switch {
	case c.HeaderRow == 0:
		card.Title = phrase.Text("open.tables.noheader")
	case c.Heading != "":
		card.Title = phrase.Text("open.tables.row", "Row", row, "Headings", rows.OneLine(c.Heading))
	}
	return card
}

// askColumn asks which columns hold the numbers.
func askColumn(o Opening) Question {
	table := o.Table()
	q := Question{
		Title: phrase.Text("open.columns.title"), Chosen: -1, Pick: phrase.Text("open.columns.pick"), Form: FormEach, None: phrase.Text("open.columns.noneadded"),
	}
	columns := make([]int, len(table.Ask.Candidates))
	for i, c := range table.Ask.Candidates {
		columns[i] = c.Column
		card := columnCard(o, c)
		if o.Previewing() {
			preview, known := o.Preview(i)
			card.Counts = countsOf(phrase.Text("open.columns.with"), preview, known)
			card.Yes.Caption = givenBy(preview, known)
		}
		q.Cards = append(q.Cards, card)
	}
	if len(columns) > 0 {
		q.Together = func(cards []int) Answer { return useColumns(o, picked(columns, cards)) }
	}
	switch len(q.Cards) {
	case 0:
		q.Cards, q.Text, q.Form, q.Pick = anyColumns(o), phrase.Text("open.columns.none"), FormOne, phrase.Text("open.columns.pickone")
	case 1:
		q.Text = phrase.Sentences(phrase.Text("open.columns.doubtful"), found(table))
	default:
		q.Text = phrase.Sentences(phrase.Text("open.columns.several", "Columns", spelled(len(q.Cards))), found(table))
	}
	if row := table.Ask.Across; row > 0 {
		q.Text = phrase.Text("open.columns.across", "Row", strconv.Itoa(row))
	}
	return q
}

// givenBy says what taking a card gives.
func givenBy(preview file.Preview, known bool) string {
	switch {
	case !known:
		return phrase.Text("open.counts.checking")
	case preview.Doubt:
		return phrase.Text("open.counts.later")
	}
	return phrase.Text("words.rows", "Count", preview.Rows)
}

// eachOf are the answers about a card.
func eachOf(card *Card) {
	card.Yes = Option{phrase.Text("open.each.add"), phrase.Text("open.each.added")}
	card.No = Option{phrase.Text("open.each.leave"), phrase.Text("open.each.left")}
}

// useColumns reads the numbers of columns.
func useColumns(o Opening, columns []int) Answer {
	names := make([]string, len(columns))
	for i, column := range columns {
		names[i] = number.ColumnName(column)
	}
	label := phrase.Text("open.columns.use", "Count", len(columns), "Columns", phrase.List(names))
	return Answer{label, func() { o.AnswerColumns(columns...) }}
}

// maxSamples is how many cells of a column are shown.
const maxSamples = 3

func columnCard(o Opening, c number.Candidate) Card {
	letter := number.ColumnName(c.Column)
	card := Card{
		Answer: useColumns(o, []int{c.Column}), Title: phrase.Text("open.columns.column", "Column", letter),
		Caption: phrase.Text("words.numbers", "Count", c.Filled), Samples: c.Samples[:min(len(c.Samples), maxSamples)],
	}
	eachOf(&card)
	card.Detail = shownSamples(c.Samples)
	if c.Heading != "" {
		card.Title = phrase.Text("open.columns.headed", "Column", letter, "Heading", rows.OneLine(c.Heading))
	}
	if c.Empty > 0 {
		card.Caption = phrase.Commas([]string{card.Caption, phrase.Text("open.columns.empty", "Count", c.Empty)})
	}
	if c.Hidden {
		card.Caption = phrase.Commas([]string{card.Caption, phrase.Text("open.columns.hidden")})
	}
	return card
}

// maxColumns is how many columns are shown where none looks like phone numbers.
const maxColumns = 9

// anyColumns are the first columns that hold anything.
func anyColumns(o Opening) []Card {
	table := o.Table()
	var cards []Card
	for i := 0; i < tableWidth(table) && len(cards) < maxColumns; i++ {
		if candidate := lookInto(table, i); candidate.Filled > 0 {
			card := columnCard(o, candidate)
			card.Caption = phrase.Text("open.columns.cells", "Count", candidate.Filled)
			card.End, card.Quiet = card.Caption, true
			cards = append(cards, card)
		}
	}
	return cards
}

// lookInto is a column of a table with a look into it.
func lookInto(table *number.Table, column int) number.Candidate {
	candidate := number.Candidate{Column: column}
	if column < len(table.Headings) {
		candidate.Heading = table.Headings[column]
	}
	for i := range table.Records {
		record := &table.Records[i]
		text := record.Source.At(column)
		if text == "" {
			continue
		}
		candidate.Filled++
		if len(candidate.Samples) < maxSamples {
			cell := number.ColumnName(column) + strconv.Itoa(record.Line)
			candidate.Samples = append(candidate.Samples, number.Sample{Cell: cell, Text: rows.OneLine(text)})
		}
	}
	return candidate
}

// found says what the reader found by itself, "" if there is nothing to say.
func found(table *number.Table) string {
	var parts []string
	if table.Sheet != "" {
		parts = append(parts, phrase.Text("open.remembered.sheets", "Count", 1, "Sheets", table.Sheet))
	}
	if table.HeaderRow > 0 {
		parts = append(parts, phrase.Text("open.found.headers", "Row", strconv.Itoa(table.HeaderRow)))
	}
	for _, field := range number.Fields() {
		if column, ok := table.Columns[field]; ok && field != number.FieldNumber {
			parts = append(parts, phrase.Text("open.found.field", "Field", fieldInside(field), "Column", number.ColumnName(column)))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return phrase.Text("open.found.all", "Parts", phrase.Commas(parts))
}

// fieldInside is the name of a field in a sentence, where nothing else says that it is
// the end of a range.
func fieldInside(f number.Field) string {
	if f == number.FieldNumberEnd {
		return phrase.Text("open.found.end.inside")
	}
	return phrase.FieldInside(f)
}
