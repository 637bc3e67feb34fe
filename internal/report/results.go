package report

import (
	"io"
	"strconv"
	"time"

	"numberloader/internal/number"
	"numberloader/internal/run"
)

// The sheets of the results workbook.
const (
	sheetResults  = "Results"
	sheetRequests = "Requests"
	sheetSummary  = "Summary"
)

// SaveResults writes the results workbook of a run: one line for each number
// under the source's own columns, one for each request, and a summary. All cells
// are texts, so that no plus sign and no leading zero is lost and nothing is
// taken for a formula. Without replace a file that exists stays as it is
// (fault.Exists); other errors are fault.SaveFailed. It may be called from any
// goroutine.
func SaveResults(path string, r run.Run, replace bool) error {
	return save(path, replace, func(w io.Writer) error { return writeResults(w, r) })
}

func writeResults(w io.Writer, r run.Run) error {
	b, err := newBook()
	if err != nil {
		return err
	}
	defer b.close()
	if err := b.sheet(sheetResults, resultsTable(r)); err != nil {
		return err
	}
	if err := b.sheet(sheetRequests, requestsTable(r)); err != nil {
		return err
	}
	if err := b.sheet(sheetSummary, summaryTable(r)); err != nil {
		return err
	}
	return b.write(w)
}

// resultColumns stand behind the source's own.
//
//nolint:gochecknoglobals // a constant table, never written
var resultColumns = []column{
	{"Number sent", 18}, {"Outcome", 15}, {"Reason", 60}, {"What to do", 44}, {"Request", 9},
	{"HTTP status", 12}, {"Error code", 22}, {"Tracking ID", 46}, {"Time", 20},
}

func resultsTable(r run.Run) table {
	columns := sourceColumns(r)
	source := len(columns)
	return table{
		columns: append(columns, resultColumns...),
		rows:    len(r.Lines),
		filter:  true,
		cells: func(i int, cells []string) outcomeStyle {
			line := &r.Lines[i]
			copy(cells[:source], line.Source)
			copy(cells[source:], []string{
				sentNumber(line), line.Result.Outcome.Label(), line.Result.Reason, line.Result.ToDo, count(line.Request),
				count(line.Result.HTTPStatus), line.Result.ErrorCode, line.Result.TrackingID, clock(line.Result.Time),
			})
			return outcomeStyle{at: source + 1, outcome: line.Result.Outcome, set: true}
		},
	}
}

// sourceColumns are the headings of the file; a column without one is named by
// its letter, as Excel does.
func sourceColumns(r run.Run) []column {
	width := len(r.Headings)
	for i := range r.Lines {
		width = max(width, len(r.Lines[i].Source))
	}
	columns := make([]column, width, width+len(resultColumns))
	for i := range columns {
		columns[i] = column{"Column " + number.ColumnName(i), 20}
		if i < len(r.Headings) && r.Headings[i] != "" {
			columns[i].title = r.Headings[i]
		}
	}
	return columns
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
			{"Request", 9}, {"Location", 28}, {"Type", 12}, {"Usage", 12}, {"State", 12}, {"Numbers", 10}, {"Answer", 16},
			{"HTTP status", 12}, {"Error code", 22}, {"Tracking ID", 46}, {"Sent", 20}, {"Answered", 20},
		},
		rows:   len(r.Sent),
		filter: true,
		cells: func(i int, cells []string) outcomeStyle {
			s := &r.Sent[i]
			g := s.Request.Group
			copy(cells, []string{
				count(s.Request.Number), g.Location, g.Kind.Label(), g.Usage.Label(), g.State.Label(), count(len(s.Request.Rows)),
				answerWord(s.State), count(s.HTTPStatus), s.ErrorCode, s.TrackingID, clock(s.Started), clock(s.Ended),
			})
			return outcomeStyle{}
		},
	}
}

func answerWord(s run.SentState) string {
	switch s {
	case run.SentNot:
		return "Not sent"
	case run.SentUnderWay:
		return "No answer"
	case run.SentAnswered:
		return "Answered"
	}
	return ""
}

func summaryTable(r run.Run) table {
	lines := [][2]string{
		{"File", r.Path}, {"Sheet", r.Sheet}, {"Organization", organization(r.Organization)}, {"Signed in as", r.Person},
		{"Run", r.ID}, {"Started", clock(r.Started)}, {"Ended", clock(r.Ended)}, {"State", stateWord(r.State)},
		{"Rows", strconv.Itoa(len(r.Lines))},
	}
	counts := run.Count(r.Lines)
	for _, o := range run.Outcomes() {
		lines = append(lines, [2]string{o.Label(), strconv.Itoa(counts[o])})
	}
	lines = append(lines, [2]string{"Requests", strconv.Itoa(len(r.Requests))}, [2]string{"Number Loader", r.Program})
	return table{
		columns: []column{{"Summary", 22}, {"", 80}},
		rows:    len(lines),
		cells: func(i int, cells []string) outcomeStyle {
			copy(cells, lines[i][:])
			return outcomeStyle{}
		},
	}
}

func organization(o run.Organization) string {
	if o.Practice {
		return o.Name + " (practice: nothing went to Webex)"
	}
	return o.Name
}

func stateWord(s run.State) string {
	switch s {
	case run.Unfinished:
		return "Unfinished: some rows were not sent or are not known"
	case run.Finished:
		return "Finished"
	}
	return ""
}

// count is a number as a text, "" for none.
func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// clock is a time in the zone of this computer, "" for none.
func clock(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Local().Format("2006-01-02 15:04:05")
}
