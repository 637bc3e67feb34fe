//go:build probe

package program

import (
	"context"
	"log/slog"
	"os"

	"numberloader/gui"
	"numberloader/gui/probe"
)

// watch tells end-to-end tests on the socket that NUMBERLOADER_PROBE names what
// the window shows.
func watch(ctx context.Context, w *gui.Window, log *slog.Logger) {
	socket := os.Getenv("NUMBERLOADER_PROBE")
	if socket == "" {
		return
	}
	go func() {
		if err := probe.Serve(ctx, socket, w.Window(), w.Idle); err != nil {
			log.Error("probe", slog.Any("error", err))
		}
	}()
}
