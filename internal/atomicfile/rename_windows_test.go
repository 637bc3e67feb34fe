package atomicfile

import (
	"os"
	"path/filepath"
	"testing"
)

// TestAFileThatIsReadForAMomentIsReplaced has a reader who ends once the new text
// waits beside the old one. Nobody replaces a file that is open on Windows.
func TestAFileThatIsReadForAMomentIsReplaced(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "kept.json")
	if err := Replace(path, []byte("old")); err != nil {
		t.Fatal(err)
	}
	reader, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- Replace(path, []byte("new")) }()
	for waits := 0; waits < 2 && len(done) == 0; {
		entries, err := os.ReadDir(filepath.Dir(path))
		if err != nil {
			t.Fatal(err)
		}
		waits = len(entries)
	}
	if err := reader.Close(); err != nil {
		t.Fatal(err)
	}
	if err := <-done; err != nil {
		t.Error(err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "new" {
		t.Errorf("got %q, %v", got, err)
	}
	alone(t, filepath.Dir(path))
}

func TestAFileThatIsHeldStaysAsItWas(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "kept.json")
	if err := Replace(path, []byte("old")); err != nil {
		t.Fatal(err)
	}
	reader, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = reader.Close() }()
	if err := Replace(path, []byte("new")); err == nil {
		t.Error("a file that is open was replaced")
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "old" {
		t.Errorf("got %q, %v", got, err)
	}
	alone(t, filepath.Dir(path))
}
