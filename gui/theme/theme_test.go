package theme

import (
	"image/color"
	"io/fs"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"
)

// pairs are all texts and icons with what they are drawn on, in rows, chips, bands,
// fields, pop-ups, menus, buttons and the rail.
func pairs() map[fyne.ThemeColorName][]fyne.ThemeColorName {
	const (
		page, field, overlay, menu = fynetheme.ColorNameBackground, fynetheme.ColorNameInputBackground, fynetheme.ColorNameOverlayBackground, fynetheme.ColorNameMenuBackground
		selected, button, off      = fynetheme.ColorNameSelection, fynetheme.ColorNameButton, fynetheme.ColorNameDisabledButton
	)
	return map[fyne.ThemeColorName][]fyne.ThemeColorName{
		ColorText:                              {page, field, overlay, menu, ColorHeader, ColorRail, selected, button, ColorTintOK, ColorTintWarn, ColorTintError, ColorTintInfo, ColorTintOver20},
		ColorSecondary:                         {page, field, overlay, menu, ColorHeader, ColorRail, selected},
		ColorLink:                              {page, overlay, selected, ColorTintWarn, ColorTintInfo, ColorTintError, ColorTintOK},
		ColorOK:                                {page, overlay, ColorHeader, ColorRail, ColorTintOK}, // in rows it is of icons
		ColorWarn:                              {page, overlay, ColorHeader, selected, ColorTintWarn},
		ColorError:                             {page, overlay, ColorHeader, selected, ColorTintError},
		ColorInfo:                              {page, overlay, ColorHeader, selected, ColorTintInfo},
		ColorOver20:                            {page, overlay, ColorHeader, selected, ColorTintOver20},
		fynetheme.ColorNameDisabled:            {page, field, overlay, menu, off},
		fynetheme.ColorNameForegroundOnPrimary: {ColorPrimary},
	}
}

// TestTextCanBeReadOnWhatItStandsOn computes the contrast of every pair that is drawn,
// also under the pointer (WCAG 2.2, 1.4.3: at least 4.5 to 1).
func TestTextCanBeReadOnWhatItStandsOn(t *testing.T) {
	t.Parallel()
	for shade, look := range map[string]*Look{"light": NewLook(ShadeLight, 100), "dark": NewLook(ShadeDark, 100)} {
		of := func(name fyne.ThemeColorName) color.Color { return look.Color(name, fynetheme.VariantLight) }
		for text, grounds := range pairs() {
			for _, ground := range grounds {
				if got := Contrast(of(text), of(ground)); got < 4.5 {
					t.Errorf("%s: %s on %s has a contrast of %.2f", shade, text, ground, got)
				}
				if got := Contrast(of(text), Over(of(ground), of(fynetheme.ColorNameHover))); got < 4.5 && text != fynetheme.ColorNameDisabled {
					t.Errorf("%s: %s on %s under the pointer has a contrast of %.2f", shade, text, ground, got)
				}
			}
		}
		// What has the keyboard in a menu, and a button with the keyboard.
		for _, ground := range []fyne.ThemeColorName{fynetheme.ColorNameMenuBackground, fynetheme.ColorNameButton} {
			if got := Contrast(of(ColorText), Over(of(ground), of(fynetheme.ColorNameFocus))); got < 4.5 {
				t.Errorf("%s: text on %s with the keyboard has a contrast of %.2f", shade, ground, got)
			}
		}
		// Edges of fields and the ring of the keyboard are no text (WCAG 2.2, 1.4.11).
		for _, edge := range []fyne.ThemeColorName{ColorBorder, ColorPrimary} {
			for _, ground := range []fyne.ThemeColorName{fynetheme.ColorNameBackground, fynetheme.ColorNameOverlayBackground, ColorRail} {
				if got := Contrast(of(edge), of(ground)); got < 3 {
					t.Errorf("%s: the edge %s on %s has a contrast of %.2f", shade, edge, ground, got)
				}
			}
		}
		if got := Contrast(of(ColorOK), Over(of(fynetheme.ColorNameSelection), of(fynetheme.ColorNameHover))); got < 3 {
			t.Errorf("%s: the icon of a good row that is selected has a contrast of %.2f", shade, got)
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
		IconNotSent, IconNotKnown, IconPractice, IconOrganization, IconWait, IconInactive, IconCheck, IconInfo, IconFile, IconMark,
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

func TestAnIconIsColoredOnceForEachColor(t *testing.T) { //nolint:paralleltest // one toolkit
	app := test.NewTempApp(t)
	content := func(icon fyne.Resource, look Shade) string {
		app.Settings().SetTheme(NewLook(look, 100))
		return string(icon.Content())
	}
	icon := Icon(IconReady, ColorText)
	light := content(icon, ShadeLight)
	if again := icon.Content(); &again[0] != &icon.Content()[0] {
		t.Error("it is colored anew in the same color")
	}
	if dark := content(icon, ShadeDark); dark == light || content(icon, ShadeLight) != light {
		t.Error("it does not follow the theme")
	}
	other := Colored(icon, ColorOK)
	if content(other, ShadeLight) != string(fynetheme.NewColoredResource(drawing(IconReady), ColorOK).Content()) || other.Name() != "success_nl-ready.svg" {
		t.Errorf("%s is not colored as the toolkit colors it", other.Name())
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
