package number

import (
	"strconv"
	"strings"

	"numberloader/internal/characters"
)

// Decimal is a number as a spreadsheet file stores it, without rounding. Its
// value is 0.d₁d₂d₃… times ten to the power of scale; whole says that nothing
// is left behind the point.
type Decimal struct {
	negative bool
	digits   string // without zeros at either end, "" for zero
	scale    int
}

// maxScale bounds the exponents that are read. Excel's own end at 308.
const maxScale = 400

// parseDecimal reads a stored number such as "1.91367482E10".
func parseDecimal(text string) (Decimal, bool) {
	mantissa, exponent, hasExponent := strings.Cut(strings.ToUpper(text), "E")
	scale := 0
	if hasExponent {
		var err error
		if scale, err = strconv.Atoi(exponent); err != nil || scale < -maxScale || scale > maxScale {
			return Decimal{}, false
		}
	}
	unsigned, negative := strings.CutPrefix(mantissa, "-")
	whole, fraction, _ := strings.Cut(unsigned, ".")
	digits := whole + fraction
	if digits == "" || len(digits) > maxScale || !characters.OnlyDigits(digits) {
		return Decimal{}, false
	}
	significant := strings.TrimLeft(digits, "0")
	scale += len(whole) - (len(digits) - len(significant))
	significant = strings.TrimRight(significant, "0")
	if significant == "" {
		return Decimal{}, true
	}
	return Decimal{negative: negative, digits: significant, scale: scale}, true
}

// IsZero reports whether the number is 0.
func (d Decimal) IsZero() bool { return d.digits == "" }

// IsNegative reports whether the number is less than 0.
func (d Decimal) IsNegative() bool { return d.negative }

// IsWhole reports whether nothing stands behind the point.
func (d Decimal) IsWhole() bool { return d.scale >= len(d.digits) }

// Whole are the digits in front of the point, without the sign; "0" if there
// are none.
func (d Decimal) Whole() string {
	if d.IsZero() || d.scale <= 0 {
		return "0"
	}
	if d.IsWhole() {
		return d.digits + strings.Repeat("0", d.scale-len(d.digits))
	}
	return d.digits[:d.scale]
}

// String is the number in plain digits, never with an exponent.
func (d Decimal) String() string {
	text := d.Whole()
	if !d.IsWhole() && !d.IsZero() {
		text += "." + strings.Repeat("0", max(-d.scale, 0)) + d.digits[max(d.scale, 0):]
	}
	if d.negative {
		return "-" + text
	}
	return text
}
