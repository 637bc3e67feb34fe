package filter

import (
	"fyne.io/fyne/v2"

	"numberloader/gui/draw"
	"numberloader/internal/phrase"
)

// AccessibilityRole is that of a button.
func (*Chip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is the word, the count and whether the chip is chosen.
func (c *Chip) AccessibilityLabel() string {
	if c.chosen {
		return phrase.Text("spoken.chosen", "Text", c.Text())
	}
	return c.Text()
}

// AccessibilityRole is that of a text.
func (*Search) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel is the hint, what is searched for, and how much was found.
func (s *Search) AccessibilityLabel() string {
	return draw.Said(s.entry.AccessibilityLabel(), s.hits.Text())
}
