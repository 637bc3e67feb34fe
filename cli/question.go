package cli

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"numberloader/internal/fault"
	"numberloader/internal/number"
)

// askLine is a question in JSON.
type askLine struct {
	Summary    bool     `json:"summary"`
	Ask        string   `json:"ask"`
	Candidates []string `json:"candidates"`
}

// askReading asks what the numbers of a file are. The error is fault.Usage.
func (c *command) askReading(ask *number.Ask) error {
	answers, named := []string{}, []string{}
	for i := range ask.Candidates {
		answer, name := answerOf(ask.Question, &ask.Candidates[i])
		answers, named = append(answers, answer), append(named, name)
	}
	if err := c.ask(ask.Question.String(), answers); err != nil {
		return err
	}
	if len(answers) == 0 {
		return usage("No column of the file looks like phone numbers.", "Name the column with --column number=A.")
	}
	first := answers[0]
	switch ask.Question {
	case number.QuestionColumn:
		if len(named) == 1 {
			return usage("Column "+named[0]+" may hold the numbers, but its header or what stands in it speaks against it.",
				"If it does, add --column number="+first+".")
		}
		return usage("More than one column may hold the numbers: "+list(named, "and")+".",
			"Name the right one, such as --column number="+first+".")
	case number.QuestionHeader:
		return usage("The file lists numbers in more than one place, below the rows "+list(named, "and")+".",
			"Name the row of the headers, such as --header "+first+".")
	case number.QuestionSheet:
		return usage("More than one sheet lists numbers: "+list(named, "and")+".",
			"Name those to read, such as --sheet "+strconv.Quote(first)+". It may be repeated.")
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
		return answer, fmt.Sprintf("%s (%q)", answer, shown(candidate.Heading))
	case number.QuestionHeader:
		answer = strconv.Itoa(candidate.HeaderRow)
	case number.QuestionSheet:
		answer = candidate.Sheet
	}
	return answer, answer
}

// askLocation asks for the location of rows that have none. The error is
// fault.Usage if there is such a row.
func (c *command) askLocation(j *job) error {
	without := 0
	for i := range j.rows {
		row := &j.rows[i]
		if row.Goes() && row.LocationID == "" && strings.TrimSpace(row.Location) == "" {
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
	if err := c.ask("location", names); err != nil {
		return err
	}
	next := "Name it with --location."
	if len(names) > 0 {
		next = "Name it with --location. There are " + list(names, "and") + "."
	}
	return usage(counted(without, "row")+" would be sent, but no location is given for them.", next)
}

func (c *command) ask(what string, candidates []string) error {
	if !c.json {
		return nil
	}
	return c.printJSON(askLine{Summary: true, Ask: what, Candidates: candidates})
}

// confirm asks a question that only yes answers. The error is fault.Stopped for
// any other answer, and when ctx ends while it waits.
func (c *command) confirm(ctx context.Context, question string) error {
	answer, err := c.answer(ctx, question+" [y/N] ")
	if err == nil && slices.Contains([]string{"y", "yes"}, strings.ToLower(answer)) {
		return nil
	}
	return &fault.Error{Kind: fault.Stopped, What: "You stopped it. Nothing was changed."}
}

// answer asks for a line of standard input. The end of the input is a blank one.
// The error is that of ctx when that ends while it waits.
func (c *command) answer(ctx context.Context, question string) (string, error) {
	_, _ = fmt.Fprint(c.Stderr, printable(question))
	answer := make(chan string, 1)
	go func() {
		line, _ := c.in.ReadString('\n')
		answer <- line
	}()
	select {
	case <-ctx.Done():
		c.tell(" ")
		return "", ctx.Err() //nolint:wrapcheck // the caller's own
	case line := <-answer:
		return strings.TrimSpace(line), nil
	}
}
