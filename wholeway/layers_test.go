package wholeway

import (
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// walls says which of our packages each package may import. It is the table of
// docs/architecture.md; a folder that is missing here is an error, so that a new
// package has to find its place first.
func walls() map[string][]string {
	internal := func(names ...string) []string {
		all := []string{"internal/fault"}
		for _, name := range names {
			all = append(all, "internal/"+name)
		}
		return all
	}
	window := internal("number", "dialplan", "review", "compare", "activation", "plan", "run")
	look := []string{"gui/theme", "gui/draw", "gui/layout", "gui/press", "gui/widgets"}
	screen := append(append(slices.Clone(window), look...), "gui/filter", "gui/widgets/grid", "gui/rows")
	table := map[string][]string{
		".": {"cli", "internal/program", "internal/platform/start", "internal/platform/start/early"},

		"internal/fault": {},

		"internal/atomicfile": {},
		"internal/characters": {},
		"internal/pool":       {},
		"internal/shown":      {},

		"internal/dialplan/dialplantest": {},
		"internal/number/numbertest":     {"internal/number"},

		"internal/number":     internal("characters", "shown"),
		"internal/dialplan":   internal("number"),
		"internal/reading":    internal("characters", "number", "dialplan"),
		"internal/review":     internal("number", "dialplan", "reading", "pool"),
		"internal/plan":       internal("number"),
		"internal/phrase":     internal("number", "plan", "run", "compare"),
		"internal/run":        internal("number", "plan", "atomicfile", "pool", "run/ondisk"),
		"internal/run/ondisk": internal(),
		"internal/activation": internal("number", "plan", "run"),
		"internal/compare":    internal("number", "run"),
		"internal/drafts":     internal("number", "review", "atomicfile"),
		"internal/report":     internal("number", "run", "compare"),
		"internal/platform":   internal("atomicfile", "phrase"),
		"internal/settings":   internal("plan", "atomicfile"),

		"internal/platform/placement": {},
		"internal/platform/start":     {},
		"internal/platform/single":    {},

		"internal/platform/start/early": {},

		"import/refuse":    internal(),
		"import/sheet":     append(internal("number", "shown"), "import/refuse"),
		"import/parts":     {"import/refuse", "import/sheet"},
		"import/xlsx":      append(internal("number"), "import/refuse", "import/sheet", "import/parts"),
		"import/xls":       append(internal("number"), "import/refuse", "import/sheet"),
		"import/ods":       append(internal("number"), "import/refuse", "import/sheet", "import/parts"),
		"import/delimited": append(internal(), "import/refuse", "import/sheet"),
		"import/filetest":  internal(),
		"import/headers":   internal("number"),
		"import/lists":     append(internal("number", "reading", "characters"), "import/headers", "import/refuse", "import/sheet"),
		"import/records":   append(internal("number", "characters", "pool"), "import/lists", "import/sheet"),
		"import": append(internal("number"), "import/refuse", "import/sheet", "import/parts", "import/headers", "import/lists", "import/records",
			"import/xlsx", "import/xls", "import/ods", "import/delimited"),
		"sample":              {},
		"docs":                {},
		"wholeway":            {},
		"wholeway/benchgoals": {"internal/dialplan", "internal/number", "service/practice"},
		"wholeway/benchstart": {},
		"service/servicetest": {},
		"service/webex":       internal(),
		"service/signin":      append(internal(), "service/webex"),
		"service/practice":    internal("atomicfile"),
		"service":             append(internal("number", "review", "plan", "run"), "service/webex"),
		"cli":                 append(slices.Clone(window), "internal/activation", "cli/console", "cli/options", "cli/outcomes"),
		"cli/outcomes":        append(internal("run"), "cli/console"),
		"cli/console":         internal(),
		"cli/options":         append(internal("number", "plan", "review"), "cli/console"),
		"gui/theme":           {},
		"gui/stage":           {"gui/theme"},
		"gui/workbench":       {"internal/number", "internal/number/numbertest", "internal/plan", "internal/run", "gui/background"},
		"gui/draw":            {"gui/theme"},
		"gui/layout":          {"gui/theme", "gui/draw"},
		"gui/press":           {"gui/theme", "gui/draw"},
		"gui/widgets":         append(internal(), "gui/theme", "gui/draw", "gui/layout", "gui/press"),
		"gui/filter":          append(slices.Clone(look), "gui/rows"),
		"gui/widgets/grid":    look,
		"gui/background":      internal(),
		"gui/rows":            internal("number", "plan"),
		"gui/outcome":         append(internal("run"), look...),
		"gui/frame":           append(internal("run"), look...),
		"gui/runs": append(slices.Clone(screen), "gui/background", "gui/flow", "gui/work", "gui/frame", "gui/open", "gui/add", "gui/activate", "gui/results",
			"gui/history"),
		"gui/documents":       append(append(internal("number"), look...), "gui/background", "gui/flow", "gui/frame", "gui/open"),
		"gui/inventory":       append(slices.Clone(screen), "gui/flow", "gui/connection", "gui/frame", "gui/compare", "gui/export"),
		"gui/file":            append(internal("number", "reading", "review"), "gui/background"),
		"gui/decisions":       append(internal("number", "review", "plan", "drafts"), "gui/background"),
		"gui/work":            append(internal("plan", "run"), "gui/background"),
		"gui/connection":      append(slices.Clone(window), "gui/background", "gui/work"),
		"gui/flow":            append(slices.Clone(window), "internal/phrase", "gui/background", "gui/file", "gui/decisions", "gui/connection", "gui/work"),
		"gui/open":            append(slices.Clone(screen), "gui/file", "gui/outcome"),
		"gui/paste":           append(slices.Clone(screen), "gui/reading"),
		"gui/reading":         append(slices.Clone(screen), "gui/file"),
		"gui/signin":          screen,
		"gui/review":          append(slices.Clone(screen), "gui/review/worklist", "gui/review/judged"),
		"gui/review/judged":   append(internal("number", "review", "plan"), "gui/rows"),
		"gui/review/worklist": append(internal("number", "review", "plan"), "gui/rows", "gui/review/judged"),
		"gui/add":             append(slices.Clone(screen), "gui/outcome"),
		"gui/activate":        screen,
		"gui/results":         append(slices.Clone(screen), "gui/outcome"),
		"gui/compare":         screen,
		"gui/export":          screen,
		"gui/history":         append(slices.Clone(screen), "gui/outcome"),
		"gui/about":           look,
		"gui/keys":            look,
		"gui/help":            look,
		"gui/settings":        append(append(internal("dialplan", "plan", "settings"), look...), "gui/filter"),
		"gui/probe":           {"gui/theme"},
		"gui": append(slices.Clone(screen), "gui/background", "gui/frame", "gui/runs", "gui/documents", "gui/inventory", "gui/flow", "gui/file", "gui/decisions", "gui/connection", "gui/work", "gui/open", "gui/paste", "gui/reading", "gui/signin",
			"gui/review", "gui/about", "gui/settings", "gui/keys", "gui/help", "internal/settings"),
	}
	for folder := range table {
		if room, _, _ := strings.Cut(folder, "/"); slices.Contains(speaking, room) || folder == "internal/report" {
			table[folder] = append(table[folder], "internal/phrase")
		}
	}
	return table
}

// speaking are the rooms whose packages show something to people.
var speaking = []string{"gui", "cli", "service", "import"}

// builder is the package that builds every part; it may import everything.
const builder = "internal/program"

// breaches lists the imports that the walls forbid, and the packages that have
// no place in them.
func breaches(imports, allowed map[string][]string) []string {
	var found []string
	for folder, wanted := range imports {
		may, known := allowed[folder]
		switch {
		case folder == builder:
			continue
		case !known:
			found = append(found, folder+" has no place in the table")
			continue
		}
		for _, other := range wanted {
			if !slices.Contains(may, other) {
				found = append(found, folder+" imports "+other)
			}
		}
	}
	slices.Sort(found)
	return found
}

func TestPackagesKeepToTheirSideOfTheWalls(t *testing.T) {
	t.Parallel()
	for _, breach := range breaches(importsOfOurs(t), walls()) {
		t.Error(breach)
	}
}

// TestEachBrokenWallIsFound breaks each wall once: every package imports every
// other one that it must not.
func TestEachBrokenWallIsFound(t *testing.T) {
	t.Parallel()
	allowed := walls()
	others := append(slices.Sorted(maps.Keys(allowed)), builder)
	for folder, may := range allowed {
		for _, other := range others {
			imports := map[string][]string{folder: append(slices.Clone(may), other), builder: others}
			var want []string
			if !slices.Contains(may, other) {
				want = []string{folder + " imports " + other}
			}
			if got := breaches(imports, allowed); !slices.Equal(got, want) {
				t.Errorf("got %q, want %q", got, want)
			}
		}
	}
}

func TestAPackageWithoutAPlaceIsFound(t *testing.T) {
	t.Parallel()
	want := []string{"gui/unknown has no place in the table"}
	if got := breaches(map[string][]string{"gui/unknown": {}}, walls()); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestTheTopHasOneGoFile keeps the folder in which everybody looks first to what
// has to lie there.
func TestTheTopHasOneGoFile(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob(filepath.Join(top, "*.go"))
	if want := []string{filepath.Join(top, "main.go")}; err != nil || !slices.Equal(files, want) {
		t.Errorf("got %q, want %q (%v)", files, want, err)
	}
}

// goroutines are the files that start goroutines, with what catches a fault of them; ""
// where they only wait for the system, the network or a person, and do no work of ours.
// gui/background has the only ones of the window: "UI thread" of docs/architecture.md.
func goroutines() map[string]string {
	return map[string]string{
		"gui/background/background.go":              "fault.Catch(",
		"import/attend.go":                          "sheet.Guard(",
		"internal/review/read.go":                   "fault.Catch(",
		"service/confirm.go":                        "c.caught(",
		"service/preflight_validate.go":             "fault.Catch(",
		"service/queue.go":                          "j.caught(",
		"cli/console/console.go":                    "",
		"gui/probe/probe.go":                        "",
		"internal/platform/desktop.go":              "",
		"internal/platform/preferences.go":          "",
		"internal/platform/shade_other.go":          "",
		"internal/program/once.go":                  "",
		"internal/program/program.go":               "",
		"internal/program/watch_probe.go":           "",
		"internal/program/window.go":                "caught(",
		"service/practice/practice.go":              "", // service/practice/handler.go catches what it does
		"service/signin/redirect.go":                "fault.Catch(",
		"internal/dialplan/dialplantest/numbers.go": "", // of tests
		"service/servicetest/servicetest.go":        "", // as above
		"wholeway/benchgoals/job.go":                "", // no part of the program
		"wholeway/benchgoals/limit.go":              "", // as above
	}
}

// TestAFaultOfAnyGoroutineComesHome holds that goroutines start in few places, and that
// each that does work of ours catches its faults: one that does not would end the
// program in the middle of a run.
func TestAFaultOfAnyGoroutineComesHome(t *testing.T) {
	t.Parallel()
	known := goroutines()
	eachGoFile(t, ".", func(file, text string) {
		if !starts(text) {
			return
		}
		catches, ok := known[file]
		delete(known, file)
		if !ok {
			t.Errorf("%s starts a goroutine and has no place in the table; the window uses gui/background", file)
		}
		if !strings.Contains(text, catches) {
			t.Errorf("%s does not call %s", file, catches)
		}
	})
	for file := range known {
		t.Errorf("%s starts no goroutine", file)
	}
}

// starts says that a file starts a goroutine.
func starts(text string) bool {
	return slices.ContainsFunc(strings.Split(text, "\n"), func(line string) bool {
		line = strings.TrimSpace(line)
		return strings.HasPrefix(line, "go ") || strings.Contains(line, ".Go(") && !strings.HasPrefix(line, "//")
	})
}

// importsOfOurs reads the imports of every package of the module.
func importsOfOurs(t *testing.T) map[string][]string {
	t.Helper()
	imports := map[string][]string{}
	eachGoFile(t, ".", func(file, text string) {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, text, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		folder := path.Dir(file)
		imports[folder] = append(imports[folder], []string{}...)
		for _, spec := range parsed.Imports {
			name, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if ours, ok := strings.CutPrefix(name, "numberloader/"); ok {
				imports[folder] = append(imports[folder], ours)
			}
		}
	})
	return imports
}

// eachGoFile hands over every Go file below folder that is no test, whatever its
// build tags are.
func eachGoFile(t *testing.T, folder string, visit func(file, text string)) {
	t.Helper()
	sources := os.DirFS(top)
	err := fs.WalkDir(sources, folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && (name == "e2e" || name == "build" || name == "bin" || entry.Name() == "testdata") {
			return fs.SkipDir
		}
		if strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") {
			visit(name, readFile(t, name))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
