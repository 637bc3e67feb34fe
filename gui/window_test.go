package gui

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/frame"
	"numberloader/gui/help"
	"numberloader/gui/open"
	"numberloader/gui/review"
	"numberloader/gui/settings"
	"numberloader/gui/signin"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/run"
)

func TestTheWindowStartsWithTheDropTargetAndThePracticeOrganization(t *testing.T) {
	d := sit(t, nil)
	d.sees("Drop a spreadsheet here", "Open a list of numbers", "Practice organization", "Practice organization: nothing goes to Webex.")
	if !d.window.Idle() {
		t.Error("the window did not become idle")
	}
	d.app.Preferences().SetStringList("recent", open.Encode([]open.Recent{
		{Path: "/home/dana/Documents/austin-move.xlsx", When: time.Date(2026, 11, 23, 9, 12, 0, 0, time.UTC)},
		{Path: "/home/dana/Downloads/kc-mobile-november.csv", When: time.Date(2026, 11, 20, 9, 12, 0, 0, time.UTC)},
		{Path: "/home/dana/Documents/berlin-block.xlsx", When: time.Date(2026, 11, 12, 9, 12, 0, 0, time.UTC)},
	}))
	d.window.Refresh()
	d.sees("Recent files", "austin-move.xlsx", "Today, 9:12 AM", "Friday", "November 12")
	d.picture("open")
}

func TestTheWindowOpensWithoutTheScreensThatAreNotShown(t *testing.T) {
	w := sit(t, nil).window
	w.signing.screen.IfMade(func(*signin.Screen) { t.Error("Sign in is made") })
	w.reviewing.screen.IfMade(func(*review.Screen) { t.Error("Review is made") })
	w.setting.page.IfMade(func(*settings.Screen) { t.Error("Settings are made") })
	w.helping.page.IfMade(func(*help.Screen) { t.Error("Help is made") })
}

func TestAFileOnTheCommandLineIsOpenedAndReviewed(t *testing.T) {
	d := sit(t, []string{"/home/dana/Documents/carrier-dids.xlsx"})
	d.sees("carrier-dids.xlsx", "sheet DIDs, 4 rows", "Continue with 3 rows", "3 numbers in 1 request. 1 row stays behind", "1 problem")
	d.picture("review")
}

func TestADamagedFileIsExplained(t *testing.T) {
	d := sit(t, []string{"/home/dana/carrier-dids.xlsx"}, func(p *Program) {
		p.Read = func(context.Context, string, number.Layout, func(number.Progress)) (*number.Table, error) {
			return nil, &fault.Error{Kind: fault.FileDamaged, Details: "zip: not a valid zip file"}
		}
	})
	d.sees("carrier-dids.xlsx can't be read", "Open another file", "Try this file again", "Show in folder", "Nothing is open.")
	d.picture("open-damaged")
}

func TestAPasswordIsAskedFor(t *testing.T) {
	d := sit(t, []string{"/home/dana/carrier-dids.xlsx"}, func(p *Program) {
		p.Read = func(_ context.Context, path string, layout number.Layout, _ func(number.Progress)) (*number.Table, error) {
			if layout.Password != "open sesame" {
				return nil, &fault.Error{Kind: fault.FilePassword}
			}
			return carrierFile(path), nil
		}
	})
	d.sees("carrier-dids.xlsx needs a password", "Open with this password")
	d.picture("open-password")
	d.window.flow.File.Unlock("wrong")
	d.settle()
	d.sees("That is not the password of carrier-dids.xlsx")
	d.window.flow.File.Unlock("open sesame")
	d.settle()
	d.sees("Continue with 3 rows")
}

func TestADoubtAboutTheNumberColumnIsAQuestion(t *testing.T) {
	d := sit(t, []string{"/home/dana/carrier-dids.xlsx"}, func(p *Program) {
		p.Read = func(_ context.Context, path string, layout number.Layout, _ func(number.Progress)) (*number.Table, error) {
			table := carrierFile(path)
			if layout.Columns[number.FieldNumber] == "" {
				table.Ask = &number.Ask{Candidates: []number.Candidate{
					{Sheet: table.Sheet, Column: 1, Heading: "Phone number", Filled: 4, Samples: samples("B", "+19135550101", "(913) 555-0102", "+19135550103", "913 555 01")},
					{Sheet: table.Sheet, Column: 5, Heading: "Contact phone", Filled: 2, Empty: 2, Samples: samples("F", "+18165550140", "", "816.555.0141", "")},
				}}
			}
			return table, nil
		}
	})
	d.sees("Which columns hold the numbers to add?", "Column B: Phone number", "2 numbers, 2 cells are empty", "Choose an answer for each column")
	d.answer("Add them")
	d.answerAt(3)
	d.sees("Use column B")
	d.picture("open-question")
	d.press("Go", "Continue")
	d.sees("Continue with 3 rows")
}

func samples(column string, texts ...string) []number.Sample {
	var all []number.Sample
	for i, text := range texts {
		all = append(all, number.Sample{Cell: column + string(rune('2'+i)), Text: text})
	}
	return all
}

func TestATokenThatIsNotAcceptedIsExplained(t *testing.T) {
	d := sit(t, nil)
	d.press("Organization", "Access token…")
	d.sees("Where should the numbers go?", "Paste the token first", "Check the token", "Organization")
	test.Type(d.window.signing.screen.Get().First(), "  NjVk\nMmQ ")
	d.press("Go", "Continue")
	d.sees("Details", "Cancel")
	d.picture("sign-in-refused")
	d.press("Go", "Back")
	d.sees("Drop a spreadsheet here")
}

func TestATokenIsCheckedBeforeItsOrganizationIsUsed(t *testing.T) {
	var asked string
	d := sit(t, nil, func(p *Program) {
		p.SignIn = func(_ context.Context, token string) (Organization, bool, error) {
			asked = token
			return &practiceOrganization{account: run.Account{
				Person: "Dana Reyes", Role: run.RoleFullAdministrator,
				Organization: run.Organization{ID: "acme", Name: "Acme Corp"},
			}}, true, nil
		}
	})
	d.press("Organization", "Access token…")
	test.Type(d.window.signing.screen.Get().First(), "NjVkMmQ")
	d.press("Go", "Continue")
	d.sees("Use Acme Corp", "Dana Reyes", "Practice organization")
	d.picture("sign-in")
	d.press("Go", "Continue")
	d.sees("Acme Corp", "Numbers go to Acme Corp.")
	if asked != "NjVkMmQ" || !d.app.Preferences().Bool(prefSignedIn) {
		t.Errorf("the token %q was asked about", asked)
	}
	d.window.top.Chip.Open()
	d.picture("chip-menu")
}

// Without a keychain the sign-in ends with the program: the next start does not
// look for it in vain.
func TestASignInThatEndsWithTheProgramIsNotLookedForAgain(t *testing.T) {
	d := sit(t, nil, func(p *Program) {
		p.SignIn = func(context.Context, string) (Organization, bool, error) {
			return &practiceOrganization{account: run.Account{
				Person: "Dana Reyes", Organization: run.Organization{ID: "acme", Name: "Acme Corp"},
			}}, false, nil
		}
	})
	d.press("Organization", "Access token…")
	test.Type(d.window.signing.screen.Get().First(), "NjVkMmQ")
	d.press("Go", "Continue")
	d.press("Go", "Continue")
	d.sees("Numbers go to Acme Corp.")
	if d.app.Preferences().Bool(prefSignedIn) {
		t.Error("the next start looks for a sign-in that is gone by then")
	}
}

func TestTheRecentFilesHaveRoomInASmallWindow(t *testing.T) {
	d := sit(t, []string{"/home/dana/Documents/a-file-with-a-name-that-goes-on-and-on-and-on-for-the-whole-width-of-the-window.xlsx"})
	d.press("Go", "Open")
	d.picture("open-long")
	d.sees("Back to the rows")
}

func TestEscapeAndBackLeaveAPageAndNothingElse(t *testing.T) {
	for name, c := range map[string]struct {
		at func(*desk)
		to frame.Screen
	}{
		"settings": {at: func(d *desk) { d.window.setting.open() }, to: frame.Review},
		"add":      {at: func(d *desk) { d.window.GoTo(frame.Add) }, to: frame.Review},
		"sign-in":  {at: func(d *desk) { d.window.signing.askToken() }, to: frame.Review},
		"history":  {at: func(d *desk) { d.window.GoTo(frame.History) }, to: frame.History},
	} {
		for way, leave := range map[string]func(*desk){
			"Escape": func(d *desk) { d.window.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape}) },
			"Back":   func(d *desk) { d.press("Go", "Back") },
		} {
			d := sit(t, []string{"/home/dana/carrier-dids.xlsx"})
			c.at(d)
			d.settle()
			if leave(d); d.window.At() != c.to {
				t.Errorf("%s by %s leads to screen %d", name, way, d.window.At())
			}
			if d.window.window.Canvas().Overlays().Top() != nil {
				t.Errorf("%s by %s: something is asked", name, way)
			}
		}
	}
}

func TestKeysReachTheWindowFromWhateverHasTheKeyboard(t *testing.T) {
	d := sit(t, []string{"/home/dana/carrier-dids.xlsx"})
	on := d.window.window.Canvas()
	d.window.setting.open()
	stops := map[fyne.Focusable]bool{}
	for on.FocusNext(); !stops[on.Focused()]; on.FocusNext() {
		at := on.Focused()
		stops[at] = true
		at.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if d.window.At() != frame.Review {
			t.Errorf("%T keeps Escape to itself", at)
		}
		d.window.setting.open()
		on.Focus(at)
	}
	if len(stops) < 20 {
		t.Errorf("only %d places", len(stops))
	}
}

func TestTheSheetOfKeysOpensFromTheMenu(t *testing.T) {
	d := sit(t, nil)
	d.press("Help", "Keyboard shortcuts")
	d.sees("Keyboard shortcuts", "Everywhere", "While you edit")
	d.picture("shortcuts")
}
