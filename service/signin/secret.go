package signin

import (
	"fmt"
	"io"
	"log/slog"
	"strings"
)

const redacted = "(secret)"

// Secret is a client secret or a token. It redacts itself wherever it is printed,
// formatted, logged or encoded; only this package writes it out, to Webex and
// into the keychain.
type Secret struct{ text string }

// NewSecret takes a secret as a person pastes it: space around it is dropped.
func NewSecret(text string) Secret { return Secret{strings.TrimSpace(text)} }

// IsZero reports whether there is no secret.
func (s Secret) IsZero() bool { return s.text == "" }

// String hides the secret.
func (s Secret) String() string { return redacted }

// GoString hides the secret.
func (s Secret) GoString() string { return redacted }

// Format hides the secret from every verb.
func (s Secret) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, redacted) }

// LogValue hides the secret from logs.
func (s Secret) LogValue() slog.Value { return slog.StringValue(redacted) }

// MarshalText hides the secret from every encoder.
func (s Secret) MarshalText() ([]byte, error) { return []byte(redacted), nil }
