package sheet

import (
	"numberloader/import/refuse"
	"numberloader/internal/number"
)

const (
	recentTexts = 4096 // texts that are looked for before one is stored again
	recentSize  = 64   // bytes of the longest of them
)

// Texts keeps the texts of a workbook: short ones that come again and again ("DID",
// "active") mostly once. It is for one goroutine.
type Texts struct {
	number.Texts

	recent []number.Text
	buf    []byte
	size   int // bytes stored
	limit  int
}

// NewTexts is a store for that many bytes of different texts.
func NewTexts(limit int) *Texts {
	return &Texts{recent: make([]number.Text, recentTexts), limit: limit}
}

// Keep keeps a text. The error says that the texts are too much in all.
func (t *Texts) Keep(text []byte) (number.Text, error) {
	if len(text) == 0 || len(text) > recentSize {
		return t.store(text)
	}
	known := &t.recent[placeOf(text)]
	if t.At(*known) == string(text) {
		return *known, nil
	}
	kept, err := t.store(text)
	*known = kept
	return kept, err
}

// KeepString is Keep for a string.
func (t *Texts) KeepString(text string) (number.Text, error) {
	t.buf = append(t.buf[:0], text...)
	return t.Keep(t.buf)
}

// String keeps a text, and returns it.
func (t *Texts) String(text []byte) (string, error) {
	kept, err := t.Keep(text)
	return t.At(kept), err
}

// placeOf is where a text is looked for: its FNV-1a hash.
func placeOf(text []byte) uint32 {
	hash := uint32(2166136261)
	for _, b := range text {
		hash = (hash ^ uint32(b)) * 16777619
	}
	return hash % recentTexts
}

func (t *Texts) store(text []byte) (number.Text, error) {
	if t.size += len(text); t.size > t.limit {
		return 0, refuse.TooLarge("refuse.large.text")
	}
	kept, ok := t.Add(text)
	if !ok {
		return 0, refuse.TooLarge("refuse.large.text")
	}
	return kept, nil
}

// frozen is a store of its own with the texts as they are now.
func (t *Texts) frozen() *Texts {
	other := NewTexts(t.limit)
	other.Texts, other.size = *t.Frozen(), t.size
	return other
}
