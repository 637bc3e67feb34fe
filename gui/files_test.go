package gui

import (
	"context"
	"errors"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/documents"
	"numberloader/gui/frame"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	rules "numberloader/internal/review"
)

func TestAFileIsChosenInTheSystemsDialog(t *testing.T) {
	chosen := "/home/dana/carrier-dids.xlsx"
	d := sit(t, nil, func(p *Program) {
		p.PickOpen = func(context.Context) (string, error) { return chosen, nil }
	})
	d.click("Open a file")
	d.sees("carrier-dids.xlsx", "Continue with 3 rows")
	chosen = ""
	d.press("File", "Open…")
	d.sees("carrier-dids.xlsx", "Continue with 3 rows")
}

func TestTheToolkitsDialogStandsInForTheSystems(t *testing.T) {
	none := func(p *Program) {
		p.PickOpen = func(context.Context) (string, error) { return "", documents.ErrNoDialog }
		p.PickSave = func(context.Context, string) (string, error) { return "", documents.ErrNoDialog }
	}
	for _, label := range []string{"Open…", "Save a blank template…"} {
		d := sit(t, nil, none)
		d.press("File", label)
		if d.window.window.Canvas().Overlays().Top() == nil {
			t.Errorf("%s shows no dialog", label)
		}
	}
}

func TestADialogThatFailsIsExplained(t *testing.T) {
	failing := errors.New("no portal")
	d := sit(t, nil, func(p *Program) {
		p.PickOpen = func(context.Context) (string, error) { return "", failing }
	})
	d.press("File", "Open…")
	d.sees("Something went wrong", "Close")
	d.click("Close")
	d.sees("Drop a spreadsheet here")
}

func TestADroppedFileIsOpened(t *testing.T) {
	d := sit(t, nil)
	d.window.files.Dropped(fyne.Position{}, nil)
	d.window.files.Dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI("/home/dana/carrier-dids.xlsx")})
	d.settle()
	d.sees("carrier-dids.xlsx", "Continue with 3 rows")
	if recent := d.window.files.Recent(); len(recent) != 1 || recent[0].Path != "/home/dana/carrier-dids.xlsx" {
		t.Errorf("recent files are %+v", recent)
	}
}

func TestABlankTemplateIsSavedAndOpened(t *testing.T) {
	saved, offered := "", []string(nil)
	d := sit(t, nil, func(p *Program) {
		p.PickSave = func(_ context.Context, name string) (string, error) { return "/home/dana/" + name, nil }
		p.SaveTemplate = func(path string, locations []string, _ bool) error { saved, offered = path, locations; return nil }
	})
	d.press("File", "Save a blank template…")
	d.sees("The template was saved", "Open it now")
	if want := []string{"Kansas City"}; !slices.Equal(offered, want) {
		t.Errorf("locations %q can be chosen", offered)
	}
	d.click("Open it now")
	if saved != "/home/dana/numbers to add.xlsx" || len(d.opened) != 1 || d.opened[0] != saved {
		t.Errorf("saved %q, opened %q", saved, d.opened)
	}
}

func TestATemplateThatCannotBeSavedIsExplained(t *testing.T) {
	d := sit(t, nil, func(p *Program) {
		p.PickSave = func(context.Context, string) (string, error) { return "/full/disk.xlsx", nil }
		p.SaveTemplate = func(string, []string, bool) error { return &fault.Error{Kind: fault.SaveFailed, Details: "disk full"} }
	})
	d.press("File", "Save a blank template…")
	d.sees("The file could not be saved", "Details")
}

func TestTheSampleIsTriedAndClosed(t *testing.T) {
	d := sit(t, nil)
	d.press("File", "Try the sample")
	d.sees("sample.xlsx", "Continue with 3 rows")
	d.press("File", "Close file")
	d.sees("Drop a spreadsheet here", "Practice organization: nothing goes to Webex.")
}

func TestAFileIsReadAgainOnlyIfItIsReadInAnotherWay(t *testing.T) {
	read := 0
	d := sit(t, []string{"/home/dana/carrier-dids.xlsx"}, func(p *Program) {
		usual := p.Read
		p.Read = func(ctx context.Context, path string, layout number.Layout, progress func(number.Progress)) (*number.Table, error) {
			read++
			return usual(ctx, path, layout, progress)
		}
	})
	flow := d.window.flow
	d.press("File", "Change how the file is read…")
	read = 0 // the sheets are counted
	settings := d.window.howRead.trial.Settings()
	settings.Kind = number.KindTollFree
	d.window.howRead.trial.Set(settings)
	d.settle()
	d.click("Read 4 rows")
	if read != 0 || d.window.At() != frame.Review || flow.Decisions.Settings().Kind != number.KindTollFree {
		t.Errorf("read %d times, %+v", read, flow.Decisions.Settings())
	}
	d.press("File", "Change how the file is read…")
	read = 0
	header := 2
	d.window.howRead.trial.Read(number.Layout{Header: &header})
	d.settle()
	if flow.File.Layout().Header != nil {
		t.Error("it is read so before the user said so")
	}
	d.click("Read 4 rows")
	if read != 1 || d.window.At() != frame.Review || *flow.File.Layout().Header != 2 {
		t.Errorf("read %d times", read)
	}
}

func TestASignInThatEndedIsToldOnceAndPracticeStandsIn(t *testing.T) {
	d := sit(t, nil)
	d.app.Preferences().SetBool(prefSignedIn, true)
	d.window.flow.Connection.Connect(true)
	d.settle()
	d.sees("Not signed in", "Close", "Practice organization")
	if d.app.Preferences().Bool(prefSignedIn) {
		t.Error("it would be told again at the next start")
	}
	d.click("Sign in")
	d.sees("Where should the numbers go?", "Paste the token first")
}

func TestASignInThatCouldNotBeCheckedIsKeptAndTriedAgain(t *testing.T) {
	tries := 0
	d := sit(t, nil, func(p *Program) {
		p.Restore = func(context.Context) (Organization, error) {
			tries++
			return nil, &fault.Error{Kind: fault.Unreachable}
		}
	})
	d.app.Preferences().SetBool(prefSignedIn, true)
	d.window.flow.Connection.Connect(true)
	d.settle()
	d.sees("Try again", "Close", "Practice organization")
	d.click("Try again")
	if tries != 2 || !d.app.Preferences().Bool(prefSignedIn) {
		t.Errorf("tried %d times, kept %v", tries, d.app.Preferences().Bool(prefSignedIn))
	}
}

func TestTheKeyboardIsAtThePasswordAsOftenAsItIsAskedFor(t *testing.T) {
	d := sit(t, []string{"/home/dana/locked.xlsx"}, func(p *Program) {
		p.Read = func(context.Context, string, number.Layout, func(number.Progress)) (*number.Table, error) {
			return nil, &fault.Error{Kind: fault.FilePassword}
		}
	})
	first := d.window.window.Canvas().Focused()
	if first == nil {
		t.Fatal("the keyboard is nowhere")
	}
	test.Type(first, "wrong")
	first.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	d.settle()
	if second := d.window.window.Canvas().Focused(); second == nil || second == first {
		t.Error("the keyboard is not at the new question")
	}
}

func TestShortcutsDoNothingWhileADialogIsOpen(t *testing.T) {
	d := sit(t, []string{"/home/dana/carrier-dids.xlsx"})
	d.press("Help", "About Number Loader")
	d.press("Go", "Open")
	if d.window.At() != frame.Review {
		t.Errorf("went to screen %d behind a dialog", d.window.At())
	}
}

func TestUndoGoesToTheFieldThatHasTheKeyboard(t *testing.T) {
	d := sit(t, []string{"/home/dana/carrier-dids.xlsx"})
	d.window.flow.Decisions.Do(rules.Step{Name: "skip 1 row", Changes: []rules.Change{{Record: 0, Decision: rules.Decision{LeftOut: true}}}})
	d.settle()
	d.press("Edit", "Search")
	d.press("Edit", "Undo")
	if d.window.flow.Decisions.UndoName() == "" {
		t.Error("the choice was undone while somebody typed")
	}
	d.window.window.Canvas().Unfocus()
	d.press("Edit", "Undo")
	if d.window.flow.Decisions.UndoName() != "" {
		t.Error("the choice was not undone")
	}
	d.press("Edit", "Redo")
	if d.window.flow.Decisions.UndoName() == "" {
		t.Error("the choice was not made again")
	}
}
