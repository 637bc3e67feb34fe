package delimited

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/ianaindex"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
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
// 5.2). name is the encoding that the user chose, "" to find it; known says that a
// text is a word that headers have.
func decodeText(content []byte, name string, known func(text string) bool) (string, How, error) {
	if name != "" {
		chosen, err := encodingNamed(name)
		if err != nil {
			return "", How{}, err
		}
		text, err := decode(content, chosen)
		return text, How{Encoding: nameOf(chosen, name)}, err
	}
	chosen, err := pickEncoding(content)
	if err != nil {
		return "", How{}, err
	}
	if chosen != nil {
		text, err := decode(content, chosen)
		return text, How{Encoding: nameOf(chosen, "")}, err
	}
	return guess(content, known)
}

// decode is the text of the content in an encoding.
func decode(content []byte, chosen encoding.Encoding) (string, error) {
	// A mark is no text in any encoding.
	text := string(bytes.TrimPrefix(content, []byte(markUTF8)))
	if chosen != unicode.UTF8 {
		var err error
		if text, err = chosen.NewDecoder().String(text); err != nil {
			return "", refuse.Damaged(err)
		}
	}
	text = strings.ToValidUTF8(strings.TrimPrefix(text, "\ufeff"), "\ufffd")
	return strings.TrimRight(text, "\x1a"), nil
}

// pickEncoding is the encoding that the content tells; nil if it does not.
func pickEncoding(content []byte) (encoding.Encoding, error) {
	switch {
	case bytes.HasPrefix(content, []byte(markUTF8)):
		return unicode.UTF8, nil
	case bytes.HasPrefix(content, []byte(markUTF16LE)):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), nil
	case bytes.HasPrefix(content, []byte(markUTF16BE)):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM), nil
	}
	even, odd := zeroShare(content, 0), zeroShare(content, 1)
	switch {
	case odd > 0.30 && even < 0.05:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), nil
	case even > 0.30 && odd < 0.05:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), nil
	case even > 0.30 && odd > 0.30 && len(content)%4 == 0: // three zeros of four
		return nil, refuse.UTF32()
	case isBinary(bytes.TrimRight(content, "\x1a")):
		return nil, refuse.UnknownFormat()
	case utf8.Valid(content):
		return unicode.UTF8, nil
	}
	return nil, nil //nolint:nilnil // nothing tells it, which is no error
}

// nameOf is the IANA name of an encoding, other if it has none.
func nameOf(e encoding.Encoding, other string) string {
	if name, err := htmlindex.Name(e); err == nil {
		return name
	}
	if name, err := ianaindex.IANA.Name(e); err == nil {
		return name
	}
	return other
}

// guesses are the encodings of text tables that tell theirs by nothing but their
// words, in the order in which they are preferred.
//
//nolint:gochecknoglobals // a constant table, never written
var guesses = []encoding.Encoding{
	charmap.Windows1252, japanese.ShiftJIS, simplifiedchinese.GB18030, korean.EUCKR, traditionalchinese.Big5, japanese.EUCJP,
	charmap.Windows1250, charmap.Windows1251, charmap.Windows1253, charmap.Windows1255, charmap.Windows1254, charmap.KOI8R,
}

// guessed is how many bytes decide about the encoding, and wordRecords the most
// records of them.
const (
	guessed     = 16 << 10
	wordRecords = 60
)

// guess takes the encoding in which most words of headers are found, of those
// that decode the whole content; Windows-1252 if none are.
func guess(content []byte, known func(text string) bool) (string, How, error) {
	best, bestText, most := encoding.Encoding(nil), "", 0
	for _, e := range guesses {
		start := content[:min(len(content), guessed)]
		if end := bytes.LastIndexAny(start, "\r\n"); len(start) < len(content) && end > 0 {
			start = start[:end]
		}
		text, err := decode(start, e)
		if err != nil || strings.ContainsRune(text, '\ufffd') {
			continue
		}
		words := foreignWords(text, known)
		if words <= most {
			continue
		}
		if whole, err := decode(content, e); err == nil && !strings.ContainsRune(whole, '\ufffd') {
			best, bestText, most = e, whole, words
		}
	}
	if best == nil {
		text, err := decode(content, charmap.Windows1252)
		return text, How{Encoding: "windows-1252", Assumed: true}, err
	}
	return bestText, How{Encoding: nameOf(best, ""), Assumed: true}, nil
}

// foreignWords counts the fields of the first records that are known words with
// other letters than those of English, which look the same in all encodings.
func foreignWords(text string, known func(text string) bool) int {
	delimiter, text := cutSepLine(text)
	if delimiter == "" {
		delimiter = findDelimiter(text)
	}
	r := &recordReader{text: text, delimiter: delimiter}
	words := 0
	for range wordRecords {
		fields, ok, err := r.next()
		if !ok || err != nil {
			break
		}
		for _, field := range fields {
			if strings.IndexFunc(field, func(c rune) bool { return c >= utf8.RuneSelf }) >= 0 && known(field) {
				words++
			}
		}
	}
	return words
}

// encodingNamed is the encoding with this IANA name. The second index knows names
// that the first lists without a decoder, such as GB2312 and KS_C_5601-1987.
func encodingNamed(name string) (encoding.Encoding, error) {
	if chosen, err := ianaindex.IANA.Encoding(name); err == nil && chosen != nil {
		return chosen, nil
	}
	chosen, err := htmlindex.Get(name)
	if err != nil || chosen == encoding.Replacement {
		return nil, &fault.Error{Kind: fault.Usage, What: fault.Say("refuse.noencoding", "Name", name), Next: fault.Say("refuse.next.encodings"), Err: err}
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

// isBinary reports whether bytes which are not UTF-16 are no text: they are not valid
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
