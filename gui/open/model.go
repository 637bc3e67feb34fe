// Package open is the Open screen: a spreadsheet is dropped, chosen or taken
// from the recent ones; what goes wrong with it is said in words; and which
// column holds the numbers is asked where that is in doubt. Model files know no
// toolkit, view files decide nothing.
package open

import (
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"numberloader/gui/job"
	"numberloader/gui/rows"
	"numberloader/internal/fault"
	"numberloader/internal/number"
)

// Trouble is a file that could not be read, in words.
type Trouble struct {
	Title   string
	What    string // what happened and what to do
	Safe    string // what did not happen
	Details string
	// Password says that a password is asked for.
	Password bool
	// Folder says that the file can be shown in its folder.
	Folder bool
}

// Explain puts the trouble with a file into words.
func Explain(t job.FileTrouble) Trouble {
	message := fault.Explain(t.Err)
	words := Trouble{
		Title:    t.Name() + " can't be read",
		What:     sentences(message.What, message.Next),
		Safe:     "No rows were taken from it, nothing was sent, and the file was not changed.",
		Details:  message.Details,
		Password: t.NeedsPassword(),
		Folder:   t.Path != "" && fault.KindOf(t.Err) != fault.FileMissing,
	}
	switch {
	case t.NeedsPassword() && t.Layout.Password != "":
		words.Title = "That is not the password of " + t.Name()
		words.What = "Check it, also for capital letters, and try again."
	case t.NeedsPassword():
		words.Title = t.Name() + " needs a password"
	}
	return words
}

func sentences(parts ...string) string {
	var all []string
	for _, part := range parts {
		if part != "" {
			all = append(all, part)
		}
	}
	return strings.Join(all, " ")
}

// ReadingText says how far the reading of a file has come.
func ReadingText(r job.Reading) (title, text string) {
	title = "Reading " + r.Name()
	if r.Progress.Rows == 0 {
		return title, "Nothing is sent."
	}
	return title, rows.Of(r.Progress.Rows, "row", "rows") + " so far. Nothing is sent."
}

// manyRows is how many rows take so long to check that the user is told.
const manyRows = 5000

// Checking says that the rows of a long file were read and are not checked yet.
func Checking(j *job.Job) bool {
	table := j.Table()
	return table != nil && table.Ask == nil && !j.Reviewed() && len(table.Records) >= manyRows
}

// CheckingText says what is checked.
func CheckingText(j *job.Job) (title, text string) {
	return "Checking " + j.Name(), rows.Of(len(j.Table().Records), "row", "rows") + ". Nothing is sent."
}

// Question asks which column holds the numbers.
type Question struct {
	Title   string
	Text    string
	Columns []Column
}

// Column is a column that may hold the numbers.
type Column struct {
	Index   int    // 0 is A
	Title   string // "Column B: Phone number"
	Letter  string
	Caption string // "212 numbers, 1,028 cells are empty"
	Samples []number.Sample
}

// maxSamples is how many cells of a column are shown.
const maxSamples = 8

// Ask puts the question about a table into words.
func Ask(table *number.Table) Question {
	q := Question{Title: "Which column holds the numbers to add?"}
	if table.Ask == nil {
		return q
	}
	all := len(table.Records)
	for _, c := range table.Ask.Candidates {
		q.Columns = append(q.Columns, columnOf(c, all))
	}
	switch len(q.Columns) {
	case 0:
		q.Columns = allColumns(table)
		q.Text = "No column looks like phone numbers. Choose the column here, or another sheet or another row of headers:"
	case 1:
		q.Text = "Only one column looks a little like phone numbers. " + Found(table)
	default:
		q.Text = spelled(len(q.Columns)) + " columns look like phone numbers. " + Found(table)
	}
	return q
}

// maxColumns is how many columns are shown where none looks like phone numbers.
const maxColumns = 9

// allColumns are the first columns that hold anything.
func allColumns(table *number.Table) []Column {
	var columns []Column
	for i := 0; i < tableWidth(table) && len(columns) < maxColumns; i++ {
		candidate := number.Candidate{Column: i}
		if i < len(table.Headings) {
			candidate.Heading = table.Headings[i]
		}
		for _, record := range table.Records {
			if i >= len(record.Source) || record.Source[i] == "" {
				continue
			}
			candidate.Filled++
			if len(candidate.Samples) < maxSamples {
				cell := number.ColumnName(i) + strconv.Itoa(record.Line)
				candidate.Samples = append(candidate.Samples, number.Sample{Cell: cell, Text: rows.OneLine(record.Source[i])})
			}
		}
		if candidate.Filled > 0 {
			column := columnOf(candidate, len(table.Records))
			column.Caption = rows.Of(candidate.Filled, "cell", "cells")
			columns = append(columns, column)
		}
	}
	return columns
}

// tableWidth is how many columns a file has.
func tableWidth(table *number.Table) int {
	width := len(table.Headings)
	for i := range table.Records {
		width = max(width, len(table.Records[i].Source))
	}
	return width
}

func columnOf(c number.Candidate, all int) Column {
	letter := number.ColumnName(c.Column)
	column := Column{
		Index: c.Column, Letter: letter, Title: "Column " + letter,
		Caption: rows.Of(c.Filled, "number", "numbers"),
		Samples: c.Samples[:min(len(c.Samples), maxSamples)],
	}
	if c.Heading != "" {
		column.Title += ": " + c.Heading
	}
	switch empty := all - c.Filled; {
	case empty == 1:
		column.Caption += ", 1 cell is empty"
	case empty > 1:
		column.Caption += ", " + rows.Count(empty) + " cells are empty"
	}
	return column
}

// spelled writes a small count as a word at the start of a sentence.
func spelled(n int) string {
	words := []string{"No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"}
	if n < len(words) {
		return words[n]
	}
	return rows.Count(n)
}

// Found says what the reader found by itself, "" if there is nothing to say.
func Found(table *number.Table) string {
	var parts []string
	if table.Sheet != "" {
		parts = append(parts, "sheet "+table.Sheet)
	}
	if table.HeaderRow > 0 {
		parts = append(parts, "headers in row "+strconv.Itoa(table.HeaderRow))
	}
	for _, field := range number.Fields() {
		if column, ok := table.Columns[field]; ok && field != number.FieldNumber {
			parts = append(parts, strings.ToLower(FieldName(field))+" in "+number.ColumnName(column))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "The rest was found: " + strings.Join(parts, ", ") + "."
}

// FieldName is the name of a field in the dialog.
func FieldName(f number.Field) string {
	return [...]string{"Number", "End of range", "Type", "Usage", "State", "Location", "Subscription"}[f]
}

// Notes are the remarks on the reading of a file, each in a line. Lines that were
// left out have a chip of their own in the grid, with the reason for each.
func Notes(table *number.Table) []string {
	var notes []string
	for _, note := range table.Notes {
		if note.Kind != number.NoteLinesLeftOut {
			notes = append(notes, note.Text)
		}
	}
	return notes
}

// Recent is a file that was open before.
type Recent struct {
	Path string
	When time.Time
}

// Name is the name of the file without its folder.
func (r Recent) Name() string { return filepath.Base(r.Path) }

// Folder is the name of the folder that the file is in.
func (r Recent) Folder() string { return filepath.Base(filepath.Dir(r.Path)) }

// WhenText says when the file was open, in the local time of now.
func (r Recent) WhenText(now time.Time) string {
	when := r.When.In(now.Location())
	switch days := daysBetween(when, now); {
	case days <= 0:
		return "Today, " + when.Format("3:04 PM")
	case days == 1:
		return "Yesterday, " + when.Format("3:04 PM")
	case days < 7:
		return when.Format("Monday")
	case when.Year() == now.Year():
		return when.Format("January 2")
	}
	return when.Format("January 2, 2006")
}

// daysBetween counts midnights between two times of one time zone.
func daysBetween(from, to time.Time) int {
	midnight := func(t time.Time) time.Time {
		return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	}
	return int(midnight(to).Sub(midnight(from)).Hours() / 24)
}

// maxRecent is how many files are remembered.
const maxRecent = 8

// Remember puts a file in front of the recent ones.
func Remember(list []Recent, file Recent) []Recent {
	all := []Recent{file}
	for _, other := range list {
		if other.Path != file.Path && len(all) < maxRecent {
			all = append(all, other)
		}
	}
	return all
}

// Encode writes recent files as lines, to be kept in the preferences.
func Encode(list []Recent) []string {
	lines := make([]string, len(list))
	for i, r := range list {
		lines[i] = r.When.UTC().Format(time.RFC3339) + " " + r.Path
	}
	return lines
}

// Decode reads what Encode wrote and leaves out what it does not understand.
func Decode(lines []string) []Recent {
	var list []Recent
	for _, line := range lines {
		stamp, path, ok := strings.Cut(line, " ")
		when, err := time.Parse(time.RFC3339, stamp)
		if ok && err == nil && path != "" {
			list = append(list, Recent{Path: path, When: when})
		}
	}
	return list
}
