package platform

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestExplorerIsThatOfWindows has another one in the folder that the program was
// started in.
func TestExplorerIsThatOfWindows(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("explorer.exe", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := explorerPath()
	if err != nil || !filepath.IsAbs(got) || !strings.EqualFold(filepath.Dir(got), os.Getenv("SystemRoot")) {
		t.Errorf("got %q (%v)", got, err)
	}
}
