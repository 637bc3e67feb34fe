//go:build !probe

package program

import (
	"context"
	"log/slog"

	"numberloader/gui"
)

// watch does nothing in a program that people get.
func watch(context.Context, *gui.Window, *slog.Logger) {}
