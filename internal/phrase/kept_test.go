package phrase

import (
	_ "embed"
	"go/ast"
	"go/token"
	"slices"
	"strings"
	"testing"
)

// kept are the messages that journals name, a key and what the message names in each
// line. A line is added for a new one. None is changed once a version has written it:
// journals of years ago hold these keys.
//
//go:embed testdata/kept.txt
var kept string

// TestWhatJournalsNameStays holds that each message that a journal may name has the
// key and the arguments that it had, and that a new one is listed.
func TestWhatJournalsNameStays(t *testing.T) {
	t.Parallel()
	all, listed := messages(), strings.Split(strings.TrimSpace(kept), "\n")
	for _, line := range listed {
		key, _, _ := strings.Cut(line, " ")
		if message := all[key]; message == nil || asKept(key, message) != line {
			t.Errorf("%q is no longer as journals name it", line)
		}
	}
	for _, key := range nameable(t, all) {
		if line := asKept(key, all[key]); !slices.Contains(listed, line) {
			t.Errorf("testdata/kept.txt lacks %q", line)
		}
	}
}

func asKept(key string, message *forms) string {
	return strings.TrimSpace(key + " " + strings.Join(message.names(), " "))
}

// nameable are the keys that the program may write into a journal: those of fates and
// faults, and those that work on a run names in its errors.
func nameable(t *testing.T, all map[string]*forms) []string {
	t.Helper()
	var keys []string
	for key := range all {
		if strings.HasPrefix(key, "faults.") && !strings.HasSuffix(key, ".title") || key == "words.quoted" {
			keys = append(keys, key)
		}
	}
	eachSource(t, func(file string, _ *token.FileSet, tree *ast.File) {
		if !strings.HasPrefix(file, "service/") && !strings.HasPrefix(file, "internal/run/") {
			return
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || !calls(call, "fault", "Say") && !calls(call, "", "said") {
				return true
			}
			for _, arg := range call.Args {
				if key, ok := literal(arg); ok && all[key] != nil {
					keys = append(keys, key)
				}
			}
			return true
		})
	})
	slices.Sort(keys)
	return slices.Compact(keys)
}
