package dialplan

import (
	"regexp"
	"slices"
	"strings"
)

// prefix is what may stand in front of digits, by one of the library's expressions.
type prefix struct {
	digits string // an alternative of the expression that is nothing but digits, "" for none
	*moreThanDigits
}

// moreThanDigits are the other alternatives of an expression, which few prefixes have.
type moreThanDigits struct {
	others     lazy[automaton[bool]] // tells whether digits begin with one of them
	expression lazy[regexp.Regexp]   // of all alternatives, which matches at the start of digits
	rule       string                // what takes the place of the prefix, "" for nothing
}

// newPrefix makes a prefix. What its expression needs is made when it is needed first.
func newPrefix(expression, rule string) prefix {
	var p prefix
	var others []string
	for _, alternative := range alternatives(expression) {
		if p.digits == "" && strings.Trim(alternative, "0123456789") == "" {
			p.digits = alternative
		} else {
			others = append(others, "^(?:"+alternative+`)\d*$`)
		}
	}
	if len(others) == 0 {
		return p
	}
	p.moreThanDigits = &moreThanDigits{rule: rule}
	p.others.make = func() *automaton[bool] {
		return newAutomaton(others, 0, func(matched []bool, _ int) bool { return slices.Contains(matched, true) })
	}
	p.expression.make = func() *regexp.Regexp { return regexp.MustCompile("^(?:" + expression + ")") }
	return p
}

// alternatives are the parts of an expression between the bars that stand in no brackets.
func alternatives(expression string) []string {
	var all []string
	depth, start := 0, 0
	for i := range len(expression) {
		switch expression[i] {
		case '(':
			depth++
		case ')':
			depth--
		case '|':
			if depth == 0 {
				all = append(all, expression[start:i])
				start = i + 1
			}
		}
	}
	return append(all, expression[start:])
}

// cut is what is left of digits without the prefix. It says false if they do not
// begin with it.
func (p *prefix) cut(digits string) (rest string, ok bool) {
	if p.moreThanDigits == nil && (p.digits == "" || digits == "" || p.digits[0] != digits[0]) {
		return digits, false // as most do
	}
	return p.find(digits)
}

// find is cut for digits that may begin with the prefix.
func (p *prefix) find(digits string) (rest string, ok bool) {
	if p.moreThanDigits != nil && p.matches(digits) {
		return p.match(digits)
	}
	rest, ok = strings.CutPrefix(digits, p.digits)
	return rest, ok && p.digits != ""
}

// matches reports whether digits begin with one of the other alternatives.
func (m *moreThanDigits) matches(digits string) bool {
	others := m.others.get()
	if digits == "" || !others.canBegin(digits[0]) {
		return false // as most
	}
	matched, _ := others.after(digits)
	return *matched
}

// match is cut by the expression.
func (m *moreThanDigits) match(digits string) (rest string, ok bool) {
	text := strings.Clone(digits) // which expressions put on the heap, as they are
	match := m.expression.get().FindStringSubmatchIndex(text)
	switch {
	case match == nil:
		return digits, false
	case m.rule != "" && match[len(match)-2] >= 0:
		return m.expression.get().ReplaceAllString(text, m.rule), true
	}
	return digits[match[1]:], true
}
