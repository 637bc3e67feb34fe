package review

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"numberloader/internal/number"
)

// inColumns is a list with a column of each of these fields, in this order.
func inColumns(fields []number.Field, rows ...[]string) *number.Table {
	t := &number.Table{Path: "/list.xlsx", Sheet: "S", HeaderRow: 1, Columns: map[number.Field]int{}}
	for i, field := range fields {
		t.Headings, t.Columns[field] = append(t.Headings, "head "+number.ColumnName(i)), i
	}
	for i, row := range rows {
		t.Records = append(t.Records, number.Record{Line: i + 2, Source: number.SourceOf(row...)})
	}
	return t
}

func TestWhatCameBackIsTakenOverOrTold(t *testing.T) {
	t.Parallel()
	typed := "typed"
	for name, c := range map[string]struct {
		fields  []number.Field
		open    []string   // the row S!A2
		back    [][]string // its lines, with the cell last
		decided Decision
		struck  bool
		right   bool // the row has no problem

		want                              string // the new number, "" for none
		changes                           int
		edited                            int
		untaken                           []number.Field
		unclear, emptied, strange, absent []string
	}{
		"unchanged":        {open: []string{"1"}, back: [][]string{{"1", "S!A2"}}},
		"blanks":           {open: []string{"1"}, back: [][]string{{" 1 ", "S!A2"}}},
		"corrected":        {open: []string{"1"}, back: [][]string{{"2", "S!A2"}}, want: "2", changes: 1},
		"edited since":     {open: []string{"1"}, back: [][]string{{"2", "S!A2"}}, decided: Decision{Text: &typed}, want: "2", changes: 1, edited: 1},
		"edited, not here": {open: []string{"1"}, back: [][]string{{"1", "S!A2"}}, decided: Decision{Text: &typed}},
		"typed the same":   {open: []string{"1"}, back: [][]string{{"typed", "S!A2"}}, decided: Decision{Text: &typed}},
		"one of two lines": {open: []string{"1"}, back: [][]string{{"1", "S!A2"}, {"2", "S!A2"}}, want: "2", changes: 1},
		"two lines agree":  {open: []string{"1"}, back: [][]string{{"2", "S!A2"}, {"2", "S!A2"}}, want: "2", changes: 1},
		"two lines differ": {open: []string{"1"}, back: [][]string{{"2", "S!A2"}, {"3", "S!A2"}}, unclear: []string{"S!A2"}},
		"cleared":          {open: []string{"1"}, back: [][]string{{"", "S!A2"}}, emptied: []string{"S!A2"}},
		"a dash":           {open: []string{"1"}, back: [][]string{{"-", "S!A2"}}, emptied: []string{"S!A2"}},
		"crossed out":      {open: []string{"1"}, back: [][]string{{"1", "S!A2"}}, struck: true, emptied: []string{"S!A2"}},
		"of another cell":  {open: []string{"1"}, back: [][]string{{"2", "S!A7"}}, strange: []string{"S!A7"}, absent: []string{"S!A2"}},
		"of another sheet": {open: []string{"1"}, back: [][]string{{"2", "T!A2"}}, strange: []string{"T!A2"}, absent: []string{"S!A2"}},
		"right by now":     {open: []string{"1"}, back: [][]string{{"1", "S!A2"}}, right: true},
		"moved":            {open: []string{"1"}, back: [][]string{{"2", "S!A2"}}, right: true, strange: []string{"S!A2"}},
		"put right since":  {open: []string{"1"}, back: [][]string{{"2", "S!A2"}}, right: true, decided: Decision{Text: &typed}, want: "2", changes: 1, edited: 1},
		"removed":          {open: []string{"1"}, absent: []string{"S!A2"}},
		"area code": {
			fields: []number.Field{number.FieldNumber, number.FieldAreaCode}, open: []string{"1", "913"},
			back: [][]string{{"1", "914", "S!A2"}}, untaken: []number.Field{number.FieldAreaCode},
		},
		"number beside an area code": {
			fields: []number.Field{number.FieldNumber, number.FieldAreaCode}, open: []string{"1", "913"},
			back: [][]string{{"2", "913", "S!A2"}}, untaken: []number.Field{number.FieldNumber},
		},
		"both ends of a block": {
			fields: []number.Field{number.FieldNumber, number.FieldNumberEnd}, open: []string{"1", "9"},
			back: [][]string{{"2", "8", "S!A2"}}, untaken: []number.Field{number.FieldNumberEnd},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if c.fields == nil {
				c.fields = []number.Field{number.FieldNumber}
			}
			back := inColumns(slices.Concat(c.fields, []number.Field{number.FieldUsage}), c.back...)
			for i := range back.Records {
				back.Records[i].Struck = c.struck
			}
			row := &number.Row{Line: 2, Shared: &number.Shared{Column: "S!A"}, Level: number.LevelProblem}
			if c.right {
				row.Level = number.LevelOK
			}
			r := Returned{
				Open: inColumns(c.fields, c.open), Rows: []*number.Row{row},
				Decided: func(int) Decision { return c.decided }, Meant: func(_ number.Field, word string) string { return word },
				Back: back, Cells: len(c.fields),
			}
			got, ok := r.Corrections()
			if !ok || len(got.Changes) != c.changes || c.changes > 0 && *got.Changes[0].Decision.Text != c.want || got.Edited != c.edited {
				t.Errorf("got %+v (%v)", got, ok)
			}
			var untaken []number.Field
			for _, u := range got.Untaken {
				untaken = append(untaken, u.Field)
			}
			type told struct {
				Untaken                           []number.Field
				Unclear, Emptied, Strange, Absent []string
			}
			if diff := cmp.Diff(told{c.untaken, c.unclear, c.emptied, c.strange, c.absent}, told{untaken, got.Unclear, got.Emptied, got.Strange, got.Absent}); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Columns may be moved, but what can't be told apart is not compared.
func TestColumnsOfWhatCameBackAreFound(t *testing.T) {
	t.Parallel()
	open := inColumns([]number.Field{number.FieldType, number.FieldNumber}, []string{"DID", "1"})
	for name, c := range map[string]struct {
		headings []string
		ok       bool
		values   int
	}{
		"as it was":          {[]string{"head A", "head B", "cell"}, true, 1},
		"in other letters":   {[]string{"HEAD a", "Head B ", "cell"}, true, 1},
		"the number twice":   {[]string{"x", "y", "cell", "head B", "head B"}, false, 0},
		"the number is gone": {[]string{"head A", "y", "cell"}, false, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := Returned{
				Rows: []*number.Row{{Line: 2, Shared: &number.Shared{Column: "S!B"}, Level: number.LevelProblem}},
				Open: open, Back: &number.Table{Headings: c.headings, Records: []number.Record{{Source: number.SourceOf("DID", "2", "S!B2", "2", "2")}}}, Cells: 2,
				Decided: func(int) Decision { return Decision{} }, Meant: func(_ number.Field, word string) string { return word },
			}
			if got, ok := r.Corrections(); ok != c.ok || len(got.Values) != c.values {
				t.Errorf("got %+v (%v)", got, ok)
			}
		})
	}
}
