package program

import (
	"context"
	"errors"
	"log/slog"
	"os"

	"numberloader/internal/fault"
	"numberloader/internal/platform/start"
)

// errUndrawn says that the toolkit made no window; its own complaint is in the log.
var errUndrawn = errors.New("the toolkit made no window")

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
	err := start.Drawable()
	if err == nil {
		var status int
		if status, err = p.showWindow(ctx, files); err == nil {
			return status
		}
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
