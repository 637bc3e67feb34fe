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

// Plain is what comes next in a part, for whoever knows how that is written most of the
// time, and expects it piece by piece. What is written in another way, or is not in the
// buffer whole, fails, and what follows with it: Next reads it, with the same answer.
type Plain struct {
	text   []byte
	at     int
	failed bool
}

// Plain is what comes next within the open element. It is valid until the next call.
func (s *Scanner) Plain() Plain {
	if s.SelfClosed || len(s.open) == 0 || len(s.open) >= maxDepth-1 {
		return Plain{failed: true}
	}
	return Plain{text: s.buf[s.pos:s.end]}
}

// Pass goes past what was expected: whole elements within the open one, each in at
// most one other. It says false, and stays, if any of it failed.
func (s *Scanner) Pass(p *Plain) bool {
	if !p.failed {
		s.pos += p.at
	}
	return !p.failed
}

// Has goes past a mark if it comes next, and says whether it does.
func (p *Plain) Has(mark string) bool {
	end := p.at + len(mark)
	if end > len(p.text) || string(p.text[p.at:end]) != mark {
		return false
	}
	p.at = end
	return true
}

// Must expects a mark.
func (p *Plain) Must(mark string) {
	if !p.Has(mark) {
		p.fail()
	}
}

// Natural expects a number of at most nine digits.
func (p *Plain) Natural() (n int) {
	start := p.at
	for p.at < len(p.text) && isDigit(p.text[p.at]) {
		n = n*10 + int(p.text[p.at]-'0')
		p.at++
	}
	if digits := p.at - start; digits == 0 || digits > maxDigits {
		p.fail()
	}
	return n
}

// Letters are the ASCII letters that come next, if any do.
func (p *Plain) Letters() []byte {
	start := p.at
	for p.at < len(p.text) && IsLetter(p.text[p.at]) {
		p.at++
	}
	return p.text[start:p.at]
}

// Text is the printable ASCII up to the next tag or entity.
func (p *Plain) Text() []byte {
	start := p.at
	for p.at < len(p.text) && isPlainByte(p.text[p.at]) {
		p.at++
	}
	return p.text[start:p.at]
}

func (p *Plain) fail() { *p = Plain{failed: true} }

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

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// IsLetter reports whether a character is an ASCII letter.
func IsLetter[C byte | rune](c C) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
