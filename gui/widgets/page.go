package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Page is an object of any height that scrolls; its width is that of its place.
func Page(object fyne.CanvasObject) *fyne.Container {
	scroll := container.NewVScroll(object)
	return container.New(page{scroll}, container.NewThemeOverride(scroll, shadeless{}))
}

// page gives the scrolled object its width first, so that the height that the
// scroller asks for is that of wrapped text.
type page struct{ scroll *container.Scroll }

func (page) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (l page) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	heightAt(l.scroll.Content, size.Width)
	Put(objects[0], fyne.Position{}, size)
	l.scroll.Refresh()
}

// Shadeless is the theme for what is scrolled by something other than Page.
func Shadeless() fyne.Theme { return shadeless{} }

// shadeless is the theme without the fade at the edges of what is scrolled,
// which has the color of the scrim behind dialogs.
type shadeless struct{}

func (shadeless) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	if name == fynetheme.ColorNameShadow {
		return color.Transparent
	}
	return appTheme().Color(name, v)
}

func (shadeless) Font(style fyne.TextStyle) fyne.Resource    { return appTheme().Font(style) }
func (shadeless) Icon(name fyne.ThemeIconName) fyne.Resource { return appTheme().Icon(name) }
func (shadeless) Size(name fyne.ThemeSizeName) float32       { return appTheme().Size(name) }
