package start

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// installed is a program in a folder of its own, and the one beside the software
// renderer that it looks for.
func installed(t *testing.T) (own, software string) {
	t.Helper()
	folder := t.TempDir()
	return filepath.Join(folder, "numberloader.exe"), filepath.Join(folder, softwareFolder, "numberloader.exe")
}

func TestWithoutOpenGLTheSoftwareRendererGetsTheFiles(t *testing.T) {
	t.Parallel()
	own, software := installed(t)
	if err := os.MkdirAll(filepath.Dir(software), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(software, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var started []string
	launch := func(program string, arguments ...string) error {
		started = append([]string{program}, arguments...)
		return nil
	}
	if err := InSoftware(own, []string{"a list.xlsx", "b.csv"}, launch); err != nil {
		t.Fatal(err)
	}
	if want := []string{software, "a list.xlsx", "b.csv"}; !slices.Equal(started, want) {
		t.Errorf("started %q, want %q", started, want)
	}

	broken := errors.New("not a program")
	err := InSoftware(own, nil, func(string, ...string) error { return broken })
	if !errors.Is(err, broken) {
		t.Errorf("a program that can't be started: got %v", err)
	}
}

func TestTheSoftwareRendererIsTriedOnce(t *testing.T) {
	t.Parallel()
	_, software := installed(t)
	launch := func(string, ...string) error {
		t.Error("a program was started")
		return nil
	}
	if err := InSoftware(software, nil, launch); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}
