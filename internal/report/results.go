package report

import (
	"io"
	"slices"
	"strconv"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// The sheets of the results workbook.
func sheetResults() string  { return phrase.Text("report.sheet.results") }
func sheetRequests() string { return phrase.Text("report.sheet.requests") }
func sheetSummary() string  { return phrase.Text("report.sheet.summary") }

// maxLines is as many lines as fit under the header of a sheet of Excel.
const maxLines = excelize.TotalRows - 1

// SaveResults writes the results workbook of a run: one line for each number
// under the source's own columns, one for each request, a summary, and the numbers that
// can be assigned now. Lines that one sheet can't hold go on in "Results 2" and so on.
//
// All cells are texts, so that no plus sign and no leading zero is lost and nothing is
// taken for a formula. Texts are cut after 32,767 characters, which is Excel's limit,
// and columns of the source that would leave no room for ours are left out. Without
// replace a file that exists stays as it is, and the list itself always does
// (fault.Exists); other errors are fault.SaveFailed.
func (w Workbooks) SaveResults(path string, r run.Run, replace bool) error {
	return w.save(r.Path, path, replace, func(out io.Writer) error { return w.writeResults(out, r, maxLines) })
}

// writeResults writes the workbook, with at most perSheet lines in a sheet.
func (w Workbooks) writeResults(out io.Writer, r run.Run, perSheet int) error {
	b, err := newBook()
	if err != nil {
		return err
	}
	if err := b.results(r, perSheet); err != nil {
		return err
	}
	if err := b.sheet(sheetRequests(), requestsTable(r)); err != nil {
		return err
	}
	if err := b.sheet(sheetSummary(), summaryTable(r)); err != nil {
		return err
	}
	if err := b.assign(r, perSheet); err != nil {
		return err
	}
	return b.write(out)
}

// resultColumn is a column of results, and what it says of a line.
type resultColumn struct {
	column
	says func(line *run.Line) string
}

// outcomeAt is which of resultColumns has the outcome, by which its cells are colored.
const outcomeAt = 1

// resultColumns stand behind the source's own.
func resultColumns() []resultColumn {
	clock := clocks()
	return []resultColumn{
		{column{phrase.Text("columns.sent"), 18}, sentNumber},
		{column{phrase.Text("columns.outcome"), 15}, func(l *run.Line) string { return phrase.Outcome(l.Result.Outcome) }},
		{column{phrase.Text("columns.reason"), 60}, reason},
		{column{phrase.Text("report.todo"), 44}, toDo},
		{column{phrase.Text("columns.request"), 9}, func(l *run.Line) string { return count(l.Request) }},
		{column{phrase.Text("report.status"), 12}, func(l *run.Line) string { return count(l.Result.HTTPStatus) }},
		{column{phrase.Text("report.code"), 22}, func(l *run.Line) string { return l.Result.ErrorCode }},
		{column{phrase.Text("report.tracking"), 46}, func(l *run.Line) string { return l.Result.TrackingID }},
		{column{phrase.Text("columns.time"), 20}, func(l *run.Line) string { return clock(l.Result.Time) }},
	}
}

// reason is why a row ended as it did, and what the user had made of it.
func reason(line *run.Line) string {
	return phrase.Sentences(phrase.Reason(line), phrase.Corrected(line))
}

// toDo is what to do about a row for whom has the workbook, and perhaps not the window.
func toDo(line *run.Line) string { return phrase.ToDo(line, phrase.AfterClosing) }

// results writes the lines of a run. There is a sheet also if there are none.
func (b *book) results(r run.Run, perSheet int) error {
	columns, several := sourceColumns(r), r.SeveralSheets()
	return sheets(b, sheetResults(), r.Lines, perSheet, func(lines []run.Line) table {
		return resultsTable(columns, lines, several)
	})
}

// resultsTable is lines under the source's columns. If they are of several sheets,
// their cells stand behind these.
func resultsTable(columns []column, lines []run.Line, several bool) table {
	source := len(columns)
	if several {
		columns = append(slices.Clone(columns), column{phrase.Text("columns.cell"), 18})
	}
	ours, results := len(columns), resultColumns()
	columns = slices.Clip(columns)
	for _, c := range results {
		columns = append(columns, c.column)
	}
	return table{
		columns: columns,
		rows:    len(lines),
		filter:  true,
		cells: func(i int, cells []string) outcomeStyle {
			line := &lines[i]
			line.Source.CopyTo(cells[:source])
			if several {
				cells[source] = line.Row.Place()
			}
			for at, c := range results {
				cells[ours+at] = c.says(line)
			}
			return outcomeStyle{at: ours + outcomeAt, outcome: line.Result.Outcome, set: true}
		},
	}
}

// sourceColumns are the headings of the file; a column without one is named by
// its letter, as Excel does.
func sourceColumns(r run.Run) []column {
	count := len(r.Headings)
	for i := range r.Lines {
		count = max(count, r.Lines[i].Source.Len())
	}
	room := maxColumns - len(resultColumns())
	if r.SeveralSheets() {
		room-- // for their cells
	}
	columns := make([]column, min(count, room))
	for i := range columns {
		columns[i].title = phrase.Text("report.column", "Letter", number.ColumnName(i))
		if i < len(r.Headings) && r.Headings[i] != "" {
			columns[i].title = r.Headings[i]
		}
		columns[i].width = fitting(i, columns[i].title, r.Lines)
	}
	return columns
}

// The width of a source column, in characters, and how many lines decide it.
const (
	narrowest  = 10
	widest     = 40
	lookedInto = 200
)

// fitting is the width of a column in which its title and its first texts can
// be read, and the arrow of the filter beside the title.
func fitting(column int, title string, lines []run.Line) float64 {
	longest := utf8.RuneCountInString(title) + 3
	for i := range lines[:min(len(lines), lookedInto)] {
		if text := lines[i].Source.At(column); text != "" {
			longest = max(longest, utf8.RuneCountInString(text)+2)
		}
	}
	return float64(min(max(longest, narrowest), widest))
}

// sentNumber is the number that was in a request, "" for a row that was in none.
func sentNumber(line *run.Line) string {
	if line.Request == 0 {
		return ""
	}
	return line.Row.Number.String()
}

func requestsTable(r run.Run) table {
	return table{
		columns: []column{
			{phrase.Text("columns.request"), 9},
			{phrase.Text("columns.location.title"), 28},
			{phrase.Text("columns.type"), 12},
			{phrase.Text("columns.usage"), 12},
			{phrase.Text("columns.state"), 12},
			{phrase.Text("report.numbers"), 10},
			{phrase.Text("report.answercolumn"), 16},
			{phrase.Text("report.status"), 12},
			{phrase.Text("report.code"), 22},
			{phrase.Text("report.tracking"), 46},
			{phrase.Text("report.sent"), 20},
			{phrase.Text("report.answered"), 20},
		},
		rows:   len(r.Sent),
		filter: true,
		cells: func(i int, cells []string) outcomeStyle {
			s := &r.Sent[i]
			g := s.Request.Group
			copy(cells, []string{
				count(s.Request.Number), g.Location, phrase.Kind(g.Kind), phrase.Usage(g.Usage), phrase.State(g.State), count(len(s.Request.Rows)),
				answerWord(s.State), count(s.HTTPStatus), s.ErrorCode, s.TrackingID, clock(s.Started), clock(s.Ended),
			})
			return outcomeStyle{}
		},
	}
}

func answerWord(s run.SentState) string {
	switch s {
	case run.SentNot:
		return phrase.Outcome(run.NotSent)
	case run.SentUnderWay:
		return phrase.Text("report.answer.none")
	case run.SentAnswered:
		return phrase.Text("report.answered")
	}
	return ""
}

func organization(o run.Organization) string {
	if o.Practice {
		return phrase.Text("report.practice", "Organization", o.Name)
	}
	return phrase.OrganizationAlone(o)
}

// count is a number as a text, "" for none.
func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// clocks is clock for many lines, of which those of a request have one time.
func clocks() func(time.Time) string {
	texts := map[time.Time]string{}
	return func(t time.Time) string {
		text, ok := texts[t]
		if !ok {
			text = clock(t)
			texts[t] = text
		}
		return text
	}
}

// clock is a time in the zone of this computer, "" for none.
func clock(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Local().Format("2006-01-02 15:04:05")
}
