package gui

import (
	"context"
	"errors"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/frame"
	"numberloader/gui/widgets"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/review"
	"numberloader/internal/run"
)

// button is the button with a label, in the dialog if there is one.
func (d *desk) button(label string) *widgets.Button {
	d.t.Helper()
	canvas := d.window.window.Canvas()
	within := canvas.Content()
	if top := canvas.Overlays().Top(); top != nil {
		within = top
	}
	for _, object := range test.LaidOutObjects(within) {
		if b, ok := object.(*widgets.Button); ok && b.Visible() && b.Text == label {
			return b
		}
	}
	d.t.Fatalf("there is no button %q", label)
	return nil
}

func (d *desk) click(label string) {
	d.t.Helper()
	test.Tap(d.button(label))
	d.settle()
}

// add answers the question before adding, and does not wait for the end.
func (d *desk) add() {
	d.t.Helper()
	label := d.window.bottom.Primary.Button.Text
	d.window.bottom.Primary.Press()
	test.Tap(d.button(label))
}

// answers is an organization that answers when a test says so.
func answers(account run.Account, submit func(context.Context, run.Draft) (run.Run, error)) func(*Program) {
	return func(p *Program) {
		p.Practice = func(context.Context) (Organization, error) {
			return &practiceOrganization{account: account, submit: submit}, nil
		}
	}
}

func practice() run.Account {
	return run.Account{Organization: run.Organization{ID: "practice", Name: "Practice organization", Practice: true}}
}

func TestNumbersAreAddedAfterOneMoreQuestion(t *testing.T) {
	d := sit(t, []string{"/home/dana/Documents/carrier-dids.xlsx"})
	d.click("Continue with 3 rows")
	d.sees("Add 3 numbers to Kansas City in the practice organization", "Nothing has been sent yet", "Practice.")
	d.picture("add-practice")
	d.click("Add 3 numbers")
	d.sees("Cancel", "organization?")
	d.picture("add-confirm")
	d.click("Add 3 numbers")
	d.sees("3 added", "results.xlsx", "New file", "Open results in Excel", "3 added")
	d.picture("results")
	d.click("Open results in Excel")
	if len(d.opened) != 1 || d.opened[0] != "/home/dana/Documents/results.xlsx" {
		t.Errorf("other programs opened %q", d.opened)
	}
	d.click("New file")
	d.sees("Drop a spreadsheet here", "Practice organization: nothing goes to Webex.")
}

func TestWhatReviewDidNotShowIsNotAdded(t *testing.T) {
	d := sit(t, []string{"/home/dana/Documents/carrier-dids.xlsx"})
	d.window.flow.Decisions.Do(review.Step{Name: "skip B2", Changes: []review.Change{{Record: 0, Decision: review.Decision{LeftOut: true}}}})
	d.settle()
	d.click("Continue with 2 rows")
	d.press("Edit", "Undo: skip B2")
	d.click("Add 3 numbers")
	d.sees("The list has changed", "DIDs!B2 would not go as it was shown to you, so nothing was")
	d.click("Close")
	d.click("Back")
	d.click("Continue with 3 rows")
	d.click("Add 3 numbers")
	d.click("Add 3 numbers")
	d.sees("3 added")
}

func TestNothingElseCanBeDoneWhileNumbersAreAdded(t *testing.T) {
	finish := make(chan struct{})
	d := sit(t, []string{"/home/dana/Documents/carrier-dids.xlsx"}, answers(practice(),
		func(ctx context.Context, draft run.Draft) (run.Run, error) {
			<-finish
			return addAll(ctx, draft)
		}))
	d.click("Continue with 3 rows")
	d.add()
	d.sees("Adding 3 numbers to the practice organization", "Stop", "Under way", "Stop finishes what is under way; the rest is not sent", "Pause")
	d.picture("adding")
	for _, away := range []frame.Screen{frame.Open, frame.Review, frame.History, frame.SignIn} {
		if d.window.GoTo(away); d.window.At() != frame.Add {
			t.Errorf("went away to %d", away)
		}
	}
	close(finish)
	d.settle()
	d.sees("3 added")
}

func TestClosingWhileAddingAsksFirstAndFinishesTheRequest(t *testing.T) {
	d := sit(t, []string{"/home/dana/Documents/carrier-dids.xlsx"}, answers(practice(),
		func(ctx context.Context, draft run.Draft) (run.Run, error) {
			<-ctx.Done()
			return run.Run{ID: "20261123-141205-7f3a", Draft: draft}, &fault.Error{Kind: fault.Stopped}
		}))
	d.click("Continue with 3 rows")
	closed := false
	d.window.window.SetOnClosed(func() { closed = true })
	d.add()
	d.window.Close()
	d.sees("Stop and close?", "Keep it open")
	d.picture("close")
	test.Tap(d.button("Keep it open"))
	if d.window.flow.Work.Stopping() || closed {
		t.Fatal("closed though the user kept on")
	}
	d.window.Close()
	d.click("Stop and close")
	if !closed {
		t.Error("the window stayed open")
	}
}

func TestARefusalBeforeAnythingWasSentIsExplained(t *testing.T) {
	d := sit(t, []string{"/home/dana/Documents/carrier-dids.xlsx"}, answers(practice(),
		func(context.Context, run.Draft) (run.Run, error) { return run.Run{}, &fault.Error{Kind: fault.Busy} }))
	d.click("Continue with 3 rows")
	d.add()
	d.settle()
	d.sees("Another window is adding numbers", "Close")
	d.click("Close")
	d.sees("Add 3 numbers to Kansas City in the practice organization", "Nothing has been sent yet")
}

func TestARunThatStoppedSaysWhy(t *testing.T) {
	d := sit(t, []string{"/home/dana/Documents/carrier-dids.xlsx"}, answers(practice(),
		func(_ context.Context, draft run.Draft) (run.Run, error) {
			return run.Run{ID: "20261123-141205-7f3a", Draft: draft}, &fault.Error{Kind: fault.Failing}
		}))
	d.click("Continue with 3 rows")
	d.add()
	d.settle()
	d.sees("Webex kept failing.", "New file", "Add the rest: 3 numbers", "Open results in Excel")
	d.picture("results-stopped")
}

func TestResultsThatCanBeSavedNowhereAreToldBeforeAnythingIsSent(t *testing.T) {
	sent := 0
	d := sit(t, []string{"/home/dana/Documents/carrier-dids.xlsx"}, answers(practice(),
		func(ctx context.Context, draft run.Draft) (run.Run, error) {
			sent++
			return addAll(ctx, draft)
		}), func(p *Program) {
		p.ResultsPath = func(string, time.Time) (path, refused string, err error) {
			return "", "", &fault.Error{Kind: fault.SaveFailed}
		}
	})
	d.click("Continue with 3 rows")
	d.add()
	d.settle()
	d.sees("The results can't be saved", "in Documents, nor in your home folder. Nothing was sent.", "Nothing has been sent yet")
	if sent != 0 {
		t.Fatal("something was sent")
	}
	d.hides("Details") // there are none
	d.picture("add-nowhere")
	d.click("Cancel")
	d.add()
	d.settle()
	d.click("Go on without it")
	d.sees("3 numbers were added to the practice organization", "Save the workbook", "The results workbook is not saved yet",
		"The results could not be written. They are kept in the history of this computer. Save them in another folder.")
	if sent != 1 {
		t.Errorf("sent %d times", sent)
	}
}

// oneRun is a history with a run in it.
type oneRun struct{ run run.Run }

func (h oneRun) List() ([]run.Summary, error) {
	return []run.Summary{{
		ID: h.run.ID, Started: time.Date(2026, 11, 23, 9, 12, 0, 0, time.UTC), File: h.run.Path,
		Organization: h.run.Organization, State: h.run.State, Counts: run.Count(h.run.Lines), Requests: 1,
	}}, nil
}

func (h oneRun) Load(id string) (run.Run, error) {
	if id != h.run.ID {
		return run.Run{}, errors.New("no such run")
	}
	return h.run, nil
}

func (oneRun) Delete(string) error { return nil }

func TestARunOfTheHistoryIsShownAgain(t *testing.T) {
	past := run.Run{ID: "20261122-091200-aaaa", State: run.Finished}
	past.Path = "/home/dana/austin-move.xlsx"
	past.Organization = run.Organization{ID: "acme", Name: "Acme Corp"}
	past.Lines = make([]run.Line, 4)
	for i := range 3 {
		past.Lines[i].Result.Outcome = run.Added
	}
	saved := ""
	d := sit(t, nil, func(p *Program) {
		p.History = oneRun{past}
		p.SaveResults = func(path string, _ run.Run, _ bool) error { saved = path; return nil }
	})
	d.press("Go", "History")
	d.sees("1 run on this computer", "austin-move.xlsx", "Save the workbook again")
	d.picture("history")
	d.click("Show results")
	d.sees("3 numbers were added to Acme Corp", "Save the workbook again", "The results workbook can be saved again", "added to Acme Corp")
	d.click("Save the workbook again")
	d.sees("results.xlsx", "Open results in Excel")
	if saved != "/home/dana/Documents/results.xlsx" {
		t.Errorf("saved at %q", saved)
	}
	d.click("Back")
	d.sees("1 run on this computer")
}

func TestRemarksOnTheReadingStandAboveTheRows(t *testing.T) {
	d := sit(t, []string{"/home/dana/carrier-dids.xlsx"}, func(p *Program) {
		p.Read = func(_ context.Context, path string, _ number.Layout, _ func(number.Progress)) (*number.Table, error) {
			table := carrierFile(path)
			table.Records[3].Hidden = true
			table.Notes = []number.Note{
				{Kind: number.NoteHiddenRows, Text: "1 row is hidden in the file and stays behind."},
				{Kind: number.NoteOtherSheets, Text: "The sheet Old holds numbers too."},
			}
			return table, nil
		}
	})
	d.click("Leave it out")
	d.sees("1 row is hidden in the file and stays behind. 1 more remark.", "Look", "Continue with 2 rows", "sheet DIDs, 3 rows")
	d.press("Edit", "Decide what waits")
	d.sees("How the file was read", "The sheet Old holds numbers too.")
	d.picture("review-notes")
	d.click("Include hidden rows")
	d.sees("Continue with 3 rows", "Leave hidden rows out")
	d.click("Close")
	for _, text := range d.texts() {
		if text == "The sheet Old holds numbers too." || text == "Look" {
			t.Error("the remarks stayed")
		}
	}
}

func TestRowsWithoutALocationAskWhereTheyGo(t *testing.T) {
	d := sit(t, []string{"/home/dana/carrier-dids.xlsx"}, func(p *Program) {
		p.Read = func(_ context.Context, path string, _ number.Layout, _ func(number.Progress)) (*number.Table, error) {
			table := carrierFile(path)
			delete(table.Columns, number.FieldLocation)
			for i := range table.Records {
				table.Records[i].SetText(number.FieldLocation, "")
			}
			return table, nil
		}
	})
	d.answer("Decide later")
	d.click("Decide later")
	d.sees("1 thing to decide:", "4 rows name no location", "Decide")
	d.picture("review-bar")
	d.key(fyne.KeyF9)
	d.sees("Choose a location", "Show them")
	d.picture("review-location")
	d.key(fyne.KeyReturn)
	d.key(fyne.KeyDown)
	d.key(fyne.KeyReturn)
	d.sees("Continue with 3 rows")
	for _, text := range d.texts() {
		if text == "1 thing to decide:" || text == "Show them" {
			t.Errorf("%q stands there after it was decided", text)
		}
	}
	d.picture("review-location-chosen")
	d.press("Edit", "Undo")
	d.sees("4 rows name no location")
	d.key(fyne.KeyF9)
	d.key(fyne.KeyEscape)
	if d.window.window.Canvas().Overlays().Top() != nil {
		t.Error("Escape does not close what waits")
	}
}

// key types a key where the keyboard is.
func (d *desk) key(name fyne.KeyName) {
	d.t.Helper()
	on, event := d.window.window.Canvas(), &fyne.KeyEvent{Name: name}
	if focused := on.Focused(); focused != nil {
		focused.TypedKey(event)
	} else {
		on.OnTypedKey()(event)
	}
	d.settle()
}

// follow follows a link.
func (d *desk) follow(label string) {
	d.t.Helper()
	found := d.links(label)
	if len(found) == 0 {
		d.t.Fatalf("there is no link %q", label)
	}
	test.Tap(found[0])
	d.settle()
}

// links are the links with a label.
func (d *desk) links(label string) (found []*widgets.Link) {
	for _, object := range test.LaidOutObjects(d.window.window.Canvas().Content()) {
		if l, ok := object.(*widgets.Link); ok && l.Visible() && l.Text() == label {
			found = append(found, l)
		}
	}
	return found
}
