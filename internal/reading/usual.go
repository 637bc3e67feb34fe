package reading

import (
	"strings"

	"numberloader/internal/characters"
	"numberloader/internal/dialplan"
	"numberloader/internal/number"
)

// maxUsual is the most digits of a number that is read the short way: with a country
// code and what may be dialed in front of it.
const maxUsual = 24

// usual reads a cell that holds one number as most are written, in digits and the usual
// signs, and that stands for no range. Most cells of most lists are read here. What is made
// on the way of one that is accepted stays here, so that it takes no memory. What it does not
// take, the rules for all cells read, with the same answer (TestFiguresAreReadAsAnyText).
func usual(c *number.Cell, in *Context, result *Reading) bool {
	if c.Type != number.CellText || len(c.Value) > maxRangeText {
		return false
	}
	text := c.Value
	digits, plus := strings.CutPrefix(text, "+")
	has := marksIn(digits)
	var room [maxUsual]byte
	if has != digitMark {
		text = figureIn(text)
		kept := characters.AppendDigits(room[:0], text)
		if text == "" || len(kept) > maxUsual {
			return false
		}
		digits, plus = string(kept), text[0] == '+'
	}
	home := dialplan.HomeOf(in.Region)
	p, ok := usualNumber(home, digits, plus)
	switch {
	case !ok || objects(home, &p):
		if characters.CountDigits(text[:strings.LastIndexByte(text, '-')+1]) >= minNational { // it may be a range
			return false
		}
		r := newReader(*in)
		out := r.checkAll(r.number(strings.Clone(digits), plus))
		*result = r.reading(&out, c.Value, c.Value)
		return true
	case has.any(dashMark) && mayBeRange(home, text, digits, plus):
		return false
	}
	one := [1]found{{number: p.E164(), library: p, exact: plus && has == digitMark}}
	if !plus {
		one[0].remarks = number.RemarkCountryAdded
	}
	one[0].compare(home, in.Kind)
	accepted(result, one[:], home, in, c.Value, c.Value)
	return true
}

// usualNumber reads the digits of a number as international and national do, if they
// accept it.
func usualNumber(home *dialplan.Home, digits string, plus bool) (p dialplan.Number, ok bool) {
	switch {
	case plus:
		p = dialplan.International(digits)
		return p, isAsWritten(&p, digits)
	case home == nil || len(digits) <= shortestNumber:
		return p, false
	}
	p = home.National(digits)
	if p.ViaDialingPrefix() || !p.Valid() || p.IsTooLong() {
		return p, false
	}
	_, twofold := otherMeaning(home, &p, digits)
	return p, !twofold
}

// exactly is what the numbering plans say of the number that a text is as it is sent. It
// says false if it is none that they know, or something of it is dropped. Only objections
// are left then.
func exactly(text string) (p dialplan.Number, ok bool) {
	digits, plus := strings.CutPrefix(text, "+")
	if !plus || marksIn(digits) != digitMark {
		return p, false
	}
	p = dialplan.International(digits)
	return p, isAsWritten(&p, digits)
}

// isAsWritten reports whether the digits behind a plus sign are a number that is accepted,
// and nothing of them is dropped.
func isAsWritten(p *dialplan.Number, digits string) bool {
	return p.Acceptable() && p.National() == digits[len(p.Prefix()):]
}

// mayBeRange reports whether what stands before a dash of a figure may be a number by
// itself, so that the dash may mean "to". The whole of it is a number without a dialing
// prefix.
func mayBeRange(home *dialplan.Home, text, digits string, plus bool) bool {
	before := 0
	for i := range len(text) {
		switch {
		case characters.IsDigit(rune(text[i])):
			before++
		case text[i] == '-' && before >= minNational && home.CanBeValid(before):
			front := digits[:before]
			p := dialplan.International(front)
			if !plus {
				p = home.National(front)
			}
			if p.Valid() {
				return true
			}
		}
	}
	return false
}

// figureIn is a text if isFigure, or else what stands in it without what people put around a
// number and the label in front. It is "" if that is none, or if there are characters that
// are not visible ASCII.
func figureIn(text string) string {
	if isFigure(text) {
		return text
	}
	has := marksIn(text)
	bare, removed := unwrap(text, has)
	if removed || has.any(otherMark) {
		return ""
	}
	if bare = withoutLabel(bare, has); bare == text || !isFigure(bare) {
		return ""
	}
	return bare
}

// isFigure reports whether a clean text is one number in digits, blanks, brackets, single
// dots and dashes, with or without a plus sign at its start, and no date, amount or
// number with decimals. docs/number-rules.md, 3.4 to 3.8 say nothing of it but that a
// dash may stand for a range.
func isFigure(text string) bool {
	if len(text) > maxRangeText || !beginsLikeNumber(text) || !endsInDigit(text) {
		return false
	}
	has := marksIn(text[1:])
	switch {
	case has.any(^figureMarks) || !(has | marksOf[text[0]]).any(digitMark):
		return false
	case !has.any(dotMark | dashMark): // as most
		return true
	}
	return !isDate(text) && (!has.any(dotMark) || !isDotted(text))
}

// readsFigure reports whether a part of a text, or what is left of it, is a figure, so that
// no rule but those for dashes says anything of it.
func (r *reader) readsFigure(text string) bool { return !r.longWay && isFigure(text) }

// isDotted reports whether dots make a text of digits something else than a number.
func isDotted(text string) bool {
	if _, decimals := withoutDecimals(text); decimals || isFraction(text) || strings.Contains(text, "..") {
		return true
	}
	_, amount := readAmount(text, figureMarks)
	return amount
}

// figure reads what isFigure is about.
func (r *reader) figure(text string) outcome { return r.checkAll(checkSpans(r.signed(text))) }

// signed is figure for a part of a text.
func (r *reader) signed(text string) outcome {
	if strings.IndexByte(text, '-') >= 0 {
		if out, ok := r.dashedRange(text); ok {
			return out
		}
	}
	return r.plusAndDigits(text)
}
