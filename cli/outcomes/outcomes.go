package outcomes

import (
	"numberloader/cli/console"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// printOutcomes prints how a run ended, for a person: the rows that somebody
// should look at, and a summary. workbook is "" if there is none.
func printOutcomes(k *console.Console, r *run.Run, t *Task, workbook string) error {
	table := [][]string{{
		phrase.Text("columns.cell"), phrase.Text("columns.number"),
		phrase.Text("cli.heading.result"), phrase.Text("columns.reason"),
	}}
	for i := range r.Lines {
		line := &r.Lines[i]
		if !t.good(r, line) || line.Result.Outcome == run.Kept {
			table = append(table, []string{
				line.Row.Cell(), line.Row.Number.String(), phrase.Outcome(line.Result.Outcome), phrase.Reason(line),
			})
		}
	}
	if len(table) > 1 {
		if err := k.PrintTable(table); err != nil {
			return err
		}
		if err := k.PrintText(""); err != nil {
			return err
		}
	}
	return k.PrintText(outcomeSentences(r, workbook)...)
}

func outcomeSentences(r *run.Run, workbook string) []string {
	counts := run.Count(r.Lines)
	var parts []string
	for _, outcome := range run.Outcomes() {
		if outcome == run.Added || counts[outcome] > 0 {
			parts = append(parts, phrase.Text("cli.outcome", "Outcome", phrase.Outcome(outcome), "Count", counts[outcome]))
		}
	}
	lines := []string{phrase.Sentences(parts...)}
	if r.ID == "" {
		return lines
	}
	if counts[run.NotKnown] > 0 {
		lines = append(lines, phrase.Text("cli.notknown", "Count", counts[run.NotKnown], "Run", r.ID))
	}
	lines = append(lines, phrase.Text("cli.run", "Run", r.ID))
	if workbook != "" {
		lines = append(lines, phrase.Text("cli.results.written", "Path", workbook))
	}
	return lines
}
