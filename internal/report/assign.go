package report

import (
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// assignColumns are those columns of the file by which Control Hub adds users that
// concern a person and a phone number, under its own headings and in its order. Only
// the email address is required, and columns may be missing (help.webex.com, articles
// nlkiw8e and afv3q8, "Control Hub user management CSV file reference", as of November
// 2026).
func assignColumns() []column {
	return []column{
		{"First Name", 18},
		{"Last Name", 18},
		{"Display Name", 22},
		{"User ID/Email (Required)", 30},
		{"Extension", 12},
		{"Phone Number", 18},
		{"Location", 28},
	}
}

// The columns that are filled in; all others are the user's.
const (
	assignNumber   = 5
	assignLocation = 6
)

// assign adds the sheet of the numbers that the run added and that can be given to
// people, if there are any; lines that one sheet can't hold go on in a further one. Its
// first line says how to use it.
func (b *book) assign(r run.Run, perSheet int) error {
	in := make([]*run.Line, 0, len(r.Lines))
	for i := range r.Lines {
		if r.Lines[i].Result.Outcome.IsIn() {
			in = append(in, &r.Lines[i])
		}
	}
	if len(in) == 0 {
		return nil
	}
	perSheet-- // the first line
	return sheets(b, phrase.Text("report.sheet.assign"), in, perSheet, assignTable)
}

func assignTable(lines []*run.Line) table {
	return table{
		columns: assignColumns(),
		above:   phrase.Text("report.assign"),
		rows:    len(lines),
		cells: func(i int, cells []string) outcomeStyle {
			cells[assignNumber], cells[assignLocation] = lines[i].Row.Number.String(), lines[i].Row.Location()
			return outcomeStyle{}
		},
	}
}
