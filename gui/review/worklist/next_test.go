package worklist

import (
	"testing"

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
	m.Choose(ChipReady)
	m.MoveTo(3)
	if got := m.NextProblem(false); got != (Jump{-1, "None of the rows shown has a problem."}) || m.Cursor() != 3 {
		t.Errorf("none is shown: %+v", got)
	}
	m.Set(planOf([]*number.Row{good(t, 0, "+19135550101", "")}))
	if got := m.NextProblem(true); got != (Jump{-1, "No problems are left."}) || m.ProblemCount() != 0 {
		t.Errorf("none is left: %+v", got)
	}
}
