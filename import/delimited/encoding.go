package delimited

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/ianaindex"
	"golang.org/x/text/encoding/unicode"

	"numberloader/import/refuse"
	"numberloader/internal/fault"
)

const (
	markUTF8    = "\xef\xbb\xbf"
	markUTF16LE = "\xff\xfe"
	markUTF16BE = "\xfe\xff"
)

// decodeText makes a text of the bytes of a text file (docs/number-rules.md,
// 5.2). name is the encoding that the user chose, "" to find it. assumed says
// that nothing in the file tells the encoding.
func decodeText(content []byte, name string) (text string, assumed bool, err error) {
	chosen, assumed, err := pickEncoding(content, name)
	if err != nil {
		return "", false, err
	}
	// A mark is no text in any encoding.
	text = string(bytes.TrimPrefix(content, []byte(markUTF8)))
	if chosen != nil {
		if text, err = chosen.NewDecoder().String(text); err != nil {
			return "", false, refuse.Damaged(err)
		}
	}
	text = strings.ToValidUTF8(strings.TrimPrefix(text, "\ufeff"), "\ufffd")
	return strings.TrimRight(text, "\x1a"), assumed, nil
}

// pickEncoding finds the encoding; nil is UTF-8.
func pickEncoding(content []byte, name string) (chosen encoding.Encoding, assumed bool, err error) {
	if name != "" {
		chosen, err = encodingNamed(name)
		return chosen, false, err
	}
	switch {
	case bytes.HasPrefix(content, []byte(markUTF8)):
		return nil, false, nil
	case bytes.HasPrefix(content, []byte(markUTF16LE)):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), false, nil
	case bytes.HasPrefix(content, []byte(markUTF16BE)):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM), false, nil
	}
	even, odd := zeroShare(content, 0), zeroShare(content, 1)
	switch {
	case odd > 0.30 && even < 0.05:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), false, nil
	case even > 0.30 && odd < 0.05:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), false, nil
	case even > 0.30 && odd > 0.30 && len(content)%4 == 0: // three zeros of four
		return nil, false, refuse.UTF32()
	case isBinary(bytes.TrimRight(content, "\x1a")):
		return nil, false, refuse.UnknownFormat()
	case utf8.Valid(content):
		return nil, false, nil
	}
	return charmap.Windows1252, true, nil
}

// encodingNamed is the encoding with this IANA name. The second index knows names
// that the first lists without a decoder, such as GB2312 and KS_C_5601-1987.
func encodingNamed(name string) (encoding.Encoding, error) {
	if chosen, err := ianaindex.IANA.Encoding(name); err == nil && chosen != nil {
		return chosen, nil
	}
	chosen, err := htmlindex.Get(name)
	if err != nil || chosen == encoding.Replacement {
		return nil, &fault.Error{Kind: fault.Usage, What: fmt.Sprintf("There is no encoding %q.", name), Next: "Common ones are UTF-8, windows-1252, ISO-8859-15, Shift_JIS, GB18030 and UTF-16LE.", Err: err}
	}
	return chosen, nil
}

// zeroShare is how much of the bytes at even (0) or odd (1) positions of the
// first 4 KB is zero.
func zeroShare(content []byte, position int) float64 {
	zeros, all := 0, 0
	for i := position; i < min(len(content), 4<<10); i += 2 {
		all++
		if content[i] == 0 {
			zeros++
		}
	}
	if all == 0 {
		return 0
	}
	return float64(zeros) / float64(all)
}

// isBinary says that bytes which are not UTF-16 are no text: they are not valid
// UTF-8, and hold zeros or over 1% control characters (docs/number-rules.md, 5.1).
func isBinary(content []byte) bool {
	if utf8.Valid(content) {
		return false
	}
	controls := 0
	for _, b := range content {
		if b == 0 {
			return true
		}
		if b < ' ' && b != '\t' && b != '\n' && b != '\r' || b == 0x7f {
			controls++
		}
	}
	return controls*100 > len(content)
}
