package draw_test

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"golang.org/x/image/font/sfnt"

	"numberloader/gui/draw"
	"numberloader/gui/theme"
)

func TestShortenKeepsTheBeginning(t *testing.T) {
	t.Parallel()
	width := func(text string) float32 { return float32(len([]rune(text))) }
	for want, limit := range map[string]float32{"Zürich": 6, "Züri…": 5, "Z…": 2, "…": 1} {
		if got := draw.Shorten("Zürich", limit, width); got != want {
			t.Errorf("got %q at %v", got, limit)
		}
	}
}

func TestTheFontOfTheProgramHasWhatIsDrawnInItAlone(t *testing.T) {
	t.Parallel()
	var buffer sfnt.Buffer
	look, text := theme.New(), canvas.NewText("", color.Black)
	for _, style := range []draw.Style{draw.Body, draw.Strong, {Mono: true}} {
		style.Write(text, "", look)
		font, err := sfnt.Parse(text.FontSource.Content())
		if err != nil {
			t.Fatal(err)
		}
		for r := rune(0); r <= 0xffff; r++ {
			style.Write(text, string(r), look)
			if text.FontSource == nil {
				continue
			}
			if glyph, err := font.GlyphIndex(&buffer, r); err != nil || glyph == 0 {
				t.Errorf("%v: there is no %q (%v)", text.TextStyle, r, err)
			}
		}
	}
}

func TestTextBesideTheFontOfTheProgramIsLeftToTheToolkit(t *testing.T) {
	t.Parallel()
	look, text := theme.New(), canvas.NewText("", color.Black)
	for words, plain := range map[string]bool{
		"+1 (212) 555-0100 … “São Paulo”, Zażółć – 12 × 3": true,
		"東京": false, "Москва": false, "Sales 📞": false, "\u2066abc": false, "e\u0301": false,
	} {
		if draw.Body.Write(text, words, look); (text.FontSource != nil) != plain {
			t.Errorf("%q: plain %v", words, text.FontSource != nil)
		}
	}
	draw.Body.Write(text, "A", look)
	draw.Strong.Write(text, "東", look)
	if text.FontSource != nil || text.TextStyle != (fyne.TextStyle{Bold: true}) {
		t.Errorf("%v keeps what was said before", text)
	}
}
