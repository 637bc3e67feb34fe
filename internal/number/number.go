// Package number holds the words that every other package speaks: E.164
// numbers, kinds, usages and states, the rows of a file as they were read and
// as they were judged, and the findings about them. It reads one cell into
// numbers (the rules of docs/number-rules.md) and is the only package that
// touches the phone number library. It imports no other package of ours.
package number

import (
	"errors"
	"fmt"
	"log/slog"
	"strings"
)

// ErrNotE164 says that a text is not an E.164 number as the Webex API takes it.
var ErrNotE164 = errors.New("not an E.164 number")

// E164 is a number that has passed ParseE164: a plus sign and 2 to 15 digits,
// the first of them not 0. Its zero value is "no number". Values are comparable
// and safe to share between goroutines.
type E164 struct{ digits string }

// ParseE164 accepts exactly the form the Webex API takes and repairs nothing;
// repairs are suggestions that a person approves. The error is ErrNotE164.
func ParseE164(text string) (E164, error) {
	digits, ok := strings.CutPrefix(text, "+")
	if !ok || len(digits) < 2 || len(digits) > 15 || digits[0] == '0' || strings.Trim(digits, "0123456789") != "" {
		return E164{}, fmt.Errorf("%q: %w", text, ErrNotE164)
	}
	return E164{digits}, nil
}

// String is the number with its plus sign, or "" for no number.
func (n E164) String() string {
	if n.digits == "" {
		return ""
	}
	return "+" + n.digits
}

// IsZero says that there is no number.
func (n E164) IsZero() bool { return n.digits == "" }

// LogValue keeps subscriber numbers out of log files, which go to support.
func (n E164) LogValue() slog.Value {
	if len(n.digits) < 4 {
		return slog.StringValue("+…")
	}
	return slog.StringValue("+…" + n.digits[len(n.digits)-2:])
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
