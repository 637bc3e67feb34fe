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

	"numberloader/internal/characters"
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
	if value := valueOf(digits); value != 0 {
		return E164{value}, nil
	}
	return E164{}, fmt.Errorf("%q: %w", "+"+digits, ErrNotE164)
}

// valueOf is the value of the digits of a number, 0 if they are not those of one.
func valueOf(digits string) uint64 {
	if len(digits) < 2 || len(digits) > MaxDigits || digits[0] == '0' {
		return 0
	}
	value := uint64(0)
	for i := range len(digits) {
		if !characters.IsDigit(rune(digits[i])) {
			return 0
		}
		value = 10*value + uint64(digits[i]-'0')
	}
	return value
}

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
	return plus && valueOf(digits) == n.digits
}

// IsZero reports whether there is no number.
func (n E164) IsZero() bool { return n.digits == 0 }

// LogValue keeps subscriber numbers out of log files, which go to support.
func (n E164) LogValue() slog.Value {
	digits := n.Digits()
	if len(digits) < 4 {
		return slog.StringValue("+…")
	}
	return slog.StringValue("+…" + digits[len(digits)-2:])
}

// MarshalText writes the number as String does; no number is an empty text.
func (n E164) MarshalText() ([]byte, error) { return []byte(n.String()), nil }

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
