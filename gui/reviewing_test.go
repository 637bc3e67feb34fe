package gui

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"numberloader/gui/frame"
	"numberloader/internal/drafts"
	"numberloader/internal/number"
	rules "numberloader/internal/review"
)

// skipFirst leaves the first row of the open file out.
func (d *desk) skipFirst() {
	d.window.flow.Decisions.Do(rules.Step{Name: "skip 1 row", Changes: []rules.Change{{Record: 0, Decision: rules.Decision{LeftOut: true}}}})
	d.settle()
}

// keeping keeps decisions in a folder.
func keeping(store *drafts.Store) func(*Program) {
	return func(p *Program) { p.Drafts = store }
}

func TestTheMenuSaysWhatWouldBeUndone(t *testing.T) {
	d := sit(t, []string{"/home/dana/carrier-dids.xlsx"})
	item := func(i int) string {
		return strings.TrimRight(strings.Split(d.window.menu.main.Items[1].Items[i].Label, "Ctrl")[0], " \u200a")
	}
	label := func() string { return item(0) }
	if label() != "Undo" {
		t.Errorf("at first it says %q", label())
	}
	d.skipFirst()
	if label() != "Undo: skip 1 row" {
		t.Errorf("it says %q", label())
	}
	d.press("Edit", "Undo")
	if got := item(1); got != "Redo: skip 1 row" || label() != "Undo" {
		t.Errorf("it says %q and %q", label(), got)
	}
}

func TestEarlierChangesAreOfferedWhenAFileIsOpenedAgain(t *testing.T) {
	for name, c := range map[string]struct {
		key   fyne.KeyName // that chooses, or none
		press string
		rows  string
	}{
		"go on":        {"", "Go on with them", "Continue with 2 rows"},
		"start afresh": {fyne.KeySpace, "Start afresh", "Continue with 3 rows"},
	} {
		t.Run(name, func(t *testing.T) {
			store := drafts.NewStore(t.TempDir(), time.Now)
			path := filepath.Join(t.TempDir(), "carrier-dids.xlsx")
			d := sit(t, []string{path}, keeping(store))
			d.skipFirst()
			d = sit(t, []string{path}, keeping(store))
			d.sees("Go on where you left off?", "Go on with them", "Start afresh", "Your file stays as it is")
			d.picture("offer")
			if c.key != "" {
				d.window.window.Canvas().Focus(d.window.reviewing.offer.cards[1])
				d.window.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: c.key})
			}
			if got := d.window.bottom.Primary.Button.Text; got != c.press {
				t.Errorf("the button says %q", got)
			}
			d.window.bottom.Primary.Press()
			d.settle()
			d.sees(c.rows, "In the file")
			if d.window.reviewing.offering() {
				t.Error("the question is asked again")
			}
			d = sit(t, []string{path}, keeping(store))
			if again := d.window.reviewing.offering(); again != (c.key == "") {
				t.Errorf("the next time it is asked: %v", again)
			}
		})
	}
}

func TestAnotherFileShowsAllItsRows(t *testing.T) {
	d := sit(t, []string{"/home/dana/carrier-dids.xlsx"})
	shown := func() int { return d.window.reviewing.screen.Get().Shown() }
	all := shown()
	d.window.reviewing.screen.Get().ChooseBehind()
	if shown() == all {
		t.Fatal("the chip shows all rows")
	}
	d.window.files.OpenFile("/home/dana/another.xlsx")
	d.settle()
	if shown() != all {
		t.Errorf("the other file shows %d rows of %d", shown(), all)
	}
}

func TestProblemRowsAreExported(t *testing.T) {
	var saved []string
	d := sit(t, []string{"/home/dana/carrier-dids.xlsx"}, func(p *Program) {
		p.PickSave = chosen("/tmp/problems.xlsx")
		p.SaveProblems = func(path string, table *number.Table, rows []*number.Row, replace bool) error {
			saved = append(saved, fmt.Sprint(path, " ", len(rows), " ", rows[0].Cell(), " ", replace, " ", table.Sheet))
			return nil
		}
	})
	d.press("File", "Export the problem rows…")
	d.sees("The rows were saved", "Open it now")
	if want := "[/tmp/problems.xlsx 4 B2 true DIDs]"; fmt.Sprint(saved) != want {
		t.Errorf("saved %v, want %s", saved, want)
	}
}

func TestProblemRowsThatCannotBeSavedAreToldAbout(t *testing.T) {
	d := sit(t, []string{"/home/dana/carrier-dids.xlsx"}, func(p *Program) {
		p.PickSave = chosen("/tmp/problems.xlsx")
		p.SaveProblems = func(string, *number.Table, []*number.Row, bool) error { return errors.New("disk full") }
	})
	d.window.reviewing.exportProblems()
	d.settle()
	if d.window.window.Canvas().Overlays().Top() == nil {
		t.Error("nothing is said")
	}
}

func TestKeysReachTheRowsWhileNothingHasTheKeyboard(t *testing.T) {
	d := sit(t, []string{"/home/dana/carrier-dids.xlsx"})
	typed := d.window.window.Canvas().OnTypedKey()
	typed(&fyne.KeyEvent{Name: fyne.KeyF8})
	d.settle()
	if d.window.window.Canvas().Focused() == nil {
		t.Error("F8 does nothing")
	}
	d.press("Edit", "Previous problem")
	d.sees("This is the only problem.")
	d.window.GoTo(frame.Open)
	d.window.window.Canvas().Unfocus()
	typed(&fyne.KeyEvent{Name: fyne.KeyDown})
	if d.window.window.Canvas().Focused() != nil {
		t.Error("the rows take keys while they are not shown")
	}
}

func TestWidthsOfColumnsAreKeptInThePreferences(t *testing.T) {
	d := sit(t, nil)
	kept := columnWidths{d.app.Preferences()}
	kept.KeepWidths("review", map[string]float32{"file": 212.5, "send": 90})
	d.app.Preferences().SetStringList(prefWidths+"other", []string{"file", "send=wide"})
	if got := fmt.Sprint(kept.Widths("review"), kept.Widths("other"), kept.Widths("none")); got != "map[file:212.5 send:90] map[] map[]" {
		t.Errorf("kept %s", got)
	}
}

func TestRowsSayThatNobodyIsConnected(t *testing.T) {
	d := sit(t, []string{"/home/dana/carrier-dids.xlsx"}, func(p *Program) {
		p.Practice = failing
	})
	d.settle()
	if got := d.window.reviewing.reviewRemark(); got == "" {
		t.Error("nothing is said about what was not checked")
	}
}

// chosen is a file dialog in which somebody chooses a name.
func chosen(path string) func(context.Context, string) (string, error) {
	return func(context.Context, string) (string, error) { return path, nil }
}

func failing(context.Context) (Organization, error) { return nil, errors.New("no organization") }

// mobileFile is a list whose header says mobile, with a type in its first row alone.
func mobileFile(_ context.Context, path string, _ number.Layout, _ func(number.Progress)) (*number.Table, error) {
	table := carrierFile(path)
	table.Headings[1], table.MobileHeader = "Mobil", true
	table.Columns[number.FieldType] = 2
	table.Records[0].SetText(number.FieldType, "DID")
	return table, nil
}

func TestNumbersUnderAHeaderThatSaysMobileAreSentSoInOneStep(t *testing.T) {
	d := sit(t, []string{"/home/dana/mobiles.xlsx"}, func(p *Program) { p.Read = mobileFile })
	const waits = "3 numbers stand under a heading that says mobile"
	d.sees("1 thing to decide:", waits)
	d.press("Edit", "Decide what waits")
	d.sees(`No type stands beside the column "Mobil", so its numbers go as DID.`, "Send as mobile", "Leave as they are")
	kinds := func() (kinds [4]number.Kind) {
		for _, r := range d.window.flow.Judging.Plan().Rows {
			kinds[r.Record] = r.Kind
		}
		return kinds
	}
	before := kinds()
	d.click("Send as mobile")
	d.hides(waits)
	if want := [4]number.Kind{number.KindDID, number.KindMobile, number.KindMobile, number.KindMobile}; kinds() != want {
		t.Errorf("they go as %v", kinds())
	}
	if got := d.window.flow.Decisions.UndoName(); got != "send 3 rows as mobile" {
		t.Errorf("undo takes back: %q", got)
	}
	d.press("Edit", "Undo")
	d.sees(waits)
	if kinds() != before {
		t.Errorf("after undo they go as %v", kinds())
	}
	d.window.reviewing.decide()
	d.click("Leave as they are")
	d.hides(waits)
	if kinds() != before {
		t.Errorf("left as they are, they go as %v", kinds())
	}
}
