package cli

import (
	"context"
	"path/filepath"

	"github.com/spf13/cobra"

	"numberloader/cli/console"
	"numberloader/cli/options"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/plan"
	"numberloader/internal/review"
)

type checkFlags struct {
	file    options.File
	service options.Service
	online  bool
}

func newCheck(c *command) *cobra.Command {
	var f checkFlags
	cmd := &cobra.Command{
		Use:   takes("check", phrase.Text("cli.argument.file")),
		Short: phrase.Text("cli.check.short"),
		Args:  needs("cli.needs.file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			chosen, err := c.choices(cmd, &f.file)
			if err != nil {
				return err
			}
			return c.check(cmd.Context(), args[0], chosen, &f)
		},
	}
	f.file.Register(cmd)
	f.service.Register(cmd)
	cmd.Flags().BoolVar(&f.online, "online", false, phrase.Text("cli.flag.online"))
	registerJSON(c.Console, cmd)
	return cmd
}

func (c *command) check(ctx context.Context, file string, chosen choices, f *checkFlags) error {
	j, err := c.open(ctx, file, chosen)
	if err != nil {
		return err
	}
	if f.online {
		err = c.within(ctx, f.service, func(org Organization) error { return j.survey(ctx, org) })
	} else {
		err = c.judgeLocally(ctx, j, f.service)
	}
	if err != nil {
		return err
	}
	j.letGo()
	return printCheck(c.Console, j)
}

// printCheck prints all rows and the summary. The error is errProblems if a row
// has a problem.
func printCheck(k *console.Console, j *job) error {
	if err := printRows(k, j, func(*number.Row) bool { return true }); err != nil {
		return err
	}
	if review.Count(j.plan.Rows).Problems > 0 {
		return console.ErrProblems
	}
	return nil
}

// printRows prints the wanted rows, as text only those that have findings, and
// then the summary of all.
func printRows(k *console.Console, j *job, wanted func(*number.Row) bool) error {
	counts := review.Count(j.plan.Rows)
	if counts.Rows == 0 {
		k.Tell(phrase.Text("cli.check.norows"))
	}
	if !k.JSON {
		return printReport(k, j, counts, wanted)
	}
	lines := k.Lines()
	for i, row := range j.plan.Rows {
		if !wanted(row) {
			continue
		}
		if err := lines.Print(lineOf(row, j.plan.Placements[i])); err != nil {
			return err
		}
	}
	if err := lines.Print(j.summary(counts)); err != nil {
		return err
	}
	return lines.Flush()
}

// rowLine is a row of "check --json".
type rowLine struct {
	Sheet       string        `json:"sheet"`
	Row         int           `json:"row"`
	Cell        string        `json:"cell"`
	Input       string        `json:"input"`
	Number      string        `json:"number"`
	Country     string        `json:"country"`
	Type        string        `json:"type"`
	Usage       string        `json:"usage"`
	State       string        `json:"state"`
	Location    string        `json:"location"`
	Level       string        `json:"level"`
	Code        string        `json:"code"`
	Message     string        `json:"message"`
	Suggestion  string        `json:"suggestion"`
	Overridable bool          `json:"overridable"`
	Request     int           `json:"request"`
	RequestOf   int           `json:"request_of"`
	Overflow    bool          `json:"overflow"`
	Findings    []findingLine `json:"findings"`
	Hidden      bool          `json:"hidden,omitempty"`
	DuplicateOf string        `json:"duplicate_of,omitempty"`
	Count       int           `json:"count,omitempty"`
	First       string        `json:"first,omitempty"`
	Last        string        `json:"last,omitempty"`
}

type findingLine struct {
	Level   string `json:"level"`
	Code    string `json:"code"`
	Message string `json:"message"`
}

// skippedLine is a row left out by the rules.
type skippedLine struct {
	Row     int    `json:"row"`
	Skipped string `json:"skipped"`
}

func lineOf(row *number.Row, at plan.Placement) any {
	if row.Skipped != number.SkipNone {
		return skippedLine{row.Line, row.Skipped.String()}
	}
	findings := make([]findingLine, len(row.Findings))
	for i := range row.Findings {
		f := &row.Findings[i]
		findings[i] = findingLine{f.Level.String(), string(f.Code), phrase.Finding(f)}
	}
	special := row.Special()
	return rowLine{
		Sheet: row.Sheet(), Row: row.Line, Cell: row.Cell, Input: row.Input,
		Number: row.Number.String(), Country: row.Country,
		Type: row.Kind.API(), Usage: row.Usage.API(), State: row.State.API(), Location: row.Location,
		Level: row.Level.String(), Code: string(row.Code), Message: messageOf(row),
		Suggestion: special.Suggestion, Overridable: row.Overridable,
		Request: at.Request, RequestOf: at.Of, Overflow: row.Overflows(), Findings: findings,
		Hidden: row.InHiddenRow, DuplicateOf: special.DuplicateOf,
		Count: special.Count, First: special.First.String(), Last: special.Last.String(),
	}
}

// messageOf is the message of the finding that gives a row its code.
func messageOf(row *number.Row) string {
	for i := range row.Findings {
		if f := &row.Findings[i]; f.Code == row.Code {
			return phrase.Finding(f)
		}
	}
	return ""
}

// checkSummary is the last line of "check --json".
type checkSummary struct {
	Summary      bool              `json:"summary"`
	File         string            `json:"file"`
	Sheet        string            `json:"sheet"`
	HeaderRow    int               `json:"header_row"`
	Columns      map[string]string `json:"columns"`
	Rows         int               `json:"rows"`
	Ready        int               `json:"ready"`
	Warnings     int               `json:"warnings"`
	Problems     int               `json:"problems"`
	Mobile       int               `json:"mobile"`
	Requests     int               `json:"requests"`
	RequestsPlan []requestLine     `json:"requests_plan"`
	Aside        []asideLine       `json:"aside"`
}

type requestLine struct {
	Location string `json:"location"`
	Type     string `json:"type"`
	Count    int    `json:"count"`
}

func (j *job) summary(counts review.Counts) checkSummary {
	columns, table := map[string]string{}, review.Located(j.table, j.known.Locations)
	for _, field := range options.NamedFields() {
		if column, found := table.Columns[field]; found {
			columns[options.FieldWord(field)] = number.ColumnName(column)
		}
	}
	requests := make([]requestLine, len(j.plan.Requests))
	for i, r := range j.plan.Requests {
		requests[i] = requestLine{r.Group.Location, r.Group.Kind.API(), len(r.Rows)}
	}
	return checkSummary{
		Summary: true, File: filepath.Base(j.table.Path), Sheet: j.table.Sheet, HeaderRow: j.table.HeaderRow,
		Columns: columns, Rows: counts.Rows, Ready: counts.Ready, Warnings: counts.Warnings, Problems: counts.Problems,
		Mobile: counts.Mobile, Requests: len(requests), RequestsPlan: requests, Aside: asideLines(table),
	}
}
