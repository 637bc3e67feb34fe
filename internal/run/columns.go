package run

import (
	"fmt"

	"numberloader/internal/number"
)

// linesAtOnce is how many lines a record holds, but for the last one: enough that what
// they share takes no room, and few enough that a damaged record costs little.
const linesAtOnce = 32

// linesRecord are lines that follow each other, column by column: lists repeat most
// texts from row to row. A column ends with the last value that differs from the one
// before it, which stands for all rows after it; one that is empty holds nothing.
type linesRecord struct {
	First int `json:"first"` // index of the first line
	Count int `json:"count"`

	Record       []int                   `json:"record,omitempty"`
	Part         []int                   `json:"part,omitempty"`
	Line         []int                   `json:"row,omitempty"`
	Cell         []string                `json:"cell,omitempty"`
	Place        []string                `json:"place,omitempty"`
	Input        []string                `json:"input,omitempty"`
	Number       []number.E164           `json:"number,omitempty"`
	Unsent       []number.E164           `json:"unsent,omitempty"`
	Country      []string                `json:"country,omitempty"`
	Kind         []string                `json:"type,omitempty"`
	Usage        []string                `json:"usage,omitempty"`
	State        []string                `json:"state,omitempty"`
	LocationID   []string                `json:"location_id,omitempty"`
	Location     []string                `json:"location,omitempty"`
	Subscription []string                `json:"subscription,omitempty"`
	Carrier      []string                `json:"carrier,omitempty"`
	Level        []string                `json:"level,omitempty"`
	Code         []number.Code           `json:"code,omitempty"`
	Suggestion   []string                `json:"suggestion,omitempty"`
	Overridable  []bool                  `json:"overridable,omitempty"`
	DuplicateOf  []string                `json:"duplicate_of,omitempty"`
	Numbers      []int                   `json:"numbers,omitempty"`
	FirstNumber  []number.E164           `json:"first_number,omitempty"`
	LastNumber   []number.E164           `json:"last_number,omitempty"`
	AlreadyThere []bool                  `json:"already_there,omitempty"`
	Hidden       []bool                  `json:"hidden,omitempty"`
	LeftOut      []bool                  `json:"left_out,omitempty"`
	ByUser       []bool                  `json:"by_user,omitempty"`
	Result       []resultRecord          `json:"result,omitempty"`
	Findings     map[int][]findingRecord `json:"findings,omitempty"` // by the place among these lines
	Cells        []int                   `json:"cells,omitempty"`    // how many of Source a row has
	Source       [][]string              `json:"source,omitempty"`   // by the columns of the sheet
}

// column is one of the columns beside the field of a row that it keeps.
type column interface {
	push()      // adds the field
	pull(i int) // sets the field to what the row has
	trim()      // leaves out what the last value stands for
}

type columnOf[T comparable] struct {
	values *[]T
	field  *T
}

func columned[T comparable](values *[]T, field *T) column { return columnOf[T]{values, field} }

func (c columnOf[T]) push() {
	if *c.values == nil {
		*c.values = make([]T, 0, linesAtOnce)
	}
	*c.values = append(*c.values, *c.field)
}

func (c columnOf[T]) pull(i int) {
	var none T
	if *c.field = none; len(*c.values) > 0 {
		*c.field = (*c.values)[min(i, len(*c.values)-1)]
	}
}

func (c columnOf[T]) trim() {
	v := *c.values
	for len(v) > 1 && v[len(v)-1] == v[len(v)-2] {
		v = v[:len(v)-1]
	}
	var none T
	if len(v) == 1 && v[0] == none {
		v = v[:0]
	}
	*c.values = v
}

// columns are all columns that are kept alike, beside the fields of a row.
func (r *linesRecord) columns(of *lineRecord, cells *int) []column {
	return []column{
		columned(&r.Record, &of.Record), columned(&r.Part, &of.Part), columned(&r.Line, &of.Line),
		columned(&r.Cell, &of.Cell), columned(&r.Place, &of.Place), columned(&r.Input, &of.Input),
		columned(&r.Number, &of.Number), columned(&r.Unsent, &of.Unsent), columned(&r.Country, &of.Country),
		columned(&r.Kind, &of.Kind), columned(&r.Usage, &of.Usage), columned(&r.State, &of.State),
		columned(&r.LocationID, &of.LocationID), columned(&r.Location, &of.Location),
		columned(&r.Subscription, &of.Subscription), columned(&r.Carrier, &of.Carrier),
		columned(&r.Level, &of.Level), columned(&r.Code, &of.Code), columned(&r.Suggestion, &of.Suggestion),
		columned(&r.Overridable, &of.Overridable), columned(&r.DuplicateOf, &of.DuplicateOf),
		columned(&r.Numbers, &of.Count), columned(&r.FirstNumber, &of.First), columned(&r.LastNumber, &of.Last),
		columned(&r.AlreadyThere, &of.AlreadyThere), columned(&r.Hidden, &of.Hidden),
		columned(&r.LeftOut, &of.LeftOut), columned(&r.ByUser, &of.ByUser),
		columned(&r.Result, &of.Result), columned(&r.Cells, cells),
	}
}

// newLinesRecord keeps lines of which the first has that index.
func newLinesRecord(first int, lines []Line) *linesRecord {
	r := &linesRecord{First: first, Count: len(lines)}
	var row lineRecord
	var cells int
	columns := r.columns(&row, &cells)
	for i := range lines {
		row, cells = *newLineRecord(&lines[i]), lines[i].Source.Len()
		for _, c := range columns {
			c.push()
		}
		if len(row.Findings) > 0 {
			if r.Findings == nil {
				r.Findings = map[int][]findingRecord{}
			}
			r.Findings[i] = row.Findings
		}
		r.pushSource(i, row.Source)
	}
	for _, c := range columns {
		c.trim()
	}
	for i := range r.Source {
		columned(&r.Source[i], nil).trim()
	}
	return r
}

// pushSource adds the cells of the row at a place among these lines.
func (r *linesRecord) pushSource(i int, source []string) {
	for len(r.Source) < len(source) {
		r.Source = append(r.Source, make([]string, i))
	}
	for c := range r.Source {
		text := ""
		if c < len(source) {
			text = source[c]
		}
		r.Source[c] = append(r.Source[c], text)
	}
}

// lines are what was kept, with their texts among others.
func (r *linesRecord) lines(texts *number.Texts) ([]Line, error) {
	if r.Count < 0 || r.Count > linesAtOnce {
		return nil, fmt.Errorf("%d lines in a record: %w", r.Count, errLine)
	}
	var row lineRecord
	var cells int
	columns := r.columns(&row, &cells)
	all := make([]Line, r.Count)
	for i := range all {
		for _, c := range columns {
			c.pull(i)
		}
		if cells < 0 || cells > len(r.Source) {
			return nil, fmt.Errorf("%d cells of %d columns: %w", cells, len(r.Source), errLine)
		}
		row.Findings = r.Findings[i]
		row.Source = make([]string, cells)
		for c := range row.Source {
			columned(&r.Source[c], &row.Source[c]).pull(i)
		}
		var err error
		if all[i], err = row.line(texts); err != nil {
			return nil, err
		}
	}
	return all, nil
}
