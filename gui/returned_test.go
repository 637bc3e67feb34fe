package gui

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"numberloader/gui/frame"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/phrase"
)

// sentBack is the workbook of the problem rows of a list, as the carrier corrected it:
// by cell, what stands in it now.
func sentBack(list string, cells ...[2]string) *number.Table {
	table := &number.Table{
		Path: "/home/dana/carrier - problems.xlsx", Sheet: "Problems", HeaderRow: 1,
		Headings: []string{"Site", "Phone number", "Kind", phrase.CellIn(list), "Reason", "Suggestion"},
		Columns:  map[number.Field]int{number.FieldNumber: 1, number.FieldLocation: 0},
		Sheets:   []number.Sheet{{Name: "Problems"}},
	}
	for i, cell := range cells {
		table.Records = append(table.Records, numbertest.Record(number.Record{
			Line: i + 2, Stated: &number.Stated{number.FieldLocation: "Kansas City"},
			Source: number.SourceOf("Kansas City", cell[1], "DID", cell[0], "It is too short.", ""),
		}, number.Cell{Type: number.CellText, Value: cell[1]}))
	}
	return table
}

// receive is a window with the list open, to which workbooks of problem rows come back.
func receive(t *testing.T, files []string, back *number.Table) *desk {
	t.Helper()
	return sit(t, files, func(p *Program) {
		p.Read = func(_ context.Context, path string, _ number.Layout, _ func(number.Progress)) (*number.Table, error) {
			if strings.Contains(path, "problems") {
				again := *back
				return &again, nil
			}
			return carrierFile(path), nil
		}
	})
}

// decided is the number that was decided for a record, "" if none was.
func (d *desk) decided(record int) string {
	if text := d.window.flow.Decisions.Decision(record).Text; text != nil {
		return *text
	}
	return ""
}

// tab gives the keyboard to what comes that many times later.
func (d *desk) tab(times int) {
	for range times {
		d.window.window.Canvas().FocusNext()
	}
}

func TestCorrectedRowsTakeThePlaceOfTheOldOnes(t *testing.T) {
	back := sentBack("carrier.xlsx", [2]string{"DIDs!B4", "+19135550103"}, [2]string{"DIDs!B2", ""}, [2]string{"DIDs!B9", "+19135550109"})
	d := receive(t, []string{"/home/dana/carrier.xlsx"}, back)
	open := d.window.flow.File.Table()
	come := func() {
		d.window.files.OpenFirst([]string{back.Path})
		d.settle()
		d.sees("Take over 1 corrected row of carrier.xlsx?", "DIDs!B4: 913 555 01 becomes +19135550103")
	}
	come()
	d.picture("returned")
	d.keys(fyne.KeyEscape)
	if d.decided(2) != "" || d.window.flow.File.Table() != open {
		t.Fatal("Escape took something over")
	}
	come()
	d.tab(2)
	d.keys(fyne.KeySpace)
	if d.decided(2) != "+19135550103" || d.decided(0) != "" || d.window.flow.File.Table() != open || d.window.At() != frame.Review {
		t.Fatalf("decided %q and %q on screen %d", d.decided(2), d.decided(0), d.window.At())
	}
	if name := d.window.flow.Decisions.UndoName(); name != "take over 1 corrected row" {
		t.Errorf("Undo would %s", name)
	}
	d.window.flow.Decisions.Undo()
	d.settle()
	if d.decided(2) != "" {
		t.Error("Undo leaves the correction")
	}
	come()
	d.tab(1)
	d.keys(fyne.KeySpace)
	if got := d.window.flow.File.Name(); got != "carrier - problems.xlsx" {
		t.Errorf("%s is open", got)
	}
}

// older is a workbook as version 0.2 wrote it, which did not name the list.
func older(back *number.Table, headings ...string) *number.Table {
	copy(back.Headings, headings)
	back.Headings[3] = "Cell"
	return back
}

func TestCorrectedRowsOfAnOlderVersionAreKnownByTheHeadingsOfTheirList(t *testing.T) {
	corrected := [2]string{"DIDs!B4", "+19135550103"}
	carrier, unnamed := []string{"/home/dana/carrier.xlsx"}, "These are problem rows of a list, saved by an earlier version. To put them in the place of its rows, open that list first, and then this workbook."
	for name, c := range map[string]struct {
		files []string
		back  *number.Table
		note  string // "" where they are taken over
	}{
		"of the open list":  {carrier, older(sentBack("", corrected)), ""},
		"of another list":   {carrier, older(sentBack("", corrected), "Town"), unnamed},
		"of a shorter list": {carrier, &number.Table{Path: "/home/dana/carrier - problems.xlsx", Headings: []string{"Site", "Phone number", "Cell", "Reason", "Suggestion"}}, unnamed},
		"none is open":      {nil, older(sentBack("", corrected)), unnamed},
	} {
		t.Run(name, func(t *testing.T) {
			d := receive(t, c.files, c.back)
			d.window.files.OpenFirst([]string{"/home/dana/carrier - problems.xlsx"})
			d.settle()
			if c.note == "" {
				d.sees("Take over 1 corrected row of carrier.xlsx?", "DIDs!B4: 913 555 01 becomes +19135550103")
				return
			}
			if table := d.window.flow.File.Table(); len(table.Notes) != 1 || table.Notes[0].Text != c.note {
				t.Errorf("%s is open, with the notes %+v", d.window.flow.File.Name(), table.Notes)
			}
		})
	}
}

func TestCorrectedRowsOfAnotherListAreAList(t *testing.T) {
	for name, files := range map[string][]string{"none is open": nil, "another is open": {"/home/dana/other.xlsx"}} {
		t.Run(name, func(t *testing.T) {
			d := receive(t, files, sentBack("carrier.xlsx", [2]string{"DIDs!B4", "+19135550103"}))
			d.window.files.OpenFirst([]string{"/home/dana/carrier - problems.xlsx"})
			d.settle()
			table := d.window.flow.File.Table()
			if d.window.flow.File.Name() != "carrier - problems.xlsx" || len(table.Notes) != 1 ||
				table.Notes[0].Text != "These are problem rows of carrier.xlsx. To put them in the place of its rows, open carrier.xlsx first, and then this workbook." {
				t.Errorf("%s is open, with the notes %+v", d.window.flow.File.Name(), table.Notes)
			}
		})
	}
}

func TestWhatIsNotTakenOverIsTold(t *testing.T) {
	back := sentBack("carrier.xlsx", [2]string{"DIDs!B2", ""}, [2]string{"DIDs!B9", "+19135550109"},
		[2]string{"DIDs!B5", "+19135550105"}, [2]string{"DIDs!B5", "+19135550106"})
	d := receive(t, []string{"/home/dana/carrier.xlsx"}, back)
	d.window.files.OpenFirst([]string{back.Path})
	d.settle()
	seen := strings.Join(d.texts(), " ")
	for _, want := range []string{
		"Nothing to take over for carrier.xlsx", "DIDs!B5, of which several lines say different things",
		"DIDs!B2, whose number is gone", "DIDs!B9, where carrier.xlsx has no problem row", "DIDs!B4, which keeps its problem",
	} {
		if !strings.Contains(seen, want) {
			t.Errorf("nobody sees %q in %s", want, seen)
		}
	}
}
