package program

import (
	"context"
	"errors"
	"log/slog"
	"os"

	"numberloader/internal/fault"
	"numberloader/internal/platform/start"
)

// undrawn says why there will be no window.
func undrawn(err error) error {
	f := &fault.Error{Kind: fault.NoOpenGL, Err: err}
	if errors.Is(err, start.ErrNoSeat) {
		f.What, f.Next = fault.Say("program.seatless"), fault.Say("program.seatless_next")
	}
	return f
}

// draw shows the window with the files where this computer can draw it; else it
// hands them to the program beside the software renderer, or says in a message of
// the system's that there will be no window. It returns the exit status.
func (p *program) draw(ctx context.Context, files []string) int {
	renderer, version, err := start.OpenGL()
	if err == nil {
		p.log.InfoContext(ctx, "The window is drawn.", slog.String("renderer", renderer), slog.String("opengl", version))
		return p.showWindow(ctx, renderer, files)
	}
	p.log.WarnContext(ctx, "OpenGL can't draw a window.", slog.Any("error", err))
	p.giveUp() // to the other program
	own, _ := os.Executable()
	if err := start.InSoftware(own, files, p.desktop.StartProgram); err == nil {
		return 0
	}
	err = undrawn(err)
	say(err)
	if shown := show(ctx, p.desktop, err); shown != nil {
		p.log.WarnContext(ctx, "The message could not be shown.", slog.Any("error", shown))
	}
	return 1
}
