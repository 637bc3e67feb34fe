package wholeway

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

const licensesFile = "packaging/licenses/LICENSES-OF-OTHERS.txt"

// notLinked lists the modules of go.mod, by what their paths begin with, that no
// system's program is linked with: those of tests, those of tools, and the
// toolkit's for browsers.
func notLinked() []string {
	return []string{
		"github.com/getkin/", "github.com/go-openapi/", "github.com/google/go-cmp", "github.com/gorilla/mux", "github.com/kr/",
		"github.com/oasdiff/", "github.com/rogpeppe/", "github.com/santhosh-tekuri/", "github.com/stretchr/", "go.yaml.in/yaml/v3",
		"pgregory.net/rapid",
		"github.com/akavel/rsrc", "github.com/josephspurrier/", "github.com/randall77/", "golang.org/x/tools",
		"github.com/dchest/jsmin", "github.com/fyne-io/gl-js", "github.com/fyne-io/glfw-js", "github.com/hack-pad/",
	}
}

func TestEveryModuleComesWithItsLicense(t *testing.T) {
	t.Parallel()
	modules := regexp.MustCompile(`(?m)^\t(\S+) (v\S+)`).FindAllStringSubmatch(readFile(t, "go.mod"), -1)
	if len(modules) < 50 {
		t.Fatalf("only %d modules are in go.mod", len(modules))
	}
	licenses := readFile(t, licensesFile)
	for _, module := range modules {
		path, version := module[1], module[2]
		if slices.ContainsFunc(notLinked(), func(start string) bool { return strings.HasPrefix(path, start) }) {
			continue
		}
		if !strings.Contains(licenses, "\n"+path+" "+version+"\n") {
			t.Errorf("the license of %s %s is missing: make licenses", path, version)
		}
	}
}

func TestTheFontsComeWithTheirLicense(t *testing.T) {
	t.Parallel()
	if !strings.Contains(readFile(t, licensesFile), "SIL OPEN FONT LICENSE") {
		t.Error("the license of the fonts is missing")
	}
}
