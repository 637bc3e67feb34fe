package documents

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"numberloader/gui/background"
	"numberloader/gui/frame"
	"numberloader/gui/open"
	"numberloader/gui/widgets"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// prefRecent is under what the files are remembered that were open before.
const prefRecent = "recent"

// Recent are the files that were open before, the latest first.
func (d *Documents) Recent() []open.Recent {
	files := open.Decode(d.Preferences.StringList(prefRecent))
	for i := range files {
		files[i].Missing = d.missing[files[i].Path]
	}
	return files
}

// Look looks which of the recent files are still there. A drive that is asleep may take
// its time over the answer.
func (d *Documents) Look() {
	files := d.Recent()
	background.Replace(d.looking, func(context.Context) (map[string]bool, error) {
		missing := map[string]bool{}
		for _, file := range files {
			missing[file.Path] = d.Missing(file.Path)
		}
		return missing, nil
	}, func(missing map[string]bool, _ error) {
		d.missing = missing
		d.Refresh()
	})
}

// Forget takes a file out of the recent ones.
func (d *Documents) Forget(path string) {
	d.Preferences.SetStringList(prefRecent, open.Encode(open.Forget(d.Recent(), path)))
	d.Refresh()
}

// Remember puts a file in front of the recent ones.
func (d *Documents) Remember(path string) {
	files := open.Remember(d.Recent(), open.Recent{Path: path, When: d.Now()})
	d.Preferences.SetStringList(prefRecent, open.Encode(files))
}

// Dropped opens what was dropped on the window.
func (d *Documents) Dropped(_ fyne.Position, files []fyne.URI) {
	paths := make([]string, len(files))
	for i, file := range files {
		paths[i] = file.Path()
	}
	d.OpenFirst(paths)
}

// OpenFirst opens the first of some files that came from outside. It says so of the
// others, and of all of them while numbers are being added. A question that waits for
// its answer is answered first; then they are opened, the ones that came last.
func (d *Documents) OpenFirst(paths []string) {
	if len(paths) == 0 {
		return
	}
	d.CloseAbout()
	first := filepath.Base(paths[0])
	switch {
	case d.Canvas().Overlays().Top() != nil:
		d.openLater(paths)
	case d.Flow.Work.Busy():
		d.Tell(phrase.Text("shell.drop.busy.title", "File", first), phrase.Text("shell.drop.busy.text"))
	default:
		d.OpenFile(paths[0])
		d.TellOthers(paths)
	}
}

// TellOthers says that only the first of some files is opened.
func (d *Documents) TellOthers(paths []string) {
	if others := len(paths) - 1; others > 0 {
		d.Tell(phrase.Text("shell.drop.several.title"), phrase.Text("shell.drop.several.text", "File", filepath.Base(paths[0]), "Count", others))
	}
}

// lookAgain is how often it is looked whether anything still stands over the window.
const lookAgain = 200 * time.Millisecond

// openLater opens files as soon as nothing stands over the window, in place of those that
// came before and still wait.
func (d *Documents) openLater(paths []string) {
	if d.later != nil {
		d.later()
	}
	d.later = d.Loop.Every(lookAgain, func() {
		if d.Canvas().Overlays().Top() == nil {
			d.later()
			d.later = nil
			d.OpenFirst(paths)
		}
	})
}

// Pick lets the user choose a file, and opens it.
func (d *Documents) Pick() {
	if d.Flow.Work.Busy() {
		return
	}
	background.Start(d.picking, d.PickOpen, func(path string, err error) {
		switch {
		case errors.Is(err, ErrNoDialog):
			d.choose(phrase.Text("words.openlist"), d.Endings, d.OpenFile)
		case err != nil:
			d.Complain(err)
		case path != "":
			d.OpenFile(path)
		}
	})
}

// Save lets the user choose the name of a workbook, and writes it in the
// background. done is called when it is written.
func (d *Documents) Save(name string, write func(path string, replace bool) error, done func(path string)) {
	background.Start(d.picking, func(ctx context.Context) (string, error) {
		path, err := d.PickSave(ctx, name)
		if err != nil || path == "" {
			return "", err
		}
		return path, write(path, true)
	}, func(path string, err error) {
		switch {
		case errors.Is(err, ErrNoDialog):
			d.saveHere(name, write, done)
		case err != nil:
			d.Complain(err)
		case path != "":
			done(path)
		}
	})
}

// saveHere lets the user choose a folder in the window's own dialog, and saves there
// under a free name.
func (d *Documents) saveHere(name string, write func(path string, replace bool) error, done func(path string)) {
	d.choose(phrase.Text("shell.choose.save", "File", name), nil, func(folder string) {
		background.Start(d.picking, func(context.Context) (string, error) { return saveIn(folder, name, write) },
			func(path string, err error) {
				if err != nil {
					d.Complain(err)
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

// Template saves a blank template, with the locations of the organization, and offers
// to open it.
func (d *Documents) Template() {
	locations := number.LocationNames(d.Flow.Survey.Locations())
	save := func(path string, replace bool) error { return d.SaveTemplate(path, locations, replace) }
	d.Save(phrase.Text("shell.template.file"), save, func(path string) {
		text := phrase.Text("shell.template.text", "File", filepath.Base(path))
		if account, connected := d.Flow.Connection.Account(); connected && len(locations) > 0 {
			text = phrase.Sentences(text, phrase.Text("shell.template.locations", "Organization", phrase.Organization(account.Organization)))
		}
		d.Saved(path, phrase.Text("shell.template.title"), text)
	})
}

// Saved says that a workbook was saved, and offers to open it.
func (d *Documents) Saved(path, title, text string) {
	d.Dialog(widgets.Dialog{
		Title: title, Text: text, Cancel: phrase.Text("words.close"), Action: phrase.Text("shell.do.open"),
		OnAction: func() { d.OpenInOther(path) },
	})
}

// OpenFile reads a file with whatever layout the reader finds.
func (d *Documents) OpenFile(path string) {
	d.Flow.File.Open(path, number.Layout{})
	d.GoTo(frame.Open)
}

// TrySample opens the sample.
func (d *Documents) TrySample() {
	d.Flow.File.OpenSample()
	d.GoTo(frame.Open)
}

// CloseFile closes the open file.
func (d *Documents) CloseFile() {
	d.Flow.File.Close()
	d.GoTo(frame.Open)
}

// PickFolder lets the user choose a folder.
func (d *Documents) PickFolder(chosen func(folder string)) {
	background.Start(d.picking, d.System.PickFolder, func(folder string, err error) {
		switch {
		case errors.Is(err, ErrNoDialog):
			d.choose(phrase.Text("shell.choose.results"), nil, chosen)
		case err != nil:
			d.Complain(err)
		case folder != "":
			chosen(folder)
		}
	})
}
