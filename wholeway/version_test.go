package wholeway

import (
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

// top is the folder of the sources, seen from here.
const top = ".."

// readFile reads a file by its path below top.
func readFile(t *testing.T, name string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(top, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// TestTheVersionIsThatOfTheNewestRelease leaves aside the changes that are not
// released yet.
func TestTheVersionIsThatOfTheNewestRelease(t *testing.T) {
	t.Parallel()
	var about struct {
		Details    struct{ Version string }
		Migrations map[string]bool
	}
	if _, err := toml.Decode(readFile(t, "FyneApp.toml"), &about); err != nil {
		t.Fatal(err)
	}
	newest := regexp.MustCompile(`(?m)^## (\d+\.\d+\.\d+)$`).FindStringSubmatch(readFile(t, "CHANGELOG.md"))
	if newest == nil || newest[1] != about.Details.Version {
		t.Errorf("FyneApp.toml says %q, CHANGELOG.md %q", about.Details.Version, newest)
	}
	if !about.Migrations["fyneDo"] {
		t.Error("the fyneDo migration is off")
	}
}

func TestTheIconIsLargeEnoughForEveryStore(t *testing.T) {
	t.Parallel()
	config, err := png.DecodeConfig(strings.NewReader(readFile(t, "Icon.png")))
	if err != nil || config.Width != 1024 || config.Height != 1024 {
		t.Errorf("the icon is %d × %d (%v)", config.Width, config.Height, err)
	}
}
