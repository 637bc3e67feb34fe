package draw_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/stage"
)

func TestAWordThatIsWiderThanItsLineIsBroken(t *testing.T) {
	const long = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen"
	paragraph := draw.NewParagraph("Where is "+long+" now?", draw.Body)
	column := layout.VStack(0, paragraph)
	w := stage.Show(t, column, fyne.NewSize(200, 200))
	one := draw.NewParagraph("x", draw.Body).MinSize().Height
	if got := paragraph.MinSize().Height; got < 4*one {
		t.Errorf("%v high, a line is %v", got, one)
	}
	if got := strings.Join(stage.Drawn(column), ""); !strings.Contains(got, long) {
		t.Errorf("drawn are %q", got)
	}
	for _, text := range stage.Drawn(column) {
		if width := draw.Body.Width(text, paragraph.Theme()); width > 200 {
			t.Errorf("%q is %v wide", text, width)
		}
	}
	w.Resize(fyne.NewSize(900, 200))
	if texts := stage.Drawn(column); len(texts) != 1 {
		t.Errorf("drawn are %q", texts)
	}
	w.Resize(fyne.NewSize(1, 200))
	if got := strings.Join(stage.Drawn(column), ""); !strings.Contains(got, "Donau") && !strings.Contains(got, "D") {
		t.Errorf("drawn are %q", got)
	}
}

func TestAParagraphWrapsAndGrowsWithItsText(t *testing.T) {
	paragraph := draw.NewSpans(draw.Span{Text: "Dana Reyes", Style: draw.Strong}, draw.Span{Text: ", full administrator of ", Style: draw.Body}, draw.Span{Text: "Acme Corp", Style: draw.Strong}, draw.Span{Text: ".", Style: draw.Body})
	column := layout.VStack(0, paragraph)
	w := stage.Show(t, column, fyne.NewSize(900, 200))
	one := paragraph.MinSize().Height
	if texts := stage.Drawn(column); len(texts) != 4 {
		t.Errorf("drawn are %q", texts)
	}
	w.Resize(fyne.NewSize(150, 200))
	if two := paragraph.MinSize().Height; two < 2*one {
		t.Errorf("%v high in one line and %v in several", one, two)
	}
	if got := paragraph.Text(); got != "Dana Reyes, full administrator of Acme Corp." {
		t.Errorf("got %q", got)
	}
	paragraph.Set(draw.Span{Text: "Short", Style: draw.Body})
	if texts := stage.Drawn(column); !slices.Equal(texts, []string{"Short"}) {
		t.Errorf("drawn are %q", texts)
	}
}
