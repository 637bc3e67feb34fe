package program

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"time"

	"numberloader/internal/fault"
	"numberloader/internal/phrase"
	"numberloader/internal/platform"
)

// caught runs the window until it is closed, and catches what would end the program in
// the middle, nil for nothing: requests under way are to be finished and written down.
func caught(run func()) *fault.PanicError {
	err := fault.Catch(func() error {
		run()
		return nil
	})
	broken, _ := errors.AsType[*fault.PanicError](err)
	return broken
}

// watchCrashes begins to keep what is known of a fault that ends the program.
func (p *program) watchCrashes() {
	var err error
	p.crashes, p.crashReport, err = platform.WatchCrashes(p.folders.Data, p.about.Details.Version)
	p.noteCrash(err)
}

// noteCrash notes why a crash can't be kept; nil is no reason.
func (p *program) noteCrash(err error) {
	if err != nil {
		p.log.Warn("Crashes can't be kept.", slog.Any("error", err))
	}
}

// endOf ends watching crashes. A fault is told at once or, where the system has no
// message, at the next start. It returns the exit status.
func (p *program) endOf(ctx context.Context, broken *fault.PanicError) int {
	if broken != nil {
		p.log.Error("The window ended by a fault.", slog.String("fault", fmt.Sprint(broken.What)), slog.String("stack", string(broken.Stack)))
	}
	if p.crashes == nil {
		return statusOf(broken)
	}
	if broken != nil {
		p.noteCrash(p.crashes.Note(broken))
	}
	p.noteCrash(p.crashes.Close())
	if broken != nil && p.tellCrash(context.WithoutCancel(ctx)) == nil {
		_, err := p.crashes.Report()
		p.noteCrash(err)
	}
	return statusOf(broken)
}

func statusOf(broken *fault.PanicError) int {
	if broken != nil {
		return 1
	}
	return 0
}

// tellCrash says in a message of the system's that the program has to close.
func (p *program) tellCrash(ctx context.Context) error {
	folder := filepath.Dir(platform.LogFile(p.folders.Data))
	text := phrase.Sentences(phrase.Text("program.crash.text"), phrase.Text("program.crash.next", "Folder", folder))
	return p.desktop.Complain(ctx, phrase.Text("program.crash.title"), text)
}

// keepFault keeps a fault of work that was caught, and returns the path of the report,
// "" where none can be kept. It may be called from any goroutine.
func (p *program) keepFault(caught *fault.PanicError) (report string) {
	p.log.Error("Work ended by a fault.", slog.String("fault", fmt.Sprint(caught.What)), slog.String("stack", string(caught.Stack)))
	report, err := platform.KeepFault(p.folders.Data, p.about.Details.Version, caught, time.Now())
	p.noteCrash(err)
	return report
}
