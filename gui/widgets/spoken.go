package widgets

import (
	"cmp"

	"fyne.io/fyne/v2"

	"numberloader/gui/draw"
	"numberloader/internal/phrase"
)

// What a screen reader is told of the controls of this package, where the toolkit can
// tell it anything: it knows buttons, links and texts, and nothing of what is chosen, so
// that the words say it.

// AccessibilityRole is that of a button.
func (*IconButton) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityRole is that of a link.
func (*Link) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }

// AccessibilityRole is that of a button.
func (*Mark) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityRole is that of a button.
func (*Select) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityRole is that of a button.
func (*StepButton) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityRole is that of a button.
func (*Tappable) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityRole is that of a text.
func (*Entry) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityRole is that of a text.
func (*List) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel is what the icon does.
func (b *IconButton) AccessibilityLabel() string { return b.name }

// AccessibilityLabel is what the link says.
func (l *Link) AccessibilityLabel() string { return l.text }

// AccessibilityLabel is what stands beside the mark, and its state.
func (m *Mark) AccessibilityLabel() string {
	text := draw.Spoken(m.beside)
	switch m.state {
	case MarkOn:
		return phrase.Text("spoken.on", "Text", text)
	case MarkSome:
		return phrase.Text("spoken.partly", "Text", text)
	case MarkOff:
	}
	return phrase.Text("spoken.off", "Text", text)
}

// AccessibilityLabel is the hint and what is chosen.
func (s *Select) AccessibilityLabel() string { return field(s.Hint, s.Text()) }

// AccessibilityLabel is the name of the step, what stands below it, and how it stands.
func (s *StepButton) AccessibilityLabel() string {
	text := draw.Said(s.step.Title, s.step.Caption)
	switch s.step.State {
	case StepCurrent:
		return phrase.Text("spoken.current", "Text", text)
	case StepDone:
		return phrase.Text("spoken.done", "Text", text)
	case StepAhead:
	}
	return text
}

// AccessibilityLabel is all that the area says.
func (t *Tappable) AccessibilityLabel() string { return draw.Spoken(t.content) }

// AccessibilityLabel is the hint and what is written; of a secret only that it is there.
func (e *Entry) AccessibilityLabel() string {
	text := e.Text
	if e.Password && text != "" {
		text = phrase.Text("spoken.secret")
	}
	return field(e.PlaceHolder, text)
}

// AccessibilityLabel is the line that is marked.
func (l *List) AccessibilityLabel() string {
	if l.mark < 0 {
		return ""
	}
	item := l.items[l.fitting[l.mark]]
	return draw.Said(item.Label, item.Count)
}

// field is a field with a hint and what stands in it.
func field(hint, text string) string {
	if hint == "" || text == "" || text == hint {
		return cmp.Or(text, hint)
	}
	return phrase.Text("spoken.field", "Hint", hint, "Text", text)
}
