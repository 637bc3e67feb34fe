package parts

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"numberloader/import/refuse"
)

// Event is what the scanner has come to.
type Event uint8

// The events.
const (
	EventStart Event = iota // of the element Name
	EventEnd                // of the element Name
	EventText               // Text
	EventDone               // the end of the part
)

// Limits of one XML part. Nothing that Office writes comes near them.
const (
	MaxText  = 16 << 20 // bytes of a text between two tags, and of the text of one cell
	maxTag   = 1 << 20  // bytes of a tag with its attributes
	maxDepth = 200      // elements within each other
	maxNames = 10_000   // different names of elements that are remembered
)

var (
	errXML      = errors.New("the XML is not well-formed")
	errXMLShort = fmt.Errorf("%w: it ends early", errXML)
	errXMLType  = fmt.Errorf("%w: it has a document type", errXML)
	errXMLDeep  = errors.New("the XML has too many elements within each other")
)

// ErrTooLong says that a text, a name or the text of one cell is longer than any
// that a program writes.
func ErrTooLong() error {
	return refuse.TooLarge("refuse.large.cell")
}

// Scanner reads the XML of workbook parts in one pass and with bounded memory,
// several times faster than encoding/xml. It accepts well-formed XML without a
// document type and nothing else, so that a part which ends early, or names an
// entity of its own, is an error. Names are taken without their prefixes.
type Scanner struct {
	r        io.Reader
	buf      []byte
	pos, end int // what is read and not yet used is buf[pos:end]
	eof      bool

	Name  string      // of the element of the last EventStart or EventEnd, without prefix
	Text  []byte      // of the last EventText; valid until the next call
	Attrs []Attribute // of the last EventStart; valid until the next call

	open       []tagName // of the open elements
	names      map[string]tagName
	SelfClosed bool // the last EventStart was <name/>
	rooted     bool // the root element was opened
	value      []byte
}

// tagName is the name of an element with and without its prefix.
type tagName struct{ full, local string }

func newScanner(r io.Reader) *Scanner {
	return &Scanner{r: r, buf: make([]byte, 64<<10), names: map[string]tagName{}}
}

// Next goes on to the next event. After EventDone there is nothing more.
func (s *Scanner) Next() (Event, error) {
	if s.SelfClosed {
		s.SelfClosed = false
		s.pop()
		return EventEnd, nil
	}
	for {
		more, err := s.peek()
		if err != nil {
			return 0, err
		}
		if !more {
			return EventDone, s.checkComplete()
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
func (s *Scanner) checkComplete() error {
	if len(s.open) > 0 || !s.rooted {
		return errXMLShort
	}
	return nil
}

// plainText reads up to the next tag. It says false for blanks outside the root,
// which are no event.
func (s *Scanner) plainText() (Event, bool, error) {
	if err := s.readText(); err != nil {
		return 0, false, err
	}
	if len(s.open) == 0 && len(bytes.TrimSpace(s.Text)) > 0 {
		return 0, false, fmt.Errorf("%w: text outside the root", errXML)
	}
	return EventText, len(s.open) > 0, nil
}

// markup reads what begins with "<". It says false for what is no event.
func (s *Scanner) markup() (Event, bool, error) {
	if err := s.need(2); err != nil {
		return 0, false, err
	}
	switch s.buf[s.pos+1] {
	case '/':
		return EventEnd, true, s.readEnd()
	case '?':
		return 0, false, s.discard("?>", 2)
	case '!':
		return s.declaration()
	}
	return EventStart, true, s.readStart()
}

// declaration reads what begins with "<!": a comment, or literal text.
func (s *Scanner) declaration() (Event, bool, error) {
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
	s.Text = s.buf[s.pos+len(literal) : s.pos+n]
	s.pos += n + len("]]>")
	if err := checkCharacters(s.Text); err != nil {
		return 0, false, err
	}
	return EventText, true, nil
}

func (s *Scanner) readText() error {
	n, err := s.findText()
	if err != nil {
		return err
	}
	raw := s.buf[s.pos : s.pos+n]
	s.pos += n
	s.Text = raw
	if isPlain(raw) {
		return nil
	}
	if err := checkCharacters(raw); err != nil {
		return err
	}
	if bytes.IndexByte(raw, '&') < 0 && bytes.IndexByte(raw, '\r') < 0 {
		return nil
	}
	s.value = s.value[:0]
	s.value, err = appendText(s.value, raw)
	s.Text = s.value
	return err
}
