package number

import (
	"strconv"
	"strings"
)

// decimal is a number as a spreadsheet file stores it, without rounding. Its
// value is 0.d₁d₂d₃… times ten to the power of scale; whole says that nothing
// is left behind the point.
type decimal struct {
	negative bool
	digits   string // without zeros at either end, "" for zero
	scale    int
}

// maxScale bounds the exponents that are read. Excel's own end at 308.
const maxScale = 400

// parseDecimal reads a stored number such as "1.91367482E10".
func parseDecimal(text string) (decimal, bool) {
	mantissa, exponent, hasExponent := strings.Cut(strings.ToUpper(text), "E")
	scale := 0
	if hasExponent {
		var err error
		if scale, err = strconv.Atoi(exponent); err != nil || scale < -maxScale || scale > maxScale {
			return decimal{}, false
		}
	}
	unsigned, negative := strings.CutPrefix(mantissa, "-")
	whole, fraction, _ := strings.Cut(unsigned, ".")
	digits := whole + fraction
	if digits == "" || len(digits) > maxScale || !onlyDigits(digits) {
		return decimal{}, false
	}
	significant := strings.TrimLeft(digits, "0")
	scale += len(whole) - (len(digits) - len(significant))
	significant = strings.TrimRight(significant, "0")
	if significant == "" {
		return decimal{}, true
	}
	return decimal{negative: negative, digits: significant, scale: scale}, true
}

// isZero says that the number is 0.
func (d decimal) isZero() bool { return d.digits == "" }

// isWhole says that nothing stands behind the point.
func (d decimal) isWhole() bool { return d.scale >= len(d.digits) }

// whole are the digits in front of the point, without the sign; "0" if there
// are none.
func (d decimal) whole() string {
	if d.isZero() || d.scale <= 0 {
		return "0"
	}
	if d.isWhole() {
		return d.digits + strings.Repeat("0", d.scale-len(d.digits))
	}
	return d.digits[:d.scale]
}

// String is the number in plain digits, never with an exponent.
func (d decimal) String() string {
	text := d.whole()
	if !d.isWhole() && !d.isZero() {
		text += "." + strings.Repeat("0", max(-d.scale, 0)) + d.digits[max(d.scale, 0):]
	}
	if d.negative {
		return "-" + text
	}
	return text
}

// onlyDigits says that a text holds nothing but 0 to 9.
func onlyDigits(text string) bool {
	for i := range len(text) {
		if !isDigit(rune(text[i])) {
			return false
		}
	}
	return true
}
