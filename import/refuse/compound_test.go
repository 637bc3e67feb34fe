package refuse

import (
	"slices"
	"testing"

	"numberloader/import/filetest"
)

func TestTheRootOfAContainerIsKnownByItsType(t *testing.T) {
	t.Parallel()
	mac := filetest.Directory("R", "Workbook")
	mac[entrySize+entryLengthAt] = 2
	for name, c := range map[string]struct {
		Content []byte
		want    bool
	}{
		"by Excel for Windows": {filetest.Directory("Root Entry", "Workbook"), true},
		"by Excel for Mac":     {mac, true},
		"cut off before it":    {filetest.Directory("R")[:entrySize], false},
		"no directory":         {make([]byte, 4*entrySize), false},
	} {
		if got := hasRoot(c.Content); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestARootThatTheHeaderMissesIsNoRoot(t *testing.T) {
	t.Parallel()
	whole := filetest.Container("", "Root Entry")
	if root := rootEntry(whole); root == nil || root[entryTypeAt] != entryIsRoot {
		t.Fatalf("the root is %x", root)
	}
	far, odd := slices.Clone(whole), slices.Clone(whole)
	far[48], odd[30] = 9, 63
	for name, content := range map[string][]byte{"short": whole[:100], "far": far, "odd": odd} {
		if root := rootEntry(content); root != nil {
			t.Errorf("%s: %x", name, root)
		}
	}
}
