package open

import (
	"numberloader/gui/file"
	"numberloader/gui/rows"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// askExtension asks what the extensions beside main numbers are for.
func askExtension(o Opening) Question {
	candidates := o.Table().Ask.Candidates
	first := ""
	if samples := candidates[0].Samples; len(samples) > 0 {
		first = samples[0].Cell
	}
	q := Question{
		Title: phrase.Text("open.extension.title", "Column", headedColumn(&candidates[0])), Text: phrase.Text("open.extension.text"),
		Chosen: -1, Pick: phrase.Text("open.ask.single"), End: phrase.Text("open.extension.read", "Cell", first), Below: true,
	}
	for i := range candidates {
		c := &candidates[i]
		do := extensionAnswer(c.Field)
		card := Card{Title: do, Answer: Answer{do, func() { o.AnswerExtension(i) }}}
		if len(c.Samples) > 0 {
			card.End = rows.OneLine(c.Samples[0].Text)
		}
		if o.Previewing() {
			card.Detail = extensionGives(o.Preview(i))
		}
		q.Cards = append(q.Cards, card)
	}
	return q
}

// headedColumn names a column by its letter and its heading.
func headedColumn(c *number.Candidate) string {
	letter := number.ColumnName(c.Column)
	if c.Heading == "" {
		return letter
	}
	return phrase.Text("open.extension.headed", "Column", letter, "Heading", rows.OneLine(c.Heading))
}

// extensionAnswer is what an answer does with a column of extensions.
func extensionAnswer(f number.Field) string {
	switch f {
	case number.FieldExtension:
		return phrase.Text("open.extension.append")
	case number.FieldLastDigits:
		return phrase.Text("open.extension.replace")
	case number.FieldNumber, number.FieldNumberEnd, number.FieldType, number.FieldUsage, number.FieldState, number.FieldLocation,
		number.FieldSubscription, number.FieldCountry, number.FieldAreaCode, number.FieldExchange, number.FieldAction, number.FieldActivateOn:
	}
	return phrase.Text("open.extension.alone")
}

// extensionGives says what would become of the rows with an answer.
func extensionGives(preview file.Preview, known bool) string {
	if !known {
		return phrase.Text("open.counts.checking")
	}
	return phrase.Commas([]string{
		phrase.Text("words.rows", "Count", preview.Rows), phrase.Text("open.counts.problems", "Count", preview.Counts.Problems),
	})
}
