package widgets

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/draw"
	"numberloader/gui/press"
	"numberloader/gui/theme"
)

// dropApart is the room between a control and what it opens, and below that.
const dropApart float32 = 4

// DropArrow says that a control opens something below it. It grows with the text.
func DropArrow(size float32) fyne.CanvasObject {
	return draw.Grown(draw.Picture(theme.Colored(fynetheme.MenuDropDownIcon(), theme.ColorText), size))
}

// RoomBelow is how tall what a control opens may be without leaving the window.
func RoomBelow(on fyne.Canvas, control fyne.CanvasObject) float32 {
	at := press.PlaceOf(on, control)
	return on.Size().Height - at.Y - control.Size().Height - dropApart - theme.Gap
}

// Drop shows a pop-up below a control, their right ends in line, inside of the window.
func Drop(popup *widget.PopUp, on fyne.Canvas, control fyne.CanvasObject) {
	size := control.Size()
	DropAt(popup, on, press.PlaceOf(on, control).AddXY(size.Width-popup.MinSize().Width, size.Height+dropApart))
}

// DropAt shows a pop-up at a position of the window, or as near to it as all of it is
// inside of the window.
func DropAt(popup *widget.PopUp, on fyne.Canvas, at fyne.Position) {
	size, room := popup.MinSize(), on.Size()
	x := min(at.X, room.Width-theme.Gap-size.Width)
	y := min(at.Y, room.Height-theme.Gap-size.Height)
	popup.ShowAtPosition(fyne.NewPos(max(theme.Gap, x), max(theme.Gap, y)))
	popup.Resize(size)
}
