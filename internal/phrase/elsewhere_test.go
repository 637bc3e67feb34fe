package phrase

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// notShown are packages and files whose texts no person reads as ours, and why.
var notShown = map[string]string{
	"internal/platform/names.go": "names under which the system keeps things",
	"internal/number/words.go":   "words that are recognized in files",

	"internal/number/otherphones.go": "words that are recognized in files",

	"gui/stage/paint.go":         "why a test was skipped",
	"gui/about/model_flow.go":    "words that are recognized in licenses",
	"internal/activation/day.go": "names of months that are recognized in files",
	"import/headers":             "words that are recognized in files",
	"import/filetest":            "contents of files",
	"gui/workbench":              "a list and a run of tests",
	"wholeway/benchgoals":        "contents of files",
	"service/signin/page.go":     "markup of a page",
	"service/webex/words.go":     "words of logs, and of Webex",
	"service/locations.go":       "words of Webex that are recognized",
	"service/practice":           "answers that Webex would give",
	"internal/dialplan/named.go": "names that are recognized in files",
	"internal/reading/label.go":  "labels that are recognized in files",
	"import/refuse/compound.go":  "names by which formats are recognized",
	"import/refuse/sniff.go":     "signs by which formats are recognized",
	"import/refuse/text.go":      "signs by which formats are recognized",
	"import/sheet/formats.go":    "number formats of Excel",
	"internal/report/rows.go":    "markup of a sheet",
	"internal/report/assign.go":  "headings of Control Hub",

	"internal/report/typefaces.go": "names of typefaces",
}

// sentence is a text of at least two words.
var sentence = regexp.MustCompile(`\p{L}+[,:;.)"]* [("]*\p{L}{2,}`)

// label is a word as it stands on a button or in a header.
var label = regexp.MustCompile(`^\p{Lu}\p{Ll}+[.:…]?$`)

// labelled are the folders in which such a word is for people.
var labelled = []string{"gui", "cli", "internal/report"}

// part is what becomes a sentence when something is put before or behind it.
var part = regexp.MustCompile(`^[,:;.]? \p{L}|\p{L}[,:;.]? $`)

// joined are the folders in which such a text is for people.
var joined = []string{"gui", "cli"}

// isText reports whether a literal of a file reads as a text for a person.
func isText(file, text string) bool {
	in := func(folders []string) bool {
		return slices.ContainsFunc(folders, func(folder string) bool { return strings.HasPrefix(file, folder+"/") })
	}
	return sentence.MatchString(text) || in(labelled) && label.MatchString(text) || in(joined) && part.MatchString(text)
}

// isInternal reports whether what a call is given is for developers or for other
// programs: errors that are wrapped, logs, panics, expressions, and the keys and
// names that this package is asked with.
func isInternal(call *ast.CallExpr) bool {
	for pkg, function := range map[string]string{
		"fmt": "Errorf", "errors": "New", "": "panic", "slog": "*", "regexp": "MustCompile", "phrase": "*",
		"fault": "Say",
	} {
		if calls(call, pkg, function) {
			return true
		}
	}
	method, ok := call.Fun.(*ast.SelectorExpr)
	return ok && slices.Contains([]string{"Debug", "Info", "Warn", "Error", "InfoContext", "WarnContext", "ErrorContext", "LogAttrs"}, method.Sel.Name)
}

// textsIn lists the texts for people in a file.
func textsIn(file string, positions *token.FileSet, tree *ast.File) (found []string) {
	ast.Inspect(tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.FuncDecl: // what Error says is wrapped and logged, as that of errors.New
			return n.Recv == nil || n.Name.Name != "Error"
		case *ast.Field:
			return n.Tag == nil
		case *ast.CallExpr:
			return !isInternal(n)
		case *ast.BasicLit:
			if text, ok := literal(n); ok && isText(file, text) {
				found = append(found, fmt.Sprintf("%v: %q", positions.Position(n.Pos()), text))
			}
		}
		return true
	})
	return found
}

// TestWordsForPeopleAreInOnePlace finds texts that are written anywhere else than
// in the messages of this package.
func TestWordsForPeopleAreInOnePlace(t *testing.T) {
	t.Parallel()
	needed := map[string]bool{}
	eachSource(t, func(file string, positions *token.FileSet, tree *ast.File) {
		for _, found := range textsIn(file, positions, tree) {
			at := slices.IndexFunc([]string{file, path.Dir(file)}, func(name string) bool { return notShown[name] != "" })
			switch {
			case at >= 0:
				needed[[]string{file, path.Dir(file)}[at]] = true
			default:
				t.Errorf("%s belongs to internal/phrase", found)
			}
		}
	})
	for place := range notShown {
		if !needed[place] {
			t.Errorf("%s needs no exception any more", place)
		}
	}
}

func TestATextElsewhereIsFound(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"Open a file.": true, "The row (2) is": true, "Continue": true, "accept ": true, " of ": true, ", such": true, "ctrl": false, "review.continue": false, "": false,
	} {
		if got := isText("gui/open/view.go", text); got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
}

func TestWhatIsWrappedIsForDevelopers(t *testing.T) {
	t.Parallel()
	positions := token.NewFileSet()
	tree, err := parser.ParseFile(positions, "service/a.go", `package service
func (e *Lost) Error() string { return "the answer was lost" }
func (e *Lost) Text() string { return "The answer was lost." }
func Error() string { return "Try again later." }`, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	if got := textsIn("service/a.go", positions, tree); len(got) != 2 || !strings.Contains(got[0], "The answer") || !strings.Contains(got[1], "later") {
		t.Errorf("found %q", got)
	}
}
