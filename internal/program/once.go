package program

import (
	"context"
	"log/slog"
	"path/filepath"

	"fyne.io/fyne/v2"

	"numberloader/gui"
	"numberloader/internal/platform/single"
)

// showOnce shows the window with the files, or hands them to the program that shows one
// already. Where neither is possible, there is one more window: what several programs
// must not do at once, they have locks for. It returns the exit status.
func (p *program) showOnce(ctx context.Context, files []string) int {
	files = absolute(files)
	claim, err := single.Take(ctx, p.folders.Data)
	switch {
	case err != nil:
		p.log.WarnContext(ctx, "Later programs will not find this one.", slog.Any("error", err))
	case claim == nil:
		if err = p.handOver(ctx, files); err == nil {
			return 0
		}
		p.log.WarnContext(ctx, "The files could not be handed over.", slog.Any("error", err))
	default:
		p.claim = claim
	}
	defer p.giveUp()
	return p.draw(ctx, files)
}

// absolute are paths that mean the same in another program's folder.
func absolute(files []string) []string {
	all := make([]string, len(files))
	for i, file := range files {
		all[i] = file
		if path, err := filepath.Abs(file); err == nil {
			all[i] = path
		}
	}
	return all
}

// handOver hands the files to the program that shows the window.
func (p *program) handOver(ctx context.Context, files []string) error {
	ctx, cancel := context.WithTimeout(ctx, single.Patience)
	defer cancel()
	return single.HandOver(ctx, p.folders.Data, files)
}

// takeLater takes the files of programs that start later into the window.
func (p *program) takeLater(ctx context.Context, w *gui.Window) {
	if p.claim == nil {
		return
	}
	go p.claim.Serve(ctx, func(files []string) {
		ctx, cancel := context.WithTimeout(ctx, single.Patience)
		fyne.Do(func() {
			w.Summon(files)
			cancel()
		})
		<-ctx.Done()
	})
}

// giveUp lets the next program have a window.
func (p *program) giveUp() {
	if p.claim == nil {
		return
	}
	if err := p.claim.Close(); err != nil {
		p.log.Warn("The window could not be given up.", slog.Any("error", err))
	}
	p.claim = nil
}
