package phrase

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"strconv"
	"strings"
	"testing"
)

// eachSource hands over every Go file of the program itself, by its path within
// the module: no tests, and nothing that only serves tests.
func eachSource(t *testing.T, check func(file string, positions *token.FileSet, tree *ast.File)) {
	t.Helper()
	module := os.DirFS("../..")
	err := fs.WalkDir(module, ".", func(file string, entry fs.DirEntry, err error) error {
		switch name := entry.Name(); {
		case err != nil:
			return err
		case entry.IsDir() && (name == "testdata" || name == "e2e" || name == "build" || name != "." && strings.HasPrefix(name, ".")):
			return fs.SkipDir
		case entry.IsDir() || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		text, err := fs.ReadFile(module, file)
		if err != nil {
			return err
		}
		positions := token.NewFileSet()
		tree, err := parser.ParseFile(positions, file, text, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		check(file, positions, tree)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// calls reports whether an expression calls a function of a package, "" for one of
// the file's own.
func calls(call *ast.CallExpr, pkg, function string) bool {
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		x, ok := f.X.(*ast.Ident)
		return ok && x.Name == pkg && (function == "*" || f.Sel.Name == function)
	case *ast.Ident:
		return pkg == "" && f.Name == function
	}
	return false
}

// literal is the value of a string literal.
func literal(e ast.Node) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(lit.Value)
	return text, err == nil
}
