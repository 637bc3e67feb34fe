package layout_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"numberloader/gui/layout"
	"numberloader/gui/stage"
)

func TestTheKeyboardGoesThroughAFrameAsItIsRead(t *testing.T) {
	part := func(name string) fyne.CanvasObject { return canvas.NewText(name, nil) }
	frame := layout.Frame(part("top"), part("bottom"), part("left"), part("right"), part("center"))
	var order []string
	for _, o := range frame.Objects {
		order = append(order, o.(*canvas.Text).Text)
	}
	if want := []string{"top", "left", "center", "right", "bottom"}; !slices.Equal(order, want) {
		t.Errorf("got %q, want %q", order, want)
	}
}

func TestAFrameLeavesTheCenterTheRest(t *testing.T) {
	top, bottom, left, right, center := layout.Space(0, 10), layout.Space(0, 20), layout.Space(30, 0), layout.Space(40, 0), layout.Space(5, 5)
	frame := layout.Frame(top, bottom, left, right, center)
	stage.Show(t, frame, fyne.NewSize(200, 100))
	if center.Position() != fyne.NewPos(30, 10) || center.Size() != fyne.NewSize(130, 70) {
		t.Errorf("the center is %v at %v", center.Size(), center.Position())
	}
	if frame.MinSize() != fyne.NewSize(75, 35) {
		t.Errorf("at least %v", frame.MinSize())
	}
	top.Hide()
	frame.Refresh()
	if center.Position() != fyne.NewPos(30, 0) || center.Size().Height != 80 {
		t.Errorf("the center is %v at %v", center.Size(), center.Position())
	}
}

func TestColumnsAreEquallyWide(t *testing.T) {
	first, second := layout.Space(10, 10), layout.Space(40, 30)
	columns := layout.Columns(20, first, second)
	stage.Show(t, columns, fyne.NewSize(220, 50))
	if first.Size() != second.Size() || second.Position().X != 120 || columns.MinSize() != fyne.NewSize(100, 30) {
		t.Errorf("%v and %v", first.Size(), second.Size())
	}
}
