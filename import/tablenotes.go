package importer

import (
	"path/filepath"
	"slices"
	"strings"

	"numberloader/internal/number"
	"numberloader/internal/phrase"
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
		note(table, number.NoteHiddenRows, phrase.Text("reading.hidden", "Count", hidden))
	}
	reasons := []struct {
		skip number.Skip
		key  string
	}{
		{number.SkipMerged, "reading.left.merged"},
		{number.SkipTotal, "reading.left.total"},
		{number.SkipHeading, "reading.left.heading"},
		{number.SkipNote, "reading.left.note"},
	}
	var parts []string
	for _, reason := range reasons {
		if n := left[reason.skip]; n > 0 {
			parts = append(parts, phrase.Text(reason.key, "Count", n))
		}
	}
	if len(parts) > 0 {
		note(table, number.NoteLinesLeftOut, phrase.Text("reading.leftout", "Parts", phrase.Commas(parts)))
	}
}

// noteAside says what was left aside, columns without numbers last, and which columns are
// used that nobody sees who looks at the file. While it is asked which columns are meant, only
// other sheets are told; of columns that may name locations it is known later whether
// they are used, and rows that are taken out say so themselves.
func noteAside(table *number.Table) {
	where := phrase.Where
	if table.IsOfSeveralSheets() {
		where = phrase.WhereOn
	}
	for _, unused := range []bool{false, true} {
		for i := range table.Inventory {
			item := &table.Inventory[i]
			asked := table.Ask != nil && item.Aside != number.AsideOtherSheet
			if unused == (item.Aside == number.AsideUnusedColumn) && item.Matters() && !asked && item.Aside != number.AsideRemoved && !isPlace(table, item) {
				note(table, number.NoteLeftAside, phrase.Text("reading.aside", "Where", where(item), "What", phrase.Aside(item)))
			}
		}
	}
}

// isPlace reports whether an item is a column that may name locations.
func isPlace(table *number.Table, item *number.Item) bool {
	for list := range 1 + len(table.Further) {
		l := table.List(&number.Record{List: uint16(list)})
		if item.Aside == number.AsideUnusedColumn && l.Sheet == item.Sheet && slices.Contains(l.Places, item.Column) {
			return true
		}
	}
	return false
}

// format is a kind of file that is read: the message of what it is, and how names
// of such files end.
type format struct {
	name    string
	endings []string
}

// The formats. A text may have any ending that promises nothing else; those here
// are the usual ones.
//
//nolint:gochecknoglobals // constant tables, never written
var (
	formatText         = format{"reading.is.text", []string{".csv", ".tsv", ".txt"}}
	formatExcel        = format{"reading.is.excel", []string{".xlsx", ".xlsm", ".xltx", ".xltm", ".xlam"}}
	formatOldExcel     = format{"reading.is.oldexcel", []string{".xls", ".xlt", ".xla", ".xlw"}}
	formatOpenDocument = format{"reading.is.opendocument", []string{".ods", ".ots", ".fods"}}

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
		note(table, number.NoteWrongName, phrase.Text("reading.wrongname", "Ending", ending, "Format", phrase.Text(is.name)))
	}
}
