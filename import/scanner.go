package importer

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

// event is what the scanner has come to.
type event uint8

const (
	eventStart event = iota // of the element s.name
	eventEnd                // of the element s.name
	eventText               // s.text
	eventDone               // the end of the part
)

// Limits of one XML part. Nothing that Office writes comes near them.
const (
	maxToken = 16 << 20 // bytes of a tag or of a text between two tags
	maxDepth = 200      // elements within each other
	maxNames = 10_000   // different names of elements that are remembered
)

var (
	errXML      = errors.New("the XML is not well-formed")
	errXMLShort = fmt.Errorf("%w: it ends early", errXML)
	errXMLType  = fmt.Errorf("%w: it has a document type", errXML)
	errXMLLong  = errors.New("the XML holds a text that is too long")
	errXMLDeep  = errors.New("the XML has too many elements within each other")
)

// scanner reads the XML of workbook parts in one pass and with bounded memory,
// several times faster than encoding/xml. It accepts well-formed XML without a
// document type and nothing else, so that a part which ends early, or names an
// entity of its own, is an error. Names are taken without their prefixes.
type scanner struct {
	r        io.Reader
	buf      []byte
	pos, end int // what is read and not yet used is buf[pos:end]
	eof      bool

	name  string // of the element of the last eventStart or eventEnd, without prefix
	text  []byte // of the last eventText; valid until the next call
	attrs []attr // of the last eventStart; valid until the next call

	open       []string // names of the open elements, with prefixes
	names      map[string]string
	selfClosed bool // the last eventStart was <name/>
	rooted     bool // the root element was opened
	value      []byte
}

// attr is an attribute; its name has its prefix.
type attr struct{ name, value []byte }

func newScanner(r io.Reader) *scanner {
	return &scanner{r: r, buf: make([]byte, 64<<10), names: map[string]string{}}
}

// attr is the value of an attribute of the element just opened, "" if there is
// none. The name has no prefix; an attribute without a prefix is preferred.
func (s *scanner) attr(name string) string {
	found := ""
	for _, a := range s.attrs {
		if string(a.name) == name {
			return string(a.value)
		}
		if local(string(a.name)) == name {
			found = string(a.value)
		}
	}
	return found
}

// next goes on to the next event.
func (s *scanner) next() (event, error) {
	if s.selfClosed {
		s.selfClosed = false
		s.pop()
		return eventEnd, nil
	}
	for {
		more, err := s.peek()
		if err != nil {
			return 0, err
		}
		if !more {
			return eventDone, s.checkComplete()
		}
		read := s.markup
		if s.buf[s.pos] != '<' {
			read = s.plainText
		}
		if e, ok, err := read(); err != nil || ok {
			return e, err
		}
	}
}

// checkComplete says whether the part may end here.
func (s *scanner) checkComplete() error {
	if len(s.open) > 0 || !s.rooted {
		return errXMLShort
	}
	return nil
}

// plainText reads up to the next tag. It says false for blanks outside the root,
// which are no event.
func (s *scanner) plainText() (event, bool, error) {
	if err := s.readText(); err != nil {
		return 0, false, err
	}
	if len(s.open) == 0 && len(bytes.TrimSpace(s.text)) > 0 {
		return 0, false, fmt.Errorf("%w: text outside the root", errXML)
	}
	return eventText, len(s.open) > 0, nil
}

// markup reads what begins with "<". It says false for what is no event.
func (s *scanner) markup() (event, bool, error) {
	if err := s.need(2); err != nil {
		return 0, false, err
	}
	switch s.buf[s.pos+1] {
	case '/':
		return eventEnd, true, s.readEnd()
	case '?':
		return 0, false, s.discard("?>", 2)
	case '!':
		return s.declaration()
	}
	return eventStart, true, s.readStart()
}

// declaration reads what begins with "<!": a comment, or literal text.
func (s *scanner) declaration() (event, bool, error) {
	const comment, literal = "<!--", "<![CDATA["
	if s.startsWith(comment) {
		return 0, false, s.discard("-->", len(comment))
	}
	if !s.startsWith(literal) {
		return 0, false, errXMLType
	}
	if len(s.open) == 0 {
		return 0, false, fmt.Errorf("%w: text outside the root", errXML)
	}
	n, err := s.find("]]>", len(literal))
	if err != nil {
		return 0, false, err
	}
	s.text = s.buf[s.pos+len(literal) : s.pos+n]
	s.pos += n + len("]]>")
	if err := checkCharacters(s.text); err != nil {
		return 0, false, err
	}
	return eventText, true, nil
}

func (s *scanner) readText() error {
	n, err := s.findText()
	if err != nil {
		return err
	}
	raw := s.buf[s.pos : s.pos+n]
	s.pos += n
	if err := checkCharacters(raw); err != nil {
		return err
	}
	s.text = raw
	if bytes.IndexByte(raw, '&') < 0 && bytes.IndexByte(raw, '\r') < 0 {
		return nil
	}
	s.value = s.value[:0]
	s.value, err = appendText(s.value, raw)
	s.text = s.value
	return err
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
	nameEnd := bytes.IndexAny(tag, " \t\r\n")
	if nameEnd < 0 {
		nameEnd = len(tag)
	}
	if err := s.push(tag[:nameEnd]); err != nil {
		return err
	}
	return s.readAttrs(tag[nameEnd:])
}

func (s *scanner) push(name []byte) error {
	if !isName(name) {
		return fmt.Errorf("%w: a tag without a name", errXML)
	}
	if len(s.open) == 0 && s.rooted {
		return fmt.Errorf("%w: two roots", errXML)
	}
	if len(s.open) == maxDepth {
		return errXMLDeep
	}
	s.rooted = true
	full, known := s.names[string(name)]
	if !known {
		full = string(name)
		if len(s.names) < maxNames {
			s.names[full] = full
		}
	}
	s.open = append(s.open, full)
	s.name = local(full)
	return nil
}

func (s *scanner) pop() {
	last := len(s.open) - 1
	s.name = local(s.open[last])
	s.open = s.open[:last]
}

func (s *scanner) readEnd() error {
	n, err := s.find(">", 2)
	if err != nil {
		return err
	}
	name := bytes.TrimRight(s.buf[s.pos+2:s.pos+n], " \t\r\n")
	s.pos += n + 1
	if len(s.open) == 0 || s.open[len(s.open)-1] != string(name) {
		return fmt.Errorf("%w: </%.40s> closes nothing", errXML, name)
	}
	s.pop()
	return nil
}

// readAttrs reads the rest of a tag behind the name.
func (s *scanner) readAttrs(rest []byte) error {
	s.attrs = s.attrs[:0]
	for {
		trimmed := bytes.TrimLeft(rest, " \t\r\n")
		if len(trimmed) == 0 {
			return nil
		}
		if len(trimmed) == len(rest) {
			return fmt.Errorf("%w: attributes without a blank between them", errXML)
		}
		name, after, ok := bytes.Cut(trimmed, []byte("="))
		name, after = bytes.TrimRight(name, " \t\r\n"), bytes.TrimLeft(after, " \t\r\n")
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

// peek says whether there is anything left.
func (s *scanner) peek() (bool, error) {
	for s.pos == s.end {
		if s.eof {
			return false, nil
		}
		if err := s.fill(); err != nil {
			return false, err
		}
	}
	return true, nil
}

// need makes sure that n bytes are there.
func (s *scanner) need(n int) error {
	for s.end-s.pos < n {
		if s.eof {
			return errXMLShort
		}
		if err := s.fill(); err != nil {
			return err
		}
	}
	return nil
}

func (s *scanner) startsWith(prefix string) bool {
	return s.need(len(prefix)) == nil && string(s.buf[s.pos:s.pos+len(prefix)]) == prefix
}

// discard goes past the next occurrence of closing, from from bytes on.
func (s *scanner) discard(closing string, from int) error {
	n, err := s.find(closing, from)
	if err == nil {
		s.pos += n + len(closing)
	}
	return err
}

// find is how far away the next occurrence of sep is, from from bytes on.
func (s *scanner) find(sep string, from int) (int, error) {
	for {
		if start := s.pos + from; start < s.end {
			if i := bytes.Index(s.buf[start:s.end], []byte(sep)); i >= 0 {
				return from + i, nil
			}
			from = max(from, s.end-s.pos-len(sep)+1)
		}
		if s.eof {
			return 0, errXMLShort
		}
		if err := s.fill(); err != nil {
			return 0, err
		}
	}
}

// findText is how long the text up to the next tag, or to the end, is.
func (s *scanner) findText() (int, error) {
	n, err := s.find("<", 0)
	if errors.Is(err, errXMLShort) {
		return s.end - s.pos, nil
	}
	return n, err
}

// tagEnd is how far away the ">" of the tag is; one in quotation marks does not
// count.
func (s *scanner) tagEnd() (int, error) {
	n := 0
	for {
		var err error
		if n, err = s.find(">", n+1); err != nil {
			return 0, err
		}
		if !inQuotes(s.buf[s.pos : s.pos+n]) {
			return n, nil
		}
	}
}

// inQuotes says that a quotation mark is open at the end of tag.
func inQuotes(tag []byte) bool {
	quote := byte(0)
	for _, b := range tag {
		switch {
		case quote == 0 && (b == '"' || b == '\''):
			quote = b
		case b == quote:
			quote = 0
		}
	}
	return quote != 0
}

// fill reads more. It moves what is not yet used to the front, so positions in
// the buffer change.
func (s *scanner) fill() error {
	if s.pos > 0 {
		s.end = copy(s.buf, s.buf[s.pos:s.end])
		s.pos = 0
	}
	if s.end == len(s.buf) {
		if len(s.buf) >= maxToken {
			return errXMLLong
		}
		s.buf = append(s.buf, make([]byte, len(s.buf))...)
	}
	n, err := s.r.Read(s.buf[s.end:])
	s.end += n
	if errors.Is(err, io.EOF) {
		s.eof = true
		return nil
	}
	return err //nolint:wrapcheck // wrapped with the part's name by the caller
}

// local is a name without its prefix.
func local(name string) string {
	return name[strings.IndexByte(name, ':')+1:]
}
