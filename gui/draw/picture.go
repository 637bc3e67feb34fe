package draw

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"numberloader/gui/theme"
)

// Icon is an icon in its place: 16 units, in a color that follows the theme.
func Icon(name theme.IconName, tone fyne.ThemeColorName) fyne.CanvasObject {
	return Grown(Picture(theme.Icon(name, tone), theme.IconSize))
}

// Grown is a picture, or another object of a fixed size, that grows with the text beside it.
func Grown(picture fyne.CanvasObject) *fyne.Container { return container.New(grown{}, picture) }

// Picture is an icon of a size, which stays whatever the size of the text.
func Picture(icon fyne.Resource, size float32) *canvas.Image {
	image := canvas.NewImageFromResource(icon)
	image.FillMode = canvas.ImageFillContain
	image.SetMinSize(fyne.NewSquareSize(size))
	return image
}

// grown is a place that grows with the text.
type grown struct{}

func (grown) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size, larger := objects[0].MinSize(), Scale()
	return fyne.NewSize(size.Width*larger, size.Height*larger)
}

func (grown) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.Position{})
	objects[0].Resize(size)
}
