package dialplan

import (
	"regexp"
	"strings"
	"sync"
)

// prefix is what may stand in front of digits, by one of the library's expressions.
type prefix struct {
	digits string // that the expression stands for, if it is nothing but digits
	rule   string // what takes the place of the prefix, "" for nothing
	// expression matches at the start of digits; nil if the prefix is plain digits.
	expression func() *regexp.Regexp
}

// newPrefix makes a prefix. Its expression is compiled when it is needed first; most
// are plain digits, and need none.
func newPrefix(expression, rule string) prefix {
	if strings.Trim(expression, "0123456789") == "" && rule == "" {
		return prefix{digits: expression}
	}
	return prefix{rule: rule, expression: sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile("^(?:" + expression + ")")
	})}
}

// cut is what is left of digits without the prefix. It says false if they do not
// begin with it.
func (p *prefix) cut(digits string) (rest string, ok bool) {
	if p.expression == nil {
		return strings.CutPrefix(digits, p.digits)
	}
	text := strings.Clone(digits) // which expressions put on the heap, as they are
	match := p.expression().FindStringSubmatchIndex(text)
	switch {
	case match == nil:
		return digits, false
	case p.rule != "" && match[len(match)-2] >= 0:
		return p.expression().ReplaceAllString(text, p.rule), true
	}
	return digits[match[1]:], true
}
