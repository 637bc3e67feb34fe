package compare

import (
	"numberloader/gui/rows"
	"numberloader/internal/compare"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// The columns of the grid.
const (
	ColumnWhere  = "where"
	ColumnNumber = "number"
	ColumnCell   = rows.ColumnCell
	ColumnFile   = "infile"
	ColumnWebex  = "inwebex"
	ColumnState  = rows.ColumnState
	ColumnOwner  = "owner"
)

// Columns are the columns of the grid, in their order.
func Columns() []rows.Column[*compare.Pair] {
	return []rows.Column[*compare.Pair]{
		{
			ID: ColumnWhere, Title: phrase.Text("columns.where"), Width: 160, Narrow: 150,
			Text: func(p *compare.Pair) string { return phrase.Whereabouts(p.Where) }, Key: func(p *compare.Pair) uint64 { return uint64(p.Where) },
		},
		{ID: ColumnNumber, Title: phrase.Text("columns.number"), Width: 148, Narrow: 140, Text: numberText, Key: func(p *compare.Pair) uint64 { return rows.NumberKey(p.Number.String()) }},
		{ID: ColumnCell, Title: phrase.Text("columns.cell"), Width: 60, Narrow: 56, Leaves: 1, Text: cell, Key: cellKey},
		{ID: ColumnFile, Title: phrase.Text("columns.infile"), Width: 140, Narrow: 128, Leaves: 4, Text: fileLocation},
		{ID: ColumnWebex, Title: phrase.Text("columns.inwebex"), Width: 140, Narrow: 128, Text: ofHeld(func(h *number.Held) string { return rows.OneLine(h.Location.Name) })},
		{ID: ColumnState, Title: phrase.Text("columns.state"), Width: 104, Narrow: 100, Leaves: 2, Text: ofHeld(func(h *number.Held) string { return phrase.State(h.State) }), Key: stateKey},
		{
			ID: ColumnOwner, Title: phrase.Text("columns.owner"), Width: 120, Narrow: 100, Leaves: 3, Flexible: true,
			Text: ofHeld(ownerName),
		},
	}
}

// AllColumns are those of the grid, and behind them what only the number under the
// cursor tells.
func AllColumns() []rows.Column[*compare.Pair] {
	return append(Columns(),
		rows.Column[*compare.Pair]{Text: ofHeld(func(h *number.Held) string { return phrase.Kind(h.Kind) })},
		rows.Column[*compare.Pair]{Text: ofHeld(func(h *number.Held) string { return phrase.Usage(h.Usage) })},
		rows.Column[*compare.Pair]{Text: ofHeld(main)},
		rows.Column[*compare.Pair]{Text: ofHeld(func(h *number.Held) string { return h.Internal })},
		rows.Column[*compare.Pair]{Text: ofHeld(func(h *number.Held) string { return phrase.Owner(h.Owner) })},
		rows.Column[*compare.Pair]{Text: phrase.Remark})
}

// ownerName is how the owner is called, or what it is where that is all that is known.
func ownerName(h *number.Held) string {
	if h.Owner.Name != "" || h.Owner.IsNobody() {
		return rows.OneLine(h.Owner.Name)
	}
	return phrase.Capital(phrase.Owner(h.Owner))
}

// numberText is the number, or what the file holds where that is none.
func numberText(p *compare.Pair) string {
	if p.Number.IsZero() && p.Row != nil {
		return rows.OneLine(p.Row.Input)
	}
	return p.Number.String()
}

func cell(p *compare.Pair) string {
	if p.Row == nil {
		return ""
	}
	return p.Row.Cell()
}

// cellKey orders numbers as they stand in the file; those that do not come last.
func cellKey(p *compare.Pair) uint64 {
	if p.Row == nil {
		return 1 << 63
	}
	return rows.PlaceKey(p.Row)
}

// stateKey orders numbers by their state; those that are not in Webex come first.
func stateKey(p *compare.Pair) uint64 {
	if p.Held == nil {
		return 0
	}
	return 1 + uint64(p.Held.State)
}

func fileLocation(p *compare.Pair) string {
	if p.Row == nil {
		return ""
	}
	return rows.OneLine(p.Row.Location())
}

func ofHeld(says func(h *number.Held) string) func(*compare.Pair) string {
	return func(p *compare.Pair) string {
		if p.Held == nil {
			return ""
		}
		return says(p.Held)
	}
}

func main(h *number.Held) string {
	if h.Main {
		return phrase.Text("compare.main")
	}
	return ""
}

// Value is what a cell of the grid shows.
type Value struct {
	Text  string
	Quiet bool // secondary text
	Warns bool // it asks for a look
}

// Value is the content of a column of the number at a position; empty where there is
// none. What one side does not have is said, and not left empty.
func (m *Model) Value(i int, column string) Value {
	p := m.at(i)
	c, ok := rows.ColumnOf(Columns(), column)
	if p == nil || !ok {
		return Value{}
	}
	v := Value{Text: c.Text(p), Quiet: column == ColumnCell}
	switch {
	case column == ColumnFile && p.Row == nil:
		return Value{Text: phrase.Text("compare.notinfile"), Quiet: true}
	case column == ColumnWebex && p.Held == nil:
		return Value{Text: phrase.Text("compare.notinwebex"), Quiet: true}
	case column == ColumnOwner && p.Held != nil && p.Held.Owner.IsNobody():
		return Value{Text: phrase.Text("compare.nobody"), Quiet: true}
	case column == ColumnState:
		v.Warns = p.IsInactive()
	}
	return v
}

// Chip is the chip by which the number at a position is marked: its place, or that its
// row has a problem.
func (m *Model) Chip(i int) Chip {
	p := m.at(i)
	switch {
	case p == nil:
		return ChipAll
	case p.HasProblem():
		return ChipProblems
	}
	return chipOf(p.Where)
}

// Found is where in the text of a column stands what is searched for, in bytes; equal
// for nowhere.
func (m *Model) Found(text string) [2]int {
	from, to := m.query.Find(text)
	return [2]int{from, to}
}

// Way is what can be done about a number.
type Way uint8

// The ways.
const (
	WayCopy     Way = iota // copy the number
	WayActivate            // see which numbers of the list can be activated
)

// Label is the word of the way.
func (w Way) Label() string {
	if w == WayActivate {
		return phrase.Text("compare.activate")
	}
	return phrase.Text("compare.copy")
}

// Line is a line of text below a number.
type Line struct {
	Text  string
	Quiet bool
	Ways  []Way
}

// Lines are the lines below the number at a position: the problem of its row always, and
// under the cursor all else that there is to say.
func (m *Model) Lines(i int, cursor bool) []Line {
	p := m.at(i)
	if p == nil || !cursor && !p.HasProblem() {
		return nil
	}
	var lines []Line
	if remark := phrase.Remark(p); remark != "" {
		line := Line{Text: remark}
		if cursor && p.Where == compare.OtherLocation {
			line.Ways = []Way{WayCopy}
		}
		lines = append(lines, line)
	}
	if cursor && activable(p) {
		lines = append(lines, Line{Text: phrase.Text("compare.nocalls"), Ways: []Way{WayActivate}})
	}
	if more := details(p); cursor && more != "" {
		lines = append(lines, Line{Text: more, Quiet: true})
	}
	return lines
}

// activable reports whether a number can be activated: it is inactive in the location that
// the list names.
func activable(p *compare.Pair) bool { return p.Where == compare.Both && p.IsInactive() }

// details are what Webex says of a number beside what the columns tell.
func details(p *compare.Pair) string {
	h := p.Held
	if h == nil {
		return ""
	}
	var words []string
	for _, word := range []string{phrase.Kind(h.Kind), phrase.Usage(h.Usage), main(h)} {
		if word != "" {
			words = append(words, word)
		}
	}
	if h.Internal != "" {
		words = append(words, phrase.Text("compare.internal", "Number", h.Internal))
	}
	var said, used string
	if len(words) > 0 {
		said = phrase.Text("compare.details", "Words", phrase.Commas(words))
	}
	if !h.Owner.IsNobody() {
		used = phrase.Text("compare.used", "Owner", phrase.Owner(h.Owner))
	}
	return phrase.Sentences(said, used)
}

// NumberAt is the number at a position, "" for none.
func (m *Model) NumberAt(i int) string {
	if p := m.at(i); p != nil {
		return p.Number.String()
	}
	return ""
}

// Selected says how many numbers are selected, "" for none but the cursor.
func (m *Model) Selected() string {
	n := len(m.SelectedRows())
	if n == 0 {
		return ""
	}
	return phrase.Text("compare.selected", "Count", n)
}

// Copied are the numbers that are selected, else the one under the cursor, with all that
// is told of them, as lines for a spreadsheet; "" for none.
func (m *Model) Copied() string {
	columns := AllColumns()
	texts := make([]string, len(columns))
	var b []byte
	for _, i := range m.Targets() {
		for k, c := range columns {
			texts[k] = c.Text(&m.pairs[i])
		}
		b = append(append(b, rows.Pasted(texts)...), '\r', '\n')
	}
	return string(b)
}
