package phrase

import (
	"fmt"
	"go/ast"
	"go/token"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/language"
)

// messages are all messages of the source language by key.
func messages() map[string]*forms {
	all := map[string]*forms{}
	for _, read := range newSpeaker(files, language.English).rooms {
		maps.Copy(all, read())
	}
	return all
}

// names are what a message names, in order and each once.
func (f *forms) names() []string {
	var names []string
	for _, form := range f.plural {
		for i, piece := range form {
			if i%2 == 1 {
				names = append(names, piece)
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// hasPlural reports whether a message has more than one form.
func (f *forms) hasPlural() bool {
	return slices.ContainsFunc(f.plural[1:], func(p pieces) bool { return p != nil })
}

// askedFor are the names that a call of Text gives values for. It says false if
// they can't be read off the call.
func askedFor(call *ast.CallExpr) ([]string, bool) {
	var names []string
	for i := 1; i < len(call.Args); i += 2 {
		name, ok := literal(call.Args[i])
		if !ok {
			return nil, false
		}
		names = append(names, name)
	}
	slices.Sort(names)
	return names, !call.Ellipsis.IsValid()
}

// byTable are the messages whose keys are made from values: codes of findings and
// of countries, fields, and kinds of faults. Tests of their own hold them complete.
var byTable = []string{"findings.", "countries.", "types.field.", "faults."}

// asks reports whether a call in a file names a message by its key.
func asks(file string, call *ast.CallExpr) bool {
	return calls(call, "phrase", "Text") || calls(call, "phrase", "Pieces") || calls(call, "fault", "Say") ||
		strings.HasPrefix(file, "internal/phrase/") && calls(call, "", "Text")
}

// TestTextsAreComplete holds that each key that the program asks for is in the
// files with just the names that it gives, and that each key in the files is
// asked for somewhere.
func TestTextsAreComplete(t *testing.T) {
	t.Parallel()
	all, used := messages(), map[string]bool{}
	eachSource(t, func(file string, positions *token.FileSet, tree *ast.File) {
		ast.Inspect(tree, func(n ast.Node) bool {
			if text, ok := literal(n); ok {
				used[text] = true
			}
			call, ok := n.(*ast.CallExpr)
			if !ok || !asks(file, call) {
				return true
			}
			if key, ok := literal(call.Args[0]); ok {
				for _, wrong := range wrongWith(all, key, call) {
					t.Errorf("%v: %s", positions.Position(call.Pos()), wrong)
				}
			}
			return true
		})
	})
	for key := range all {
		made := slices.ContainsFunc(byTable, func(room string) bool { return strings.HasPrefix(key, room) })
		if !used[key] && !made {
			t.Errorf("nobody asks for %q", key)
		}
	}
}

// wrongWith says what is wrong with a call of Text with a key.
func wrongWith(all map[string]*forms, key string, call *ast.CallExpr) (wrong []string) {
	message, ok := all[key]
	if !ok {
		return []string{"no file has the key " + key}
	}
	given, ok := askedFor(call)
	if !ok {
		return nil
	}
	for _, name := range message.names() {
		if !slices.Contains(given, name) {
			wrong = append(wrong, key+" names "+name+", and no value is given")
		}
	}
	for _, name := range given {
		if !slices.Contains(message.names(), name) && (name != "Count" || !message.hasPlural()) {
			wrong = append(wrong, key+" does not name "+name)
		}
	}
	return wrong
}

// TestALanguageSaysWhatTheFirstOneSays holds that each message of another language is
// one of the source language, and names nothing that that does not name.
func TestALanguageSaysWhatTheFirstOneSays(t *testing.T) {
	t.Parallel()
	for _, wrong := range strangeIn(files) {
		t.Error(wrong)
	}
	en, de := &fstest.MapFile{Data: []byte("[a]\nb = \"{{.Name}}\"\nc = \"x\"")}, &fstest.MapFile{Data: []byte("[a]\nb = \"{{.Nome}}\"\nd = \"y\"")}
	want := []string{"de names Nome in a.b", "de has the key a.d"}
	if got := strangeIn(fstest.MapFS{"en/a.toml": en, "de/a.toml": de}); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// strangeIn are the messages of further languages that the source language lacks, and
// what they name that it does not.
func strangeIn(all fs.FS) (wrong []string) {
	first := map[string]*forms{}
	for _, read := range newSpeaker(all, language.English).rooms {
		maps.Copy(first, read())
	}
	found, _ := fs.Glob(all, "*/*.toml")
	for _, name := range found {
		folder, file := path.Split(name)
		tag, said := language.Make(path.Clean(folder)), room{}
		said.add(all, file, tag)
		for _, key := range slices.Sorted(maps.Keys(said)) {
			if first[key] == nil {
				wrong = append(wrong, fmt.Sprintf("%v has the key %s", tag, key))
				continue
			}
			for _, named := range said[key].names() {
				if !slices.Contains(first[key].names(), named) {
					wrong = append(wrong, fmt.Sprintf("%v names %s in %s", tag, named, key))
				}
			}
		}
	}
	return wrong
}

// TestMessagesAreWellWritten holds what every message keeps to.
func TestMessagesAreWellWritten(t *testing.T) {
	t.Parallel()
	for key, message := range messages() {
		if message.plural[0] == nil {
			t.Errorf("%s has no form for any other number", key)
		}
		for _, form := range message.plural {
			for i, piece := range form {
				if i%2 == 0 && (strings.ContainsAny(piece, "{}!") || strings.Contains(piece, "  ")) {
					t.Errorf("%s holds a brace, an exclamation mark or two blanks: %q", key, piece)
				}
			}
		}
	}
}
