package about

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestFactsAreSaidInWords(t *testing.T) {
	t.Parallel()
	for want, f := range map[string]Facts{
		"Version 0.2.0 · Windows, 64-bit (x86-64) · Drawing: software renderer": {"0.2.0", "windows", "amd64", "software renderer"},
		"Version 0.2.0 · Windows, 64-bit (ARM)":                                 {"0.2.0", "windows", "arm64", ""},
		"Version 1.0.0 · Linux, 32-bit (x86)":                                   {"1.0.0", "linux", "386", ""},
		"Version 1.0.0 · macOS, Apple silicon":                                  {"1.0.0", "darwin", "arm64", ""},
		"Version 1.0.0 · macOS, Intel":                                          {"1.0.0", "darwin", "amd64", ""},
		"Version 1.0.0 · freebsd, riscv64":                                      {"1.0.0", "freebsd", "riscv64", ""},
	} {
		if got := f.Line(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestSupportGetsPlainLines(t *testing.T) {
	t.Parallel()
	f := Facts{"0.2.0", "windows", "amd64", ""}
	if got, want := f.Support(), "Number Loader 0.2.0\nSystem: Windows, 64-bit (x86-64)\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	f.Drawing = "graphics card"
	if got := f.Support(); !strings.HasSuffix(got, "\nDrawing: graphics card\n") {
		t.Errorf("got %q", got)
	}
}

// headed is a section in the form that Sections reads.
func headed(title, text string) string {
	rule := strings.Repeat("=", ruleLength)
	return "\n\n" + rule + "\n" + title + "\n" + rule + "\n\n" + text + "\n"
}

func TestSectionsAreFoundByTheirHeads(t *testing.T) {
	t.Parallel()
	underlined := "The Mesa 3D Graphics Library\n============================\n\n  Copyright"
	text := "Preface.\n" + headed("The Go language and its library", "BSD") + headed("example.com/a/b v1.2.3-0.2026+x", "\nMIT\n\nMore\n") +
		headed("Mesa 26.1", underlined) + headed("Empty", "")
	want := []Section{
		{Name: "The Go language and its library", Text: "BSD"},
		{Name: "example.com/a/b", Version: "v1.2.3-0.2026+x", Text: "MIT\n\nMore"},
		{Name: "Mesa", Version: "26.1", Text: underlined},
		{Name: "Empty"},
	}
	for what, given := range map[string]string{"plain": text, "with carriage returns": strings.ReplaceAll(text, "\n", "\r\n")} {
		if diff := cmp.Diff(want, sections(given)); diff != "" {
			t.Errorf("%s: %s", what, diff)
		}
	}
}

func TestATextWithoutHeadsHasNoSections(t *testing.T) {
	t.Parallel()
	rule := strings.Repeat("=", ruleLength)
	for _, text := range []string{"", "text", rule, rule + "\n" + rule, rule + "\n" + rule + "\n" + rule, rule + "\nname\n"} {
		if got := sections(text); len(got) != 0 {
			t.Errorf("%q has %+v", text, got)
		}
	}
}

func TestSectionsReadBackWhatWasWritten(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		names := rapid.SliceOf(rapid.StringMatching(`[a-z]{1,8}(\.[a-z]{1,3}/[a-z]{1,9})?`)).Draw(t, "names")
		var text strings.Builder
		var want []Section
		for _, name := range names {
			s := Section{
				Name: name, Version: rapid.StringMatching(`(v[0-9]\.[0-9]{1,2})?`).Draw(t, "version"),
				Text: rapid.StringMatching(`([A-Z=][a-z =]{0,9}[a-z=]\n{0,2}){0,5}[a-z]`).Draw(t, "text"),
			}
			want = append(want, s)
			text.WriteString(headed(strings.TrimSpace(s.Name+" "+s.Version), s.Text))
		}
		if diff := cmp.Diff(want, sections(text.String())); diff != "" {
			t.Fatal(diff)
		}
	})
}

// others are the licenses that the program comes with.
func others(tb testing.TB) string {
	tb.Helper()
	text, err := os.ReadFile("../../packaging/licenses/LICENSES-OF-OTHERS.txt")
	if err != nil {
		tb.Fatal(err)
	}
	return string(text)
}

func TestEveryLicenseOfOthersIsRead(t *testing.T) {
	t.Parallel()
	text := others(t)
	all := sections(text)
	if heads := strings.Count(text, "\n"+strings.Repeat("=", ruleLength)+"\n"); len(all) != heads/2 || len(all) < 20 {
		t.Fatalf("%d sections of %d heads", len(all), heads/2)
	}
	for _, s := range all {
		if s.Name == "" || len(s.Text) < 100 || strings.Contains(s.Text, strings.Repeat("=", ruleLength)) {
			t.Errorf("%q %q: %d bytes", s.Name, s.Version, len(s.Text))
		}
		if flown := strings.Join(flow(s.Text), "\n"); !slices.Equal(strings.Fields(flown), strings.Fields(s.Text)) {
			t.Errorf("%s loses words", s.Name)
		}
	}
}

func TestTheProgramsOwnLicenseComesFirst(t *testing.T) {
	t.Parallel()
	m := NewModel(Facts{Version: "0.2.0"}, "MIT\n\nFree\n", headed("a v1", "A")+headed("b", "B"))
	if got := m.Names(); !slices.Equal(got, []string{"Number Loader", "a", "b"}) {
		t.Errorf("names %q", got)
	}
	own, _ := m.Chosen()
	if diff := cmp.Diff(Section{"Number Loader", "0.2.0", "MIT\n\nFree"}, own); diff != "" {
		t.Error(diff)
	}
	m.Choose(1)
	for _, nobody := range []int{-1, 3} {
		m.Choose(nobody)
	}
	if got, i := m.Chosen(); i != 1 || got.Version != "v1" {
		t.Errorf("chosen is %d, %+v", i, got)
	}
}
