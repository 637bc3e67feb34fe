package theme

import (
	"image/color"
	"io/fs"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"
)

// luminance is the relative luminance of a color (WCAG 2.2).
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

func contrast(a, b color.Color) float64 {
	light, dark := luminance(a), luminance(b)
	if light < dark {
		light, dark = dark, light
	}
	return (light + 0.05) / (dark + 0.05)
}

func TestTextCanBeReadOnWhatItStandsOn(t *testing.T) {
	t.Parallel()
	look := New()
	pairs := map[fyne.ThemeColorName][]fyne.ThemeColorName{
		ColorText:                              {fynetheme.ColorNameBackground, ColorHeader, ColorRail, fynetheme.ColorNameSelection, fynetheme.ColorNameButton, ColorTintOK, ColorTintWarn, ColorTintError, ColorTintInfo, ColorTintOver20},
		ColorSecondary:                         {fynetheme.ColorNameBackground, ColorHeader, ColorRail, fynetheme.ColorNameSelection, fynetheme.ColorNameOverlayBackground},
		ColorLink:                              {fynetheme.ColorNameBackground, fynetheme.ColorNameSelection, fynetheme.ColorNameOverlayBackground},
		ColorOK:                                {fynetheme.ColorNameBackground, ColorHeader, ColorTintOK},
		ColorWarn:                              {fynetheme.ColorNameBackground, ColorHeader, ColorTintWarn},
		ColorError:                             {fynetheme.ColorNameBackground, ColorHeader, ColorTintError},
		ColorInfo:                              {fynetheme.ColorNameBackground, ColorHeader, ColorTintInfo},
		ColorOver20:                            {fynetheme.ColorNameBackground, ColorHeader, ColorTintOver20},
		fynetheme.ColorNameDisabled:            {fynetheme.ColorNameBackground, fynetheme.ColorNameDisabledButton},
		fynetheme.ColorNameForegroundOnPrimary: {ColorPrimary},
	}
	for _, variant := range []fyne.ThemeVariant{fynetheme.VariantLight, fynetheme.VariantDark} {
		for text, grounds := range pairs {
			for _, ground := range grounds {
				// WCAG 2.2, 1.4.3: at least 4.5 to 1.
				if got := contrast(look.Color(text, variant), look.Color(ground, variant)); got < 4.5 {
					t.Errorf("variant %d: %s on %s has a contrast of %.1f", variant, text, ground, got)
				}
			}
		}
		if got := contrast(look.Color(ColorBorder, variant), look.Color(fynetheme.ColorNameBackground, variant)); got < 3 {
			t.Errorf("variant %d: borders have a contrast of %.1f", variant, got)
		}
	}
}

func TestLightAndDarkAreTheOnesOfTheDesign(t *testing.T) {
	t.Parallel()
	look := New()
	for _, c := range []struct {
		name    fyne.ThemeColorName
		variant fyne.ThemeVariant
		want    color.NRGBA
	}{
		{ColorPrimary, fynetheme.VariantLight, color.NRGBA{0x1F, 0x5B, 0xD0, 0xFF}},
		{ColorPrimary, fynetheme.VariantDark, color.NRGBA{0x7D, 0xA8, 0xFA, 0xFF}},
		{ColorOver20, fynetheme.VariantDark, color.NRGBA{0xBB, 0xA3, 0xFF, 0xFF}},
		{fynetheme.ColorNameHover, fynetheme.VariantLight, color.NRGBA{0x10, 0x18, 0x28, 14}},
	} {
		if got := look.Color(c.name, c.variant); got != c.want {
			t.Errorf("%s in variant %d is %v", c.name, c.variant, got)
		}
	}
}

func TestWhatIsNotOursIsTheToolkits(t *testing.T) {
	test.NewTempApp(t)
	look, usual := New(), fynetheme.DefaultTheme()
	if look.Size(fynetheme.SizeNameLineSpacing) != usual.Size(fynetheme.SizeNameLineSpacing) || look.Size(SizeTitle) != 24 {
		t.Error("sizes are mixed up")
	}
	if look.Icon(fynetheme.IconNameHistory) != usual.Icon(fynetheme.IconNameHistory) {
		t.Error("icons are mixed up")
	}
	if look.Font(fyne.TextStyle{Bold: true}) != usual.Font(fyne.TextStyle{Bold: true}) {
		t.Error("fonts are mixed up")
	}
	name := fynetheme.ColorNameInnerWindowBorder
	if look.Color(name, fynetheme.VariantDark) != usual.Color(name, fynetheme.VariantDark) {
		t.Error("colors are mixed up")
	}
}

func TestEveryIconIsDrawnInFillsOnly(t *testing.T) {
	t.Parallel()
	names := []IconName{
		IconReady, IconTidied, IconChanged, IconProblem, IconOver20, IconSkipped, IconAdded, IconAlreadyThere, IconRefused,
		IconNotSent, IconNotKnown, IconPractice, IconOrganization, IconWait, IconCheck, IconInfo, IconFile, IconMark,
	}
	for _, name := range names {
		if text := string(drawing(name).Content()); !strings.Contains(text, "<path") || strings.Contains(text, "stroke") {
			t.Errorf("%s can't be recolored", name)
		}
	}
	files, err := fs.Glob(drawings, "icons/*.svg")
	if err != nil || len(files) != len(names) {
		t.Errorf("%d drawings for %d icons (%v)", len(files), len(names), err)
	}
	if got := Icon(IconReady, ColorOK).Name(); got != "success_nl-ready.svg" {
		t.Errorf("the resource is called %q", got)
	}
}

func TestAnUnknownIconIsAMistakeOfOurs(t *testing.T) {
	t.Parallel()
	defer func() {
		if recover() == nil {
			t.Error("an icon came from nowhere")
		}
	}()
	drawing("nobody")
}
