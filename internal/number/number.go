// Package number holds the words that every other package speaks: E.164
// numbers, kinds, usages and states, cells, the rows of a file as they were read
// and as they were judged, and the findings about them.
package number

import (
	"errors"
	"fmt"
	"log/slog"
	"strconv"
	"strings"
)

// MaxDigits is the most digits of an E.164 number (ITU-T E.164, 6.2.1).
const MaxDigits = 15

// ErrNotE164 says that a text is not an E.164 number as the Webex API takes it.
var ErrNotE164 = errors.New("not an E.164 number")

// E164 is a number that has passed ParseE164: a plus sign and 2 to 15 digits,
// the first of them not 0. Its zero value is "no number". Values are comparable
// and safe to share between goroutines.
type E164 struct{ digits uint64 } // as a number: of the many rows of a file, each has four

// ParseE164 accepts exactly the form the Webex API takes and repairs nothing;
// repairs are suggestions that a person approves. The error is ErrNotE164.
func ParseE164(text string) (E164, error) {
	digits, ok := strings.CutPrefix(text, "+")
	if !ok {
		return E164{}, fmt.Errorf("%q: %w", text, ErrNotE164)
	}
	return FromDigits(digits)
}

// FromDigits is ParseE164 for a number without its plus sign.
func FromDigits(digits string) (E164, error) {
	if n := WithCode(0, digits); !n.IsZero() {
		return n, nil
	}
	return E164{}, fmt.Errorf("%q: %w", "+"+digits, ErrNotE164)
}

// WithCode is the number of a country code and the digits behind it, or no number if
// FromDigits makes none of them. Code 0 stands for none.
func WithCode(code int, digits string) E164 {
	value := uint64(code) //nolint:gosec // never negative
	for i := range len(digits) {
		digit := uint64(digits[i] - '0')
		if digit > 9 || value >= powersOfTen[MaxDigits-1] || value+digit == 0 {
			return E164{}
		}
		value = 10*value + digit
	}
	if value < 10 {
		return E164{}
	}
	return E164{value}
}

// Joined is WithCode for a code that is not 0 and digits of which the count and the value
// are known.
func Joined(code, count int, value uint64) E164 {
	if count >= MaxDigits {
		return E164{}
	}
	n := uint64(code)*powersOfTen[count] + value //nolint:gosec // never negative
	if n >= powersOfTen[MaxDigits] {
		return E164{}
	}
	return E164{n}
}

// powersOfTen are the numbers of one digit more than their index.
//
//nolint:gochecknoglobals // a constant table, never written
var powersOfTen = func() (all [MaxDigits + 1]uint64) {
	all[0] = 1
	for i := range MaxDigits {
		all[i+1] = 10 * all[i]
	}
	return all
}()

// Digits are the digits of the number, without its plus sign; "" for no number.
func (n E164) Digits() string {
	var room [MaxDigits]byte
	return string(n.AppendDigits(room[:0]))
}

// AppendDigits appends the digits of the number, without its plus sign, to text;
// nothing for no number.
func (n E164) AppendDigits(text []byte) []byte {
	if n.IsZero() {
		return text
	}
	return strconv.AppendUint(text, n.digits, 10)
}

// String is the number with its plus sign, or "" for no number.
func (n E164) String() string {
	if n.IsZero() {
		return ""
	}
	var room [1 + MaxDigits]byte
	return string(n.AppendDigits(append(room[:0], '+')))
}

// Is reports whether a text is what String writes.
func (n E164) Is(text string) bool {
	if n.IsZero() {
		return text == ""
	}
	digits, plus := strings.CutPrefix(text, "+")
	return plus && WithCode(0, digits) == n
}

// IsZero reports whether there is no number.
func (n E164) IsZero() bool { return n.digits == 0 }

// Plus is the number that comes so many numbers after n, which is one; no number if it would
// have more digits than any has.
func (n E164) Plus(count int) E164 {
	n.digits += uint64(count) //nolint:gosec // never negative
	if n.digits >= powersOfTen[MaxDigits] {
		return E164{}
	}
	return n
}

// Compare is how many numbers n comes after another one, less than 0 if it comes before it.
func (n E164) Compare(other E164) int {
	return int(n.digits) - int(other.digits) //nolint:gosec // both have at most 15 digits
}

// LogValue keeps subscriber numbers out of log files, which go to support.
func (n E164) LogValue() slog.Value {
	digits := n.Digits()
	if len(digits) < 4 {
		return slog.StringValue("+…")
	}
	return slog.StringValue("+…" + digits[len(digits)-2:])
}

// MarshalText writes the number as String does; no number is an empty text.
func (n E164) MarshalText() ([]byte, error) {
	if n.IsZero() {
		return []byte{}, nil
	}
	return n.AppendDigits(append(make([]byte, 0, 1+MaxDigits), '+')), nil
}

// UnmarshalText reads what MarshalText wrote. The error is ErrNotE164.
func (n *E164) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*n = E164{}
		return nil
	}
	parsed, err := ParseE164(string(text))
	if err != nil {
		return err
	}
	*n = parsed
	return nil
}
