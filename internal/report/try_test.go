package report

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"numberloader/internal/phrase"
)

// TestWhatCanBeSavedIsKnownBeforehand holds that Try and SaveResults say the same.
func TestWhatCanBeSavedIsKnownBeforehand(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	r := example(t)
	r.Path = filepath.Join(folder, "list.csv")
	taken := filepath.Join(folder, "taken.xlsx")
	for _, path := range []string{r.Path, taken} {
		if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct {
		path    string
		replace bool
		words   string // "": it can be saved
	}{
		{filepath.Join(folder, "free.xlsx"), false, ""},
		{taken, true, ""},
		{taken, false, "A file named taken.xlsx is there already."},
		{r.Path, true, "list.csv is the list itself."},
		{folder, true, "is a folder."},
		{filepath.Join(folder, "missing", "a.xlsx"), false, "because there is no folder"},
		{filepath.Join(folder, strings.Repeat("n", 300)), false, "that is too long"},
		{filepath.Join(taken, "a.xlsx"), false, "a.xlsx could not be saved"},
	} {
		before := names(t, folder)
		said := New(nil).Try(r.Path, tt.path, tt.replace)
		if after := names(t, folder); after != before {
			t.Errorf("%s: left %s, before there were %s", tt.path, after, before)
		}
		if !strings.Contains(refusal(said), tt.words) || (said == nil) != (tt.words == "") {
			t.Errorf("%s: tried %v, want %q", tt.path, said, tt.words)
		}
		saved := New(nil).SaveResults(tt.path, r, tt.replace)
		if refusal(said) != refusal(saved) {
			t.Errorf("%s: tried %v, saved %v", tt.path, said, saved)
		}
	}
	if text, err := os.ReadFile(r.Path); err != nil || string(text) != "old" {
		t.Errorf("the list became %q (%v)", text, err)
	}
}

// refusal is what an error says, "" for none.
func refusal(err error) string {
	if err == nil {
		return ""
	}
	return phrase.Explain(err).What
}

// names are the names of the files in a folder.
func names(t *testing.T, folder string) string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return strings.Join(all, " ")
}

func TestAReasonNotToSaveIsSaid(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		err  error
		want string
	}{
		{fs.ErrPermission, "results.xlsx could not be saved, because nothing may be written in lists."},
		{fs.ErrNotExist, "results.xlsx could not be saved, because there is no folder lists."},
		{errors.New("bad luck"), "results.xlsx could not be saved."},
	} {
		err := failed(filepath.Join("lists", "results.xlsx"), &fs.PathError{Op: "open", Path: filepath.Join("lists", ".x"), Err: tt.err})
		if m := phrase.Explain(err); m.What != tt.want || m.Next == "" || !strings.Contains(m.Details, tt.err.Error()) {
			t.Errorf("got %+v, want %q", m, tt.want)
		}
	}
}
