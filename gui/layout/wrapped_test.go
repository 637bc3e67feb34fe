package layout_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
)

func TestWhatIsWrappedGoesToTheNextLineWhereRoomIsMissing(t *testing.T) {
	parts := make([]fyne.CanvasObject, 3)
	for i := range parts {
		parts[i] = canvas.NewRectangle(nil)
		parts[i].(*canvas.Rectangle).SetMinSize(fyne.NewSize(100, 20)) //nolint:forcetypeassert // made above
	}
	box := layout.Wrapped(draw.AlignStart, 10, 0, parts...)
	if got := box.MinSize(); got != fyne.NewSize(100, 20) {
		t.Errorf("at first %v", got)
	}
	for width, want := range map[float32]string{
		320: "[0 0] [110 0] [220 0] 20", 319: "[0 0] [110 0] [0 20] 40", 100: "[0 0] [0 20] [0 40] 60",
	} {
		box.Resize(fyne.NewSize(width, 20))
		got := ""
		for _, part := range parts {
			got += fmt.Sprintf("[%v %v] ", part.Position().X, part.Position().Y)
		}
		if got += fmt.Sprint(box.MinSize().Height); got != want {
			t.Errorf("%v wide: %s, want %s", width, got, want)
		}
	}
	parts[1].Hide()
	box.Resize(fyne.NewSize(300, 20))
	if box.Refresh(); parts[2].Position().X != 110 {
		t.Errorf("what is hidden takes room: the next one is at %v", parts[2].Position())
	}
	parts[0].Hide()
	parts[2].Hide()
	if got := box.MinSize(); got.Height != 40 {
		t.Errorf("while all are hidden, the room is %v", got)
	}
}
