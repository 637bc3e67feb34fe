//go:build !linux && !freebsd

package start

import "errors"

// ErrNoSeat is of Wayland alone.
var ErrNoSeat = errors.New("no Wayland here")

// avoidSeatless has nothing to avoid.
func avoidSeatless() error { return nil }
