package cli

import (
	"context"
	"fmt"
	"slices"
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

// askColumn asks for the column of the numbers. The error is fault.Usage.
func (c *command) askColumn(ask *number.Ask) error {
	letters, named := []string{}, []string{}
	for _, candidate := range ask.Candidates {
		letter := number.ColumnName(candidate.Column)
		letters = append(letters, letter)
		if candidate.Heading != "" {
			letter = fmt.Sprintf("%s (%q)", letter, shown(candidate.Heading))
		}
		named = append(named, letter)
	}
	if err := c.ask("number_column", letters); err != nil {
		return err
	}
	if len(letters) == 0 {
		return usage("No column of the file looks like phone numbers.", "Name the column with --column number=A.")
	}
	return usage("More than one column may hold the numbers: "+list(named, "and")+".",
		"Name the right one, such as --column number="+letters[0]+".")
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
