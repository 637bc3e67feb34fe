package lists

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"numberloader/import/headers"
	"numberloader/import/sheet"
	"numberloader/internal/number"
	"numberloader/internal/reading"
)

const (
	headerRows   = 50  // non-blank rows that may be the header (docs/number-rules.md, 5.4)
	sampledCells = 200 // filled cells of a column that decide about it
	topCells     = headerRows + sampledCells
)

// placed is a cell with the row that it is in.
type placed struct {
	row  int // index into sheet.rows
	cell sheet.Cell
}

// view is a sheet with what one look at every cell tells: which of them look like
// phone numbers, and what a row that may be a header says.
type view struct {
	sheet  *sheet.Sheet
	words  *headers.Words
	merged map[int][]sheet.Span // merged ranges of more than one row, by their first column

	phones [][]int32  // rows with a cell like a phone number, by column
	before []int32    // how many such cells there are before a row
	top    [][]placed // the first filled cells of each column
	filled []int      // how many filled cells each column has

	nothing answers // whether texts only say that nothing is there
	removal answers // whether words take a number out
}

// answers remembers what was asked of texts, since the same few words stand in many
// rows, and mostly the same one as in the row above.
type answers struct {
	known      map[string]bool
	text       string // that was asked about last
	lastAnswer bool
}

// of is the answer about a text.
func (a *answers) of(text string, ask func(text string) bool) bool {
	if text == a.text {
		return a.lastAnswer
	}
	answer, known := a.known[text]
	if !known {
		answer = ask(text)
		if len(a.known) < remembered {
			a.known[text] = answer
		}
	}
	a.text, a.lastAnswer = text, answer
	return answer
}

// remembered is how many texts are remembered.
const remembered = 4096

// tells reports whether a cell shows anything but that nothing is there: a dash, N/A.
func (v *view) tells(c sheet.Cell) bool {
	if c.Type == number.CellText {
		return c.Filled() && !v.nothing.of(v.sheet.Text(c), number.SaysNothing)
	}
	return v.sheet.Tells(c)
}

// removes reports whether a cell takes the number of its row out.
func (v *view) removes(c sheet.Cell) bool {
	return c.Filled() && v.removal.of(v.sheet.Shown(c), number.IsRemoval)
}

func newView(s *sheet.Sheet, words *headers.Words) *view {
	v := &view{sheet: s, words: words, merged: map[int][]sheet.Span{}, nothing: answers{known: map[string]bool{}}, removal: answers{known: map[string]bool{}}}
	for _, m := range s.Merges {
		if m.LastLine > m.FirstLine {
			v.merged[m.FirstColumn] = append(v.merged[m.FirstColumn], m)
		}
	}
	v.scan()
	return v
}

// firstCells are the first filled cells of each column, no more than are sampled, from one row
// up to another. What is known of the top of the sheet mostly has them.
func (v *view) firstCells(from, end int) [][]placed {
	columns := make([][]placed, v.sheet.Width)
	for c, top := range v.top {
		first, _ := slices.BinarySearchFunc(top, from, placed.compareRow)
		last, _ := slices.BinarySearchFunc(top, end, placed.compareRow)
		columns[c] = top[first:min(last, first+sampledCells)]
		if last == len(top) && len(top) == topCells && len(columns[c]) < sampledCells {
			return v.lookUpFirst(from, end)
		}
	}
	return columns
}

// compareRow compares the row of a cell with another one.
func (p placed) compareRow(row int) int { return cmp.Compare(p.row, row) }

// lookUpFirst is firstCells for rows further down.
func (v *view) lookUpFirst(from, end int) [][]placed {
	columns, full := make([][]placed, v.sheet.Width), 0
	for i := from; i < end && full < len(columns); i++ {
		for cell := range v.sheet.Cells(&v.sheet.Rows[i]) {
			column := cell.Column
			if len(columns[column]) == sampledCells || !cell.Filled() {
				continue
			}
			columns[column] = append(columns[column], placed{i, cell})
			if len(columns[column]) == sampledCells {
				full++
			}
		}
	}
	return columns
}

// below are the first filled cells of a column below a row.
func (v *view) below(column []placed, row int) []placed {
	for i, p := range column {
		if p.row > row {
			return column[i:min(len(column), i+sampledCells)]
		}
	}
	return nil
}

// columnHeading is the header of a column: the text in a row, or else the one directly
// above it, where the header takes two rows.
func (v *view) columnHeading(row, column int) string {
	text, above := v.heading(row, column), row-1
	if text != "" || above < 0 || v.sheet.Rows[above].Line != v.sheet.Rows[row].Line-1 || v.hasPhone(above) || v.isAlone(above) {
		return text
	}
	return v.heading(above, column)
}

// heading is the text of a row in a column, without blanks around it. A merged
// cell counts in every row that it covers, in its first column.
func (v *view) heading(row, column int) string {
	c := v.sheet.CellOver(&v.sheet.Rows[row], column, v.merged[column])
	if c.Type != number.CellText {
		return ""
	}
	return strings.TrimSpace(v.sheet.Text(c))
}

// scan looks at every cell once: which are filled, and which look like phone numbers.
func (v *view) scan() {
	v.phones = make([][]int32, v.sheet.Width)
	v.before = make([]int32, len(v.sheet.Rows)+1)
	v.top, v.filled = make([][]placed, v.sheet.Width), make([]int, v.sheet.Width)
	for i := range v.sheet.Rows {
		v.before[i+1] = v.before[i]
		for c := range v.sheet.Cells(&v.sheet.Rows[i]) {
			if c.Filled() {
				v.scanCell(i, c)
			}
		}
	}
}

// scanCell looks at a filled cell of a row.
func (v *view) scanCell(row int, c sheet.Cell) {
	column := c.Column
	v.filled[column]++
	if len(v.top[column]) < topCells {
		v.top[column] = append(v.top[column], placed{row, c})
	}
	if v.looksLikePhone(c) {
		v.addPhone(int(column), row)
	}
}

// addPhone notes a cell that looks like a phone number. A column that has many is
// expected to go on so.
func (v *view) addPhone(column, row int) {
	const many = 1000
	rows := v.phones[column]
	if len(rows) == many {
		rows = slices.Grow(rows, len(v.sheet.Rows)-row)
	}
	v.phones[column] = append(rows, int32(row)) //nolint:gosec // a sheet has fewer rows
	v.before[row+1]++
}

// looksLikePhone reports whether a cell looks like a phone number.
func (v *view) looksLikePhone(c sheet.Cell) bool {
	if c.Type == number.CellText {
		return reading.LooksLikePhone(number.Cell{Type: number.CellText, Value: v.sheet.Text(c)})
	}
	return reading.LooksLikePhone(v.sheet.Value(c))
}

// filledIn counts the filled cells of a column from one row up to another: all that
// there are, but for those outside.
func (v *view) filledIn(column, first, end int) int {
	n := v.filled[column]
	for _, outside := range [][]sheet.Row{v.sheet.Rows[:first], v.sheet.Rows[end:]} {
		for i := range outside {
			if v.sheet.Cell(&outside[i], column).Filled() {
				n--
			}
		}
	}
	return n
}

// isPhone reports whether the cell of a row in a column looks like a phone number.
func (v *view) isPhone(row, column int) bool {
	_, found := slices.BinarySearch(v.phones[column], int32(row)) //nolint:gosec // a sheet has fewer rows
	return found
}

// phoneRows are the rows from one up to another whose cell in a column looks like a
// phone number.
func (v *view) phoneRows(column, first, end int) []int32 {
	rows := v.phones[column]
	from, _ := slices.BinarySearch(rows, int32(first)) //nolint:gosec // a sheet has fewer rows
	to, _ := slices.BinarySearch(rows, int32(end))     //nolint:gosec // a sheet has fewer rows
	return rows[from:to]
}

// phonesBetween counts the cells of a column that look like phone numbers, from
// one row up to another.
func (v *view) phonesBetween(column, first, end int) int { return len(v.phoneRows(column, first, end)) }

// phonesOf counts the cells of all columns that look like phone numbers, from one
// row up to another.
func (v *view) phonesOf(first, end int) int { return int(v.before[end] - v.before[first]) }

func (v *view) hasPhone(row int) bool { return v.phonesOf(row, row+1) > 0 }

// lastLine is the number of the last filled row before a row.
func (v *view) lastLine(row int) int {
	for i := row - 1; i >= 0; i-- {
		if v.sheet.Rows[i].Filled {
			return v.sheet.Rows[i].Line
		}
	}
	return 0
}

// hasLetters reports whether a phone-like cell of a row has letters.
func (v *view) hasLetters(row int) bool {
	for _, cell := range v.filledCells(row) {
		if v.isPhone(row, int(cell.Column)) && strings.IndexFunc(v.sheet.Shown(cell), unicode.IsLetter) >= 0 {
			return true
		}
	}
	return false
}

// filledCells are the cells of a row that show anything.
func (v *view) filledCells(row int) []sheet.Cell {
	var filled []sheet.Cell
	for c := range v.sheet.Cells(&v.sheet.Rows[row]) {
		if c.Filled() {
			filled = append(filled, c)
		}
	}
	return filled
}

// isAlone reports whether a row has just one filled cell.
func (v *view) isAlone(row int) bool { return len(v.filledCells(row)) == 1 }

// isLabel reports whether a row is a label and its value: two cells, of which the first
// is a known header word or ends in a colon.
func (v *view) isLabel(row int) bool {
	const two = 2
	cells := v.filledCells(row)
	if len(cells) != two || v.isPhone(row, int(cells[0].Column)) {
		return false
	}
	text := strings.TrimSpace(v.sheet.Shown(cells[0]))
	return strings.HasSuffix(text, ":") || headers.IsLabel(text) || v.words.Roles(text) != 0
}
