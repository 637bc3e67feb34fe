// Package shown keeps what the rows of a file show: their texts in blocks, and rows of these.
// It imports nothing of ours.
package shown

import (
	"encoding/binary"
	"slices"
	"strings"
)

// Text is a text that Texts keep. Zero is the empty one, of all of them.
type Text uint32

// Texts keep the texts of many cells, so that a place where one stands takes four bytes
// and nothing that a collection of garbage has to follow. One goroutine may add some;
// what Frozen returns may be read from any.
type Texts struct {
	// A text lies in the block that its upper half numbers, from the byte on that its
	// lower half names: first its length, then itself. It ends in that block, so that of
	// one longer than a unit the next numbers have no block.
	blocks []string
	last   int             // the number of the last block
	open   strings.Builder // the last block
}

const (
	textUnit   = 1 << 16 // bytes of most blocks
	textUnits  = 1 << 16
	smallBlock = 256 // bytes of the first one
)

// Add keeps a text. It says false if there are more than 4 GB.
func (t *Texts) Add(text []byte) (Text, bool) {
	if len(text) == 0 {
		return 0, true
	}
	need := len(text) + binary.MaxVarintLen32
	if t.open.Len() >= textUnit || t.open.Cap()-t.open.Len() < need {
		if !t.begin(need) {
			return 0, false
		}
	}
	start := t.last*textUnit + t.open.Len()
	var head [binary.MaxVarintLen32]byte
	t.open.Write(binary.AppendUvarint(head[:0], uint64(len(text))))
	t.open.Write(text)
	t.blocks[t.last] = t.open.String()
	return Text(start), true //nolint:gosec // begin has checked it
}

// begin makes a block with room for a text, the first ones small and each twice the one
// before. In the first one, the first byte is of none.
func (t *Texts) begin(need int) bool {
	if len(t.blocks) == 0 {
		need++
	}
	units := (need + textUnit - 1) / textUnit
	if len(t.blocks)+units > textUnits {
		return false
	}
	size := min(max(2*t.open.Cap(), smallBlock), textUnit)
	t.last, t.open = len(t.blocks), strings.Builder{}
	t.open.Grow(max(need, size))
	if t.last == 0 {
		t.open.WriteByte(0)
	}
	t.blocks = append(t.blocks, make([]string, units)...)
	return true
}

// At is a text that was added.
func (t *Texts) At(x Text) string {
	if x == 0 {
		return ""
	}
	text := t.blocks[x/textUnit][x%textUnit:]
	if n := text[0]; n < 1<<7 { // most texts
		return text[1 : 1+n]
	}
	var head [binary.MaxVarintLen32]byte
	n, size := binary.Uvarint(head[:copy(head[:], text)])
	return text[size : size+int(n)] //nolint:gosec // the length of a text
}

// Frozen are the texts as they are now. What is added to one of them is not in the other.
func (t *Texts) Frozen() *Texts {
	return &Texts{blocks: slices.Clone(t.blocks)}
}

// Rows keep rows of texts, in which each takes four bytes, and the row four more. One
// goroutine may add some; what Frozen returns may be read from any. The zero value is no
// rows yet, of texts of their own.
type Rows struct {
	texts  *Texts   // nil before the first of their own
	blocks [][]Text // each row behind its length, none in two blocks
}

// NewRows are no rows yet, of texts that are added to others.
func NewRows(of *Texts) *Rows { return &Rows{texts: of} }

// rowUnit is how many texts most blocks of rows hold.
const rowUnit = 1 << 16

// Add keeps a row, at most of as many texts as a sheet has columns, and says where.
func (t *Rows) Add(texts []Text) (at uint32) {
	last := len(t.blocks) - 1
	if last < 0 || len(t.blocks[last])+len(texts) >= rowUnit {
		var block []Text // the first one grows
		if last >= 0 {
			block = make([]Text, 0, rowUnit)
		}
		t.blocks = append(t.blocks, block)
		last++
	}
	block := t.blocks[last]
	t.blocks[last] = append(append(block, Text(len(texts))), texts...) //nolint:gosec // no sheet is as wide
	return uint32(last*rowUnit + len(block))                           //nolint:gosec // a file has fewer cells
}

// Texts are those of a row that was added. Nobody writes to them.
func (t *Rows) Texts(at uint32) []Text {
	row := t.blocks[at/rowUnit][at%rowUnit:]
	n := 1 + row[0]
	return row[1:n:n]
}

// Frozen are the rows as they are now, of texts as they are now. What is added to one of them
// is not in the other.
func (t *Rows) Frozen(texts *Texts) *Rows {
	blocks := slices.Clone(t.blocks)
	for i := range blocks {
		blocks[i] = slices.Clip(blocks[i])
	}
	return &Rows{texts, blocks}
}

// Row is what a row shows in each column of its file, from column A on. Its zero value
// is a row of nothing. It does not change, and may be read from any goroutine as long as
// nothing is added to its texts and their rows.
type Row struct {
	rows *Rows
	at   uint32 // where in them
}

// At is a row that was added.
func (t *Rows) At(at uint32) Row { return Row{t, at} }

// RowOf is a row of its own.
func RowOf(texts ...string) Row { return new(Rows).AddTexts(texts) }

// AddTexts adds the texts of a row, and the row. Those past 4 GB are lost.
func (t *Rows) AddTexts(texts []string) Row {
	if t.texts == nil {
		t.texts = new(Texts)
	}
	at := make([]Text, len(texts))
	for i, text := range texts {
		at[i], _ = t.texts.Add([]byte(text))
	}
	return t.At(t.Add(at))
}

// Texts are those of the row, of the texts that are kept in Of. Nobody writes to them.
func (s Row) Texts() []Text {
	if s.rows == nil {
		return nil
	}
	return s.rows.Texts(s.at)
}

// Of are the texts among which those of the row are; nil for a row of nothing.
func (s Row) Of() *Texts {
	if s.rows == nil {
		return nil
	}
	return s.rows.texts
}

// Len is how many columns there are, up to the last one that shows anything.
func (s Row) Len() int { return len(s.Texts()) }

// At is what a column shows, "" past the last.
func (s Row) At(column int) string {
	shown := s.Texts()
	if column < 0 || column >= len(shown) {
		return ""
	}
	return s.rows.texts.At(shown[column])
}

// All is what each column shows.
func (s Row) All() []string {
	all := make([]string, s.Len())
	s.CopyTo(all)
	return all
}

// CopyTo sets cells to what the columns show, as far as there are both.
func (s Row) CopyTo(cells []string) {
	for i, text := range s.Texts()[:min(len(cells), s.Len())] {
		cells[i] = s.rows.texts.At(text)
	}
}

// Equal reports whether two rows show the same.
func (s Row) Equal(other Row) bool { return slices.Equal(s.All(), other.All()) }
