package worklist

import (
	"strings"

	"numberloader/internal/phrase"
	rules "numberloader/internal/review"
)

// pastedLines are the values of a text from the clipboard, one a line, as a column of
// a spreadsheet or a list in a mail comes.
func pastedLines(text string) []string {
	lines := strings.Split(strings.TrimRight(strings.ReplaceAll(text, "\r\n", "\n"), "\n"), "\n")
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	return lines
}

// Paste puts values from the clipboard into a column, in one step: one value into the
// rows that are selected, or else into the row under the cursor; several, one a line,
// into the rows from there on. If one of them can't go where it would, nothing is
// changed, and why says the reason in a sentence.
func (m *Model) Paste(text, column string) (why string) {
	lines, targets := pastedLines(text), m.targets()
	switch {
	case strings.TrimSpace(text) == "":
		return phrase.Text("review.paste.nothing")
	case strings.Contains(text, "\t"):
		return phrase.Text("review.paste.columns")
	case len(targets) == 0:
		return phrase.Text("review.paste.nowhere")
	case len(lines) > 1:
		if targets = below(targets[0], len(lines), m.Len()); len(targets) < len(lines) {
			return phrase.Text("review.paste.rows", "Lines", len(lines), "Count", len(targets))
		}
	}
	var step rules.Step
	for k, at := range targets {
		change, why := m.pasted(at, column, lines[min(k, len(lines)-1)])
		switch {
		case why != "":
			return why
		case change == nil:
		case len(step.Changes) > 0 && step.Changes[len(step.Changes)-1].Record == change.Record:
			return phrase.Text("review.paste.several", "Cell", m.Row(at).Cell())
		default:
			step.Changes = append(step.Changes, *change)
		}
	}
	if len(step.Changes) > 0 {
		step.Name = phrase.Text("review.step.paste", "Count", len(step.Changes))
		m.editor.work.Do(step)
	}
	return ""
}

// below are n positions from one on, as far as there are rows.
func below(from, n, rows int) []int {
	var all []int
	for at := from; at < rows && len(all) < n; at++ {
		all = append(all, at)
	}
	return all
}

// pasted is what a value in a cell comes to: nil if the cell says so already.
func (m *Model) pasted(at int, column, value string) (change *rules.Change, why string) {
	cell, why, ok := m.Edit(at, column)
	switch {
	case !ok && why != "":
		return nil, phrase.Text("review.paste.refused", "Cell", m.Row(at).Cell(), "Why", why)
	case !ok:
		return nil, phrase.Text("review.paste.fixed")
	}
	for _, o := range cell.Choice {
		if rules.FoldName(o.Label) == rules.FoldName(value) {
			value = o.Text
		}
	}
	d, changes := m.decide(cell, value)
	if !changes {
		return nil, ""
	}
	return &rules.Change{Record: cell.Record, Decision: d}, ""
}
