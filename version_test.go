package main

import (
	"bytes"
	"image/png"
	"os"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

func readFile(t *testing.T, name string) string {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func TestTheVersionIsThatOfTheNewestRelease(t *testing.T) {
	t.Parallel()
	var a about
	if _, err := toml.Decode(fyneApp, &a); err != nil {
		t.Fatal(err)
	}
	_, changes, _ := strings.Cut(readFile(t, "CHANGELOG.md"), "\n## ")
	newest, rest, _ := strings.Cut(changes, "\n")
	if newest == "Unreleased" {
		_, changes, _ = strings.Cut(rest, "\n## ")
		newest, _, _ = strings.Cut(changes, "\n")
	}
	if newest != a.Details.Version || a.Details.Version == "" {
		t.Errorf("FyneApp.toml says %q, CHANGELOG.md %q", a.Details.Version, newest)
	}
	if !a.Migrations["fyneDo"] {
		t.Error("the fyneDo migration is off")
	}
}

func TestTheIconIsLargeEnoughForEveryStore(t *testing.T) {
	t.Parallel()
	config, err := png.DecodeConfig(bytes.NewReader(icon))
	if err != nil || config.Width != 1024 || config.Height != 1024 {
		t.Errorf("the icon is %d × %d (%v)", config.Width, config.Height, err)
	}
}
