package filetest

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// Corpus is where the files of other projects are, as seen from the folder of this one;
// they are not part of it.
func Corpus(t *testing.T, top string) string {
	t.Helper()
	folder := os.Getenv("NUMBERLOADER_CORPUS")
	if folder == "" {
		folder = filepath.Join(top, "..", "shared", "corpus")
	}
	if _, err := os.Stat(filepath.Join(folder, "ORACLE.json")); err != nil { //nolint:gosec // whoever runs the test names the folder
		t.Skipf("the corpus of other projects' files is not there (set NUMBERLOADER_CORPUS): %v", err)
	}
	return folder
}

// LiveHeap is how many bytes are in use.
func LiveHeap() float64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc)
}
