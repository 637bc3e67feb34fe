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

// wanted is what a dialog is to choose.
type wanted uint8

const (
	wantFile   wanted = iota // one that exists
	wantName                 // of a workbook to write
	wantFolder               // one that exists
)

// question is what a dialog asks.
type question struct {
	wanted wanted
	title  string
	begin  string // the folder that it begins in; for a name, the one that is suggested, with its folder
	kinds  []kind // of files that it shows, the first at once

	parent uintptr // the window of X11 that the dialog stands before, 0 for none
}

// kind is a kind of file by its endings, with the dot; none for all files.
type kind struct {
	name    string
	endings []string
}

// PickOpen lets the user choose a file to open; the dialog begins in folder, and
// shows those whose names have one of the endings first. ok is false if the user
// chose none. The error is ErrNoDialog, or what the dialog
// failed with. It waits for the user, so call it in the background.
func (d *Desktop) PickOpen(ctx context.Context, title, folder string, endings []string) (path string, ok bool, err error) {
	return d.ask(ctx, question{wanted: wantFile, title: title, begin: folder, kinds: []kind{
		{phrase.Text("platform.spreadsheets"), endings}, {phrase.Text("platform.all"), nil},
	}})
}

// PickSave lets the user choose the name of a workbook to write; the dialog
// proposes suggested, a path. The ending .xlsx is added where it is missing. The
// user has agreed to replace a file of that name. ok and err are as with
// PickOpen.
func (d *Desktop) PickSave(ctx context.Context, title, suggested string) (path string, ok bool, err error) {
	kinds := []kind{{phrase.Text("platform.workbook"), []string{".xlsx"}}}
	for {
		path, ok, err = d.ask(ctx, question{wanted: wantName, title: title, begin: suggested, kinds: kinds})
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
func (d *Desktop) PickFolder(ctx context.Context, title, folder string) (path string, ok bool, err error) {
	return d.ask(ctx, question{wanted: wantFolder, title: title, begin: folder})
}

// ask asks in the dialog of the desktop's portal or, where there is none, in the
// system's own.
func (d *Desktop) ask(ctx context.Context, q question) (path string, ok bool, err error) {
	q.parent = d.parent
	path, ok, err = askPortal(ctx, q)
	if errors.Is(err, ErrNoDialog) {
		return askSystem(ctx, q)
	}
	return path, ok, err
}

// askSystem asks in the system's own dialog or, on Linux, in that of zenity and its like.
func askSystem(ctx context.Context, q question) (path string, ok bool, err error) {
	if !zenity.IsAvailable() {
		return "", false, ErrNoDialog
	}
	dialog, options := zenity.SelectFile, []zenity.Option{zenity.Context(ctx), zenity.Title(q.title)}
	switch q.wanted {
	case wantName:
		dialog, options = zenity.SelectFileSave, append(options, zenity.Filename(q.begin), zenity.ConfirmOverwrite())
	case wantFolder:
		options = append(options, zenity.Directory(), zenity.Filename(q.begin+string(filepath.Separator)))
	case wantFile:
		options = append(options, zenity.Filename(q.begin+string(filepath.Separator)))
	}
	if q.parent != 0 {
		options = append(options, zenity.Attach(int(q.parent)))
	}
	path, err = dialog(append(options, q.filters())...)
	if errors.Is(err, zenity.ErrCanceled) {
		return "", false, nil
	}
	if err != nil {
		return "", false, fmt.Errorf("file dialog: %w", err)
	}
	return path, true, nil
}

// filters are the kinds of files as zenity's package takes them.
func (q question) filters() zenity.FileFilters {
	var filters zenity.FileFilters
	for _, k := range q.kinds {
		filter := zenity.FileFilter{Name: k.name, Patterns: []string{"*"}}
		if len(k.endings) > 0 {
			filter.Patterns, filter.CaseFold = nil, true
		}
		for _, ending := range k.endings {
			filter.Patterns = append(filter.Patterns, "*"+ending)
		}
		filters = append(filters, filter)
	}
	return filters
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
