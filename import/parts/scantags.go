package parts

import (
	"bytes"
	"fmt"
	"strings"
)

// Attribute is an attribute; its name has its prefix.
type Attribute struct{ Name, Value []byte }

// Attr is the value of an attribute of the element just opened, "" if there is
// none. The name has no prefix; an attribute without a prefix is preferred.
func (s *Scanner) Attr(name string) string { return string(s.AttrBytes(name)) }

// AttrBytes is the same, valid until the next call of next.
func (s *Scanner) AttrBytes(name string) []byte {
	var found []byte
	for _, a := range s.Attrs {
		if string(a.Name) == name {
			return a.Value
		}
		if i := bytes.IndexByte(a.Name, ':'); i >= 0 && string(a.Name[i+1:]) == name {
			found = a.Value
		}
	}
	return found
}

// maxName is the length in bytes of the longest name or address that is kept.
const maxName = 8192

// AttrNames are the values of attributes that are names or addresses, in the
// order asked for. The error says that one is longer than any program writes.
func (s *Scanner) AttrNames(names ...string) ([]string, error) {
	values := make([]string, len(names))
	for i, name := range names {
		value := s.AttrBytes(name)
		if len(value) > maxName {
			return nil, ErrTooLong()
		}
		values[i] = string(value)
	}
	return values, nil
}

func (s *Scanner) readStart() error {
	n, err := s.tagEnd()
	if err != nil {
		return err
	}
	tag := s.buf[s.pos+1 : s.pos+n]
	s.pos += n + 1
	if len(tag) > 0 && tag[len(tag)-1] == '/' {
		s.SelfClosed = true
		tag = tag[:len(tag)-1]
	}
	nameEnd := 0
	for nameEnd < len(tag) && !isXMLBlank(tag[nameEnd]) {
		nameEnd++
	}
	if err := s.push(tag[:nameEnd]); err != nil {
		return err
	}
	return s.readAttrs(tag[nameEnd:])
}

func (s *Scanner) push(name []byte) error {
	if len(s.open) == 0 && s.rooted {
		return fmt.Errorf("%w: two roots", errXML)
	}
	if len(s.open) == maxDepth {
		return errXMLDeep
	}
	s.rooted = true
	known, ok := s.names[string(name)]
	if !ok {
		if !isName(name) {
			return fmt.Errorf("%w: a tag without a name", errXML)
		}
		known = tagName{full: string(name), local: local(string(name))}
		if len(s.names) < maxNames {
			s.names[known.full] = known
		}
	}
	s.open = append(s.open, known)
	s.Name = known.local
	return nil
}

func (s *Scanner) pop() {
	last := len(s.open) - 1
	s.Name = s.open[last].local
	s.open = s.open[:last]
}

func (s *Scanner) readEnd() error {
	if last := len(s.open) - 1; last >= 0 {
		if n := closes(s.buf[s.pos:s.end], s.open[last].full); n > 0 {
			s.pos += n
			s.pop()
			return nil
		}
	}
	n, err := s.find(">", 2)
	if err != nil {
		return err
	}
	name := TrimXMLBlanks(s.buf[s.pos+2 : s.pos+n])
	s.pos += n + 1
	if len(s.open) == 0 || s.open[len(s.open)-1].full != string(name) {
		return fmt.Errorf("%w: </%.40s> closes nothing", errXML, name)
	}
	s.pop()
	return nil
}

// closes is how long the end tag of an element is that a text begins with, 0 if
// there is none, or if it is not as all programs write it.
func closes(text []byte, name string) int {
	n := len("</") + len(name)
	if len(text) <= n || text[0] != '<' || text[1] != '/' || string(text[len("</"):n]) != name || text[n] != '>' {
		return 0
	}
	return n + 1
}

// readAttrs reads the rest of a tag behind the name.
func (s *Scanner) readAttrs(rest []byte) error {
	s.Attrs = s.Attrs[:0]
	for {
		trimmed := SkipXMLBlanks(rest)
		if len(trimmed) == 0 {
			return nil
		}
		if len(trimmed) == len(rest) {
			return fmt.Errorf("%w: attributes without a blank between them", errXML)
		}
		name, after, ok := bytes.Cut(trimmed, []byte("="))
		name, after = TrimXMLBlanks(name), SkipXMLBlanks(after)
		if !ok || !isName(name) || len(after) < 2 || after[0] != '"' && after[0] != '\'' {
			return fmt.Errorf("%w: a broken attribute", errXML)
		}
		n := bytes.IndexByte(after[1:], after[0])
		if n < 0 {
			return fmt.Errorf("%w: an attribute that does not end", errXML)
		}
		value, err := attrValue(after[1 : 1+n])
		if err != nil {
			return err
		}
		s.Attrs = append(s.Attrs, Attribute{name, value})
		rest = after[n+2:]
	}
}

func isXMLBlank(b byte) bool { return b == ' ' || b == '\t' || b == '\n' || b == '\r' }

// SkipXMLBlanks is text without the blanks before it.
func SkipXMLBlanks(text []byte) []byte {
	for len(text) > 0 && isXMLBlank(text[0]) {
		text = text[1:]
	}
	return text
}

// TrimXMLBlanks is text without the blanks behind it.
func TrimXMLBlanks(text []byte) []byte {
	for len(text) > 0 && isXMLBlank(text[len(text)-1]) {
		text = text[:len(text)-1]
	}
	return text
}

// local is a name without its prefix.
func local(name string) string {
	return name[strings.IndexByte(name, ':')+1:]
}
