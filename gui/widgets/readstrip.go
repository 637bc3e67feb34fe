package widgets

import (
	"fyne.io/fyne/v2"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
)

// readTall is how tall the line is.
const readTall float32 = 36

// ReadStrip is the line at the bottom of a page that says when something was read, and a
// link that reads it again.
func ReadStrip(read, again string, onAgain func()) fyne.CanvasObject {
	row := layout.HStack(theme.Gap, draw.Icon(theme.IconWait, theme.ColorSecondary), draw.NewText(read, draw.Secondary.Shortened()), layout.Spacer(), NewLink(again, onAgain))
	return layout.Stack(draw.NewSurface(draw.Paint{Fill: theme.ColorHeader}),
		layout.Tall(readTall, layout.Frame(draw.Hairline(), nil, nil, nil, layout.Inset(0, theme.SideMargin, 0, theme.SideMargin, row))))
}
