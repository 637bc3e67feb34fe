package theme

import (
	"image/color"
	"math"
)

// Contrast is how well one color can be read on another, 1 to 21, as WCAG 2.2 computes it
// (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). Both are opaque.
func Contrast(a, b color.Color) float64 {
	light, dark := luminance(a), luminance(b)
	if light < dark {
		light, dark = dark, light
	}
	return (light + 0.05) / (dark + 0.05)
}

// luminance is the relative luminance of a color.
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	linear := func(v uint32) float64 {
		s := float64(v) / 0xFFFF
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

// Over is an opaque color as it is seen through one that is laid over it.
func Over(ground, laid color.Color) color.Color {
	r, g, b, _ := ground.RGBA()
	lr, lg, lb, la := laid.RGBA()
	mix := func(below, above uint32) uint16 { return uint16(above + below*(0xFFFF-la)/0xFFFF) } //nolint:gosec // at most 0xFFFF
	return color.RGBA64{R: mix(r, lr), G: mix(g, lg), B: mix(b, lb), A: 0xFFFF}
}
