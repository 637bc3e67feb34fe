package worklist

import (
	"maps"
	"testing"

	"numberloader/gui/review/judged"
	"numberloader/internal/number"
)

func TestFromProblemToProblemAsInAnEditor(t *testing.T) {
	t.Parallel()
	m := modelOf(t) // problems in B7 B8 B10 B11 B12
	for _, step := range []struct {
		back bool
		cell string
		word string
	}{
		{false, "B7", ""},
		{false, "B8", ""},
		{true, "B7", ""},
		{true, "B12", "That was the first problem. This is the last."},
		{false, "B7", "That was the last problem. This is the first."},
	} {
		got := m.NextProblem(step.back)
		if got.Row != m.Cursor() || m.Value(got.Row, ColumnCell).Text != step.cell || got.Word != step.word {
			t.Errorf("%+v: %+v", step, got)
		}
	}
	m.MoveTo(-1)
	if got := m.NextProblem(true); m.Value(got.Row, ColumnCell).Text != "B12" {
		t.Errorf("backward without a cursor: %+v", got)
	}
	m.Sort(ColumnFile) // B11 comes before B8
	m.MoveTo(m.position(m.cursor))
	m.Search("FLOWERS")
	if got := m.NextProblem(false); got != (Jump{0, ""}) {
		t.Errorf("the only one, from elsewhere: %+v", got)
	}
	if got := m.NextProblem(false); got != (Jump{0, "This is the only problem."}) {
		t.Errorf("the only one: %+v", got)
	}
	m.Search("")
	m.Choose(judged.ChipReady)
	m.MoveTo(3)
	if got := m.NextProblem(false); got != (Jump{-1, "None of the rows shown has a problem."}) || m.Cursor() != 3 {
		t.Errorf("none is shown: %+v", got)
	}
	m.Set(planOf([]*number.Row{good(t, 0, "+19135550101", "")}))
	if got := m.NextProblem(true); got != (Jump{-1, "No problems are left."}) || m.ProblemCount() != 0 {
		t.Errorf("none is left: %+v", got)
	}
}

func TestAProblemIsEditedInTheColumnInWhichItStands(t *testing.T) {
	t.Parallel()
	d := deskOf(t, []string{"913 674 01", "+19136748202", "+19136748203", "+19136748204", "+19136748205"}, func(d *desk) {
		maps.Copy(d.table.Columns, map[number.Field]int{number.FieldType: 2, number.FieldUsage: 3, number.FieldState: 4, number.FieldLocation: 5})
		d.table.Records[1].SetText(number.FieldType, "pager")
		d.table.Records[2].SetText(number.FieldUsage, "sometimes")
		d.table.Records[3].SetText(number.FieldState, "asleep")
		d.table.Records[4].SetText(number.FieldLocation, "Springfield")
	})
	for row, want := range []struct{ column, action, cell string }{
		{ColumnFile, "Edit B2", "B2"},
		{ColumnType, "Edit C3", "B3"},
		{ColumnUsage, "Edit D4", "B4"},
		{ColumnState, "Edit E5", "B5"},
		{ColumnLocation, "Choose a location", "B6"},
	} {
		jump := d.m.NextProblem(false)
		if jump.Row != row || d.m.Value(row, ColumnCell).Text != want.cell {
			t.Fatalf("problem %d is at %+v", row, jump)
		}
		if got := d.m.EditColumn(row); got != want.column {
			t.Errorf("%s is edited in %s, want %s", want.cell, got, want.column)
		}
		if got := labels(d.m.Lines(row, false)); got != want.action {
			t.Errorf("%s offers %q, want %q", want.cell, got, want.action)
		}
	}
}
