package draw_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/draw"
	"numberloader/gui/stage"
)

func TestAMeterIsNeverShorterThanItIsHigh(t *testing.T) {
	meter := draw.NewMeter(12)
	stage.Show(t, meter, fyne.NewSize(200, 12))
	fill := test.WidgetRenderer(meter).Objects()[1]
	for _, c := range []struct {
		share float64
		want  float32
	}{{0.001, 12}, {0.5, 100}, {7, 200}} {
		meter.Set(c.share)
		if fill.Size().Width != c.want || !fill.Visible() {
			t.Errorf("%v is %v wide", c.share, fill.Size().Width)
		}
	}
	if meter.Set(0); fill.Visible() {
		t.Error("nothing is done, and something is drawn")
	}
	meter.Set(7)
	if meter.Share() > 1 {
		t.Error("more than all is done")
	}
}
