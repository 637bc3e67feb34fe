package platform

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os/exec"
	"path/filepath"
)

// ErrNotWeb says that an address is not one of a web page.
var ErrNotWeb = errors.New("not the address of a web page")

// Desktop opens things in other programs and shows the system's file dialogs.
// Use NewDesktop.
type Desktop struct {
	// start runs another program without waiting for its end; run waits.
	start, run func(name string, args ...string) error
	// parent is the window of X11 that dialogs stand before, 0 for none.
	parent uintptr
}

// StandBefore has the dialogs stand before a window of X11, by its number; 0 stands for
// none. It is called before any dialog is shown.
func (d *Desktop) StandBefore(window uintptr) { d.parent = window }

// NewDesktop returns the desktop of this system. Programs that it has opened
// stay open when ctx ends.
func NewDesktop(ctx context.Context) *Desktop {
	return &Desktop{
		start: func(name string, args ...string) error {
			//nolint:gosec // names and arguments are ours; a path or an address is one whole argument
			return start(exec.CommandContext(context.WithoutCancel(ctx), name, args...))
		},
		run: func(name string, args ...string) error {
			//nolint:gosec // as above
			if err := exec.CommandContext(ctx, name, args...).Run(); err != nil {
				return fmt.Errorf("run %s: %w", name, err)
			}
			return nil
		},
	}
}

func start(command *exec.Cmd) error {
	if err := command.Start(); err != nil {
		return fmt.Errorf("start %s: %w", command.Path, err)
	}
	go func() {
		// Waited for only so that nothing is left of it; how it ended says
		// nothing about the file.
		_ = command.Wait()
	}()
	return nil
}

// StartProgram starts a program without waiting for its end.
func (d *Desktop) StartProgram(program string, arguments ...string) error {
	return d.start(program, arguments...)
}

// OpenInOther opens a file or a folder in the program that the system uses for it.
func (d *Desktop) OpenInOther(path string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return fmt.Errorf("open: %w", err)
	}
	return d.open(path)
}

// ShowInFolder shows a file in its folder, selected where the system can do so.
func (d *Desktop) ShowInFolder(path string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return fmt.Errorf("show in folder: %w", err)
	}
	return d.show(path)
}

// OpenURL opens a web page in the browser. Addresses other than http and https
// are refused with ErrNotWeb: the system would start any program for them.
func (d *Desktop) OpenURL(address string) error {
	parsed, err := url.Parse(address)
	if err != nil || parsed.Host == "" || (parsed.Scheme != "https" && parsed.Scheme != "http") {
		return ErrNotWeb
	}
	return d.open(parsed.String())
}
