//go:build !windows && !darwin

package platform

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// The dialog program is looked for once in a process, so these tests share one:
// a script that notes its arguments and answers with what the file "answer"
// holds, or as if the user had chosen nothing.
const dialogScript = `#!/bin/sh
folder=$(dirname "$0")
echo "$@" >> "$folder/arguments"
if [ ! -s "$folder/answer" ]; then exit 1; fi
head -n 1 "$folder/answer"
sed -i 1d "$folder/answer"
`

func TestTheSystemsDialogIsAsked(t *testing.T) {
	bin, folder := t.TempDir(), t.TempDir()
	if err := os.WriteFile(filepath.Join(bin, "qarma"), []byte(dialogScript), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	taken := filepath.Join(folder, "taken.xlsx")
	if err := os.WriteFile(taken, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	d := NewDesktop(t.Context())
	open := func() (string, bool, error) { return d.PickOpen(t.Context(), "Open", folder, []string{".xlsx"}) }
	save := func() (string, bool, error) { return d.PickSave(t.Context(), "Save", taken) }
	for _, tt := range []struct {
		name, answer string
		pick         func() (string, bool, error)
		want         string
		ok           bool
	}{
		{"a file to open", taken, open, taken, true},
		{"no file", "", open, "", false},
		{"a name to save", taken, save, taken, true},
		{"a name without its ending", filepath.Join(folder, "new"), save, filepath.Join(folder, "new.xlsx"), true},
		{"a taken name without its ending is asked for again", filepath.Join(folder, "taken") + "\n" + taken, save, taken, true},
		{"no name", "", save, "", false},
	} {
		if err := os.WriteFile(filepath.Join(bin, "answer"), []byte(tt.answer), 0o600); err != nil {
			t.Fatal(err)
		}
		if got, ok, err := tt.pick(); got != tt.want || ok != tt.ok || err != nil {
			t.Errorf("%s: got %q, %v, %v", tt.name, got, ok, err)
		}
	}
	if err := os.Remove(filepath.Join(bin, "qarma")); err != nil {
		t.Fatal(err)
	}
	if _, ok, err := open(); ok || err == nil || errors.Is(err, ErrNoDialog) {
		t.Errorf("a dialog that broke: got %v, %v", ok, err)
	}
}
