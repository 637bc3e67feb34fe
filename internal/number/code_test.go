package number

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"testing"
)

// constants are the values of the constants of a type in code.go.
func constants(t *testing.T, kind string) []string {
	t.Helper()
	tree, err := parser.ParseFile(token.NewFileSet(), "code.go", nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	ast.Inspect(tree, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 {
			return true
		}
		if name, ok := spec.Type.(*ast.Ident); ok && name.Name == kind {
			value, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, value)
		}
		return true
	})
	return all
}

func TestEveryCodeIsInTheTable(t *testing.T) {
	t.Parallel()
	want := constants(t, "Code")
	if len(want) < 30 {
		t.Fatalf("only %d codes", len(want))
	}
	var got []string
	for _, code := range Codes() {
		got = append(got, string(code))
		if code.Level() == LevelOK || code.Overridable() && code.Level() != LevelProblem {
			t.Errorf("%s has the level %s", code, code.Level())
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("the table has %q, want %q", got, want)
	}
}

func TestEveryVariantBelongsToACode(t *testing.T) {
	t.Parallel()
	used := map[Variant]bool{}
	for _, code := range Codes() {
		for _, variant := range code.Variants() {
			used[variant] = true
		}
	}
	for _, variant := range constants(t, "Variant") {
		if !used[Variant(variant)] {
			t.Errorf("no code has the variant %q", variant)
		}
	}
}

func TestACodeThatNobodyKnowsIsAProblem(t *testing.T) {
	t.Parallel()
	unknown := Code("of_a_later_version")
	switch {
	case unknown.Level() != LevelProblem:
		t.Errorf("unknown.Level() is %v, not %v", unknown.Level(), LevelProblem)
	case unknown.Overridable():
		t.Error("unknown.Overridable() is true")
	case unknown.Routine():
		t.Error("unknown.Routine() is true")
	case unknown.Settled():
		t.Error("unknown.Settled() is true")
	case len(unknown.Variants()) != 0:
		t.Errorf("unknown.Variants() is %v", unknown.Variants())
	}
}
