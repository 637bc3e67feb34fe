package widgets

import (
	"fyne.io/fyne/v2"

	"numberloader/gui/theme"
)

// ReadStrip is the line at the bottom of a page that says when something was read, and a
// link that reads it again.
func ReadStrip(read, again string, onAgain func()) fyne.CanvasObject {
	row := HStack(theme.Gap, Icon(theme.IconWait, theme.ColorSecondary), NewText(read, Secondary.Shortened()), Spacer(), NewLink(again, onAgain))
	return Stack(NewSurface(Paint{Fill: theme.ColorHeader}),
		Tall(stripLow, Frame(Hairline(), nil, nil, nil, Inset(0, theme.SideMargin, 0, theme.SideMargin, row))))
}
