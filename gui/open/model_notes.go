package open

import (
	"numberloader/gui/file"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/review"
)

// Notes are the remarks on the reading of the open file, each in a line: what
// was chosen as for an earlier file comes first. Lines that were left out have a
// chip of their own in the grid, with the reason for each.
func Notes(o Opening) []string {
	var notes []string
	for _, line := range []string{Remembered(o), chosenSheet(o)} {
		if line != "" {
			notes = append(notes, line)
		}
	}
	for _, note := range o.Table().Notes {
		switch {
		case note.Kind == number.NoteLinesLeftOut:
		case note.Kind == number.NoteHiddenRows && o.Settings().IncludeHidden:
			notes = append(notes, phrase.Text("open.notes.hidden", "Count", len(file.HiddenRows(o.Table()))))
		default:
			notes = append(notes, note.Text)
		}
	}
	return notes
}

// chosenSheet says which sheet was read where several list numbers and one was
// chosen.
func chosenSheet(o Opening) string {
	others := o.OtherSheets()
	recalled, _ := o.Recalled()
	if len(others) == 0 || recalled.Sheet != "" {
		return ""
	}
	return phrase.Sentences(
		phrase.Text("open.notes.sheet", "Sheet", o.Table().Sheet),
		phrase.Text("open.notes.others", "Count", len(others), "Sheets", phrase.List(others)))
}

// Remembered says what was chosen as for earlier files with the same headings,
// "" if nothing was.
func Remembered(o Opening) string {
	answers, ok := o.Recalled()
	if !ok {
		return ""
	}
	table := o.Table()
	var parts []string
	if answers.Sheet != "" {
		parts = append(parts, phrase.Text("open.remembered.sheet", "Sheet", answers.Sheet))
	}
	for _, field := range number.Fields() {
		column, found := table.Columns[field]
		switch {
		case !answers.Has(field):
		case found:
			parts = append(parts, phrase.Text("open.remembered.column", "Field", fieldInside(field), "Column", number.ColumnName(column)))
		default:
			parts = append(parts, phrase.Text("open.remembered.nocolumn", "Field", fieldInside(field)))
		}
	}
	if answers.Hidden != nil && *answers.Hidden {
		parts = append(parts, phrase.Text("open.remembered.included"))
	} else if answers.Hidden != nil {
		parts = append(parts, phrase.Text("open.remembered.leftout"))
	}
	if answers.Country != "" {
		parts = append(parts, phrase.Text("open.remembered.country", "Country", phrase.CountryLabel(answers.Country)))
	}
	if answers.Encoding != "" {
		parts = append(parts, phrase.Text("open.remembered.encoding", "Encoding", answers.Encoding))
	}
	return phrase.Text("open.remembered.all", "Parts", phrase.Commas(parts))
}

// hiddenOptions are the ways to treat hidden rows; none if there are none.
func hiddenOptions(table *number.Table, set review.Settings) []Option {
	if len(file.HiddenRows(table)) == 0 {
		return nil
	}
	return []Option{
		{Text: phrase.Text("open.change.leaveout"), Chosen: !set.IncludeHidden},
		{Text: phrase.Text("open.change.include"), Chosen: set.IncludeHidden},
	}
}
