package open

import (
	"strings"

	"numberloader/gui/file"
	"numberloader/gui/rows"
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
			n := len(file.HiddenRows(o.Table()))
			notes = append(notes, rows.Of(n, "row that is hidden in the file is included.", "rows that are hidden in the file are included."))
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
	verb := " lists numbers, too."
	if len(others) > 1 {
		verb = " list numbers, too."
	}
	return "Only sheet " + o.Table().Sheet + " was read, as you chose. " + listed(others) + verb
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
		parts = append(parts, "sheet "+answers.Sheet)
	}
	for _, field := range number.Fields() {
		column, found := table.Columns[field]
		switch {
		case !answers.Has(field):
		case found:
			parts = append(parts, strings.ToLower(FieldName(field))+" in column "+number.ColumnName(column))
		default:
			parts = append(parts, strings.ToLower(FieldName(field))+" in no column")
		}
	}
	if answers.Hidden != nil && *answers.Hidden {
		parts = append(parts, "hidden rows included")
	} else if answers.Hidden != nil {
		parts = append(parts, "hidden rows left out")
	}
	if answers.Country != "" {
		parts = append(parts, "country "+phrase.CountryLabel(answers.Country))
	}
	if answers.Encoding != "" {
		parts = append(parts, "encoding "+answers.Encoding)
	}
	return "Chosen as for earlier files with these headers: " + strings.Join(parts, ", ") + "."
}

// hiddenOptions are the ways to treat hidden rows; none if there are none.
func hiddenOptions(table *number.Table, set review.Settings) []Option {
	if len(file.HiddenRows(table)) == 0 {
		return nil
	}
	return []Option{{Text: "Leave them out", Chosen: !set.IncludeHidden}, {Text: "Include them", Chosen: set.IncludeHidden}}
}

// listed writes names with "and" before the last.
func listed(names []string) string {
	if len(names) == 1 {
		return names[0]
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}
