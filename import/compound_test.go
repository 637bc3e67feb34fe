package importer

import (
	"encoding/binary"
	"testing"
)

// directory is a sector of a directory with entries of these names, of which the
// first is the root.
func directory(names ...string) []byte {
	content := make([]byte, entrySize*(len(names)+1))
	for i, name := range names {
		entry := content[entrySize*(i+1):]
		for at, letter := range []byte(name) {
			entry[2*at] = letter
		}
		binary.LittleEndian.PutUint16(entry[entryLengthAt:], uint16(2*len(name)+2)) //nolint:gosec // the names are short
		entry[entryTypeAt] = 2
		if i == 0 {
			entry[entryTypeAt] = entryIsRoot
		}
	}
	return content
}

func TestTheRootOfAContainerIsKnownByItsType(t *testing.T) {
	t.Parallel()
	mac := directory("R", "Workbook")
	mac[entrySize+entryLengthAt] = 2
	for name, c := range map[string]struct {
		content []byte
		want    bool
	}{
		"by Excel for Windows": {directory("Root Entry", "Workbook"), true},
		"by Excel for Mac":     {mac, true},
		"cut off before it":    {directory("R")[:entrySize], false},
		"no directory":         {make([]byte, 4*entrySize), false},
	} {
		if got := hasRoot(c.content); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
