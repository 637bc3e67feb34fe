package parts

import (
	"bytes"
	"errors"
	"io"
)

// more reads more into the buffer; errXMLShort says that there is no more.
func (s *Scanner) more() error {
	if s.eof {
		return errXMLShort
	}
	return s.fill()
}

// peek says whether there is anything left.
func (s *Scanner) peek() (bool, error) {
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
func (s *Scanner) need(n int) error {
	for s.end-s.pos < n {
		if err := s.more(); err != nil {
			return err
		}
	}
	return nil
}

func (s *Scanner) startsWith(prefix string) bool {
	return s.need(len(prefix)) == nil && string(s.buf[s.pos:s.pos+len(prefix)]) == prefix
}

// discard goes past the next occurrence of closing, from from bytes on. What it
// passes may be of any length.
func (s *Scanner) discard(closing string, from int) error {
	if err := s.need(from); err != nil {
		return err
	}
	s.pos += from
	for {
		if i := bytes.Index(s.buf[s.pos:s.end], []byte(closing)); i >= 0 {
			s.pos += i + len(closing)
			return nil
		}
		s.pos = max(s.pos, s.end-len(closing)+1)
		if err := s.more(); err != nil {
			return err
		}
	}
}

// find is how far away the next occurrence of sep is, from from bytes on.
func (s *Scanner) find(sep string, from int) (int, error) {
	for {
		if start := s.pos + from; start < s.end {
			if i := bytes.Index(s.buf[start:s.end], []byte(sep)); i >= 0 {
				return from + i, nil
			}
			from = max(from, s.end-s.pos-len(sep)+1)
		}
		if err := s.more(); err != nil {
			return 0, err
		}
	}
}

// findText is how long the text up to the next tag, or to the end, is.
func (s *Scanner) findText() (int, error) {
	n, err := s.find("<", 0)
	if errors.Is(err, errXMLShort) {
		return s.end - s.pos, nil
	}
	return n, err
}

// tagEnd is how far away the ">" of the tag is; one in quotation marks does not
// count. Each byte is looked at once, however often more has to be read.
func (s *Scanner) tagEnd() (int, error) {
	quote, n := byte(0), 1
	for {
		for i, b := range s.buf[s.pos+n : s.end] {
			switch {
			case quote != 0:
				if b == quote {
					quote = 0
				}
			case b == '>':
				return n + i, nil
			case b == '"' || b == '\'':
				quote = b
			}
		}
		if n = s.end - s.pos; n > maxTag {
			return 0, ErrTooLong()
		}
		if err := s.more(); err != nil {
			return 0, err
		}
	}
}

// fill reads more. It moves what is not yet used to the front, so positions in
// the buffer change.
func (s *Scanner) fill() error {
	if s.pos > 0 {
		s.end = copy(s.buf, s.buf[s.pos:s.end])
		s.pos = 0
	}
	if s.end == len(s.buf) {
		if len(s.buf) >= MaxText {
			return ErrTooLong()
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
