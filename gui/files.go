package gui

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"numberloader/gui/background"
	"numberloader/gui/frame"
	"numberloader/gui/open"
	"numberloader/gui/widgets"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// What the window remembers from one start to the next.
const (
	prefRecent    = "recent"
	prefSignedIn  = "signed-in"
	prefReasons   = "reasons"
	prefWidth     = "width"
	prefHeight    = "height"
	prefPlace     = "place"
	prefMaximized = "maximized"
)

// files is how files come into the window and out of it.
type files struct {
	*shell

	picking *background.Lane   // file dialogs and what they lead to
	looking *background.Latest // for the recent files
	missing map[string]bool    // paths of recent files that were not found
}

func newFiles(s *shell) *files {
	return &files{shell: s, picking: s.loop.Lane(), looking: s.loop.Latest()}
}

// recent are the files that were open before, the latest first.
func (f *files) recent() []open.Recent {
	files := open.Decode(f.program.Preferences.StringList(prefRecent))
	for i := range files {
		files[i].Missing = f.missing[files[i].Path]
	}
	return files
}

// look looks which of the recent files are still there. A drive that is asleep may take
// its time over the answer.
func (f *files) look() {
	files := f.recent()
	background.Replace(f.looking, func(context.Context) (map[string]bool, error) {
		missing := map[string]bool{}
		for _, file := range files {
			missing[file.Path] = f.program.Missing(file.Path)
		}
		return missing, nil
	}, func(missing map[string]bool, _ error) {
		f.missing = missing
		f.Refresh()
	})
}

// forget takes a file out of the recent ones.
func (f *files) forget(path string) {
	f.program.Preferences.SetStringList(prefRecent, open.Encode(open.Forget(f.recent(), path)))
	f.Refresh()
}

// remember puts a file in front of the recent ones.
func (f *files) remember(path string) {
	files := open.Remember(f.recent(), open.Recent{Path: path, When: f.program.Now()})
	f.program.Preferences.SetStringList(prefRecent, open.Encode(files))
}

// dropped opens what was dropped on the window.
func (f *files) dropped(_ fyne.Position, files []fyne.URI) {
	paths := make([]string, len(files))
	for i, file := range files {
		paths[i] = file.Path()
	}
	f.openFirst(paths)
}

// openFirst opens the first of some files that came from outside. It says so of the
// others, and of all of them while numbers are being added. A question that waits for
// its answer is answered first.
func (f *files) openFirst(paths []string) {
	if len(paths) == 0 {
		return
	}
	f.closeAbout()
	first := filepath.Base(paths[0])
	switch {
	case f.Canvas().Overlays().Top() != nil:
	case f.flow.Work.Busy():
		f.Tell(phrase.Text("shell.drop.busy.title", "File", first), phrase.Text("shell.drop.busy.text"))
	default:
		f.openFile(paths[0])
		if others := len(paths) - 1; others > 0 {
			f.Tell(phrase.Text("shell.drop.several.title"), phrase.Text("shell.drop.several.text", "File", first, "Count", others))
		}
	}
}

// pick lets the user choose a file, and opens it.
func (f *files) pick() {
	if f.flow.Work.Busy() {
		return
	}
	background.Start(f.picking, f.program.PickOpen, func(path string, err error) {
		switch {
		case errors.Is(err, ErrNoDialog):
			f.choose(phrase.Text("words.openlist"), f.program.Endings, f.openFile)
		case err != nil:
			f.Complain(err)
		case path != "":
			f.openFile(path)
		}
	})
}

// save lets the user choose the name of a workbook, and writes it in the
// background. done is called when it is written.
func (f *files) save(name string, write func(path string, replace bool) error, done func(path string)) {
	background.Start(f.picking, func(ctx context.Context) (string, error) {
		path, err := f.program.PickSave(ctx, name)
		if err != nil || path == "" {
			return "", err
		}
		return path, write(path, true)
	}, func(path string, err error) {
		switch {
		case errors.Is(err, ErrNoDialog):
			f.saveHere(name, write, done)
		case err != nil:
			f.Complain(err)
		case path != "":
			done(path)
		}
	})
}

// saveHere lets the user choose a folder in the window's own dialog, and saves there
// under a free name.
func (f *files) saveHere(name string, write func(path string, replace bool) error, done func(path string)) {
	f.choose(phrase.Text("shell.choose.save", "File", name), nil, func(folder string) {
		background.Start(f.picking, func(context.Context) (string, error) { return saveIn(folder, name, write) },
			func(path string, err error) {
				if err != nil {
					f.Complain(err)
					return
				}
				done(path)
			})
	})
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

// template saves a blank template, with the locations of the organization, and offers
// to open it.
func (f *files) template() {
	locations := number.LocationNames(f.flow.Survey.Locations())
	save := func(path string, replace bool) error { return f.program.SaveTemplate(path, locations, replace) }
	f.save(phrase.Text("shell.template.file"), save, func(path string) {
		text := phrase.Text("shell.template.text", "File", filepath.Base(path))
		if account, connected := f.flow.Connection.Account(); connected && len(locations) > 0 {
			text = phrase.Sentences(text, phrase.Text("shell.template.locations", "Organization", phrase.Organization(account.Organization)))
		}
		f.saved(path, phrase.Text("shell.template.title"), text)
	})
}

// saved says that a workbook was saved, and offers to open it.
func (f *files) saved(path, title, text string) {
	f.Dialog(widgets.Dialog{
		Title: title, Text: text, Cancel: phrase.Text("words.close"), Action: phrase.Text("shell.do.open"),
		OnAction: func() { f.OpenInOther(path) },
	})
}

// openFile reads a file with whatever layout the reader finds.
func (f *files) openFile(path string) {
	f.flow.File.Open(path, number.Layout{})
	f.GoTo(frame.Open)
}

func (f *files) trySample() {
	f.flow.File.OpenSample()
	f.GoTo(frame.Open)
}

func (f *files) closeFile() {
	f.flow.File.Close()
	f.GoTo(frame.Open)
}
