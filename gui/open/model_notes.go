package open

import (
	"numberloader/gui/file"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// Notes are the remarks on the reading of the open file, each in a line: what
// was chosen as for an earlier file comes first. Lines that were left out have a
// chip of their own in the grid, with the reason for each.
func Notes(o Opening) []string {
	var notes []string
	for _, line := range []string{remembered(o), chosenSheet(o)} {
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

// chosenSheet says which sheets were read where more list numbers and some were
// chosen.
func chosenSheet(o Opening) string {
	recalled, _ := o.Recalled()
	if len(o.OtherSheets()) == 0 || recalled.Sheet != "" || len(recalled.Sheets) > 0 {
		return ""
	}
	read := o.Layout().Sheets
	if len(read) == 0 {
		read = []string{o.Table().Sheet}
	}
	return phrase.Text("open.notes.sheets", "Count", len(read), "Sheets", phrase.List(read))
}

// remembered says what was chosen as for earlier files with the same headings,
// "" if nothing was.
func remembered(o Opening) string {
	answers, ok := o.Recalled()
	if !ok {
		return ""
	}
	table := o.Table()
	var parts []string
	sheets := answers.Sheets
	if answers.Sheet != "" {
		sheets = []string{answers.Sheet}
	}
	if len(sheets) > 0 {
		parts = append(parts, phrase.Text("open.remembered.sheets", "Count", len(sheets), "Sheets", phrase.List(sheets)))
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
