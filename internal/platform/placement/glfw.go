//go:build cgo && !ci

package placement

import (
	"image"

	"github.com/go-gl/gl/v2.1/gl"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// Spot is where the content of a window of the toolkit's stands, in the desktop's own
// measure (pixels, on a Mac points), and whether it fills its screen. It is false while
// the window is not shown or iconified, and where the desktop does not say: under
// Wayland.
func (Desktop) Spot(window any) (content image.Rectangle, maximized, ok bool) {
	with(window, func(w *glfw.Window) {
		if glfw.GetPlatform() == glfw.PlatformWayland || w.GetAttrib(glfw.Iconified) == glfw.True {
			return
		}
		x, y := w.GetPos()
		width, height := w.GetSize()
		content, maximized, ok = image.Rect(x, y, x+width, y+height), w.GetAttrib(glfw.Maximized) == glfw.True, true
	})
	return content, maximized, ok
}

// Drawing is what draws a window of the toolkit's, such as the name of a graphics card,
// and its version of OpenGL. It is false as long as it is not shown, and where the
// toolkit could not make one, which it does not say.
func (Desktop) Drawing(window any) (renderer, version string, ok bool) {
	with(window, func(*glfw.Window) {
		renderer, version, ok = gl.GoStr(gl.GetString(gl.RENDERER)), gl.GoStr(gl.GetString(gl.VERSION)), true
	})
	return renderer, version, ok
}

// Maximize has a window fill its screen. It does nothing as long as it is not shown.
func (Desktop) Maximize(window any) { with(window, (*glfw.Window).Maximize) }

// Rooms are the parts of the screens where windows may stand, without docks and the
// like, the main screen first. There are none before the toolkit has made a window.
func (Desktop) Rooms() (rooms []image.Rectangle) {
	defer func() { _ = recover() }() // the binding panics where there is no desktop at all
	for _, screen := range glfw.GetMonitors() {
		x, y, width, height := screen.GetWorkarea()
		rooms = append(rooms, image.Rect(x, y, x+width, y+height))
	}
	return rooms
}

// with does something with the binding's window below one of the toolkit's, if there is
// one: the one whose context is current while the toolkit draws it.
func with(window any, do func(*glfw.Window)) {
	shown, ok := window.(interface{ RunWithContext(run func()) })
	if !ok {
		return
	}
	shown.RunWithContext(func() {
		if w := glfw.GetCurrentContext(); w != nil {
			do(w)
		}
	})
}
