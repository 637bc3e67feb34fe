package draw_test

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/draw"
	"numberloader/gui/stage"
	"numberloader/gui/theme"
)

func TestALineAroundNothingIsNotBlendedWithBlack(t *testing.T) {
	surface := draw.NewSurface(draw.Paint{Stroke: theme.ColorSeparator, Width: 1, Radius: 8})
	stage.Show(t, surface, fyne.NewSize(100, 100))
	drawn := test.WidgetRenderer(surface).Objects()[0].(*canvas.Rectangle)
	line, inside := color.NRGBAModel.Convert(drawn.StrokeColor).(color.NRGBA), color.NRGBAModel.Convert(drawn.FillColor).(color.NRGBA)
	if line.A = 1; inside != line {
		t.Errorf("inside is %v, want %v", inside, line)
	}
	surface.Set(draw.Paint{})
	if _, _, _, alpha := drawn.FillColor.RGBA(); alpha != 0 {
		t.Errorf("a surface without fill and line is drawn in %v", drawn.FillColor)
	}
	surface.Set(draw.Paint{Fill: theme.ColorHeader})
	if drawn.FillColor != surface.Theme().Color(theme.ColorHeader, draw.Variant()) {
		t.Errorf("filled with %v", drawn.FillColor)
	}
}
