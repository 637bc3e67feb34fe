package reading

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"numberloader/gui/theme"
)

// TestTextsAboveTheHeaderMakeNoColumnWider has the same text above the header and in
// the list.
func TestTextsAboveTheHeaderMakeNoColumnWider(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.NewLook(theme.ShadeLight, 100))
	canvas := test.NewTempWindow(t, nil).Canvas()
	wide := func(line int, text string) float32 {
		tried := carrier()
		top := &tried.table.Top[line]
		top.Texts = append([]string{text}, top.Texts[1:]...)
		widths, _ := (&previewColumns{NewSample(canvas, NewModel(tried, nil), func() {}, func() {}).preview}).widths()
		return widths[0]
	}
	const title = "Acme Telecom, delivery 4471"
	usual := wide(0, "")
	if titled := wide(0, title); titled != usual {
		t.Errorf("a title makes the column %v wide, not %v", titled, usual)
	}
	for _, line := range []int{1, 2} { // the header, and the first row of the list
		if listed := wide(line, title); listed <= usual || listed > columnMost {
			t.Errorf("line %d makes the column %v wide, which is usually %v", line, listed, usual)
		}
	}
	if longest := wide(2, title+title+title); longest != columnMost {
		t.Errorf("a long text makes the column %v wide", longest)
	}
}
