package start

import (
	"context"
	"os"
	"sync/atomic"

	"golang.org/x/sys/windows"
)

// attachParentProcess is ATTACH_PARENT_PROCESS of AttachConsole.
const attachParentProcess = ^uintptr(0)

// WithConsole gives a verb the console that the program was started from, which
// Windows withholds from a program that has a window. Streams that were
// redirected stay as they are; without a console the others lead nowhere, so that
// writing to them fails for nobody. The context ends with the first Ctrl-C; the
// second ends the program at once. It is called before anything is printed.
func WithConsole(ctx context.Context) context.Context {
	kernel := windows.NewLazySystemDLL("kernel32.dll")
	attached, _, _ := kernel.NewProc("AttachConsole").Call(attachParentProcess)
	in, out := os.DevNull, os.DevNull
	if attached != 0 {
		in, out = "CONIN$", "CONOUT$"
	}
	os.Stdin = usable(os.Stdin, in)
	os.Stdout = usable(os.Stdout, out)
	os.Stderr = usable(os.Stderr, out)
	if attached == 0 {
		return ctx
	}
	ctx, stop := context.WithCancel(ctx)
	// Attaching has taken away the handler of the Go runtime.
	kernel.NewProc("SetConsoleCtrlHandler").Call(windows.NewCallback(interrupted(stop)), 1) //nolint:errcheck,gosec // without it Ctrl-C ends the program at once
	return ctx
}

// usable is the stream if it leads anywhere, else the file or device by that name.
func usable(stream *os.File, name string) *os.File {
	kind, err := windows.GetFileType(windows.Handle(stream.Fd()))
	if err == nil && kind != windows.FILE_TYPE_UNKNOWN {
		return stream
	}
	opened, err := os.OpenFile(name, os.O_RDWR, 0) //nolint:gosec // a device's name, and ours
	if err != nil {
		return stream
	}
	return opened
}

// interrupted is a console's handler: it takes the first Ctrl-C or Ctrl-Break for
// a stop and leaves everything else to the system, which ends the program.
func interrupted(stop context.CancelFunc) func(event uint32) uintptr {
	var before atomic.Bool
	return func(event uint32) uintptr {
		asked := event == windows.CTRL_C_EVENT || event == windows.CTRL_BREAK_EVENT
		if !asked || before.Swap(true) {
			return 0
		}
		stop()
		return 1
	}
}
