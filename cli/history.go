package cli

import (
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"numberloader/cli/console"
	"numberloader/cli/outcomes"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

func newHistory(c *command) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "history",
		Short: phrase.Text("cli.history.short"),
		Args:  noArguments,
		RunE:  func(*cobra.Command, []string) error { return c.history() },
	}
	registerJSON(c.Console, cmd)
	return cmd
}

func (c *command) history() error {
	runs, err := c.History.List()
	if err != nil {
		return err
	}
	if c.JSON {
		return printHistory(c.Console, runs)
	}
	if len(runs) == 0 {
		c.Tell(phrase.Text("cli.history.none"))
		return nil
	}
	return c.PrintTable(historyTable(runs))
}

// historyTable has a column for each outcome of adding, and for those others that
// occur.
func historyTable(runs []run.Summary) [][]string {
	headings := []string{
		phrase.Text("columns.run"), phrase.Text("columns.started"), phrase.Text("columns.list"),
		phrase.Text("columns.organization"), phrase.Text("columns.state"),
	}
	var columns []run.Outcome
	for _, outcome := range run.Outcomes() {
		occurs := func(r run.Summary) bool { return r.Counts[outcome] > 0 }
		if isOfAdding(outcome) || slices.ContainsFunc(runs, occurs) {
			columns = append(columns, outcome)
			headings = append(headings, phrase.Outcome(outcome))
		}
	}
	table := [][]string{headings}
	for i := range runs {
		table = append(table, historyRow(&runs[i], columns))
	}
	return table
}

func isOfAdding(o run.Outcome) bool {
	return !slices.Contains(outcomes.Undoing().Outcomes, o) && !slices.Contains(outcomes.Activating().Outcomes, o)
}

func historyRow(r *run.Summary, columns []run.Outcome) []string {
	row := []string{
		r.ID, r.Started.Local().Format("2006-01-02 15:04"), filepath.Base(r.File), phrase.OrganizationAlone(r.Organization), stateText(r),
	}
	for _, outcome := range columns {
		row = append(row, phrase.Count(r.Counts[outcome]))
	}
	return row
}

// stateText says how far a run came.
func stateText(r *run.Summary) string {
	switch {
	case r.Damaged:
		return phrase.Text("cli.state.damaged")
	case r.State == run.Undone:
		return phrase.Text("cli.state.undone")
	case r.State == run.Finished:
		return phrase.Text("cli.state.finished")
	}
	return phrase.Text("cli.state.unfinished")
}

// stateOf is the word of JSON lines for how far a run came.
func stateOf(r *run.Summary) string {
	if r.Damaged {
		return "damaged"
	}
	return r.State.String()
}

// historyLine is a run of "history --json".
type historyLine struct {
	Run          string `json:"run"`
	Started      string `json:"started"`
	File         string `json:"file"`
	Organization string `json:"organization"`
	Practice     bool   `json:"practice"`
	State        string `json:"state"`
	outcomes.Counts
}

func printHistory(k *console.Console, runs []run.Summary) error {
	return console.PrintEach(k, runs, func(r *run.Summary) any {
		return historyLine{
			Run: r.ID, Started: r.Started.UTC().Format(time.RFC3339), File: filepath.Base(r.File),
			Organization: r.Organization.Name, Practice: r.Organization.Practice, State: stateOf(r),
			Counts: outcomes.CountsOf(r.Counts, nil),
		}
	})
}
