package gui

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"numberloader/gui/background"
	"numberloader/gui/open"
	"numberloader/gui/widgets"
	"numberloader/internal/fault"
)

// What the window remembers from one start to the next.
const (
	prefRecent   = "recent"
	prefSignedIn = "signed-in"
	prefWidth    = "width"
	prefHeight   = "height"
)

// recent are the files that were open before, the latest first.
func (w *Window) recent() []open.Recent {
	return open.Decode(w.app.Preferences().StringList(prefRecent))
}

// remember puts a file in front of the recent ones.
func (w *Window) remember(path string) {
	files := open.Remember(w.recent(), open.Recent{Path: path, When: w.program.Now()})
	w.app.Preferences().SetStringList(prefRecent, open.Encode(files))
}

// dropped opens the first of the files that were dropped on the window.
func (w *Window) dropped(_ fyne.Position, files []fyne.URI) {
	if len(files) == 0 || w.flow.Work.Busy() || w.window.Canvas().Overlays().Top() != nil {
		return
	}
	w.openFile(files[0].Path())
}

// pick lets the user choose a file, and opens it.
func (w *Window) pick() {
	if w.flow.Work.Busy() {
		return
	}
	background.Start(w.picking, w.program.PickOpen, func(path string, err error) {
		switch {
		case errors.Is(err, ErrNoDialog):
			w.pickHere()
		case err != nil:
			w.complain(err)
		case path != "":
			w.openFile(path)
		}
	})
}

// pickHere shows the toolkit's dialog.
func (w *Window) pickHere() {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil || file == nil {
			w.complain(err)
			return
		}
		w.complain(file.Close())
		w.openFile(file.URI().Path())
	}, w.window)
	d.SetFilter(storage.NewExtensionFileFilter([]string{".xlsx", ".xlsm", ".xls", ".ods", ".fods", ".csv", ".txt", ".tsv"}))
	d.Show()
}

// save lets the user choose the name of a workbook, and writes it in the
// background. done is called when it is written.
func (w *Window) save(name string, write func(path string, replace bool) error, done func(path string)) {
	background.Start(w.picking, func(ctx context.Context) (string, error) {
		path, err := w.program.PickSave(ctx, name)
		if err != nil || path == "" {
			return "", err
		}
		return path, write(path, true)
	}, func(path string, err error) {
		switch {
		case errors.Is(err, ErrNoDialog):
			w.saveHere(name, write, done)
		case err != nil:
			w.complain(err)
		case path != "":
			done(path)
		}
	})
}

// saveHere lets the user choose a folder in the toolkit's dialog, and saves there
// under a free name: the toolkit's dialog for files empties the one that is chosen
// before anybody could look at it.
func (w *Window) saveHere(name string, write func(path string, replace bool) error, done func(path string)) {
	dialog.ShowFolderOpen(func(folder fyne.ListableURI, err error) {
		if err != nil || folder == nil {
			w.complain(err)
			return
		}
		background.Start(w.picking, func(context.Context) (string, error) { return saveIn(folder.Path(), name, write) },
			func(path string, err error) {
				if err != nil {
					w.complain(err)
					return
				}
				done(path)
			})
	}, w.window)
}

// saveIn writes a file in a folder, under its name or the next free one, and
// returns its path.
func saveIn(folder, name string, write func(path string, replace bool) error) (string, error) {
	const most = 100
	ending := filepath.Ext(name)
	path := filepath.Join(folder, name)
	err := write(path, false)
	for n := 2; n <= most && fault.KindOf(err) == fault.Exists; n++ {
		path = filepath.Join(folder, fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(name, ending), n, ending))
		err = write(path, false)
	}
	return path, err
}

// templateName is the name that is proposed for a blank template.
const templateName = "numbers to add.xlsx"

// template saves a blank template and offers to open it.
func (w *Window) template() {
	w.save(templateName, w.program.SaveTemplate, func(path string) {
		w.dialog(widgets.Dialog{
			Title: "The template was saved", Text: filepath.Base(path) + " has the columns that Number Loader knows. Fill it in, save it and open it here.",
			Cancel: "Close", Action: "Open it now",
			OnAction: func() { w.inBackground(func() error { return w.program.OpenInOther(path) }) },
		})
	})
}

// showInFolder shows a file in its folder.
func (w *Window) showInFolder(path string) {
	w.inBackground(func() error { return w.program.ShowInFolder(path) })
}

// change asks how the open file is to be read.
func (w *Window) change() {
	table := w.flow.File.Table()
	if table == nil || w.flow.Work.Busy() {
		return
	}
	state := open.NewChange(table, w.flow.File.Layout(), w.flow.Decisions.Settings(), w.flow.Survey.Locations())
	w.dialog(widgets.Dialog{
		Title: "How is this file read?", Body: state.Body(), Action: "Read it this way",
		OnAction: func() { w.read(state) },
	})
}

// read reads the open file in another way, or only judges it anew if nothing
// else changed.
func (w *Window) read(state *open.Change) {
	settings, rejudge := state.Settings()
	layout, reread := state.Layout()
	switch {
	case reread:
		w.flow.Questions.Change(settings, &layout)
		w.show(screenOpen)
	case rejudge:
		w.flow.Questions.Change(settings, nil)
	}
}
