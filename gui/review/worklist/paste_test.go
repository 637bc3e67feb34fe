package worklist

import (
	"testing"

	"numberloader/internal/number"
)

func TestAPasteIsOneStepOrNone(t *testing.T) {
	t.Parallel()
	d := deskOf(t, []string{"+19136748201", "+19136748202", "+19136748203, +19136748204", "+19136748205"}, func(d *desk) {
		d.table.Records[3].SetText(number.FieldType, "Mobile")
	})
	for _, c := range []struct {
		cell, column, text, why string
		step                    string // "" if nothing is changed
	}{
		{"B2", ColumnFile, "+19136748211\n+19136748212", "", "paste into 2 cells"},
		{"B2", ColumnFile, "+19136748211", "", ""}, // it says so already
		{"B2", ColumnLocation, "berlin, germany", "", "paste into 1 cell"},
		{"B2", ColumnStatus, "x", "This column can't be edited. Click a cell of a column that can, and paste again.", ""},
		{"B3", ColumnFile, "1\n2\n3", "B4 holds several numbers, so it can't take several lines. Nothing was pasted.", ""},
		{"B5", ColumnState, "Inactive", "B5: Webex activates mobile numbers itself, so they have no state here. Nothing was pasted.", ""},
		{"B5", ColumnFile, "1\n2", "The clipboard holds 2 lines, and only 1 row is left from here on. Nothing was pasted.", ""},
		{"B5", ColumnFile, " \n", "The clipboard holds no text.", ""},
	} {
		d.at(c.cell)
		steps := len(d.steps)
		why := d.m.Paste(c.text, c.column)
		if why != c.why || (c.step == "") != (len(d.steps) == steps) || c.step != "" && d.last() != c.step {
			t.Errorf("%q into %s of %s: %q, step %q", c.text, c.column, c.cell, why, d.last())
		}
	}
	if d.decisions[0].Location == nil || *d.decisions[0].Location != "ber" {
		t.Error("a location is not found by its name")
	}
	d.m.SelectAll()
	if why := d.m.Paste("Inactive", ColumnState); why == "" {
		t.Error("mobile numbers take a state")
	}
	d.m.MoveTo(0)
	d.m.ExtendTo(1)
	if why := d.m.Paste("Inactive", ColumnState); why != "" || d.m.Row(1).State != number.StateInactive {
		t.Errorf("one value into rows that are selected: %q", why)
	}
	d.m.MoveTo(-1)
	if why := d.m.Paste("x", ColumnFile); why != "Choose a row first, then paste." {
		t.Errorf("%q", why)
	}
}
