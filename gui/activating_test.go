package gui

import (
	"context"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/frame"
	"numberloader/gui/widgets/grid"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/run"
)

// portedList is a list whose numbers take calls on different days.
func portedList(path string) *number.Table {
	table := &number.Table{
		Path: path, Sheet: "Numbers", HeaderRow: 1, Headings: []string{"Site", "Phone number", "Activate on"},
		Columns: map[number.Field]int{number.FieldNumber: 1, number.FieldLocation: 0, number.FieldActivateOn: 2},
		Sheets:  []number.Sheet{{Name: "Numbers"}},
	}
	for i, day := range []string{
		"2026-11-22", "2026-11-23", "2026-11-23", "2026-11-23", "2026-11-23", "2026-11-23", "2026-11-23", "2026-11-30", "2026-12-05", "05/06/2026", "", "2026-11-23",
	} {
		text := "+191355501" + string(rune('0'+i/10)) + string(rune('0'+i%10))
		table.Records = append(table.Records, numbertest.Record(number.Record{
			Line:   i + 2,
			Stated: &number.Stated{number.FieldLocation: "Kansas City"}, Source: number.SourceOf("Kansas City", text, day),
		}, number.Cell{Type: number.CellText, Value: text}))
	}
	return table
}

// porting is a window with such a list, in whose organization all numbers but the last
// are inactive.
func porting(t *testing.T) (*desk, *practiceOrganization) {
	t.Helper()
	org := &practiceOrganization{
		account: run.Account{Person: "Dana Reyes", Organization: run.Organization{ID: "acme", Name: "Acme Corp"}},
		submit:  addAll,
		there: func(rows []*number.Row) ([]number.Held, error) {
			there := make([]number.Held, len(rows))
			for i := range there {
				there[i] = number.Held{Number: rows[i].Number, State: number.StateInactive}
			}
			there[len(rows)-1].State = number.StateActive
			there[1].Owner = number.Owner{Name: "Reception", Type: "PLACE"}
			return there, nil
		},
		activate: func(_ context.Context, draft run.Draft, _ run.Work) (run.Run, error) {
			for i := range draft.Lines {
				if draft.Lines[i].Request > 0 {
					draft.Lines[i].Result = run.Result{Outcome: run.Activated}
				}
			}
			return run.Run{ID: "20261123-141205-7f3b", Draft: draft, State: run.Finished, Stage: run.StageActivate}, nil
		},
	}
	d := sit(t, []string{"/home/dana/carrier-list.xlsx"}, func(p *Program) {
		p.Read = func(_ context.Context, path string, _ number.Layout, _ func(number.Progress)) (*number.Table, error) {
			return portedList(path), nil
		}
		p.Practice = func(context.Context) (Organization, error) { return org, nil }
	})
	return d, org
}

const activateMenu = "Activate numbers of this list…"

func TestTheNumbersThatAreDueAreActivated(t *testing.T) {
	d, _ := porting(t)
	d.press("Organization", activateMenu)
	d.sees("Activate 7 numbers in Acme Corp", "Activate on (column C)", "Yesterday, November 22", "A day late", "Today, November 23",
		"Monday, November 30", "In 7 days", "Day is not clear", "No date", "See the other row")
	d.picture("activate")
	d.key(fyne.KeyDown)
	d.key(fyne.KeyDown)
	d.key(fyne.KeyRight)
	d.sees("+19135550101", "Reception, a workspace", "Show all 6")
	d.picture("activate-open")
	d.key(fyne.KeyUp)
	d.key(fyne.KeySpace)
	d.sees("Activate 6 numbers in Acme Corp")
	d.press("Go", "Continue")
	d.sees("Activate 6 numbers in Acme Corp?")
	d.click("Activate 6 numbers")
	d.sees("6 numbers were activated in Acme Corp")
	d.picture("activate-results")
	if d.window.At() != frame.Past || d.window.flow.Results.Has() {
		t.Errorf("it leads to %d", d.window.At())
	}
}

func TestTheActivatePageSaysWhatIsAskedAndWhyNot(t *testing.T) {
	d, org := porting(t)
	whole := org.there
	org.there = func([]*number.Row) ([]number.Held, error) {
		return nil, &fault.Error{Kind: fault.Unreachable, What: fault.Say("fates.list.active")}
	}
	d.window.runs.Activating.Open()
	d.sees("Activate numbers in Acme Corp")
	d.picture("activate-busy")
	d.settle()
	d.picture("activate-error")
	d.sees("Nothing was changed.", "Try again")
	org.there = func(rows []*number.Row) ([]number.Held, error) { return make([]number.Held, len(rows)), nil }
	d.window.flow.ReadWaiting()
	d.settle()
	d.sees("No number of this list is in Webex in its location and inactive.", "There is nothing to activate")
	d.picture("activate-empty")
	org.there = whole
	d.window.flow.ReadWaiting()
	d.key(fyne.KeySpace) // Stop has the keyboard
	d.settle()
	d.sees("Stopped", "Nothing was changed.", "Try again")
	d.click("Try again")
	d.sees("Activate 7 numbers in Acme Corp")
}

// What was decided while the page is shown is asked about again.
func TestTheActivatePageFollowsTheRows(t *testing.T) {
	d, _ := porting(t)
	d.skipFirst()
	d.press("Organization", activateMenu)
	d.sees("Activate 6 numbers in Acme Corp")
	d.press("Edit", "Undo")
	d.sees("Activate 7 numbers in Acme Corp")
}

// Where nothing was begun, the page stays as it was.
func TestAnActivationThatIsRefusedLeadsBackToItsPage(t *testing.T) {
	d, org := porting(t)
	org.activate = func(context.Context, run.Draft, run.Work) (run.Run, error) {
		return run.Run{}, &fault.Error{Kind: fault.Busy}
	}
	d.press("Organization", activateMenu)
	d.click2("Activate 7 numbers", "Activate 7 numbers")
	d.settle()
	if d.window.At() != frame.Activate || d.window.window.Canvas().Overlays().Top() == nil {
		t.Errorf("it leads to %d without a word", d.window.At())
	}
}

// In Results, the inactive numbers of a list with days are chosen by their days: not all
// of them are due.
func TestActivatingFromResultsGoesByTheDays(t *testing.T) {
	d, org := porting(t)
	org.submit = func(ctx context.Context, draft run.Draft) (run.Run, error) {
		for i := range draft.Requests {
			draft.Requests[i].Group.State = number.StateInactive
		}
		return addAll(ctx, draft)
	}
	d.window.GoTo(frame.Add)
	d.settle()
	d.add()
	d.settle()
	d.click("Activate 12 inactive")
	d.sees("Activate 7 numbers in Acme Corp")
	d.click("Back")
	if d.window.At() != frame.Results {
		t.Errorf("back leads to %d", d.window.At())
	}
}

func TestEachScreenHasATopic(t *testing.T) {
	t.Parallel()
	for s := frame.Open; s <= frame.Activate; s++ {
		if s.Topic() == "" && s != frame.Help || s.Title() == "" {
			t.Errorf("screen %d has the title %q and the topic %q", s, s.Title(), s.Topic())
		}
	}
}

func TestSelectedRowsOfAnEarlierRunAreActivated(t *testing.T) {
	earlier := pastRun(practice().Organization, run.Finished, run.StageAdd, run.Added, run.Added, run.Added, run.Refused)
	var sent []string
	d := sit(t, nil, func(p *Program) {
		p.History = oneRun{earlier}
		p.Practice = func(context.Context) (Organization, error) {
			return &practiceOrganization{account: practice(), activate: func(_ context.Context, draft run.Draft, _ run.Work) (run.Run, error) {
				for i := range draft.Lines {
					sent = append(sent, draft.Lines[i].Row.Number.String())
					draft.Lines[i].Result = run.Result{Outcome: run.Activated}
				}
				return run.Run{ID: "20261123-141205-7f3c", Draft: draft, State: run.Finished, Stage: run.StageActivate}, nil
			}}, nil
		}
	})
	d.window.GoTo(frame.History)
	d.settle()
	d.click("Show results")
	d.sees("Activate 3 inactive")
	rows := d.grid()
	d.window.window.Canvas().Focus(rows)
	d.key(fyne.KeyDown)
	d.key(fyne.KeyDown)
	rows.TypedShortcut(&fyne.ShortcutSelectAll{})
	d.sees("Activate 3 selected")
	d.key(fyne.KeyEscape)
	d.hides("Activate 3 selected")
	rows.OnSelect(1, grid.SelectOne)
	rows.OnSelect(3, grid.SelectRange)
	d.sees("Activate 2 selected")
	d.picture("activate-selected")
	d.click("Activate 2 selected")
	d.click("Activate 2 numbers")
	d.sees("2 numbers were activated in the practice organization")
	if want := []string{"+19135550101", "+19135550102"}; !slices.Equal(sent, want) {
		t.Errorf("activated %q, not %q", sent, want)
	}
}

// grid is the grid that is shown.
func (d *desk) grid() *grid.Grid {
	d.t.Helper()
	for _, object := range test.LaidOutObjects(d.window.window.Canvas().Content()) {
		if g, ok := object.(*grid.Grid); ok && g.Visible() {
			return g
		}
	}
	d.t.Fatal("no grid is shown")
	return nil
}
