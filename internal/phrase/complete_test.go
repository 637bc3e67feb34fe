package phrase

import (
	"go/ast"
	"go/token"
	"maps"
	"slices"
	"strings"
	"testing"

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

// hasPlural says that a message has more than one form.
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

// asks says that a call in a file names a message by its key.
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
