package layout_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/stage"
	"numberloader/gui/widgets"
)

func TestTextIsCutOnlyWhereItMayBe(t *testing.T) {
	long := "a-file-with-a-name-that-goes-on-and-on.xlsx"
	cut, whole := draw.NewText(long, draw.Body.Shortened()), draw.NewText("+19135550101", draw.Body)
	row := layout.HStack(8, cut, whole)
	w := stage.Show(t, row, fyne.NewSize(200, 30))
	texts := stage.Drawn(row)
	if !strings.HasSuffix(texts[0], "…") || texts[1] != "+19135550101" || cut.Text() != long {
		t.Errorf("drawn are %q", texts)
	}
	w.Resize(fyne.NewSize(800, 30))
	if texts := stage.Drawn(row); texts[0] != long {
		t.Errorf("drawn are %q though there is room", texts)
	}
	cut.SetText("short")
	cut.Set("short", draw.Body)
	if texts := stage.Drawn(row); texts[0] != "short" {
		t.Errorf("drawn are %q", texts)
	}
}

func TestALinkFollowsTheLastWordOrGetsItsOwnLine(t *testing.T) {
	paragraph, link := draw.NewParagraph("Two columns look like phone numbers.", draw.Secondary), widgets.NewLink("Change", func() {})
	followed := layout.Followed(paragraph, link)
	w := stage.Show(t, layout.VStack(0, followed), fyne.NewSize(600, 100))
	if link.Position().Y != 0 || link.Position().X < 200 {
		t.Errorf("the link is at %v", link.Position())
	}
	w.Resize(fyne.NewSize(paragraph.MinSize().Width+150, 100))
	if link.Position().X+link.MinSize().Width > followed.Size().Width {
		t.Errorf("the link is at %v of %v", link.Position(), followed.Size())
	}
}

func TestSpacersShareWhatIsLeft(t *testing.T) {
	left, right := layout.Space(20, 10), layout.Space(30, 20)
	stage.Show(t, layout.HStack(10, left, layout.Spacer(), right), fyne.NewSize(200, 40))
	if left.Position() != fyne.NewPos(0, 15) || right.Position() != fyne.NewPos(170, 10) {
		t.Errorf("at %v and %v", left.Position(), right.Position())
	}
	top, bottom := layout.Space(20, 10), layout.Space(30, 20)
	stage.Show(t, layout.VStack(10, top, layout.Spacer(), bottom), fyne.NewSize(200, 100))
	if top.Position().Y != 0 || bottom.Position().Y != 80 || bottom.Size().Width != 200 {
		t.Errorf("at %v and %v", top.Position(), bottom.Position())
	}
}

func TestInsetSizedAndCapped(t *testing.T) {
	object := layout.Space(10, 10)
	stage.Show(t, layout.Inset(1, 2, 3, 4, object), fyne.NewSize(100, 50))
	if object.Position() != fyne.NewPos(4, 1) || object.Size() != fyne.NewSize(94, 46) {
		t.Errorf("%v at %v", object.Size(), object.Position())
	}
	if size := layout.Sized(50, 0, layout.Space(10, 10)).MinSize(); size != fyne.NewSize(50, 10) {
		t.Errorf("sized to %v", size)
	}
	stage.Show(t, layout.Sized(50, 0, object), fyne.NewSize(100, 50)).Content().MinSize()
	if object.Size() != fyne.NewSize(100, 50) {
		t.Errorf("asking for the least size made it %v", object.Size())
	}
	stage.Show(t, layout.Capped(60, object), fyne.NewSize(100, 50))
	if object.Size() != fyne.NewSize(60, 50) {
		t.Errorf("capped to %v", object.Size())
	}
}
