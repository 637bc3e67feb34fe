package gui

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"numberloader/gui/frame"
	"numberloader/internal/fault"
	"numberloader/internal/phrase"
)

// knowsItself is a program with licenses.
func knowsItself(p *Program) {
	rule := strings.Repeat("=", 72)
	p.License, p.Drawing = "MIT License\n\nPermission is hereby granted.", func() string { return "graphics card" }
	p.LicensesOfOthers = rule + "\nexample.com/part v1.2\n" + rule + "\n\nBSD License\n"
}

func TestHelpSaysWhatTheProgramIs(t *testing.T) {
	d := sit(t, nil, knowsItself)
	d.press("Help", "About Number Loader")
	d.sees("1.0.0", "example.com/part", "MIT License")
	if !slices.ContainsFunc(d.texts(), func(s string) bool {
		return strings.HasPrefix(s, "Version 1.0.0 · ") && strings.HasSuffix(s, " · Drawing: graphics card")
	}) {
		t.Errorf("nobody sees the facts in %q", d.texts())
	}
	d.picture("about")
	d.press("Help", "About Number Loader") // there is never a second one
	d.window.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if top := d.window.window.Canvas().Overlays().Top(); top != nil || d.window.about != nil {
		t.Errorf("%T is still shown", top)
	}
	d.sees("Drop a spreadsheet here")
}

func TestAQuestionTakesThePlaceOfAbout(t *testing.T) {
	d := sit(t, nil, knowsItself)
	d.press("Help", "About Number Loader")
	trouble := &fault.Error{Kind: fault.SaveFailed, What: fault.Quote("The disk is full."), Err: errors.New("no space")}
	d.window.Complain(trouble)
	d.sees(phrase.Explain(trouble).Title)
	if n := len(d.window.window.Canvas().Overlays().List()); n != 1 || d.window.about != nil {
		t.Errorf("%d layers are shown", n)
	}
}

func TestHelpOpensAtThePageOfTheScreen(t *testing.T) {
	d := sit(t, []string{"/home/dana/carrier-dids.xlsx"})
	press := d.window.window.Canvas().OnTypedKey()
	f1 := func() { press(&fyne.KeyEvent{Name: fyne.KeyF1}) }
	for at, title := range map[frame.Screen]string{
		frame.Open: "1. Open", frame.Review: "2. Review", frame.Add: "3. Add", frame.History: "History", frame.Settings: "Settings",
		frame.SignIn: "Your own organization",
	} {
		d.window.GoTo(at)
		d.settle()
		f1()
		page := d.window.helping.page.Get()
		if d.window.At() != frame.Help || !page.OpenTopic(at.Topic()) {
			t.Errorf("F1 on screen %d leads to screen %d, and there is no page %q", at, d.window.At(), at.Topic())
		}
		d.sees("Help", "Works without a network", "Keyboard shortcuts", title)
		d.window.bottom.Primary.Press()
		if d.window.At() != at {
			t.Errorf("it leads back to screen %d instead of %d", d.window.At(), at)
		}
	}
	for _, s := range []frame.Screen{frame.Results, frame.Past, frame.Again, frame.HowRead} {
		if !d.window.helping.page.Get().OpenTopic(s.Topic()) {
			t.Errorf("screen %d has no page %q", s, s.Topic())
		}
	}
	d.window.GoTo(frame.Review)
	f1()
	d.window.helping.page.Get().OpenTopic("what-was-changed")
	d.picture("help")
}

func TestHelpCopiesWhatSupportNeedsAndShowsTheLog(t *testing.T) {
	d := sit(t, nil)
	d.press("Help", "User guide")
	d.sees("Show the log folder", "Copy for support")
	d.window.Copy(d.window.facts().Support())
	if got := d.app.Clipboard().Content(); !strings.Contains(got, "Number Loader 1.0.0") || strings.Contains(got, "dana") {
		t.Errorf("copied: %q", got)
	}
	d.window.ShowInFolder(d.program.LogFile)
	d.settle()
	if !slices.Contains(d.opened, d.program.LogFile) {
		t.Errorf("opened: %v", d.opened)
	}
}
