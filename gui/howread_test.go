package gui

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"numberloader/gui/frame"
	"numberloader/gui/widgets"
	"numberloader/internal/number"
)

// readsAs makes the program read the carrier's file with the first rows and with
// columns as they are named.
func readsAs(p *Program) {
	p.Read = func(_ context.Context, path string, layout number.Layout, _ func(number.Progress)) (*number.Table, error) {
		table := carrierFile(path)
		table.Top = []number.Line{{Number: 1, Texts: table.Headings}}
		for i := range table.Records {
			table.Top = append(table.Top, number.Line{Number: i + 2, Texts: table.Records[i].Source.All()})
		}
		for field, name := range layout.Columns {
			if column, ok := number.ColumnIndex(name); ok {
				table.Columns[field] = column
			} else {
				delete(table.Columns, field)
			}
		}
		if _, ok := table.Columns[number.FieldNumber]; !ok {
			table.Ask = &number.Ask{}
		}
		return table, nil
	}
}

// typeKeys types keys where the keyboard is.
func (d *desk) typeKeys(names ...fyne.KeyName) {
	d.t.Helper()
	for _, name := range names {
		canvas := d.window.window.Canvas()
		if name == fyne.KeyTab {
			canvas.FocusNext()
			continue
		}
		focused := canvas.Focused()
		if focused == nil {
			d.t.Fatal("nothing has the keyboard")
		}
		focused.TypedKey(&fyne.KeyEvent{Name: name})
		d.settle()
	}
}

// tabTo moves the keyboard to the field that shows a text.
func (d *desk) tabTo(text string) *widgets.Select {
	d.t.Helper()
	canvas := d.window.window.Canvas()
	for range 30 {
		if s, ok := canvas.Focused().(*widgets.Select); ok && s.Text() == text {
			return s
		}
		canvas.FocusNext()
	}
	d.t.Fatalf("the keyboard does not come to %q", text)
	return nil
}

// TestHowAFileIsReadIsChosenByKeyboard uses another column for the type, and then
// takes it.
func TestHowAFileIsReadIsChosenByKeyboard(t *testing.T) {
	d := sit(t, []string{"/home/dana/carrier-dids.xlsx"}, readsAs)
	d.press("File", "Change how the file is read…")
	d.sees("How is this file read?", "Sheets", "Headers", "Row 1", "Numbers without a country", "Old is hidden in the file", "Read 4 rows")
	d.picture("how-read")
	field := d.tabTo("Not used")
	d.typeKeys(fyne.KeyReturn, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if field.Text() != "Type" || d.window.window.Canvas().Focused() != field {
		t.Errorf("the field says %q, the keyboard is at %T", field.Text(), d.window.window.Canvas().Focused())
	}
	if _, typed := d.window.flow.File.Table().Columns[number.FieldType]; typed {
		t.Error("the file is read so before somebody said so")
	}
	d.press("Go", "Continue")
	if column := d.window.flow.File.Table().Columns[number.FieldType]; column != 2 || d.window.At() != frame.Review {
		t.Errorf("the type is in column %d, screen %d", column, d.window.At())
	}
}

func TestCancelLeavesAFileAsItWasRead(t *testing.T) {
	d := sit(t, []string{"/home/dana/carrier-dids.xlsx"}, readsAs)
	table := d.window.flow.File.Table()
	d.press("File", "Change how the file is read…")
	d.tabTo("Number")
	d.typeKeys(fyne.KeyReturn, fyne.KeyUp, fyne.KeyReturn)
	d.sees("No column is used as Number", "Read it")
	d.press("Go", "Back")
	if d.window.flow.File.Table() != table || d.window.At() != frame.Review || d.window.howRead.trial != nil {
		t.Errorf("the file is another one, or screen %d is shown", d.window.At())
	}
	d.press("File", "Change how the file is read…")
	d.tabTo("Number")
	d.press("Go", "Open")
	if d.window.howRead.trial != nil || d.window.flow.File.Table() != table {
		t.Error("going elsewhere keeps what was tried")
	}
}

// TestADoubtIsSettledOnThePage goes from a question to the page.
func TestADoubtIsSettledOnThePage(t *testing.T) {
	d := sit(t, []string{"/home/dana/carrier-dids.xlsx"}, readsAs, func(p *Program) {
		usual := p.Read
		p.Read = func(ctx context.Context, path string, layout number.Layout, progress func(number.Progress)) (*number.Table, error) {
			if layout.Columns == nil {
				layout.Columns = map[number.Field]string{number.FieldNumber: ""}
			}
			return usual(ctx, path, layout, progress)
		}
	})
	d.sees("Which columns hold the numbers to add?")
	d.follow("Change")
	d.sees("How is this file read?", "No column is used as Number")
	d.tabTo("Location")
	d.typeKeys(fyne.KeyTab, fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn)
	d.press("Go", "Continue")
	d.sees("Continue with 3 rows")
}
