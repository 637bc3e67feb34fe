package widgets

import (
	"image/color"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/theme"
)

func TestALineAroundNothingIsNotBlendedWithBlack(t *testing.T) {
	surface := NewSurface(Paint{Stroke: theme.ColorSeparator, Width: 1, Radius: 8})
	stage(t, surface, fyne.NewSize(100, 100))
	drawn := test.WidgetRenderer(surface).(*surfaceRenderer).drawn
	line, inside := color.NRGBAModel.Convert(drawn.StrokeColor).(color.NRGBA), color.NRGBAModel.Convert(drawn.FillColor).(color.NRGBA)
	if line.A = 1; inside != line {
		t.Errorf("inside is %v, want %v", inside, line)
	}
	surface.Set(Paint{})
	if _, _, _, alpha := drawn.FillColor.RGBA(); alpha != 0 {
		t.Errorf("a surface without fill and line is drawn in %v", drawn.FillColor)
	}
	surface.Set(Paint{Fill: theme.ColorHeader})
	if drawn.FillColor != surface.Theme().Color(theme.ColorHeader, variant()) {
		t.Errorf("filled with %v", drawn.FillColor)
	}
}

func TestTheKeyboardGoesThroughAFrameAsItIsRead(t *testing.T) {
	part := func(name string) fyne.CanvasObject { return canvas.NewText(name, nil) }
	frame := Frame(part("top"), part("bottom"), part("left"), part("right"), part("center"))
	var order []string
	for _, o := range frame.Objects {
		order = append(order, o.(*canvas.Text).Text)
	}
	if want := []string{"top", "left", "center", "right", "bottom"}; !slices.Equal(order, want) {
		t.Errorf("got %q, want %q", order, want)
	}
}
