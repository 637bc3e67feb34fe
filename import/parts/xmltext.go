package parts

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/ianaindex"
	"golang.org/x/text/encoding/unicode"
)

// isName reports whether an element or attribute may be called so. It is wider
// than XML: letters outside ASCII are not looked up.
func isName(name []byte) bool {
	if len(name) == 1 && name[0] >= 'a' && name[0] <= 'z' {
		return true // most attributes of cells
	}
	if len(name) == 0 || bytes.IndexByte([]byte("-.0123456789:"), name[0]) >= 0 {
		return false
	}
	for _, b := range name {
		if !isNameByte(b) {
			return false
		}
	}
	return utf8.Valid(name) && name[len(name)-1] != ':'
}

func isNameByte(b byte) bool {
	switch {
	case b >= 'a' && b <= 'z', b >= 'A' && b <= 'Z', b >= '0' && b <= '9', b >= utf8.RuneSelf:
		return true
	}
	return b == '_' || b == '-' || b == '.' || b == ':'
}

// checkCharacters refuses what XML cannot hold.
func checkCharacters(text []byte) error {
	ascii := true
	for _, b := range text {
		if b < ' ' && b != '\t' && b != '\n' && b != '\r' {
			return fmt.Errorf("%w: a control character", errXML)
		}
		ascii = ascii && b < utf8.RuneSelf
	}
	if ascii {
		return nil
	}
	if !utf8.Valid(text) || bytes.Contains(text, []byte("\uFFFE")) || bytes.Contains(text, []byte("\uFFFF")) {
		return fmt.Errorf("%w: a broken character", errXML)
	}
	return nil
}

// attrValue is the value of an attribute as it is meant.
func attrValue(raw []byte) ([]byte, error) {
	if isPlain(raw) {
		return raw, nil
	}
	if err := checkCharacters(raw); err != nil {
		return nil, err
	}
	if bytes.IndexByte(raw, '<') >= 0 {
		return nil, fmt.Errorf("%w: a tag within a tag", errXML)
	}
	if bytes.IndexByte(raw, '&') < 0 && bytes.IndexByte(raw, '\r') < 0 {
		return raw, nil
	}
	return appendText(nil, raw)
}

// isPlain reports whether a text is printable ASCII without markup, as most are.
func isPlain(raw []byte) bool {
	for _, b := range raw {
		if !isPlainByte(b) {
			return false
		}
	}
	return true
}

func isPlainByte(b byte) bool { return b >= ' ' && b < utf8.RuneSelf && b != '<' && b != '&' }

// appendText appends raw with its entities replaced, and line breaks as XML
// wants them: each one LF.
func appendText(to, raw []byte) ([]byte, error) {
	for len(raw) > 0 {
		i := bytes.IndexAny(raw, "&\r")
		if i < 0 {
			return append(to, raw...), nil
		}
		to, raw = append(to, raw[:i]...), raw[i:]
		if raw[0] == '\r' {
			to, raw = append(to, '\n'), bytes.TrimPrefix(raw[1:], []byte("\n"))
			continue
		}
		name, rest, ok := bytes.Cut(raw[1:], []byte(";"))
		r, known := entity(name)
		if !ok || !known {
			return nil, fmt.Errorf("%w: an unknown entity", errXML)
		}
		to, raw = utf8.AppendRune(to, r), rest
	}
	return to, nil
}

// entity is the character that an entity stands for.
func entity(name []byte) (rune, bool) {
	switch string(name) {
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "amp":
		return '&', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	digits, base := bytes.TrimPrefix(name, []byte("#")), 10
	if len(digits) == len(name) {
		return 0, false
	}
	if hex, ok := bytes.CutPrefix(digits, []byte("x")); ok {
		digits, base = hex, 16
	}
	code, err := strconv.ParseUint(string(digits), base, 21)
	r := rune(code)
	if err != nil || !utf8.ValidRune(r) || checkCharacters(utf8.AppendRune(nil, r)) != nil {
		return 0, false
	}
	return r, true
}

// decodeXML makes UTF-8 of a part: by its byte order mark, by the zeros of a
// UTF-16 "<", or by the encoding that its declaration names.
func decodeXML(r io.Reader) (io.Reader, error) {
	start := make([]byte, 256)
	n, err := io.ReadFull(r, start)
	if err != nil && n == 0 {
		return r, nil // an empty part is the scanner's to refuse
	}
	start = start[:n]
	whole := io.MultiReader(bytes.NewReader(start), r)
	switch {
	case bytes.HasPrefix(start, []byte("\xff\xfe")), bytes.HasPrefix(start, []byte("<\x00")):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(whole), nil
	case bytes.HasPrefix(start, []byte("\xfe\xff")), bytes.HasPrefix(start, []byte("\x00<")):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder().Reader(whole), nil
	case bytes.HasPrefix(start, []byte("\xef\xbb\xbf")):
		return io.MultiReader(bytes.NewReader(start[3:]), r), nil
	}
	return decodeDeclared(declaredEncoding(start), whole)
}

func decodeDeclared(name string, r io.Reader) (io.Reader, error) {
	if name == "" || strings.EqualFold(name, "utf8") { // a common slip
		return r, nil
	}
	declared, err := ianaindex.IANA.Encoding(name)
	if err != nil || declared == nil {
		return nil, fmt.Errorf("%w: unknown encoding %q", errXML, name)
	}
	if declared == unicode.UTF8 || declared == encoding.Nop {
		return r, nil
	}
	return declared.NewDecoder().Reader(r), nil
}

// declaredEncoding is the encoding that an XML declaration names, "" if none.
func declaredEncoding(start []byte) string {
	declaration, _, ok := bytes.Cut(start, []byte("?>"))
	if !ok || !bytes.HasPrefix(declaration, []byte("<?xml")) {
		return ""
	}
	_, after, ok := bytes.Cut(declaration, []byte("encoding"))
	after = bytes.TrimLeft(after, " \t\r\n=")
	if !ok || len(after) == 0 {
		return ""
	}
	name, _, _ := bytes.Cut(after[1:], after[:1])
	return string(name)
}
