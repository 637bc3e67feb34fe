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

// exact finds the number of a cell that holds it as it is sent, if usual would take it.
// It stands apart for speed: its digits are a part of the cell's text, so that the number
// can be written where it is read from, and needs neither copies nor a text of its own.
func (r *reader) exact(c number.Cell, f *found) bool {
	digits, plus := strings.CutPrefix(c.Value, "+")
	if c.Type != number.CellText || !plus || digits == "" || len(digits) > number.MaxDigits || !characters.OnlyDigits(digits) {
		return false
	}
	var ok bool
	if *f, ok = r.usualNumber(digits, plus); !ok || r.objects(f) {
		return false
	}
	r.compare(f)
	return true
}

// usual reads a cell that holds one number as most are written, in digits and the usual
// signs, if it is accepted and stands for no range. Most cells of most lists are read
// here, and no text is made on the way; what it does not take, the rules for all cells read, with the same answer
// (TestFiguresAreReadAsAnyText).
func (r *reader) usual(c number.Cell) (Reading, bool) {
	digits, plus := strings.CutPrefix(c.Value, "+")
	if c.Type != number.CellText || len(c.Value) > maxRangeText {
		return Reading{}, false
	}
	var room [maxUsual]byte
	if digits == "" || !characters.OnlyDigits(digits) {
		if characters.CountDigits(digits) > maxUsual || !isFigure(c.Value) {
			return Reading{}, false
		}
		digits = string(characters.AppendDigits(room[:0], digits))
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
		ok = digits[0] != '0' && f.library.Acceptable() && f.library.National() == digits[len(f.library.Prefix()):]
	case r.region != "" && len(digits) > shortestNumber:
		f.library, f.remarks = dialplan.National(digits, r.region), number.RemarkCountryAdded
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

// mayBeRange reports whether what stands before a dash of a figure may be a number by
// itself, so that the dash may mean "to".
func (r *reader) mayBeRange(text, digits string, plus bool) bool {
	before := 0
	for i := range len(text) {
		switch {
		case characters.IsDigit(rune(text[i])):
			before++
		case text[i] == '-' && before >= minNational:
			front := digits[:before]
			p := dialplan.International(front)
			if !plus {
				p = dialplan.National(front, r.region)
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
		switch text[i] {
		case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
			digits++
		case ' ', '(', ')':
		case '-':
			dashes++
		case '.':
			dots++
		case '+':
			if i > 0 {
				return false
			}
		default:
			return false
		}
	}
	return digits > 0 && (dots+dashes == 0 || !isDate(text)) && (dots == 0 || !isDotted(text))
}

// isDotted reports whether dots make a text of digits something else than a number.
func isDotted(text string) bool {
	if _, decimals := withoutDecimals(text); decimals || isFraction(text) || strings.Contains(text, "..") {
		return true
	}
	_, amount := readAmount(text)
	return amount
}

// figure reads what isFigure is about.
func (r *reader) figure(text string) outcome {
	out, ok := outcome{}, false
	if strings.IndexByte(text, '-') >= 0 {
		out, ok = r.dashedRange(text)
	}
	if !ok {
		out = r.plusAndDigits(text)
	}
	return r.checkAll(checkSpans(out))
}
