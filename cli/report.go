package cli

import (
	"path/filepath"

	"numberloader/cli/console"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/plan"
	"numberloader/internal/review"
)

// printReport prints what a check found, for a person: the wanted rows that
// somebody should look at, what would be sent, and a summary.
func printReport(k *console.Console, j *job, counts review.Counts, wanted func(*number.Row) bool) error {
	table := [][]string{{
		phrase.Text("columns.cell"), phrase.Text("columns.status"), phrase.Text("columns.file"),
		phrase.Text("cli.heading.tosend"), phrase.Text("columns.remark"),
	}}
	for _, row := range j.plan.Rows {
		if row.Level != number.LevelOK && row.Skipped == number.SkipNone && !row.Hidden && wanted(row) {
			findings, said := row.Findings(), ""
			if i := saying(row.Code(), findings); i >= 0 {
				said = phrase.Finding(&findings[i])
			}
			table = append(table, []string{
				row.Cell(), phrase.Standing(row.Standing()), console.Shown(row.Input), row.Number.String(), said,
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
	if len(j.plan.Requests) > 0 {
		if err := k.PrintTable(planTable(j.plan.Requests)); err != nil {
			return err
		}
		if err := k.PrintText(""); err != nil {
			return err
		}
	}
	return k.PrintText(checkSentences(j, counts)...)
}

// planTable sums the requests up by location and type.
func planTable(requests []plan.Request) [][]string {
	type place struct {
		location string
		kind     number.Kind
	}
	var order []place
	numbers, sent := map[place]int{}, map[place]int{}
	for _, r := range requests {
		at := place{r.Group.Location, r.Group.Kind}
		if sent[at] == 0 {
			order = append(order, at)
		}
		numbers[at] += len(r.Rows)
		sent[at]++
	}
	table := [][]string{{
		phrase.Text("columns.location.title"), phrase.Text("columns.type"),
		phrase.Text("columns.numbers"), phrase.Text("cli.heading.requests"),
	}}
	for _, at := range order {
		location := at.location
		if location == "" {
			location = phrase.Text("cli.notgiven")
		}
		table = append(table, []string{location, phrase.Kind(at.kind), phrase.Count(numbers[at]), phrase.Count(sent[at])})
	}
	return table
}

func checkSentences(j *job, counts review.Counts) []string {
	file := filepath.Base(j.table.Path)
	if j.table.Sheet != "" {
		file = phrase.Text("cli.onsheet", "File", file, "Sheet", j.table.Sheet)
	}
	lines := []string{phrase.Text("cli.rows", "File", file, "Count", counts.Rows, "Standings", standings(counts))}
	lines = append(lines, phrase.Text("cli.tosend", "Numbers", numbersText(j.plan.Requests), "Count", len(j.plan.Requests)))
	if counts.Hidden > 0 {
		lines = append(lines, phrase.Text("cli.hidden", "Count", counts.Hidden))
	}
	return lines
}

// standings counts the rows in each state, in the words that the window uses.
func standings(counts review.Counts) string {
	var said []string
	for _, s := range [...]number.Standing{
		number.StandingReady, number.StandingChanged, number.StandingCheck, number.StandingByUser,
		number.StandingProblem, number.StandingThere,
	} {
		if n := counts.By[s]; n > 0 || s == number.StandingReady || s == number.StandingProblem {
			said = append(said, phrase.Text("cli.standing", "Standing", phrase.Standing(s), "Count", n))
		}
	}
	return phrase.Commas(said)
}

// numbersText says how many numbers the requests have.
func numbersText(requests []plan.Request) string {
	sum := 0
	for _, r := range requests {
		sum += len(r.Rows)
	}
	return phrase.Text("words.numbers", "Count", sum)
}
