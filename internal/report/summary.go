package report

import (
	"strconv"

	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// summaryTable says what became of a run as a whole.
func summaryTable(r run.Run) table {
	lines := [][2]string{
		{"File", r.Path},
		{"Sheet", r.Sheet},
		{"Organization", organization(r.Organization)},
		{"Signed in as", r.Person},
		{"Run", r.ID},
		{"Started", clock(r.Started)},
		{"Ended", clock(r.Ended)},
		{"State", stateWord(&r)},
		{"Rows", strconv.Itoa(len(r.Lines))},
	}
	counts := run.Count(r.Lines)
	for _, o := range run.Outcomes() {
		if counts[o] > 0 || r.CanHave(o) {
			lines = append(lines, [2]string{phrase.Outcome(o), strconv.Itoa(counts[o])})
		}
	}
	lines = append(lines, [2]string{"Requests", strconv.Itoa(len(r.Requests))}, [2]string{"Number Loader", r.Program})
	return table{
		columns: []column{{"Summary", 22}, {"", 80}},
		rows:    len(lines),
		cells: func(i int, cells []string) outcomeStyle {
			copy(cells, lines[i][:])
			return outcomeStyle{}
		},
	}
}

func stateWord(r *run.Run) string {
	switch r.State {
	case run.Unfinished:
		return unfinishedWord(r.Stage)
	case run.Finished:
		return "Finished"
	case run.Undone:
		return "Undone: nothing is left that could be taken back"
	}
	return ""
}

func unfinishedWord(s run.Stage) string {
	switch s {
	case run.StageRemove:
		return "Unfinished: the undo was stopped, or some rows are not known"
	case run.StageActivate:
		return "Unfinished: the activation was stopped, or some rows were not sent or are not known"
	case run.StageAdd, run.StageSettle:
	}
	return "Unfinished: some rows were not sent or are not known"
}
