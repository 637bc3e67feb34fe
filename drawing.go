package main

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"

	"numberloader/internal/fault"
)

// draw shows the window with the files where this computer can draw it; else it
// hands them to the program beside the software renderer, or says in a message of
// the system's that there will be no window. It returns the exit status.
func (p *program) draw(ctx context.Context, files []string) int {
	renderer, version, err := openGL()
	if err == nil {
		p.log.InfoContext(ctx, "The window is drawn.", slog.String("renderer", renderer), slog.String("opengl", version))
		p.showWindow(ctx, renderer, files)
		return 0
	}
	p.log.WarnContext(ctx, "OpenGL can't draw a window.", slog.Any("error", err))
	own, _ := os.Executable()
	if err := drawInSoftware(own, files, p.desktop.StartProgram); err == nil {
		return 0
	}
	err = &fault.Error{Kind: fault.NoOpenGL, Err: err}
	say(err)
	show(ctx, p.desktop, err)
	return 1
}

// softwareFolder has, beside the program, a second name of it and Mesa's OpenGL,
// which draws without a graphics card. Windows looks for OpenGL beside a program
// first, so it lies there and nowhere else: everybody with a graphics card is to
// use that.
const softwareFolder = "software-gl"

// drawInSoftware starts the program beside the software renderer with the same
// files. That one has none beside itself, so a renderer that fails as well is
// told about, and not tried over and over.
func drawInSoftware(own string, files []string, start func(program string, arguments ...string) error) error {
	program := filepath.Join(filepath.Dir(own), softwareFolder, filepath.Base(own))
	if _, err := os.Stat(program); err != nil {
		return err
	}
	return start(program, files...)
}
