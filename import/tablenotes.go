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

// format is a kind of file that is read: what it is, and how names of such files
// end.
type format struct {
	name    string
	endings []string
}

// The formats. A text may have any ending that promises nothing else; those here
// are the usual ones.
//
//nolint:gochecknoglobals // constant tables, never written
var (
	formatText         = format{"a text file", []string{".csv", ".tsv", ".txt"}}
	formatExcel        = format{"an Excel workbook", []string{".xlsx", ".xlsm", ".xltx", ".xltm", ".xlam"}}
	formatOldExcel     = format{"an old Excel workbook (.xls)", []string{".xls", ".xlt", ".xla", ".xlw"}}
	formatOpenDocument = format{"an OpenDocument spreadsheet", []string{".ods", ".ots", ".fods"}}

	workbookEndings = slices.Concat(formatExcel.endings, formatOldExcel.endings, formatOpenDocument.endings)
	strangeEndings  = []string{".xlsb", ".numbers", ".pdf", ".htm", ".html"}
)

// Endings are how names of files end that are read, with the dot and in small
// letters. Others are read too, if their content is that of such a file. It may be
// called from any goroutine, and the caller may change the slice.
func Endings() []string { return slices.Concat(workbookEndings, formatText.endings) }

// noteName notes that the ending of the file's name does not fit its content.
func (in *search) noteName(table *number.Table, is format) {
	ending := strings.ToLower(filepath.Ext(in.file.path))
	fits := ending == "" || slices.Contains(is.endings, ending)
	if is.name == formatText.name {
		fits = !slices.Contains(workbookEndings, ending) && !slices.Contains(strangeEndings, ending)
	}
	if !fits {
		note(table, number.NoteWrongName, fmt.Sprintf("The name ends in %s, but the file is %s. It was read as what it is.", ending, is.name))
	}
}
