package gui

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/frame"
	"numberloader/gui/widgets"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
)

// twoSheets is a program whose files have two sheets with numbers, the second
// with a hidden row. What is chosen is remembered.
func twoSheets(p *Program) {
	var mutex sync.Mutex
	memory := map[string]Answers{}
	p.Recall = func(key string) (Answers, bool) {
		mutex.Lock()
		defer mutex.Unlock()
		answers, ok := memory[key]
		return answers, ok
	}
	p.Remember = func(key string, answers Answers) {
		mutex.Lock()
		defer mutex.Unlock()
		memory[key] = answers
	}
	p.Read = func(_ context.Context, path string, layout number.Layout, _ func(number.Progress)) (*number.Table, error) {
		table := carrierFile(path)
		table.Sheets = []number.Sheet{{Name: "DIDs"}, {Name: "Mobiles"}}
		switch {
		case layout.Sheet == nil:
			table.Rivals = []string{"Mobiles"}
		case *layout.Sheet == "Mobiles":
			table.Sheet = "Mobiles"
			table.Records[1].Hidden = true
			table.Notes = []number.Note{{Kind: number.NoteHiddenRows, Text: "1 row is hidden in the file."}}
		}
		return table, nil
	}
}

// answer chooses the answer of a question that says a text.
func (d *desk) answer(text string) {
	d.t.Helper()
	for _, o := range test.LaidOutObjects(d.window.open.Content()) {
		mark, ok := o.(*widgets.Mark)
		if !ok {
			continue
		}
		said := false
		walk(mark, func(seen string) { said = said || seen == text })
		if said {
			test.Tap(mark)
			d.settle()
			return
		}
	}
	d.t.Fatalf("there is no answer %q", text)
}

// answerAt chooses an answer of a question by its position.
func (d *desk) answerAt(i int) {
	d.t.Helper()
	var marks []*widgets.Mark
	for _, o := range test.LaidOutObjects(d.window.open.Content()) {
		if mark, ok := o.(*widgets.Mark); ok {
			marks = append(marks, mark)
		}
	}
	test.Tap(marks[i])
	d.settle()
}

// waiting is an app whose window can't be made before something else has begun.
type waiting struct {
	fyne.App

	t     *testing.T
	begun <-chan struct{}
}

func (a waiting) NewWindow(title string) fyne.Window {
	select {
	case <-a.begun:
	case <-time.After(10 * time.Second):
		a.t.Error("the file is not read before the window is there")
	}
	return a.App.NewWindow(title)
}

func TestTheFirstFileIsReadBesideTheWindowThatIsMade(t *testing.T) {
	d := sit(t, nil)
	begun, reads := make(chan struct{}), 0
	read := d.program.Read
	d.program.Read = func(ctx context.Context, path string, layout number.Layout, progress func(number.Progress)) (*number.Table, error) {
		if reads++; reads == 1 {
			close(begun)
		}
		return read(ctx, path, layout, progress)
	}
	d.window = New(waiting{d.app, t, begun}, d.program, []string{"/home/dana/carrier-dids.xlsx", "/home/dana/other.csv"})
	d.settle()
	d.sees("One file at a time")
	if name := d.window.flow.File.Name(); name != "carrier-dids.xlsx" || reads != 1 {
		t.Errorf("%q is open, read %d times", name, reads)
	}
}

func TestQuestionsAboutAFileAreAnsweredAndRemembered(t *testing.T) {
	d := sit(t, []string{"/home/dana/carrier-dids.xlsx"}, twoSheets)
	d.sees("Which sheets hold the numbers to add?", "Choose a sheet", "Back")
	d.picture("ask-sheet")
	d.answer("Mobiles")
	d.click("Use sheet Mobiles")
	d.sees("1 row is hidden in the file. Add it, too?")
	d.picture("ask-hidden")
	d.click("Back")
	d.sees("Which sheets hold the numbers to add?")
	d.answer("Mobiles")
	d.click("Use sheet Mobiles")
	d.click("Leave it out")
	d.sees("Only sheet Mobiles was read, as you chose. 1 more remark.", "Continue with 2 rows")
	d.press("Edit", "Decide what waits")
	d.sees("1 row is hidden in the file.")
	d.click("Include hidden rows")
	d.sees("1 row that is hidden in the file is included.", "Continue with 3 rows", "Leave hidden rows out")
	d.window.flow.File.Close()
	d.window.files.OpenFile("/home/dana/next.xlsx")
	d.settle()
	told := "Chosen as for earlier files with these headers: sheet Mobiles, hidden rows included. 1 more remark."
	d.sees(told, "Continue with 3 rows")
	d.picture("remembered")
	d.follow("Change")
	d.sees("How is this file read?", "Include 1 hidden row")
	d.click("Cancel")
	d.press("Edit", "Decide what waits")
	d.click("Leave hidden rows out")
	d.sees("Chosen as for earlier files with these headers: sheet Mobiles.", "Continue with 2 rows")
}

func TestTheFirstQuestionLeadsBackToTheStart(t *testing.T) {
	d := sit(t, []string{"/home/dana/carrier-dids.xlsx"}, twoSheets)
	d.click("Back")
	d.sees("Drop a spreadsheet here")
}

func TestNoRowsAreShownWhileTheCountryIsOpen(t *testing.T) {
	d := sit(t, []string{"/home/dana/berlin.csv"}, func(p *Program) {
		p.Read = func(_ context.Context, path string, _ number.Layout, _ func(number.Progress)) (*number.Table, error) {
			table := &number.Table{Path: path, HeaderRow: 1, Headings: []string{"Rufnummer"}, Columns: map[number.Field]int{number.FieldNumber: 0}}
			for i, text := range []string{"030 23125001", "030 23125002"} {
				table.Records = append(table.Records, numbertest.Record(number.Record{Line: i + 2, Source: number.SourceOf(text)}, number.Cell{Type: number.CellText, Value: text}))
			}
			return table, nil
		}
	})
	d.sees("Which country are these 2 numbers from?", "Choose a country, or decide later")
	d.picture("ask-country")
	d.window.GoTo(frame.Review)
	d.sees("Which country are these 2 numbers from?")
	d.answer("Germany")
	if b, _ := d.window.open.Primary(); !strings.HasPrefix(b.Label, "Use ") || b.Reason != "" {
		t.Errorf("the button is %+v", b)
	}
}

func TestTheFirstRowsOfALargeFileAreShown(t *testing.T) {
	d := sit(t, nil, func(p *Program) {
		usual := p.Read
		p.Read = func(ctx context.Context, path string, layout number.Layout, progress func(number.Progress)) (*number.Table, error) {
			first, err := usual(ctx, path, layout, progress)
			progress(number.Progress{Rows: 61440, Share: 0.36, First: first})
			<-ctx.Done()
			return nil, err
		}
	})
	d.window.files.OpenFile("/home/dana/large.csv")
	for !d.window.reading() {
		(<-d.home)()
	}
	d.sees("Reading large.csv", "61,440 rows so far, 36% of the file. Nothing is sent.", "Phone number", "+19135550104")
	d.picture("first-rows")
	d.window.flow.File.CancelReading()
	d.settle()
}
