package sheet

import (
	"strings"

	"numberloader/import/refuse"
)

const (
	textBlock   = 64 << 10 // bytes of a block that texts are cut out of
	recentTexts = 4096     // texts that are looked for before one is stored again
	recentSize  = 64       // bytes of the longest of them
)

// Texts keeps the texts of a workbook. They are cut out of large blocks, and
// short ones that come again and again ("DID", "active") are stored once, so
// that a million cells cost no million allocations. It is for one goroutine.
type Texts struct {
	block  strings.Builder
	recent []string
	size   int // bytes stored
	limit  int
}

// NewTexts is a store for that many bytes of different texts.
func NewTexts(limit int) *Texts {
	return &Texts{recent: make([]string, recentTexts), limit: limit}
}

// Keep is text as a string. The error says that the texts are too much in all.
func (t *Texts) Keep(text []byte) (string, error) {
	if len(text) == 0 {
		return "", nil
	}
	if len(text) > recentSize {
		return t.store(text)
	}
	known := &t.recent[placeOf(text)]
	if *known == string(text) {
		return *known, nil
	}
	kept, err := t.store(text)
	*known = kept
	return kept, err
}

// placeOf is where a text is looked for: its FNV-1a hash.
func placeOf(text []byte) uint32 {
	hash := uint32(2166136261)
	for _, b := range text {
		hash = (hash ^ uint32(b)) * 16777619
	}
	return hash % recentTexts
}

func (t *Texts) store(text []byte) (string, error) {
	if t.size += len(text); t.size > t.limit {
		return "", refuse.TooLarge("refuse.large.text")
	}
	if len(text) > textBlock/8 {
		return string(text), nil
	}
	if t.block.Len()+len(text) > t.block.Cap() {
		// The old block stays with the texts that were cut out of it.
		t.block = strings.Builder{}
		t.block.Grow(textBlock)
	}
	start := t.block.Len()
	t.block.Write(text)
	return t.block.String()[start:], nil
}
