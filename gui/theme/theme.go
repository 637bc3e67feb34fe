// Package theme is the program's look: colors in light and dark, sizes, and the
// program's own icons. It knows no screen and no widget of ours.
package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Look is the program's theme. It follows the variant that it is asked for:
// light or dark, as the system or FYNE_THEME says. Its zero value is not
// usable; New makes one.
type Look struct{ usual fyne.Theme }

// New returns the program's theme. Fonts, and icons that are not our own, are
// the toolkit's.
func New() *Look { return &Look{usual: fynetheme.DefaultTheme()} }

// Color is the color of a name; names that are not ours are the toolkit's.
func (l *Look) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
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

// Size is the size of a name, in units that the scale of the screen enlarges.
func (l *Look) Size(name fyne.ThemeSizeName) float32 {
	if size, known := sizes[name]; known {
		return size
	}
	return l.usual.Size(name)
}
