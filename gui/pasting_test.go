package gui

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"numberloader/gui/file"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
)

// pastes is a program that keeps pasted lists in memory, and reads them from there. The
// first column holds the numbers.
func pastes(list *clipping) func(*Program) {
	return func(p *Program) {
		p.Paste = func() file.Kept { return list }
		p.Read = func(_ context.Context, path string, layout number.Layout, _ func(number.Progress)) (*number.Table, error) {
			table := &number.Table{Path: path, Sheet: "Numbers", Columns: map[number.Field]int{number.FieldNumber: 0, number.FieldLocation: 1}}
			if _, chosen := layout.Columns[number.FieldLocation]; chosen {
				delete(table.Columns, number.FieldLocation)
			}
			for i, row := range list.rows {
				table.Top = append(table.Top, number.Line{Number: i + 1, Texts: row})
				record := numbertest.Record(number.Record{Line: i + 1, Source: number.SourceOf(row...)}, number.Cell{Type: number.CellText, Value: row[0]})
				if _, ok := table.Columns[number.FieldLocation]; ok && len(row) > 1 {
					record.SetText(number.FieldLocation, row[1])
				}
				table.Records = append(table.Records, record)
			}
			return table, nil
		}
	}
}

const pastedText = "(816) 555-0120\tKansas City\n+18165550121; Kansas City\n\n"

func TestAListIsPastedAndGoesOnAsAFile(t *testing.T) {
	list := &clipping{}
	d := sit(t, nil, pastes(list))
	d.click("Paste a list")
	d.sees("Paste a list of numbers", "Paste or type at least one number", "Your list", "Cancel")
	d.picture("paste-empty")
	entry := d.window.window.Canvas().Focused()
	if entry == nil {
		t.Fatal("the keyboard is nowhere")
	}
	for _, r := range "(816) 555-0120; Kansas City" {
		entry.TypedRune(r)
	}
	d.waitForList(1)
	d.sees("1 number was pasted", "Use this row", "1 row, 2 columns", "How it is read", "Kansas City")
	d.click("Use this row")
	d.sees("pasted.xlsx", "Continue with 1 row")
}

// waitForList waits until that many rows of the pasted list were read and looked at.
func (d *desk) waitForList(rows int) {
	d.t.Helper()
	for {
		if _, known := d.window.pasting.list.Look(); known && len(d.window.pasting.list.Table().Records) == rows {
			d.settle()
			return
		}
		(<-d.home)()
	}
}

func TestPastingOnTheFirstScreenTakesTheClipboard(t *testing.T) {
	list := &clipping{}
	d := sit(t, nil, pastes(list))
	d.app.Clipboard().SetContent(pastedText)
	d.window.pasting.pasted(&fyne.ShortcutPaste{})
	d.waitForList(2)
	d.sees("2 numbers were pasted", "Use these 2 rows", "2 rows, 2 columns", "(816) 555-0120")
	d.picture("paste")
	d.click("Cancel")
	d.sees("Drop a spreadsheet here")
	if list.rows != nil {
		t.Errorf("%q is kept", list.rows)
	}
}

func TestAColumnOfAPastedListIsUsedForSomethingElse(t *testing.T) {
	list := &clipping{}
	d := sit(t, nil, pastes(list))
	d.window.pasting.openWith(pastedText)
	d.waitForList(2)
	d.window.pasting.list.Read(number.Layout{Columns: map[number.Field]string{number.FieldLocation: ""}})
	d.settle()
	d.click("Use these 2 rows")
	if _, ok := d.window.flow.File.Table().Columns[number.FieldLocation]; ok {
		t.Error("the column is the location's all the same")
	}
}

func TestEscapeLeavesThePastedList(t *testing.T) {
	d := sit(t, nil)
	d.window.pasting.open()
	d.window.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	d.settle()
	d.sees("Drop a spreadsheet here")
}
