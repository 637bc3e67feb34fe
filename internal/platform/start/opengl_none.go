//go:build !cgo || ci || !windows

package start

// Drawable says whether the toolkit may be started. Whether it could draw its window is
// seen afterwards; only a compositor of Wayland without a seat would end the program. It
// belongs to the main goroutine, before the toolkit is started.
func Drawable() error { return avoidSeatless() }
