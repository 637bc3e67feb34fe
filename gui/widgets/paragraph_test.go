package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

func TestAWordThatIsWiderThanItsLineIsBroken(t *testing.T) {
	const long = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen"
	paragraph := NewParagraph("Where is "+long+" now?", Body)
	column := VStack(0, paragraph)
	w := stage(t, column, fyne.NewSize(200, 200))
	one := NewParagraph("x", Body).MinSize().Height
	if got := paragraph.MinSize().Height; got < 4*one {
		t.Errorf("%v high, a line is %v", got, one)
	}
	if got := strings.Join(drawn(column), ""); !strings.Contains(got, long) {
		t.Errorf("drawn are %q", got)
	}
	for _, text := range drawn(column) {
		if width := Body.width(text, paragraph.Theme()); width > 200 {
			t.Errorf("%q is %v wide", text, width)
		}
	}
	w.Resize(fyne.NewSize(900, 200))
	if texts := drawn(column); len(texts) != 1 {
		t.Errorf("drawn are %q", texts)
	}
	w.Resize(fyne.NewSize(1, 200))
	if got := strings.Join(drawn(column), ""); !strings.Contains(got, "Donau") && !strings.Contains(got, "D") {
		t.Errorf("drawn are %q", got)
	}
}
