package importer

import (
	"bytes"
	"fmt"
	"strings"
)

// attr is an attribute; its name has its prefix.
type attr struct{ name, value []byte }

// attr is the value of an attribute of the element just opened, "" if there is
// none. The name has no prefix; an attribute without a prefix is preferred.
func (s *scanner) attr(name string) string { return string(s.attrBytes(name)) }

// attrBytes is the same, valid until the next call of next.
func (s *scanner) attrBytes(name string) []byte {
	var found []byte
	for _, a := range s.attrs {
		if string(a.name) == name {
			return a.value
		}
		if i := bytes.IndexByte(a.name, ':'); i >= 0 && string(a.name[i+1:]) == name {
			found = a.value
		}
	}
	return found
}

// maxName is the length in bytes of the longest name or address that is kept.
const maxName = 8192

// attrNames are the values of attributes that are names or addresses, in the
// order asked for. The error says that one is longer than any program writes.
func (s *scanner) attrNames(names ...string) ([]string, error) {
	values := make([]string, len(names))
	for i, name := range names {
		value := s.attrBytes(name)
		if len(value) > maxName {
			return nil, errXMLLong
		}
		values[i] = string(value)
	}
	return values, nil
}

func (s *scanner) readStart() error {
	n, err := s.tagEnd()
	if err != nil {
		return err
	}
	tag := s.buf[s.pos+1 : s.pos+n]
	s.pos += n + 1
	if len(tag) > 0 && tag[len(tag)-1] == '/' {
		s.selfClosed = true
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

func (s *scanner) push(name []byte) error {
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
	s.name = known.local
	return nil
}

func (s *scanner) pop() {
	last := len(s.open) - 1
	s.name = s.open[last].local
	s.open = s.open[:last]
}

func (s *scanner) readEnd() error {
	n, err := s.find(">", 2)
	if err != nil {
		return err
	}
	name := trimXMLBlanks(s.buf[s.pos+2 : s.pos+n])
	s.pos += n + 1
	if len(s.open) == 0 || s.open[len(s.open)-1].full != string(name) {
		return fmt.Errorf("%w: </%.40s> closes nothing", errXML, name)
	}
	s.pop()
	return nil
}

// readAttrs reads the rest of a tag behind the name.
func (s *scanner) readAttrs(rest []byte) error {
	s.attrs = s.attrs[:0]
	for {
		trimmed := skipXMLBlanks(rest)
		if len(trimmed) == 0 {
			return nil
		}
		if len(trimmed) == len(rest) {
			return fmt.Errorf("%w: attributes without a blank between them", errXML)
		}
		name, after, ok := bytes.Cut(trimmed, []byte("="))
		name, after = trimXMLBlanks(name), skipXMLBlanks(after)
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
		s.attrs = append(s.attrs, attr{name, value})
		rest = after[n+2:]
	}
}

func isXMLBlank(b byte) bool { return b == ' ' || b == '\t' || b == '\n' || b == '\r' }

// skipXMLBlanks is text without the blanks before it.
func skipXMLBlanks(text []byte) []byte {
	for len(text) > 0 && isXMLBlank(text[0]) {
		text = text[1:]
	}
	return text
}

// trimXMLBlanks is text without the blanks behind it.
func trimXMLBlanks(text []byte) []byte {
	for len(text) > 0 && isXMLBlank(text[len(text)-1]) {
		text = text[:len(text)-1]
	}
	return text
}

// local is a name without its prefix.
func local(name string) string {
	return name[strings.IndexByte(name, ':')+1:]
}
