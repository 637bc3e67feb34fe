package wholeway

import (
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"
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
	if err := toml.Unmarshal([]byte(readFile(t, "FyneApp.toml")), &about); err != nil {
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

// The stores want a large icon, and the window a small one, which is read at every start.
func TestTheIconHasTheSizesThatItIsUsedIn(t *testing.T) {
	t.Parallel()
	for path, side := range map[string]int{"Icon.png": 1024, "packaging/icon/window.png": 256} {
		config, err := png.DecodeConfig(strings.NewReader(readFile(t, path)))
		if err != nil || config.Width != side || config.Height != side {
			t.Errorf("%s is %d × %d (%v)", path, config.Width, config.Height, err)
		}
	}
}
