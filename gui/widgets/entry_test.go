package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/stage"
)

// typing hands a field keys as the toolkit does: that of a character, and then the
// character, unless an input method keeps it.
type typing struct{ field *Field }

func (t typing) keys(names ...fyne.KeyName) {
	for _, name := range names {
		t.field.TypedKey(stage.Key(name))
	}
}

func (t typing) plain(text string) {
	for _, r := range text {
		t.keys(fyne.KeyName(string(r)))
		t.field.TypedRune(r)
	}
}

func (t typing) comes(text string) {
	for _, r := range text {
		t.field.TypedRune(r)
	}
}

func TestAnInputMethodHasItsKeysToItself(t *testing.T) {
	test.NewTempApp(t)
	field := NewField(false)
	window := test.NewTempWindow(t, field)
	window.Canvas().Focus(field)
	var left, submitted int
	field.OnSubmitted = func(string) { submitted++ }
	window.Canvas().SetOnTypedKey(func(*fyne.KeyEvent) { left++ })
	by := typing{field}

	by.plain("AB")
	by.keys(fyne.KeyBackspace)
	if field.Text != "A" {
		t.Errorf("Backspace leaves %q", field.Text)
	}
	by.keys(fyne.KeyN, fyne.KeyI, fyne.KeySpace, fyne.KeyBackspace, fyne.KeyLeft, fyne.KeyReturn)
	if field.Text != "A" || submitted > 0 {
		t.Errorf("while it is composed: %q, submitted %d times", field.Text, submitted)
	}
	by.comes("日本")
	if by.keys(fyne.KeyReturn); field.Text != "A日本" || submitted != 1 {
		t.Errorf("composed %q, submitted %d times", field.Text, submitted)
	}
	by.keys(fyne.KeyN, fyne.KeyEscape)
	if left > 0 {
		t.Error("the Escape that leaves a word leaves the field, too")
	}
	if by.keys(fyne.KeyEscape); left != 1 {
		t.Error("a second Escape does not leave the field")
	}
}
