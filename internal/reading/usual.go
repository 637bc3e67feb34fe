package reading

import (
	"strings"

	"numberloader/internal/characters"
	"numberloader/internal/dialplan"
	"numberloader/internal/number"
)

// exact is the number of a cell that holds it as it is sent, if there is nothing to
// say about it. Most cells of most lists are read here; what it does not take, the
// rules for all cells read, with the same answer (TestExactNumbersAreReadAsAnyText).
func (r *reader) exact(c number.Cell) (found, bool) {
	digits, plus := strings.CutPrefix(c.Value, "+")
	if c.Type != number.CellText || !plus || !characters.OnlyDigits(digits) {
		return found{}, false
	}
	n, err := number.FromDigits(digits)
	if err != nil {
		return found{}, false
	}
	f := found{number: n, library: dialplan.International(digits)}
	if !f.library.Acceptable() || f.library.National() != digits[len(f.library.Prefix()):] || r.objects(&f) {
		return found{}, false
	}
	r.compare(&f)
	return f, f.remarks == 0
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
