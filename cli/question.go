package cli

import (
	"strconv"
	"strings"

	"numberloader/cli/console"
	"numberloader/cli/options"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// askLine is a question in JSON (docs/command-line.md, "Questions").
type askLine struct {
	Summary    bool     `json:"summary"`
	Ask        string   `json:"ask"`
	Candidates []string `json:"candidates"`
}

// askReading asks what the numbers of a file are. The error is fault.Usage.
func askReading(k *console.Console, ask *number.Ask) error {
	answers, named := []string{}, []string{}
	for i := range ask.Candidates {
		answer, name := answerOf(ask.Question, &ask.Candidates[i])
		answers, named = append(answers, answer), append(named, name)
	}
	if err := printQuestion(k, ask.Question.String(), answers); err != nil {
		return err
	}
	if ask.Across > 0 {
		return console.Usage(phrase.Text("cli.ask.across", "Row", strconv.Itoa(ask.Across)), phrase.Text("cli.ask.across_next"))
	}
	if len(answers) == 0 {
		return console.Usage(phrase.Text("cli.ask.nocolumn"), phrase.Text("cli.ask.nocolumn_next"))
	}
	first := answers[0]
	switch ask.Question {
	case number.QuestionColumn:
		if len(named) == 1 {
			return console.Usage(phrase.Text("cli.ask.doubt", "Column", named[0]), phrase.Text("cli.ask.doubt_next", "Column", first))
		}
		return console.Usage(phrase.Text("cli.ask.columns", "Columns", phrase.List(named)), phrase.Text("cli.ask.columns_next", "Column", first))
	case number.QuestionHeader:
		return console.Usage(phrase.Text("cli.ask.headers", "Rows", phrase.List(named)), phrase.Text("cli.ask.headers_next", "Row", first))
	case number.QuestionExtension:
		return console.Usage(phrase.Text("cli.ask.extension", "Answers", phrase.Commas(named)), phrase.Text("cli.ask.extension_next", "Answer", first))
	case number.QuestionSheet:
		return console.Usage(phrase.Text("cli.ask.sheets", "Sheets", phrase.List(named)), phrase.Text("cli.ask.sheets_next", "Sheet", strconv.Quote(first)))
	}
	panic("cli: question without words")
}

// answerOf is a candidate as a flag names it, and as a person reads it.
func answerOf(question number.Question, candidate *number.Candidate) (answer, name string) {
	switch question {
	case number.QuestionColumn:
		answer = number.ColumnName(candidate.Column)
		if candidate.Heading == "" {
			return answer, answer
		}
		return answer, phrase.Text("cli.ask.candidate", "Column", answer, "Heading", strconv.Quote(console.Shown(candidate.Heading)))
	case number.QuestionHeader:
		answer = strconv.Itoa(candidate.HeaderRow)
	case number.QuestionSheet:
		answer = candidate.Sheet
	case number.QuestionExtension:
		return extensionAnswer(candidate)
	}
	return answer, answer
}

// extensionAnswer is what --column takes for an answer to what extensions are for, and
// what the first row would be read as.
func extensionAnswer(c *number.Candidate) (answer, name string) {
	if c.Field == number.FieldNumber {
		answer = options.FieldWord(number.FieldExtension) + "="
	} else {
		answer = options.FieldWord(c.Field) + "=" + number.ColumnName(c.Column)
	}
	if len(c.Samples) == 0 {
		return answer, answer
	}
	return answer, phrase.Text("cli.ask.gives", "Answer", answer, "Cell", c.Samples[0].Cell, "Number", console.Shown(c.Samples[0].Text))
}

// askLocation asks for the location of rows that have none. The error is
// fault.Usage if there is such a row.
func askLocation(k *console.Console, j *job) error {
	without := 0
	for _, row := range j.plan.Rows {
		if row.Goes() && row.LocationID() == "" && strings.TrimSpace(row.Location()) == "" {
			without++
		}
	}
	if without == 0 {
		return nil
	}
	names := []string{}
	for _, l := range j.known.Locations {
		names = append(names, l.Name)
	}
	if err := printQuestion(k, "location", names); err != nil {
		return err
	}
	next := phrase.Text("cli.ask.location_next")
	if len(names) > 0 {
		next = phrase.Sentences(next, phrase.Text("cli.ask.locations", "Locations", phrase.List(names)))
	}
	return console.Usage(phrase.Text("cli.ask.location", "Count", without), next)
}

// printQuestion prints a question in JSON; a person reads it as an error.
func printQuestion(k *console.Console, what string, candidates []string) error {
	if !k.JSON {
		return nil
	}
	return k.PrintJSON(askLine{Summary: true, Ask: what, Candidates: candidates})
}
