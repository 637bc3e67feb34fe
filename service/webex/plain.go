package webex

import "strings"

// plainJSON reads JSON as services usually write it: without blanks, escapes and
// characters outside of ASCII. Of a long answer encoding/json takes ten times as long.
// What it calls odd may be good JSON all the same, and is for encoding/json to read.
type plainJSON struct {
	rest string // what is left to read
	odd  bool   // something came that is not plain, or not where it should
}

// next goes past a text if it comes next, and says whether it does.
func (p *plainJSON) next(text string) (ok bool) {
	p.rest, ok = strings.CutPrefix(p.rest, text)
	return ok
}

// must goes past a text that has to come next.
func (p *plainJSON) must(text string) {
	if !p.next(text) {
		p.odd = true
	}
}

// text reads a text in quotes.
func (p *plainJSON) text() string {
	p.must(`"`)
	end := 0
	for end < len(p.rest) && ' ' <= p.rest[end] && p.rest[end] <= '~' && p.rest[end] != '"' && p.rest[end] != '\\' {
		end++
	}
	text := p.rest[:end]
	p.rest = p.rest[end:]
	p.must(`"`)
	return text
}

// flag reads true or false.
func (p *plainJSON) flag() bool {
	if p.next("true") {
		return true
	}
	p.must("false")
	return false
}

// each has every element read that stands between two brackets.
func (p *plainJSON) each(open, end string, element func()) {
	p.must(open)
	for first := true; !p.odd && !p.next(end); first = false {
		if !first {
			p.must(",")
		}
		element()
	}
}

// fields has the value of every field of an object read. One that is not known to be
// read is odd.
func (p *plainJSON) fields(known func(name string) bool) {
	p.each("{", "}", func() {
		name := p.text()
		p.must(":")
		if !known(name) {
			p.odd = true
		}
	})
}

// ended reports whether all was read, and nothing was odd.
func (p *plainJSON) ended() bool { return !p.odd && strings.Trim(p.rest, "\t\n\r ") == "" }
