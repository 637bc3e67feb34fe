//go:build !windows && !darwin

package platform

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// record is a desktop that notes what it would start, with a D-Bus that answers
// with err.
func record(err error) (*Desktop, *[]string) {
	var started []string
	note := func(name string, args ...string) { started = append(started, name+" "+strings.Join(args, " ")) }
	return &Desktop{
		start: func(name string, args ...string) error { note(name, args...); return nil },
		run:   func(name string, args ...string) error { note(name, args...); return err },
	}, &started
}

func TestAFileIsOpenedByItsWholePath(t *testing.T) {
	folder := t.TempDir()
	t.Chdir(folder)
	d, started := record(nil)
	if err := d.OpenInOther("-results.xlsx"); err != nil {
		t.Fatal(err)
	}
	if want := []string{"xdg-open " + filepath.Join(folder, "-results.xlsx")}; !slices.Equal(*started, want) {
		t.Errorf("got %q, want %q", *started, want)
	}
}

func TestTheFileManagerSelectsTheFile(t *testing.T) {
	t.Parallel()
	d, started := record(nil)
	if err := d.ShowInFolder("/data/a, b.xlsx"); err != nil {
		t.Fatal(err)
	}
	if len(*started) != 1 || !strings.HasPrefix((*started)[0], "dbus-send ") ||
		!strings.HasSuffix((*started)[0], " array:string:file:///data/a%2C%20b.xlsx string:") {
		t.Errorf("got %q", *started)
	}
}

func TestWithoutAFileManagerTheFolderIsOpened(t *testing.T) {
	t.Parallel()
	d, started := record(errors.New("no such service"))
	if err := d.ShowInFolder("/data/results.xlsx"); err != nil {
		t.Fatal(err)
	}
	if len(*started) != 2 || (*started)[1] != "xdg-open /data" {
		t.Errorf("got %q", *started)
	}
}

func TestOnlyWebPagesAreOpened(t *testing.T) {
	t.Parallel()
	d, started := record(nil)
	if err := d.OpenURL("https://developer.webex.com/docs"); err != nil {
		t.Error(err)
	}
	for _, address := range []string{"", "file:///etc/passwd", "https://", "--help", "javascript:alert(1)", "://"} {
		if err := d.OpenURL(address); !errors.Is(err, ErrNotWeb) {
			t.Errorf("%q: got %v", address, err)
		}
	}
	if want := []string{"xdg-open https://developer.webex.com/docs"}; !slices.Equal(*started, want) {
		t.Errorf("got %q, want %q", *started, want)
	}
}

func TestProgramsAreStarted(t *testing.T) {
	t.Parallel()
	d := NewDesktop(t.Context())
	if err := d.start("true"); err != nil {
		t.Error(err)
	}
	if err := d.run("true"); err != nil {
		t.Error(err)
	}
	if err := d.run("false"); err == nil {
		t.Error("a program that failed is no error")
	}
	if err := d.start(filepath.Join(t.TempDir(), "missing")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a program that is missing: got %v", err)
	}
}

func TestTheDocumentsFolderIsTheDesktopsOwn(t *testing.T) {
	home := t.TempDir()
	config := filepath.Join(home, "config")
	t.Setenv("XDG_CONFIG_HOME", config)
	usual := filepath.Join(home, "Documents")
	if got := documents(home); got != usual {
		t.Errorf("without a file: got %q", got)
	}
	if err := os.Mkdir(config, 0o700); err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"# a comment\nXDG_DOCUMENTS_DIR=\"$HOME/Dokumente\"\n": filepath.Join(home, "Dokumente"),
		"XDG_DOCUMENTS_DIR=\"/srv/docs\"":                      "/srv/docs",
		"XDG_DOCUMENTS_DIR=\"relative\"":                       usual,
		"XDG_MUSIC_DIR=\"$HOME/Musik\"":                        usual,
	} {
		if err := os.WriteFile(filepath.Join(config, "user-dirs.dirs"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := documents(home); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	t.Setenv("XDG_CONFIG_HOME", "")
	t.Setenv("HOME", "")
	if got := documents(home); got != usual {
		t.Errorf("without a home: got %q", got)
	}
}
