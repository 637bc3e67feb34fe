package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// The colors that the toolkit has no name for. Text that is less important has
// the color ColorNamePlaceHolder, bars without a fill ColorNameSeparator.
const (
	ColorRail       fyne.ThemeColorName = "nl-rail"
	ColorOver20     fyne.ThemeColorName = "nl-over20"
	ColorInfo       fyne.ThemeColorName = "nl-info"
	ColorTintOK     fyne.ThemeColorName = "nl-tint-ok"
	ColorTintWarn   fyne.ThemeColorName = "nl-tint-warn"
	ColorTintError  fyne.ThemeColorName = "nl-tint-err"
	ColorTintOver20 fyne.ThemeColorName = "nl-tint-over20"
	ColorTintInfo   fyne.ThemeColorName = "nl-tint-info"
	// ColorNone draws nothing.
	ColorNone fyne.ThemeColorName = "nl-none"
)

// Short names of colors that the toolkit names after their use in its widgets.
const (
	ColorText      = fynetheme.ColorNameForeground
	ColorSecondary = fynetheme.ColorNamePlaceHolder
	ColorPrimary   = fynetheme.ColorNamePrimary
	ColorLink      = fynetheme.ColorNameHyperlink
	ColorBorder    = fynetheme.ColorNameInputBorder
	ColorSeparator = fynetheme.ColorNameSeparator
	ColorHeader    = fynetheme.ColorNameHeaderBackground
	ColorOK        = fynetheme.ColorNameSuccess
	ColorWarn      = fynetheme.ColorNameWarning
	ColorError     = fynetheme.ColorNameError
)

// shades are one color in light and in dark.
type shades struct{ light, dark color.Color }

// opaque makes shades of two RGB values.
func opaque(light, dark uint32) shades { return shades{faded(light, 255), faded(dark, 255)} }

// faded makes a color of an RGB value; alpha is 0 to 255.
func faded(rgb uint32, alpha uint8) color.Color {
	return color.NRGBA{R: uint8(rgb >> 16), G: uint8(rgb >> 8), B: uint8(rgb), A: alpha} //nolint:gosec // each byte is cut off on purpose
}

// Shares of 255, for colors that let others through.
const (
	alpha5  = 14 // 5.5 %
	alpha11 = 28
	alpha19 = 48
	alpha25 = 64
	alpha32 = 82
	alpha50 = 128
	alpha78 = 199
)

//nolint:gochecknoglobals // a constant table, never written
var palette = map[fyne.ThemeColorName]shades{
	fynetheme.ColorNameBackground:          opaque(0xFFFFFF, 0x17191E),
	fynetheme.ColorNameInputBackground:     opaque(0xFFFFFF, 0x17191E),
	fynetheme.ColorNameForegroundOnError:   opaque(0xFFFFFF, 0x17191E),
	fynetheme.ColorNameForegroundOnWarning: opaque(0xFFFFFF, 0x17191E),
	fynetheme.ColorNameForegroundOnSuccess: opaque(0xFFFFFF, 0x17191E),
	fynetheme.ColorNameHeaderBackground:    opaque(0xF5F6F8, 0x1D2026),
	fynetheme.ColorNameOverlayBackground:   opaque(0xFFFFFF, 0x1F2229),
	fynetheme.ColorNameMenuBackground:      opaque(0xFFFFFF, 0x1F2229),
	fynetheme.ColorNameButton:              opaque(0xE9ECF1, 0x2C3038),
	fynetheme.ColorNameDisabledButton:      opaque(0xE9ECF1, 0x2C3038),
	fynetheme.ColorNameForeground:          opaque(0x191C22, 0xE8EAEF),
	fynetheme.ColorNamePlaceHolder:         opaque(0x565F6D, 0xA7AEBB),
	fynetheme.ColorNameDisabled:            opaque(0x5C6572, 0x98A1AE),
	fynetheme.ColorNamePrimary:             opaque(0x1F5BD0, 0x7DA8FA),
	fynetheme.ColorNameForegroundOnPrimary: opaque(0xFFFFFF, 0x0C1426),
	fynetheme.ColorNameHyperlink:           opaque(0x1F5BD0, 0x8DB2FB),
	fynetheme.ColorNameInputBorder:         opaque(0x858E9C, 0x717A89),
	fynetheme.ColorNameScrollBar:           {faded(0x858E9C, alpha78), faded(0x717A89, alpha78)},
	fynetheme.ColorNameScrollBarBackground: {color.Transparent, color.Transparent},
	fynetheme.ColorNameSeparator:           opaque(0xE3E6EB, 0x2C3038),
	fynetheme.ColorNameSelection:           opaque(0xE4EDFD, 0x1E3052),
	fynetheme.ColorNameHover:               {faded(0x101828, alpha5), faded(0xFFFFFF, alpha5)},
	fynetheme.ColorNamePressed:             {faded(0x101828, alpha11), faded(0xFFFFFF, alpha11)},
	fynetheme.ColorNameFocus:               {faded(0x1F5BD0, alpha19), faded(0x7DA8FA, alpha25)},
	fynetheme.ColorNameShadow:              {faded(0x101828, alpha32), faded(0x000000, alpha50)},
	fynetheme.ColorNameSuccess:             opaque(0x17733F, 0x5FCB8C),
	fynetheme.ColorNameWarning:             opaque(0x8A5300, 0xE8B558),
	fynetheme.ColorNameError:               opaque(0xBE2828, 0xFF938A),
	ColorRail:                              opaque(0xF5F6F8, 0x111317),
	ColorOver20:                            opaque(0x6A3EC2, 0xBBA3FF),
	ColorInfo:                              opaque(0x2C6487, 0x8CC3E6),
	ColorTintOK:                            opaque(0xE6F4EC, 0x16301F),
	ColorTintWarn:                          opaque(0xFCF1DC, 0x352A12),
	ColorTintError:                         opaque(0xFCEBEA, 0x3A1D1C),
	ColorTintOver20:                        opaque(0xF0EAFC, 0x2A2146),
	ColorTintInfo:                          opaque(0xE7F1F7, 0x152D3C),
	ColorNone:                              {color.Transparent, color.Transparent},
}
