package xls

import (
	"encoding/binary"
	"math"
	"unicode/utf16"
	"unicode/utf8"
)

// fields reads the fields of a record one after another. A field that is not
// there is zero, and short tells of it afterwards.
type fields struct {
	data  []byte
	more  [][]byte // the data of the records that continue it
	short bool
	fonts []int // of the parts of the text that was read last
}

// err says that a field was missing.
func (f *fields) err() error {
	if f.short {
		return errShort
	}
	return nil
}

// turn goes on with the next record.
func (f *fields) turn() bool {
	if len(f.more) == 0 {
		f.short = true
		return false
	}
	f.data, f.more = f.more[0], f.more[1:]
	return true
}

// done reports whether nothing is left.
func (f *fields) done() bool {
	for len(f.data) == 0 && len(f.more) > 0 {
		f.turn()
	}
	return len(f.data) == 0
}

// take is the next n bytes; nil if there are fewer.
func (f *fields) take(n int) []byte {
	if n <= len(f.data) {
		taken := f.data[:n]
		f.data = f.data[n:]
		return taken
	}
	var joined []byte
	for len(joined) < n {
		if len(f.data) == 0 && !f.turn() {
			return nil
		}
		part := min(n-len(joined), len(f.data))
		joined = append(joined, f.data[:part]...)
		f.data = f.data[part:]
	}
	return joined
}

// skip passes over n bytes.
func (f *fields) skip(n int) {
	for n > 0 {
		if len(f.data) == 0 && !f.turn() {
			return
		}
		part := min(n, len(f.data))
		f.data = f.data[part:]
		n -= part
	}
}

func (f *fields) byte() int {
	if b := f.take(1); b != nil {
		return int(b[0])
	}
	return 0
}

func (f *fields) uint16() int {
	if b := f.take(2); b != nil {
		return int(binary.LittleEndian.Uint16(b))
	}
	return 0
}

func (f *fields) uint32() uint32 {
	if b := f.take(4); b != nil {
		return binary.LittleEndian.Uint32(b)
	}
	return 0
}

func (f *fields) float() float64 {
	if b := f.take(8); b != nil {
		return math.Float64frombits(binary.LittleEndian.Uint64(b))
	}
	return 0
}

// Flags of a text of Excel 97 and later ([MS-XLS], 2.5.293).
const (
	textWide     = 0x01 // two bytes a character, else one
	textPhonetic = 0x04 // reading aids follow
	textRich     = 0x08 // where the font changes follows
)

// text appends a text of n characters of Excel 97 and later: its flags, the
// characters, and then fonts, which f.fonts has afterwards, and reading aids, which
// are passed over.
func (f *fields) text(to []byte, n int) []byte {
	flags := f.byte()
	runs, aids := 0, 0
	if flags&textRich != 0 {
		runs = f.uint16()
	}
	if flags&textPhonetic != 0 {
		aids = int(f.uint32())
	}
	to = f.characters(to, n, flags&textWide != 0)
	f.fonts = f.fonts[:0]
	for range runs {
		f.skip(2) // where it begins
		f.fonts = append(f.fonts, f.uint16())
	}
	f.skip(aids)
	return to
}

// characters appends n characters as UTF-8. Where they go on in another record,
// that one begins with the flags for the rest of them.
func (f *fields) characters(to []byte, n int, wide bool) []byte {
	var half rune // of a character of four bytes
	for n > 0 {
		if len(f.data) == 0 {
			if !f.turn() {
				return to
			}
			wide = f.byte()&textWide != 0
			continue
		}
		if !wide {
			part := min(n, len(f.data))
			to, n = appendLatin(to, f.data[:part]), n-part
			f.data = f.data[part:]
			continue
		}
		if len(f.data) == 1 { // no record ends within a character
			f.short = true
			return to
		}
		unit := rune(f.uint16()) //nolint:gosec // two bytes
		n--
		switch {
		case half != 0:
			to = utf8.AppendRune(to, utf16.DecodeRune(half, unit))
			half = 0
		case unit >= 0xD800 && unit < 0xDC00 && n > 0:
			half = unit
		default:
			to = utf8.AppendRune(to, unit)
		}
	}
	return to
}

// appendLatin appends characters of one byte, the first 256 of Unicode.
func appendLatin(to, text []byte) []byte {
	for _, b := range text {
		to = utf8.AppendRune(to, rune(b))
	}
	return to
}
