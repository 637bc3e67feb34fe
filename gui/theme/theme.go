// Package theme is the program's look: colors in light and dark, sizes, and the
// program's own icons. It knows no screen and no widget of ours.
package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Shade is whether the program is light or dark.
type Shade uint8

// The shades.
const (
	ShadeSystem Shade = iota // as the system or FYNE_THEME says
	ShadeLight
	ShadeDark
)

// Look is the program's theme. Its zero value is not usable; New makes one.
type Look struct {
	usual fyne.Theme
	shade Shade
	text  float32 // how much larger than usual text is
}

// New returns the program's theme, which follows the system and has text of the usual
// size. Fonts, and icons that are not our own, are the toolkit's.
func New() *Look { return NewLook(ShadeSystem, 100) }

// NewLook returns the program's theme in a shade, with text of a size in percent of
// the usual one. What text stands in grows with it.
func NewLook(shade Shade, textSize int) *Look {
	return &Look{usual: fynetheme.DefaultTheme(), shade: shade, text: float32(textSize) / 100}
}

// Color is the color of a name; names that are not ours are the toolkit's.
func (l *Look) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	switch l.shade {
	case ShadeSystem:
	case ShadeLight:
		variant = fynetheme.VariantLight
	case ShadeDark:
		variant = fynetheme.VariantDark
	}
	pair, known := palette[name]
	switch {
	case !known:
		return l.usual.Color(name, variant)
	case variant == fynetheme.VariantDark:
		return pair.dark
	}
	return pair.light
}

// Font is the toolkit's font, Noto Sans, which draws all digits and the plus
// sign equally wide in both weights, so that numbers align.
func (l *Look) Font(style fyne.TextStyle) fyne.Resource { return l.usual.Font(style) }

// Icon is an icon of the toolkit.
func (l *Look) Icon(name fyne.ThemeIconName) fyne.Resource { return l.usual.Icon(name) }

// Size is the size of a name, in units that the scale of the screen enlarges. Of large
// text headlines are larger than the rest by as much as usual, so that they leave room
// for what they are about.
func (l *Look) Size(name fyne.ThemeSizeName) float32 {
	size, known := sizes[name]
	switch {
	case !known:
		return l.usual.Size(name)
	case name == fynetheme.SizeNameInlineIcon:
		return size * l.text
	case isText(name):
		return min(size*l.text, UsualText*l.text+max(0, size-UsualText))
	}
	return size
}

// isText reports whether a size is one of text.
func isText(name fyne.ThemeSizeName) bool {
	switch name {
	case SizeTitle, SizeHeading, SizeSection, SizeText, SizeMessage, SizeCaption:
		return true
	}
	return false
}
