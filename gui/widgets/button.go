package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/press"
)

// Rank is how a button stands among others.
type Rank uint8

// The ranks. A layer of the screen has at most one primary button.
const (
	Primary Rank = iota // do this
	Usual               // gray
	Plain               // without a surface
)

// Button is a button with a word on it. Space and Return press it; while it has
// the keyboard it wears a ring. It acts as the toolkit's button, and draws itself.
type Button struct {
	widget.Button

	// OnEscape is called for Escape while the button has the keyboard; it may
	// be nil.
	OnEscape func()
	// OnPoint is told when the pointer or the keyboard comes to the button, and when
	// both have left; it may be nil.
	OnPoint func(on bool)

	focused, hovered bool
}

// NewButton returns a button.
func NewButton(text string, rank Rank, tapped func()) *Button {
	b := &Button{}
	b.Text, b.OnTapped = text, tapped
	b.Importance = rank.importance()
	b.ExtendBaseWidget(b)
	return b
}

func (r Rank) importance() widget.Importance {
	switch r {
	case Primary:
		return widget.HighImportance
	case Usual:
		return widget.MediumImportance
	case Plain:
		return widget.LowImportance
	}
	return widget.MediumImportance
}

// SetEnabled enables or disables the button.
func (b *Button) SetEnabled(enabled bool) {
	if enabled {
		b.Enable()
	} else {
		b.Disable()
	}
}

// FocusGained draws the ring, where it is seen.
func (b *Button) FocusGained() {
	b.focused = true
	b.Button.FocusGained()
	press.Reveal(b)
	b.point()
}

// FocusLost removes the ring.
func (b *Button) FocusLost() {
	b.focused = false
	b.Button.FocusLost()
	b.point()
}

// MouseIn shows that the pointer is on the button.
func (b *Button) MouseIn(e *desktop.MouseEvent) {
	b.hovered = true
	b.Button.MouseIn(e)
	b.point()
}

// MouseOut clears the highlight.
func (b *Button) MouseOut() {
	b.hovered = false
	b.Button.MouseOut()
	b.point()
}

func (b *Button) point() {
	if b.OnPoint != nil {
		b.OnPoint(b.focused || b.hovered)
	}
}

// TypedKey presses the button with Space or Return.
func (b *Button) TypedKey(key *fyne.KeyEvent) {
	switch {
	case press.IsPress(key):
		b.Tapped(nil)
	case key.Name == fyne.KeyEscape && b.OnEscape != nil:
		b.OnEscape()
	default:
		press.HandOn(b, key)
	}
}
