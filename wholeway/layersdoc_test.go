package wholeway

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"testing"
)

// TestTheDocumentsTableIsThatOfTheWalls holds that docs/architecture.md says of each
// package what the walls let it import. What packages of gui may import is said in the
// walls alone.
func TestTheDocumentsTableIsThatOfTheWalls(t *testing.T) {
	t.Parallel()
	allowed, said := walls(), saidInDocuments(t)
	for folder, may := range allowed {
		room, _, _ := strings.Cut(folder, "/")
		wanted, found := said[folder]
		switch {
		case room == "gui" || folder == "cli" || slices.Contains(beside(), folder):
			continue
		case !found:
			t.Errorf("the table does not name %s", folder)
			continue
		}
		speaks := slices.Contains(speaking, room) || folder == "internal/report"
		may = slices.DeleteFunc(slices.Clone(may), func(other string) bool {
			return other == "internal/fault" || speaks && other == "internal/phrase"
		})
		slices.Sort(may)
		if !slices.Equal(may, wanted) {
			t.Errorf("%s may import %q, and the table says %q", folder, may, wanted)
		}
	}
}

// TestNoDoorStandsOpenThatNobodyUses holds that packages may import what they do import,
// apart from gui and cli, whose packages share a list.
func TestNoDoorStandsOpenThatNobodyUses(t *testing.T) {
	t.Parallel()
	imports := importsOfOurs(t)
	for folder, may := range walls() {
		if room, _, _ := strings.Cut(folder, "/"); room == "gui" || room == "cli" {
			continue
		}
		for _, other := range may {
			if other != "internal/fault" && other != "internal/phrase" && !slices.Contains(imports[folder], other) {
				t.Errorf("%s does not import %s", folder, other)
			}
		}
	}
}

// beside are the packages that are no part of the program, or hold nothing but files.
func beside() []string {
	return []string{"internal/dialplan/dialplantest", "internal/number/numbertest", "service/servicetest", "import/filetest", "sample", "docs", "wholeway", "wholeway/benchgoals", "wholeway/benchstart"}
}

// saidInDocuments is the table of docs/architecture.md: what each package may import.
func saidInDocuments(t *testing.T) map[string][]string {
	t.Helper()
	_, table, _ := strings.Cut(readFile(t, "docs/architecture.md"), "## Who may import whom")
	table, _, _ = strings.Cut(table, "\n## ")
	said := map[string][]string{}
	for line := range strings.Lines(table) {
		cells := strings.Split(line, "|")
		if len(cells) < 4 {
			continue
		}
		name := strings.TrimSpace(cells[1])
		folder := map[string]string{"main": "."}[name]
		folder = cmp.Or(folder, name)
		said[folder] = foldersNamed(folder, cells[2])
	}
	return said
}

// foldersNamed are the folders that a cell of the table names: in the room that was
// named before them, in internal, or at the top.
func foldersNamed(folder, cell string) []string {
	allowed, room := walls(), "internal"
	var all []string
	for name := range strings.SplitSeq(cell, ",") {
		name = strings.TrimSpace(name)
		if name == "–" {
			continue
		}
		if name == "its own packages" {
			for other := range allowed {
				if strings.HasPrefix(other, folder+"/") && !slices.Contains(beside(), other) {
					all = append(all, other)
				}
			}
			continue
		}
		for _, other := range []string{path.Join(room, name), path.Join("internal", name), name} {
			if _, known := allowed[other]; known || other == builder {
				all, room = append(all, other), path.Dir(other)
				break
			}
		}
	}
	slices.Sort(all)
	return all
}

// TestTheTreeNamesEveryPackage holds that docs/architecture.md says what each package
// is for.
func TestTheTreeNamesEveryPackage(t *testing.T) {
	t.Parallel()
	_, tree, _ := strings.Cut(readFile(t, "docs/architecture.md"), "## Tree")
	tree, _, _ = strings.Cut(tree, "\n## ")
	var named []string
	for line := range strings.Lines(tree) {
		for word := range strings.FieldsSeq(line) {
			if name, is := strings.CutSuffix(word, "/"); is {
				named = append(named, path.Base(name))
			}
		}
	}
	for folder := range walls() {
		if folder != "." && !slices.Contains(named, path.Base(folder)) {
			t.Errorf("the tree does not name %s", folder)
		}
	}
}
