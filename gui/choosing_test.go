package gui

import (
	"context"
	"io/fs"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"numberloader/gui/documents"
)

// noDialogs is a system without file dialogs, and with a folder in the documents.
func noDialogs(p *Program) {
	p.PickOpen = func(context.Context) (string, error) { return "", documents.ErrNoDialog }
	p.PickFolder = func(context.Context) (string, error) { return "", documents.ErrNoDialog }
	p.PickSave = func(context.Context, string) (string, error) { return "", documents.ErrNoDialog }
	p.Endings, p.Documents = []string{".xlsx"}, "/home/dana/Documents"
	p.ListFolder = func(folder string) ([]string, error) {
		return map[string][]string{
			"/home/dana/Documents":       {"lists/", "results.xlsx"},
			"/home/dana/Documents/lists": {"carrier-dids.xlsx"},
			"/home/dana":                 {"Documents/"},
		}[filepath.ToSlash(folder)], nil
	}
}

func (d *desk) onFocus(names ...fyne.KeyName) {
	for _, name := range names {
		d.window.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
		d.settle()
	}
}

func TestAFileIsChosenByKeyboardWhereThereIsNoDialog(t *testing.T) {
	d := sit(t, nil, noDialogs)
	d.press("File", "Open…")
	d.sees("/home/dana/Documents", "Open a list of numbers")
	d.onFocus(fyne.KeyDown, fyne.KeyReturn)
	d.sees(filepath.FromSlash("/home/dana/Documents/lists"))
	d.onFocus(fyne.KeyDown, fyne.KeyReturn)
	if top := d.window.window.Canvas().Overlays().Top(); top != nil {
		t.Error("the chooser stays open")
	}
	if got := d.window.flow.File.Name(); got != "carrier-dids.xlsx" {
		t.Errorf("opened %q", got)
	}
}

func TestEscapeLeavesTheChooser(t *testing.T) {
	d := sit(t, nil, noDialogs)
	d.press("File", "Open…")
	d.onFocus(fyne.KeyReturn)
	d.sees(filepath.FromSlash("/home/dana"))
	d.onFocus(fyne.KeyEscape)
	if d.window.window.Canvas().Overlays().Top() != nil || d.window.flow.File.Name() != "" {
		t.Error("the chooser stays open, or a file was opened")
	}
}

func TestTheChooserBeginsAboveAFolderThatIsMissing(t *testing.T) {
	d := sit(t, nil, func(p *Program) {
		noDialogs(p)
		list := p.ListFolder
		p.ListFolder = func(folder string) ([]string, error) {
			if folder == p.Documents {
				return nil, fs.ErrNotExist
			}
			return list(folder)
		}
	})
	d.press("File", "Open…")
	d.sees(filepath.FromSlash("/home/dana"), "Documents/")
}
