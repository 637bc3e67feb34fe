package widgets

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
)

// ChipMenu is a gray button with an icon, a name and an arrow that opens a menu
// below it: the organization, top right.
type ChipMenu struct {
	area  *Tappable
	shown theme.IconName
	icon  *fyne.Container // shows it
	name  *draw.Text
	on    fyne.Canvas
	menu  func() *fyne.Menu
}

// NewChipMenu returns a chip of a canvas; menu is asked each time that it opens.
func NewChipMenu(on fyne.Canvas, menu func() *fyne.Menu) *ChipMenu {
	c := &ChipMenu{on: on, menu: menu, icon: layout.Stack(), name: draw.NewText("", draw.Strong)}
	arrow := DropArrow(18)
	content := layout.Inset(0, 10, 0, 10, layout.HStack(theme.Gap, c.icon, c.name, arrow))
	back := draw.NewSurface(draw.Paint{Fill: fynetheme.ColorNameButton, Radius: theme.Radius})
	c.area = NewTappable(layout.AtLeast(theme.Control, layout.Stack(back, content)), theme.Radius, c.Open)
	return c
}

// Object is what is drawn.
func (c *ChipMenu) Object() fyne.CanvasObject { return c.area }

// Set changes icon and name. A picture that stays is not made anew: the window would be
// painted twice for it.
func (c *ChipMenu) Set(icon theme.IconName, name string) {
	if icon == c.shown && name == c.name.Text() {
		return
	}
	c.shown = icon
	c.icon.Objects = []fyne.CanvasObject{draw.Icon(icon, theme.ColorText)}
	c.name.SetText(name)
	c.area.Refresh()
}

// Open shows the menu, its right end under that of the chip.
func (c *ChipMenu) Open() {
	popUp := widget.NewPopUpMenu(c.menu(), c.on)
	size := c.area.Size()
	popUp.ShowAtRelativePosition(fyne.NewPos(size.Width-popUp.MinSize().Width, size.Height+4), c.area)
}
