package open

import (
	"strconv"

	"numberloader/gui/file"
	"numberloader/gui/rows"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// readingText says how far the reading of a file has come.
func readingText(r file.Reading) (title, text string) {
	title, unsent := phrase.Text("open.reading.title", "File", r.Name()), phrase.Text("open.reading.unsent")
	if r.Progress.Rows == 0 {
		return title, unsent
	}
	share := phrase.Text("open.reading.share", "Count", r.Progress.Rows, "Share", int(r.Progress.Share*100))
	return title, phrase.Sentences(share, unsent)
}

// manyRows is how many rows take so long to check that the user is told.
const manyRows = 5000

// checking reports whether the rows of a long file were read and are not checked yet.
func checking(o Opening) bool {
	table := o.Table()
	return table != nil && o.Question() == file.NoQuestion && !o.Settled() && len(table.Records) >= manyRows
}

// checkingText says what is checked.
func checkingText(o Opening) (title, text string) {
	count := phrase.Text("open.reading.rows", "Count", len(o.Table().Records))
	return phrase.Text("open.reading.checking", "File", o.Name()), phrase.Sentences(count, phrase.Text("open.reading.unsent"))
}

// Excerpt is the first rows of a file as the file has them. Its zero value has
// none.
type Excerpt struct {
	Columns []ExcerptColumn
	records []number.Record
}

// ExcerptColumn is a column of an excerpt.
type ExcerptColumn struct {
	Title string
	// Letters is how many letters its longest text has, within bounds.
	Letters int
	index   int // 0 is A, -1 for the number of the row
}

// Bounds of an excerpt.
const (
	excerptRows    = 50
	excerptColumns = 8
	fewestLetters  = 6
	mostLetters    = 24
)

// excerptOf is the start of a table; nil has none.
func excerptOf(table *number.Table) Excerpt {
	if table == nil || len(table.Records) == 0 {
		return Excerpt{}
	}
	e := Excerpt{records: table.Records[:min(len(table.Records), excerptRows)]}
	e.Columns = []ExcerptColumn{{Title: phrase.Text("open.reading.row"), Letters: len(strconv.Itoa(e.records[len(e.records)-1].Line)), index: -1}}
	width := tableWidth(&number.Table{Headings: table.Headings, Records: e.records})
	for i := 0; i < width && len(e.Columns) <= excerptColumns; i++ {
		if column := e.column(table, i); column.Letters > 0 {
			column.Letters = min(max(column.Letters, fewestLetters), mostLetters)
			e.Columns = append(e.Columns, column)
		}
	}
	return e
}

// column is a column of the table. It has no letters if nothing is in it.
func (e Excerpt) column(table *number.Table, index int) ExcerptColumn {
	column := ExcerptColumn{Title: number.ColumnName(index), index: index}
	if index < len(table.Headings) && table.Headings[index] != "" {
		column.Title = rows.OneLine(table.Headings[index])
		column.Letters = len([]rune(column.Title))
	}
	for row := range e.records {
		column.Letters = max(column.Letters, len([]rune(e.text(row, index))))
	}
	return column
}

// Len is how many rows there are.
func (e Excerpt) Len() int { return len(e.records) }

// Cell is the text in a row and a column of the excerpt. Every position has an
// answer.
func (e Excerpt) Cell(row, column int) string {
	if row < 0 || row >= len(e.records) || column < 0 || column >= len(e.Columns) {
		return ""
	}
	if index := e.Columns[column].index; index >= 0 {
		return e.text(row, index)
	}
	return strconv.Itoa(e.records[row].Line)
}

func (e Excerpt) text(row, index int) string {
	return rows.OneLine(e.records[row].Source.At(index))
}

// tableWidth is how many columns a file has.
func tableWidth(table *number.Table) int {
	width := len(table.Headings)
	for i := range table.Records {
		width = max(width, table.Records[i].Source.Len())
	}
	return width
}
