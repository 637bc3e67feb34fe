package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/press"
	"numberloader/gui/theme"
)

// dropApart is the room between a control and what it opens, and below that.
const dropApart float32 = 4

// RoomBelow is how tall what a control opens may be without leaving the window.
func RoomBelow(on fyne.Canvas, control fyne.CanvasObject) float32 {
	at := press.PlaceOf(on, control)
	return on.Size().Height - at.Y - control.Size().Height - dropApart - theme.Gap
}

// Drop shows a pop-up below a control, their right ends in line, inside of the window.
func Drop(popup *widget.PopUp, on fyne.Canvas, control fyne.CanvasObject) {
	at := press.PlaceOf(on, control)
	size := popup.MinSize()
	x := max(theme.Gap, min(at.X+control.Size().Width, on.Size().Width-theme.Gap)-size.Width)
	y := min(at.Y+control.Size().Height+dropApart, on.Size().Height-theme.Gap-size.Height)
	popup.ShowAtPosition(fyne.NewPos(x, max(theme.Gap, y)))
	popup.Resize(size)
}
