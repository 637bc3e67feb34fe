package program

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"numberloader/gui/documents"
	importer "numberloader/import"
	"numberloader/internal/phrase"
	"numberloader/internal/platform"
)

// dialogs are the system's own for choosing files. They return "" where the user
// chose none.
type dialogs struct {
	desktop *platform.Desktop
	begin   string // the folder that they begin in
}

func (d *dialogs) open(ctx context.Context) (string, error) {
	path, ok, err := d.desktop.PickOpen(ctx, phrase.Text("words.openlist"), d.begin, importer.Endings())
	return picked(path, ok, err)
}

func (d *dialogs) save(ctx context.Context, name string) (string, error) {
	path, ok, err := d.desktop.PickSave(ctx, phrase.Text("words.saveas"), filepath.Join(d.begin, name))
	return picked(path, ok, err)
}

func (d *dialogs) folder(ctx context.Context) (string, error) {
	path, ok, err := d.desktop.PickFolder(ctx, phrase.Text("program.folder"), d.begin)
	return picked(path, ok, err)
}

// picked is the answer of a file dialog in the window's words.
func picked(path string, ok bool, err error) (string, error) {
	switch {
	case errors.Is(err, platform.ErrNoDialog):
		return "", documents.ErrNoDialog
	case err != nil:
		return "", fmt.Errorf("file dialog: %w", err)
	case !ok:
		return "", nil
	}
	return path, nil
}
