package wholeway

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	importer "numberloader/import"
)

// TestOpenWithOffersFilesThatAreRead holds the lists of what "Open with" offers the
// program for on Windows: they are the same everywhere, and all of it is read.
func TestOpenWithOffersFilesThatAreRead(t *testing.T) {
	t.Parallel()
	offered := listed(t, "setup.nsi", `!insertmacro Offer "(.*)"`)
	for _, c := range []struct{ file, pattern string }{
		{"setup.nsi", `!insertmacro Withdraw "(.*)"`},
		{"numberloader.wxs", `SupportedTypes" Name="(.*?)"`},
		{"numberloader.wxs", `Key="(.*?)\\OpenWithProgids"`},
	} {
		if also := listed(t, c.file, c.pattern); !slices.Equal(also, offered) {
			t.Errorf("%s has %s for %s, and setup.nsi offers %s", c.file, also, c.pattern, offered)
		}
	}
	for _, ending := range offered {
		if !slices.Contains(importer.Endings(), ending) {
			t.Errorf("%s is offered, and it is not among what is read: %s", ending, importer.Endings())
		}
	}
}

// listed are the texts in the brackets of a pattern, in their order.
func listed(t *testing.T, file, pattern string) []string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(top, "packaging", "windows", file))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, found := range regexp.MustCompile(pattern).FindAllStringSubmatch(string(content), -1) {
		all = append(all, found[1])
	}
	if len(all) == 0 {
		t.Fatalf("%s has no %s", file, pattern)
	}
	return all
}
