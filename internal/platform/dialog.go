package platform

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/ncruces/zenity"

	"numberloader/internal/phrase"
)

// ErrNoDialog says that the system has no dialogs to offer, so the window
// shows its own.
var ErrNoDialog = errors.New("no dialogs on this system")

// PickOpen lets the user choose a file to open; the dialog begins in folder, and
// shows those whose names have one of the endings first. ok is false if the user
// chose none. The error is ErrNoDialog, or what the dialog
// failed with. It waits for the user, so call it in the background.
func (*Desktop) PickOpen(ctx context.Context, title, folder string, endings []string) (path string, ok bool, err error) {
	patterns := make([]string, len(endings))
	for i, ending := range endings {
		patterns[i] = "*" + ending
	}
	return pick(zenity.SelectFile, zenity.Context(ctx), zenity.Title(title),
		zenity.Filename(folder+string(filepath.Separator)), zenity.FileFilters{
			{Name: phrase.Text("platform.spreadsheets"), Patterns: patterns, CaseFold: true},
			{Name: phrase.Text("platform.all"), Patterns: []string{"*"}},
		})
}

// PickSave lets the user choose the name of a workbook to write; the dialog
// proposes suggested, a path. The ending .xlsx is added where it is missing. The
// user has agreed to replace a file of that name. ok and err are as with
// PickOpen.
func (*Desktop) PickSave(ctx context.Context, title, suggested string) (path string, ok bool, err error) {
	for {
		path, ok, err = pick(zenity.SelectFileSave, zenity.Context(ctx), zenity.Title(title),
			zenity.Filename(suggested), zenity.ConfirmOverwrite(),
			zenity.FileFilter{Name: phrase.Text("platform.workbook"), Patterns: []string{"*.xlsx"}, CaseFold: true})
		if err != nil || !ok || filepath.Ext(path) != "" {
			return path, ok, err
		}
		// The dialog asked about the name without the ending only.
		suggested = path + ".xlsx"
		if _, err := os.Lstat(suggested); errors.Is(err, fs.ErrNotExist) {
			return suggested, true, nil
		}
	}
}

// PickFolder lets the user choose a folder; the dialog begins in folder. ok and err are
// as with PickOpen.
func (*Desktop) PickFolder(ctx context.Context, title, folder string) (path string, ok bool, err error) {
	return pick(zenity.SelectFile, zenity.Context(ctx), zenity.Title(title), zenity.Directory(),
		zenity.Filename(folder+string(filepath.Separator)))
}

// Complain shows an error in a message of the system's and waits until the user
// has closed it. title says what the error is about, under the program's name.
// The error is ErrNoDialog where the system has no such message.
func (*Desktop) Complain(ctx context.Context, title, text string) error {
	if !zenity.IsAvailable() {
		return ErrNoDialog
	}
	err := zenity.Error(text, zenity.Context(ctx), zenity.Title(phrase.Text("platform.title", "Title", title)))
	if err != nil && !errors.Is(err, zenity.ErrCanceled) {
		return fmt.Errorf("message: %w", err)
	}
	return nil
}

func pick(dialog func(...zenity.Option) (string, error), options ...zenity.Option) (string, bool, error) {
	if !zenity.IsAvailable() {
		return "", false, ErrNoDialog
	}
	path, err := dialog(options...)
	if errors.Is(err, zenity.ErrCanceled) {
		return "", false, nil
	}
	if err != nil {
		return "", false, fmt.Errorf("file dialog: %w", err)
	}
	return path, true, nil
}
