package report

import (
	"strconv"

	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// summaryTable says what became of a run as a whole.
func summaryTable(r run.Run) table {
	lines := [][2]string{
		{phrase.Text("columns.list"), r.Path},
		{phrase.Text("columns.sheet"), r.Sheet},
		{phrase.Text("columns.organization"), organization(r.Organization)},
		{phrase.Text("report.person"), r.Person},
		{phrase.Text("columns.run"), r.ID},
		{phrase.Text("columns.started"), clock(r.Started)},
		{phrase.Text("report.ended"), clock(r.Ended)},
		{phrase.Text("columns.state"), stateWord(&r)},
		{phrase.Text("report.rows"), strconv.Itoa(len(r.Lines))},
	}
	counts := run.Count(r.Lines)
	for _, o := range run.Outcomes() {
		if counts[o] > 0 || r.CanHave(o) {
			lines = append(lines, [2]string{phrase.Outcome(o), strconv.Itoa(counts[o])})
		}
	}
	lines = append(lines, [2]string{sheetRequests(), strconv.Itoa(len(r.Requests))}, [2]string{phrase.Text("about.name"), r.Program})
	for i := range r.Aside {
		label := ""
		if i == 0 {
			label = phrase.Text("report.leftaside")
		}
		lines = append(lines, [2]string{label, asideWords(&r.Aside[i])})
	}
	return linesTable(lines)
}

// linesTable is a summary: what is told, and what it is.
func linesTable(lines [][2]string) table {
	return table{
		columns: []column{{sheetSummary(), 22}, {"", 80}},
		rows:    len(lines),
		cells: func(i int, cells []string) outcomeStyle {
			copy(cells, lines[i][:])
			return outcomeStyle{}
		},
	}
}

// asideWords say what of the file was left aside, and why.
func asideWords(item *number.Item) string {
	where, what := phrase.Where(item), phrase.Aside(item)
	if item.Column < 0 || item.Sheet == "" {
		return phrase.Text("report.aside", "Where", where, "What", what)
	}
	return phrase.Text("report.asideon", "Sheet", item.Sheet, "Where", where, "What", what)
}

func stateWord(r *run.Run) string {
	switch r.State {
	case run.Unfinished:
		return unfinishedWord(r.Stage)
	case run.Finished:
		return phrase.Text("history.finished")
	case run.Undone:
		return phrase.Text("report.undone")
	}
	return ""
}

func unfinishedWord(s run.Stage) string {
	switch s {
	case run.StageRemove:
		return phrase.Text("report.unfinished.undo")
	case run.StageActivate:
		return phrase.Text("report.unfinished.activate")
	case run.StageAdd, run.StageSettle:
	}
	return phrase.Text("report.unfinished.add")
}
