package cli

import (
	"context"
	"path/filepath"
	"slices"

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
		j.letGo()
	} else {
		err = c.judgeLocally(ctx, j, f.service)
	}
	if err != nil {
		return err
	}
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
		if err := lines.PrintObject(func(line *console.Object) { describe(line, row, j.plan.Placements[i]) }); err != nil {
			return err
		}
	}
	if err := lines.Print(j.summary(counts)); err != nil {
		return err
	}
	return lines.Flush()
}

// describe writes the line of a row in "check --json".
func describe(line *console.Object, row *number.Row, at plan.Placement) {
	if row.Skipped != number.SkipNone { // left out by the rules
		line.Integer("row", int(row.Line))
		line.Text("skipped", row.Skipped.String())
		return
	}
	special, findings := row.Special(), row.Findings()
	messages, code, said := make([]string, len(findings)), row.Code(), ""
	for i := range findings {
		messages[i] = phrase.Finding(&findings[i])
	}
	if i := saying(code, findings); i >= 0 {
		said = messages[i]
	}
	line.Text("sheet", row.Sheet())
	line.Integer("row", int(row.Line))
	line.Text("cell", row.Cell())
	line.Text("input", row.Input)
	line.Text("number", row.Number.String())
	line.Text("country", row.Country())
	line.Text("type", row.Kind.API())
	line.Text("usage", row.Usage.API())
	line.Text("state", row.State.API())
	line.Text("location", row.Location())
	line.Text("level", row.Level.String())
	line.Text("code", string(code))
	line.Text("message", said)
	line.Text("suggestion", special.Suggestion)
	line.Bool("overridable", row.Overridable)
	line.Integer("request", int(at.Request))
	line.Integer("request_of", int(at.Of))
	line.Bool("overflow", row.Overflows())
	line.Objects("findings", len(findings), func(i int) {
		f := &findings[i]
		line.Text("level", f.Level.String())
		line.Text("code", string(f.Code))
		line.Text("message", messages[i])
	})
	describeRare(line, row, special)
}

// describeRare writes what stands in the lines of few rows.
func describeRare(line *console.Object, row *number.Row, special number.Special) {
	if row.InHiddenRow {
		line.Bool("hidden", true)
	}
	if special.DuplicateOf != "" {
		line.Text("duplicate_of", special.DuplicateOf)
	}
	if special.Count != 0 {
		line.Integer("count", special.Count)
	}
	if !special.First.IsZero() {
		line.Text("first", special.First.String())
	}
	if !special.Last.IsZero() {
		line.Text("last", special.Last.String())
	}
}

// saying is which of the findings of a row gives it its code, -1 for none.
func saying(code number.Code, findings []number.Finding) int {
	return slices.IndexFunc(findings, func(f number.Finding) bool { return f.Code == code })
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
