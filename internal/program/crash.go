package program

import (
	"context"
	"fmt"
	"log/slog"
	"path/filepath"
	"runtime/debug"
	"time"

	"numberloader/internal/phrase"
	"numberloader/internal/platform"
)

// caughtFault is a panic of the UI thread, and where it was.
type caughtFault struct {
	what  any
	stack []byte
}

// caught runs the window until it is closed, and catches what would end the program in
// the middle: requests under way are to be finished and written down.
func caught(run func()) (broken *caughtFault) {
	defer func() {
		if what := recover(); what != nil {
			broken = &caughtFault{what, debug.Stack()}
		}
	}()
	run()
	return nil
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
func (p *program) endOf(ctx context.Context, broken *caughtFault) int {
	if broken != nil {
		p.log.Error("The window ended by a fault.", slog.String("fault", fmt.Sprint(broken.what)), slog.String("stack", string(broken.stack)))
	}
	if p.crashes == nil {
		return statusOf(broken)
	}
	if broken != nil {
		p.noteCrash(p.crashes.Note(broken.what, broken.stack))
	}
	p.noteCrash(p.crashes.Close())
	if broken != nil && p.tellCrash(context.WithoutCancel(ctx)) == nil {
		_, err := p.crashes.Report()
		p.noteCrash(err)
	}
	return statusOf(broken)
}

func statusOf(broken *caughtFault) int {
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

// keepFault keeps a fault in the background that does not end the program, and has it
// told. It is called on any goroutine.
func (p *program) keepFault(what any, stack []byte, tell func(report string)) {
	p.log.Error("Work in the background ended by a fault.", slog.String("fault", fmt.Sprint(what)), slog.String("stack", string(stack)))
	if p.crashes == nil {
		return
	}
	report, err := p.crashes.Keep(what, stack, time.Now())
	p.noteCrash(err)
	if err == nil {
		tell(report)
	}
}
