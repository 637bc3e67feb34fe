package run

import (
	"fmt"
	"slices"

	"numberloader/internal/number"
	"numberloader/internal/pool"
)

// linesAtOnce is how many lines a record holds, but for the last one: enough that what
// they share takes no room, and few enough that a damaged record costs little.
const linesAtOnce = 32

// linesRecord are lines that follow each other, column by column: lists repeat most
// texts from row to row.
type linesRecord struct {
	First int `json:"first"` // index of the first line
	Count int `json:"count"`

	Record       column[int32]           `json:"record,omitzero"`
	Part         column[int32]           `json:"part,omitzero"`
	Line         column[int32]           `json:"row,omitzero"`
	Cell         column[string]          `json:"cell,omitzero"`
	Place        column[string]          `json:"place,omitzero"`
	Input        column[string]          `json:"input,omitzero"`
	Number       column[number.E164]     `json:"number,omitzero"`
	Unsent       column[number.E164]     `json:"unsent,omitzero"`
	Country      column[string]          `json:"country,omitzero"`
	Kind         column[string]          `json:"type,omitzero"`
	Usage        column[string]          `json:"usage,omitzero"`
	State        column[string]          `json:"state,omitzero"`
	LocationID   column[string]          `json:"location_id,omitzero"`
	Location     column[string]          `json:"location,omitzero"`
	Subscription column[string]          `json:"subscription,omitzero"`
	Carrier      column[string]          `json:"carrier,omitzero"`
	Level        column[string]          `json:"level,omitzero"`
	Code         column[number.Code]     `json:"code,omitzero"`
	Suggestion   column[string]          `json:"suggestion,omitzero"`
	Overridable  column[bool]            `json:"overridable,omitzero"`
	DuplicateOf  column[string]          `json:"duplicate_of,omitzero"`
	Numbers      column[int]             `json:"numbers,omitzero"`
	FirstNumber  column[number.E164]     `json:"first_number,omitzero"`
	LastNumber   column[number.E164]     `json:"last_number,omitzero"`
	AlreadyThere column[bool]            `json:"already_there,omitzero"`
	Hidden       column[bool]            `json:"hidden,omitzero"`
	LeftOut      column[bool]            `json:"left_out,omitzero"`
	ByUser       column[bool]            `json:"by_user,omitzero"`
	Result       column[resultRecord]    `json:"result,omitzero"`
	Findings     map[int][]findingRecord `json:"findings,omitempty"` // by the place among these lines
	Cells        column[int]             `json:"cells,omitzero"`     // how many of Source a row has
	Source       []column[string]        `json:"source,omitempty"`   // by the columns of the sheet
}

// column is what the rows have in a column, one after the other. The last value that
// differs from the one before it stands for all rows after it, and a column without
// any for nothing. Where a few values come back, each is there once, and Of says by
// its place which of them a row has.
type column[T comparable] struct {
	Values []T   `json:"v"`
	Of     []int `json:"of,omitempty"`
}

// fewValues is how many values a column may have that come back.
const fewValues = 8

// IsZero reports whether the column stands for nothing.
func (c *column[T]) IsZero() bool { return len(c.Values) == 0 }

// reset empties the column, whose room is used again.
func (c *column[T]) reset() { c.Values, c.Of = c.Values[:0], c.Of[:0] }

func (c *column[T]) push(value T) { c.Values = append(c.Values, value) }

// pack leaves out of a column whose values were pushed what the others tell.
func (c *column[T]) pack() {
	var none T
	c.Values = withoutTail(c.Values)
	if len(c.Values) == 1 && c.Values[0] == none {
		c.Values = c.Values[:0]
	}
	once := make([]int, 0, fewValues) // where each value stands first
	for i, value := range c.Values {
		at := slices.IndexFunc(once, func(first int) bool { return c.Values[first] == value })
		if at < 0 && len(once) == fewValues {
			c.Of = c.Of[:0]
			return
		}
		if at < 0 {
			at, once = len(once), append(once, i)
		}
		c.Of = append(c.Of, at)
	}
	if len(once) == len(c.Values) {
		c.Of = c.Of[:0]
		return
	}
	for at, first := range once {
		c.Values[at] = c.Values[first]
	}
	c.Values, c.Of = c.Values[:len(once)], withoutTail(c.Of)
}

// withoutTail is values up to the last that differs from the one before it.
func withoutTail[T comparable](values []T) []T {
	for n := len(values); n > 1 && values[n-1] == values[n-2]; n-- {
		values = values[:n-1]
	}
	return values
}

// at is what a row has. The error says that it has none of the values.
func (c *column[T]) at(i int) (value T, err error) {
	if len(c.Of) > 0 {
		i = c.Of[min(i, len(c.Of)-1)]
	} else if i = min(i, len(c.Values)-1); i < 0 {
		return value, nil
	}
	if i < 0 || i >= len(c.Values) {
		return value, fmt.Errorf("value %d of %d: %w", i, len(c.Values), errLine)
	}
	return c.Values[i], nil
}

// bound is a column beside the field of a row that it keeps.
type bound interface {
	reset()
	push()            // adds the field
	pull(i int) error // sets the field to what the row has
	pack()
}

type boundTo[T comparable] struct {
	column *column[T]
	field  *T
}

func bind[T comparable](c *column[T], field *T) bound { return boundTo[T]{c, field} }

func (b boundTo[T]) reset() { b.column.reset() }
func (b boundTo[T]) push()  { b.column.push(*b.field) }
func (b boundTo[T]) pack()  { b.column.pack() }

func (b boundTo[T]) pull(i int) (err error) {
	*b.field, err = b.column.at(i)
	return err
}

// columns are all columns that are kept alike, beside the fields of a row.
func (r *linesRecord) columns(of *lineRecord, cells *int) []bound {
	return []bound{
		bind(&r.Record, &of.Record), bind(&r.Part, &of.Part), bind(&r.Line, &of.Line),
		bind(&r.Cell, &of.Cell), bind(&r.Place, &of.Place), bind(&r.Input, &of.Input),
		bind(&r.Number, &of.Number), bind(&r.Unsent, &of.Unsent), bind(&r.Country, &of.Country),
		bind(&r.Kind, &of.Kind), bind(&r.Usage, &of.Usage), bind(&r.State, &of.State),
		bind(&r.LocationID, &of.LocationID), bind(&r.Location, &of.Location),
		bind(&r.Subscription, &of.Subscription), bind(&r.Carrier, &of.Carrier),
		bind(&r.Level, &of.Level), bind(&r.Code, &of.Code), bind(&r.Suggestion, &of.Suggestion),
		bind(&r.Overridable, &of.Overridable), bind(&r.DuplicateOf, &of.DuplicateOf),
		bind(&r.Numbers, &of.Count), bind(&r.FirstNumber, &of.First), bind(&r.LastNumber, &of.Last),
		bind(&r.AlreadyThere, &of.AlreadyThere), bind(&r.Hidden, &of.Hidden),
		bind(&r.LeftOut, &of.LeftOut), bind(&r.ByUser, &of.ByUser),
		bind(&r.Result, &of.Result), bind(&r.Cells, cells),
	}
}

// keeper makes records of lines, each in the room of the one before.
type keeper struct {
	record  linesRecord
	row     lineRecord
	cells   int
	columns []bound
}

func newKeeper() *keeper {
	k := &keeper{record: linesRecord{Findings: map[int][]findingRecord{}}}
	k.columns = k.record.columns(&k.row, &k.cells)
	return k
}

// lines keeps lines of which the first has that index, until the next ones are kept.
func (k *keeper) lines(first int, lines []Line) *linesRecord {
	r := &k.record
	r.First, r.Count, r.Source = first, len(lines), r.Source[:0]
	clear(r.Findings)
	for _, c := range k.columns {
		c.reset()
	}
	for i := range lines {
		k.row, k.cells = newLineRecord(&lines[i]), lines[i].Source.Len()
		for _, c := range k.columns {
			c.push()
		}
		if len(k.row.Findings) > 0 {
			r.Findings[i] = k.row.Findings
		}
		r.pushSource(i, lines[i].Source)
	}
	for _, c := range k.columns {
		c.pack()
	}
	for i := range r.Source {
		r.Source[i].pack()
	}
	return r
}

// pushSource adds the cells of the row at a place among these lines.
func (r *linesRecord) pushSource(i int, source number.Source) {
	for at := len(r.Source); at < source.Len(); at++ {
		r.Source = slices.Grow(r.Source, 1)[:at+1]
		r.Source[at].reset()
		for range i {
			r.Source[at].push("")
		}
	}
	for c := range r.Source {
		r.Source[c].push(source.At(c))
	}
}

// appendTo adds what was kept to lines, with their texts among others, and what they share with them.
func (r *linesRecord) appendTo(lines []Line, texts *number.TextRows, shared *pool.Pool[number.Shared]) ([]Line, error) {
	if r.Count < 0 || r.Count > linesAtOnce {
		return nil, fmt.Errorf("%d lines in a record: %w", r.Count, errLine)
	}
	var row lineRecord
	var cells int
	columns := r.columns(&row, &cells)
	for i := range r.Count {
		for _, c := range columns {
			if err := c.pull(i); err != nil {
				return nil, err
			}
		}
		row.Findings = r.Findings[i]
		var err error
		if row.Source, err = r.sourceOf(row.Source[:0], i, cells); err != nil {
			return nil, err
		}
		line, err := row.line(texts, shared)
		if err != nil {
			return nil, err
		}
		lines = append(lines, line)
	}
	return lines, nil
}

// sourceOf adds to source the cells of the row at a place among these lines.
func (r *linesRecord) sourceOf(source []string, i, cells int) ([]string, error) {
	if cells < 0 || cells > len(r.Source) {
		return nil, fmt.Errorf("%d cells of %d columns: %w", cells, len(r.Source), errLine)
	}
	for c := range cells {
		text, err := r.Source[c].at(i)
		if err != nil {
			return nil, err
		}
		source = append(source, text)
	}
	return source, nil
}
