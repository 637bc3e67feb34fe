package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Page is an object of any height that scrolls; its width is that of its place, or what
// it needs at least, as with large text in a small window; then it scrolls sideways, too.
func Page(object fyne.CanvasObject) *fyne.Container {
	scroll := container.NewScroll(object)
	return container.New(page{scroll}, container.NewThemeOverride(scroll, shadeless{}))
}

// Scrolled is an object that scrolls up and down in its place, without a shade at its
// edges.
func Scrolled(object fyne.CanvasObject) fyne.CanvasObject {
	return container.NewThemeOverride(container.NewVScroll(object), shadeless{})
}

// page gives the scrolled object its width first, so that the height that the
// scroller asks for is that of wrapped text.
type page struct{ scroll *container.Scroll }

func (l page) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.scroll.Content.MinSize().Width, objects[0].MinSize().Height)
}

func (l page) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	heightAt(l.scroll.Content, max(size.Width, l.scroll.Content.MinSize().Width))
	Put(objects[0], fyne.Position{}, size)
	l.scroll.Refresh()
}

// Shadeless is the theme for what is scrolled by something other than Page.
func Shadeless() fyne.Theme { return shadeless{} }

// pageHeight is the height of what a Page holds at a width.
func pageHeight(object fyne.CanvasObject, width float32) float32 {
	box, ok := object.(*fyne.Container)
	if !ok {
		return object.MinSize().Height
	}
	layout, ok := box.Layout.(page)
	if !ok {
		return object.MinSize().Height
	}
	return heightLater(layout.scroll.Content, width)
}

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
