//go:build !cgo || ci

package placement

import "image"

// Spot is not known of windows that are not on a screen.
func (Desktop) Spot(any) (content image.Rectangle, maximized, ok bool) {
	return image.Rectangle{}, false, false
}

// Drawing is nothing: the toolkit's software driver needs no OpenGL.
func (Desktop) Drawing(any) (renderer, version string, ok bool) { return "", "", true }

// Maximize has nothing to do: there is no screen.
func (Desktop) Maximize(any) {}

// Rooms are none without a screen.
func (Desktop) Rooms() []image.Rectangle { return nil }
