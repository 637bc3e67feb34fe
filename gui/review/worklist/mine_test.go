package worklist

import (
	"fmt"
	"strings"
	"testing"

	"numberloader/gui/review/judged"
	"numberloader/internal/number"
)

// corrected is a list of which the user corrected the number of B3, and the number and
// the location of B5; B6 is sent in spite of a problem.
func corrected(t *testing.T) *desk {
	t.Helper()
	d := deskOf(t, []string{"+19136748201", "913 674", "+19136748203", "816 555 01", "+1 913 174 8111"}, func(d *desk) {
		d.table.Columns[number.FieldLocation] = 3
		d.table.Records[3].SetText(number.FieldLocation, "")
	})
	type1 := func(cell, column, text string) {
		c := d.edit(cell, column)
		if !d.m.Commit(c, text) {
			t.Fatalf("%s of %s stays", column, cell)
		}
	}
	type1("B3", ColumnFile, "913 674 8202")
	type1("B5", ColumnFile, "816 555 0109")
	type1("B5", ColumnLocation, "kc")
	d.m.Act(d.at("B6"), ActionOverride)
	return d
}

// table is what is shown of what the user corrected.
func tableOfMine(m *Model) []string {
	var all []string
	for i := range m.Len() {
		var cells []string
		for _, c := range m.Columns() {
			cells = append(cells, m.Value(i, c.ID).Text)
		}
		all = append(all, strings.Join(cells, "|"))
	}
	return all
}

func TestWhatTheUserCorrectedStandsOldAndNewSideBySide(t *testing.T) {
	t.Parallel()
	d := corrected(t)
	d.m.Choose(judged.ChipByUser)
	want := []string{
		"By you|B3|Number|913 674|913 674 8202|+19136748202|Kansas City|1 of 1",
		"By you|B5|Number|816 555 01|816 555 0109|+18165550109|Kansas City|1 of 1",
		"By you|D5|Location|Empty|Kansas City|+18165550109|Kansas City|1 of 1",
		"By you|B6|Number|+1 913 174 8111|Sent anyway|+19131748111|Kansas City|1 of 1",
	}
	if got := tableOfMine(d.m); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %q", got)
	}
	if d.m.Count(judged.ChipByUser) != 3 {
		t.Errorf("the chip counts %d rows", d.m.Count(judged.ChipByUser))
	}
	if v := d.m.Value(0, ColumnFile); !v.Struck || d.m.Value(2, ColumnFile).Struck {
		t.Errorf("what counts no longer is not struck: %+v", v)
	}
	d.m.MoveTo(2)
	c, _, ok := d.m.Edit(2, d.m.EditColumn(2))
	if !ok || c.Field != number.FieldLocation {
		t.Errorf("line 2 edits %+v", c)
	}
	if got := labels(d.m.Lines(2, true)); got != "Put back, Edit D5, Skip this row" {
		t.Errorf("it offers %q", got)
	}
	d.m.Act(2, ActionRevert)
	if dec := d.decisions[3]; dec.Location != nil || dec.Text == nil {
		t.Errorf("one cell of two is put back: %+v", dec)
	}
	if d.m.Cursor() != 1 {
		t.Errorf("the cursor is at %d", d.m.Cursor())
	}
}

func TestTheRowUnderTheCursorNamesOldAndNew(t *testing.T) {
	t.Parallel()
	d := corrected(t)
	lines := d.m.Lines(d.at("B5"), true)
	if lines[0].Text != `You changed B5 from "816 555 01" to "816 555 0109".` || lines[1].Text != `You filled in D5, which is empty in the file: "Kansas City".` {
		t.Errorf("%+v", lines)
	}
	if lines := d.m.Lines(d.at("B3"), false); len(lines) != 0 {
		t.Errorf("elsewhere it says %+v", lines)
	}
}

func TestAllCorrectionsArePutBackInOneStep(t *testing.T) {
	t.Parallel()
	d := corrected(t)
	d.m.Act(d.at("B4"), ActionSkip)
	d.m.PutBack()
	switch {
	case d.last() != "put back 3 corrected rows":
		t.Errorf("d.last() is %v, not \"put back 3 corrected rows\"", d.last())
	case d.m.Count(judged.ChipByUser) != 0:
		t.Errorf("d.m.Count(ChipByUser) is %v, not 0", d.m.Count(judged.ChipByUser))
	case d.m.Count(judged.ChipLeftOut) != 1:
		t.Errorf("d.m.Count(ChipLeftOut) is %v, not 1", d.m.Count(judged.ChipLeftOut))
	case d.m.Count(judged.ChipProblems) != 3:
		t.Errorf("d.m.Count(ChipProblems) is %v, not 3", d.m.Count(judged.ChipProblems))
	}
	steps := len(d.steps)
	if d.m.PutBack(); len(d.steps) != steps {
		t.Error("nothing is put back in a step")
	}
}
