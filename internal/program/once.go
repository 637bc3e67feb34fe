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
	claim, err := p.take(ctx, files)
	switch {
	case err != nil:
		p.log.WarnContext(ctx, "There is no claim to the window.", slog.Any("error", err))
	case claim == nil:
		return 0
	default:
		p.claim = claim
	}
	return p.draw(ctx, files)
}

// take claims the window, or hands the files to the program that shows one.
func (p *program) take(ctx context.Context, files []string) (*single.Claim, error) {
	ctx, cancel := context.WithTimeout(ctx, single.Patience)
	defer cancel()
	return single.Take(ctx, p.folders.Data, files)
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

// takeLater takes the files of programs that start later into the window.
func (p *program) takeLater(ctx context.Context, w *gui.Window, ui *thread) {
	if p.claim == nil {
		return
	}
	go p.claim.Serve(ctx, func(files []string) bool {
		ctx, cancel := context.WithTimeout(ctx, single.Patience)
		defer cancel()
		taken := make(chan bool, 1)
		fyne.Do(func() { taken <- !ui.gone.Load() && w.Summon(files) })
		select {
		case <-ctx.Done():
			return false
		case took := <-taken:
			return took
		}
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
