package layout_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/stage"
)

func TestAPageScrollsTheWholeHeightOfWrappedText(t *testing.T) {
	paragraph := draw.NewParagraph(strings.Repeat("many words ", 100), draw.Body)
	last := draw.NewText("The end", draw.Body)
	content := layout.VStack(0, paragraph, last)
	stage.Show(t, layout.Page(content), fyne.NewSize(200, 100))
	if bottom := last.Position().Y + last.Size().Height; content.Size().Height < bottom || bottom < 500 {
		t.Errorf("%v high, and the end is at %v", content.Size().Height, bottom)
	}
}
