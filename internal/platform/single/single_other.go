//go:build !windows

package single

import "os"

// desktop tells the desktops of a user apart: a window on another screen is no help.
func desktop() string { return os.Getenv("WAYLAND_DISPLAY") + " " + os.Getenv("DISPLAY") }

// allowForeground has nothing to allow.
func allowForeground() {}
