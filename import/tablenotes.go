package importer

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"numberloader/internal/number"
)

func note(table *number.Table, kind number.NoteKind, text string) {
	table.Notes = append(table.Notes, number.Note{Kind: kind, Text: text})
}

// noteRows says how many rows are hidden, and how many were left out and why.
func noteRows(table *number.Table) {
	hidden := 0
	left := map[number.Skip]int{}
	for i := range table.Records {
		r := &table.Records[i]
		if r.Skipped != number.SkipNone {
			left[r.Skipped]++
		} else if r.Hidden {
			hidden++
		}
	}
	if hidden > 0 {
		text := "%d rows are hidden in the file, by hand or by a filter. They are left out unless you include them."
		if hidden == 1 {
			text = "%d row is hidden in the file, by hand or by a filter. It is left out unless you include it."
		}
		note(table, number.NoteHiddenRows, fmt.Sprintf(text, hidden))
	}
	reasons := []struct {
		skip      number.Skip
		one, many string
	}{
		{number.SkipMerged, "lower part of a merged cell", "lower parts of merged cells"},
		{number.SkipTotal, "total", "totals"},
		{number.SkipHeading, "heading", "headings"},
		{number.SkipNote, "note below the list", "notes below the list"},
	}
	var parts []string
	for _, reason := range reasons {
		if n := left[reason.skip]; n > 0 {
			parts = append(parts, count(n, reason.one, reason.many))
		}
	}
	if len(parts) > 0 {
		note(table, number.NoteLinesLeftOut, fmt.Sprintf("Left out: %s.", strings.Join(parts, ", ")))
	}
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// The endings that fit a workbook, and those that promise something else than a
// text file. Text files may have any other ending.
//
//nolint:gochecknoglobals // constant tables, never written
var (
	workbookEndings = []string{".xlsx", ".xlsm", ".xltx", ".xltm", ".xlam"}
	otherEndings    = append([]string{".xls", ".xlsb", ".ods", ".numbers", ".pdf", ".htm", ".html"}, workbookEndings...)
)

// noteName notes that the ending of the file's name does not fit its content.
func (in *search) noteName(table *number.Table, isWorkbook bool) {
	ending := strings.ToLower(filepath.Ext(in.file.path))
	content, fits := "a text file", !slices.Contains(otherEndings, ending)
	if isWorkbook {
		content, fits = "an Excel workbook", ending == "" || slices.Contains(workbookEndings, ending)
	}
	if !fits {
		note(table, number.NoteWrongName, fmt.Sprintf("The name ends in %s, but the file is %s. It was read as what it is.", ending, content))
	}
}
