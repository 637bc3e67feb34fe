package parts

// What most cells of a sheet are made of is written in one way by all programs. These
// go past it in one look at each byte; all else Next reads, with the same answer.

// PlainElement goes past the element that comes next and returns its text, if it is
// written as most are: this name and no attributes, nothing but printable ASCII within,
// and all of it in the buffer. It says false of all others, which Next reads. The text
// is valid until the next call.
func (s *Scanner) PlainElement(name string) (text []byte, ok bool) {
	if s.SelfClosed || len(s.open) == 0 || len(s.open) >= maxDepth {
		return nil, false
	}
	text, n := plainElement(s.buf[s.pos:s.end], name)
	s.pos += n
	return text, n > 0
}

// PlainPair goes past the element that comes next and returns the text of the one
// element within it, if both are written as most are: an element outer, its attributes
// in double quotation marks and of letters and digits only, and within it nothing but
// what PlainElement takes. The attributes are in Attrs, which says nothing where it says
// false. Both are valid until the next call.
func (s *Scanner) PlainPair(outer, inner string) (text []byte, ok bool) {
	if s.SelfClosed || len(s.open) == 0 || len(s.open) >= maxDepth-1 {
		return nil, false
	}
	rest := s.buf[s.pos:s.end]
	start := s.plainTag(rest, outer)
	if start == 0 {
		return nil, false
	}
	text, n := plainElement(rest[start:], inner)
	end := closes(rest[start+n:], outer)
	if n == 0 || end == 0 {
		return nil, false
	}
	s.pos += start + n + end
	return text, true
}

// plainTag puts the attributes of the tag that text begins with into Attrs, and says
// how long the tag is; 0 if it is not of this name or not plain.
func (s *Scanner) plainTag(text []byte, name string) (n int) {
	n = 1 + len(name)
	if len(text) < n || text[0] != '<' || string(text[1:n]) != name {
		return 0
	}
	s.Attrs = s.Attrs[:0]
	for n < len(text) && text[n] == ' ' {
		from := n + 1
		equals := from + countWord(text[from:])
		value := equals + len(`="`)
		if equals == from || value > len(text) || string(text[equals:value]) != `="` || isDigit(text[from]) {
			return 0
		}
		end := value + countWord(text[value:])
		if end == len(text) || text[end] != '"' {
			return 0
		}
		s.Attrs = append(s.Attrs, Attribute{text[from:equals], text[value:end]})
		n = end + 1
	}
	if n == len(text) || text[n] != '>' {
		return 0
	}
	return n + 1
}

// plainElement is the text of the element that a text begins with, and how long it is
// with its tags; 0 if it is not of this name or not plain.
func plainElement(text []byte, name string) (inside []byte, n int) {
	start := len(name) + len("<>")
	if len(text) < start || text[0] != '<' || string(text[1:start-1]) != name || text[start-1] != '>' {
		return nil, 0
	}
	end := start
	for end < len(text) && isPlainByte(text[end]) {
		end++
	}
	n = closes(text[end:], name)
	if n == 0 {
		return nil, 0
	}
	return text[start:end], end + n
}

// countWord is how many ASCII letters and digits a text begins with.
func countWord(text []byte) int {
	for i, b := range text {
		if letter := b | 0x20; !isDigit(b) && (letter < 'a' || letter > 'z') {
			return i
		}
	}
	return len(text)
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }
