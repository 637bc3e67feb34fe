package main

import (
	"runtime/debug"
	"strings"
	"testing"
)

// forTests lists modules that only tests are linked with.
func forTests() []string {
	return []string{
		"github.com/fredbi/", "github.com/getkin/", "github.com/go-openapi/", "github.com/google/go-cmp", "github.com/gorilla/mux",
		"github.com/josharian/intern", "github.com/mailru/easyjson", "github.com/mohae/deepcopy", "github.com/oasdiff/",
		"github.com/perimeterx/", "github.com/rogpeppe/", "github.com/santhosh-tekuri/", "github.com/woodsbury/",
		"github.com/stretchr/", "github.com/davecgh/", "github.com/pmezard/", "gopkg.in/yaml.v3", "go.yaml.in/yaml/v3", "pgregory.net/rapid",
	}
}

func TestEveryModuleComesWithItsLicense(t *testing.T) {
	t.Parallel()
	info, ok := debug.ReadBuildInfo()
	if !ok || len(info.Deps) < 10 {
		t.Fatal("the build does not say what it is made of")
	}
	for _, module := range info.Deps {
		test := false
		for _, prefix := range forTests() {
			test = test || strings.HasPrefix(module.Path, prefix)
		}
		if !test && !strings.Contains(licensesOfOthers, "\n"+module.Path+" "+module.Version+"\n") {
			t.Errorf("the license of %s %s is missing: make licenses", module.Path, module.Version)
		}
	}
}

func TestTheFontsComeWithTheirLicense(t *testing.T) {
	t.Parallel()
	if !strings.Contains(licensesOfOthers, "SIL OPEN FONT LICENSE") {
		t.Error("the license of the fonts is missing")
	}
}
