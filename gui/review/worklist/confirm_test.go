package worklist

import (
	"strings"
	"testing"

	"numberloader/gui/review/judged"
	"numberloader/internal/number"
)

// asking are rows of which two ask for a look: numbers that the spreadsheet holds as
// numbers, one of them without its country code.
func asking(d *desk) {
	for i := range 2 {
		d.table.Records[i].SetNumber(number.Cell{Type: number.CellNumber, Value: d.table.Records[i].Number().Value})
	}
}

func TestARowToCheckIsRightWhenTheUserSaysSo(t *testing.T) {
	t.Parallel()
	d := deskOf(t, []string{"19136748201", "9136748202", "+19136748203"}, asking)
	want := "B2 Check, B3 Check, B4 Ready"
	if got := strings.Join(d.statuses(), ", "); got != want {
		t.Fatalf("got %s, want %s", got, want)
	}
	if !d.m.Act(d.at("B2"), ActionConfirm) || d.last() != "B2 is right" {
		t.Errorf("%q", d.last())
	}
	if got := strings.Join(d.statuses(), ", "); got != "B2 Changed, B3 Check, B4 Ready" {
		t.Errorf("got %s", got)
	}
	fix := d.fixOf(FixConfirm)
	switch p := d.m.Preview(fix, ""); {
	case fix.Count != 1:
		t.Errorf("fix.Count is %v, not 1", fix.Count)
	case p.Button != "1 row is right":
		t.Errorf("p.Button is %v, not \"1 row is right\"", p.Button)
	case len(p.Examples) != 1:
		t.Errorf("len(p.Examples) is %v, not 1", len(p.Examples))
	case p.Examples[0].New != "+19136748202":
		t.Errorf("p.Examples[0].New is %v, not \"+19136748202\"", p.Examples[0].New)
	}
	switch {
	case !d.m.Apply(fix, ""):
		t.Error("d.m.Apply(fix, \"\") is false")
	case d.m.Count(judged.ChipCheck) != 0:
		t.Errorf("d.m.Count(ChipCheck) is %v, not 0", d.m.Count(judged.ChipCheck))
	case d.m.Count(judged.ChipChanged) != 2:
		t.Errorf("d.m.Count(ChipChanged) is %v, not 2", d.m.Count(judged.ChipChanged))
	case d.last() != "1 row is right":
		t.Errorf("d.last() is %v, not \"1 row is right\"", d.last())
	}
	d.at("B2")
	cell, _, _ := d.m.Edit(0, ColumnFile)
	d.m.Commit(cell, "9136748209")
	if d.decisions[0].Confirmed != nil {
		t.Error("another number is taken for right, too")
	}
}

func TestAllNumbersOfACellAreRightTogether(t *testing.T) {
	t.Parallel()
	d := deskOf(t, []string{"913 674 8201, 913 674 8202"})
	if d.m.Count(judged.ChipCheck) != 2 {
		t.Fatal(d.statuses())
	}
	if d.m.Act(0, ActionConfirm); d.m.Count(judged.ChipCheck) != 1 {
		t.Errorf("the other number is taken for right: %v", d.statuses())
	}
	if d.m.Apply(d.fixOf(FixConfirm), ""); d.m.Count(judged.ChipCheck) != 0 || len(d.decisions[0].Confirmed) != 2 {
		t.Errorf("%v, %+v", d.statuses(), d.decisions[0].Confirmed)
	}
}
