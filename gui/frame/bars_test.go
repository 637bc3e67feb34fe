package frame

import (
	"testing"

	"fyne.io/fyne/v2"

	"numberloader/gui/layout"
	"numberloader/gui/stage"
	"numberloader/gui/theme"
)

func TestTheBarIsArrangedAnewOnlyForWhatIsSeen(t *testing.T) {
	b, pressed := NewBottom(), ""
	state := func(by string) State {
		return State{Icon: theme.IconPractice, Hint: "Nothing is sent", Primary: Action{Label: "Add", Do: func() { pressed = by }}}
	}
	b.Show(state("first"))
	icon := b.icon.Objects[0]
	b.Show(state("second"))
	if b.Primary.Press(); pressed != "second" || b.icon.Objects[0] != icon {
		t.Errorf("the button does what the %s state says; the picture stays: %v", pressed, b.icon.Objects[0] == icon)
	}
	if b.Show(State{Hint: "Nothing is sent"}); b.icon.Visible() || b.Primary.Can() {
		t.Error("what is gone is still seen")
	}
}

func TestTheButtonsOfTheBarStayInTheWindow(t *testing.T) {
	for _, c := range []struct {
		width float32
		state State
		lines bool // are two
	}{
		{900, State{Left: Action{Label: "Delete from history"}, Side: Action{Label: "Show results"}, Primary: Action{Label: "Resume: 150 numbers"}}, false},
		{420, State{Left: Action{Label: "Delete from history"}, Side: Action{Label: "Show results"}, Primary: Action{Label: "Resume: 150 numbers"}}, true},
		{420, State{Left: Action{Label: "Back"}, Hint: "224 numbers in 13 requests, 16 rows stay behind", Primary: Action{Label: "Continue with 224 rows"}}, true},
		{420, State{Left: Action{Label: "Cancel"}, Hint: "Paste or type at least one number", Primary: Action{Label: "Use these rows", Off: true}}, true},
	} {
		b := NewBottom()
		b.Show(c.state)
		stage.Show(t, layout.VStack(0, b.Object), fyne.NewSize(c.width, 300))
		b.bar.Refresh()
		primary, left := b.Primary.Button, b.Left.Button
		if end := primary.Position().X + primary.Size().Width; end > b.bar.Size().Width+1 || left.Position().X < 0 {
			t.Errorf("%v: the buttons are at %v and end at %v of %v", c.width, left.Position(), end, b.bar.Size().Width)
		}
		if two := primary.Position().Y > b.hint.Position().Y+20 || primary.Position().Y > b.Side.Button.Position().Y && c.state.Side.Label != ""; two != c.lines {
			t.Errorf("%v: %q is in two lines: %v", c.width, c.state.Primary.Label, two)
		}
	}
}
