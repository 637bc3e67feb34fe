package layout

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"numberloader/gui/draw"
)

// Page is an object of any height that scrolls; its width is that of its place, or what
// it needs at least, as with large text in a small window; then it scrolls sideways, too.
func Page(object fyne.CanvasObject) *fyne.Container {
	return newPage(page{scroll: container.NewScroll(object)})
}

// Watched is a Page that tells which part of its object is seen, from top to bottom,
// whenever it was laid out or scrolled.
func Watched(object fyne.CanvasObject, seen func(top, bottom float32)) *fyne.Container {
	l := page{container.NewScroll(object), seen}
	l.scroll.OnScrolled = func(fyne.Position) { l.tell() }
	return newPage(l)
}

func newPage(l page) *fyne.Container {
	return container.New(l, scrolled(l.scroll)...)
}

// Scrolled is an object that scrolls up and down in its place, without a shade at its
// edges.
func Scrolled(object fyne.CanvasObject) fyne.CanvasObject {
	return Stack(scrolled(container.NewVScroll(object))...)
}

// scrolled are a scroller without a shade and, at its place, what tells a screen reader of
// its content, since the toolkit does not ask what scrolls.
func scrolled(scroll *container.Scroll) []fyne.CanvasObject {
	return []fyne.CanvasObject{
		container.NewThemeOverride(scroll, shadeless{}), draw.NewReader(func() string { return draw.Spoken(scroll.Content) }),
	}
}

// page gives the scrolled object its width first, so that the height that the
// scroller asks for is that of wrapped text.
type page struct {
	scroll *container.Scroll
	seen   func(top, bottom float32) // nil for nobody
}

func (l page) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.scroll.Content.MinSize().Width, objects[0].MinSize().Height)
}

func (l page) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	HeightAt(l.scroll.Content, max(size.Width, l.scroll.Content.MinSize().Width))
	for _, object := range objects {
		Put(object, fyne.Position{}, size)
	}
	l.scroll.Refresh()
	l.tell()
}

func (l page) tell() {
	if l.seen != nil {
		l.seen(l.scroll.Offset.Y, l.scroll.Offset.Y+l.scroll.Size().Height)
	}
}

// Shadeless is the theme for what is scrolled by something other than Page.
func Shadeless() fyne.Theme { return shadeless{} }

// PageHeight is the height of what a Page holds at a width.
func PageHeight(object fyne.CanvasObject, width float32) float32 {
	box, ok := object.(*fyne.Container)
	if !ok {
		return object.MinSize().Height
	}
	l, ok := box.Layout.(page)
	if !ok {
		return object.MinSize().Height
	}
	return HeightLater(l.scroll.Content, width)
}

// shadeless is the theme without the fade at the edges of what is scrolled,
// which has the color of the scrim behind dialogs.
type shadeless struct{}

func (shadeless) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	if name == fynetheme.ColorNameShadow {
		return color.Transparent
	}
	return draw.AppTheme().Color(name, v)
}

func (shadeless) Font(style fyne.TextStyle) fyne.Resource    { return draw.AppTheme().Font(style) }
func (shadeless) Icon(name fyne.ThemeIconName) fyne.Resource { return draw.AppTheme().Icon(name) }
func (shadeless) Size(name fyne.ThemeSizeName) float32       { return draw.AppTheme().Size(name) }
