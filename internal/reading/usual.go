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

// exact finds the number of a cell that holds it as it is sent, if usual would find it. It
// stands apart for speed: its digits are a part of the cell's text, and are the number
// already.
func (r *reader) exact(c *number.Cell, f *found) bool {
	return c.Type == number.CellText && f.isExactly(c.Value) && !r.objects(f)
}

// isExactly makes it the number that a text is as it is sent, if that is known and nothing of
// it is dropped. Only objections are left then.
func (f *found) isExactly(text string) bool {
	digits, plus := strings.CutPrefix(text, "+")
	if !plus {
		return false
	}
	if f.number = number.WithCode(0, digits); f.number.IsZero() {
		return false
	}
	f.library, f.exact = dialplan.International(digits), true
	return isAsWritten(&f.library, digits)
}

// usual reads a cell that holds one number as most are written, in digits and the usual
// signs, if it is accepted and stands for no range. Most cells of most lists are read here.
// What is made on the way stays here, so that it takes no memory. What it does not take, the
// rules for all cells read, with the same answer (TestFiguresAreReadAsAnyText).
func (r *reader) usual(c *number.Cell) (Reading, bool) {
	digits, plus := strings.CutPrefix(c.Value, "+")
	if c.Type != number.CellText || len(c.Value) > maxRangeText {
		return Reading{}, false
	}
	var room [maxUsual]byte
	if digits == "" || !characters.OnlyDigits(digits) {
		if !isFigure(c.Value) {
			return Reading{}, false
		}
		kept := characters.AppendDigits(room[:0], digits)
		if len(kept) > maxUsual {
			return Reading{}, false
		}
		digits = string(kept)
	}
	f, ok := r.usualNumber(digits, plus)
	if !ok || r.objects(&f) || r.mayBeRange(c.Value, digits, plus) {
		return Reading{}, false
	}
	r.compare(&f)
	return r.accepted([]found{f}, c.Value, c.Value), true
}

// usualNumber reads the digits of a number as international and national do, if they
// accept it.
func (r *reader) usualNumber(digits string, plus bool) (f found, ok bool) {
	switch {
	case plus:
		f.library = dialplan.International(digits)
		ok = isAsWritten(&f.library, digits)
	case r.region != "" && len(digits) > shortestNumber:
		f.library, f.remarks = r.home.National(digits), number.RemarkCountryAdded
		ok = !f.library.ViaDialingPrefix() && f.library.Valid() && !f.library.IsTooLong()
		if ok {
			_, twofold := r.otherMeaning(&f.library, digits)
			ok = !twofold
		}
	}
	if ok {
		f.number = f.library.E164()
	}
	return f, ok
}

// isAsWritten reports whether the digits behind a plus sign are a number that is accepted,
// and nothing of them is dropped.
func isAsWritten(p *dialplan.Number, digits string) bool {
	return p.Acceptable() && p.National() == digits[len(p.Prefix()):]
}

// mayBeRange reports whether what stands before a dash of a figure may be a number by
// itself, so that the dash may mean "to". The whole of it is a number without a dialing
// prefix.
func (r *reader) mayBeRange(text, digits string, plus bool) bool {
	before := 0
	for i := range len(text) {
		switch {
		case characters.IsDigit(rune(text[i])):
			before++
		case text[i] == '-' && before >= minNational && r.home.CanBeValid(before):
			front := digits[:before]
			p := dialplan.International(front)
			if !plus {
				p = r.home.National(front)
			}
			if p.Valid() {
				return true
			}
		}
	}
	return false
}

// isFigure reports whether a clean text is one number in digits, blanks, brackets, single
// dots and dashes, with or without a plus sign at its start, and no date, amount or
// number with decimals. docs/number-rules.md, 3.4 to 3.8 say nothing of it but that a
// dash may stand for a range.
func isFigure(text string) bool {
	if len(text) > maxRangeText || !beginsLikeNumber(text) || !endsInDigit(text) {
		return false
	}
	dots, dashes, digits := 0, 0, 0
	for i := range len(text) {
		switch c := text[i]; {
		case characters.IsDigit(rune(c)): // most are
			digits++
		case c == ' ' || c == '(' || c == ')':
		case c == '-':
			dashes++
		case c == '.':
			dots++
		case c != '+' || i > 0:
			return false
		}
	}
	return digits > 0 && (dots+dashes == 0 || !isDate(text)) && (dots == 0 || !isDotted(text))
}

// readsFigure reports whether a part of a text, or what is left of it, is a figure, so that
// no rule but those for dashes says anything of it.
func (r *reader) readsFigure(text string) bool { return !r.longWay && isFigure(text) }

// isDotted reports whether dots make a text of digits something else than a number.
func isDotted(text string) bool {
	if _, decimals := withoutDecimals(text); decimals || isFraction(text) || strings.Contains(text, "..") {
		return true
	}
	_, amount := readAmount(text)
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
