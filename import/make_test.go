package importer

import (
	"os"
	"path/filepath"
	"testing"

	"numberloader/internal/number"
)

// readBytes reads content as a file with this name.
func readBytes(tb testing.TB, name string, content []byte, layout number.Layout) (*number.Table, error) {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil { //nolint:gosec // the folder is of the test itself
		tb.Fatal(err)
	}
	return Read(tb.Context(), path, layout, nil)
}

// mustRead reads content that is fine.
func mustRead(tb testing.TB, name string, content []byte, layout number.Layout) *number.Table {
	tb.Helper()
	table, err := readBytes(tb, name, content, layout)
	if err != nil {
		tb.Fatalf("Read: %v", err)
	}
	return table
}
