package gui

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"numberloader/internal/fault"
	"numberloader/internal/phrase"
)

// knowsItself is a program with licenses.
func knowsItself(p *Program) {
	rule := strings.Repeat("=", 72)
	p.License, p.Drawing = "MIT License\n\nPermission is hereby granted.", "graphics card"
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
	d.window.complain(trouble)
	d.sees(phrase.Explain(trouble).Title)
	if n := len(d.window.window.Canvas().Overlays().List()); n != 1 || d.window.about != nil {
		t.Errorf("%d layers are shown", n)
	}
}
