package webex

import (
	"fmt"
	"io"
	"log/slog"
	"strings"

	"numberloader/internal/fault"
)

// Token is a Webex access token. It redacts itself wherever it is printed,
// formatted or logged; only a Client writes it out, in the Authorization header
// of its own service.
type Token struct{ secret string }

// NewToken takes a token as a person pastes it; space around it and a leading
// "Bearer" are dropped. The error is fault.SignedOut for no token and
// fault.TokenRefused for a text that cannot be one.
func NewToken(text string) (Token, error) {
	words := strings.Fields(text)
	if len(words) > 0 && strings.EqualFold(words[0], "Bearer") {
		words = words[1:]
	}
	if len(words) == 0 {
		return Token{}, &fault.Error{Kind: fault.SignedOut}
	}
	if len(words) > 1 || strings.ContainsFunc(words[0], func(r rune) bool { return r <= ' ' || r > '~' }) {
		return Token{}, &fault.Error{Kind: fault.TokenRefused}
	}
	return Token{words[0]}, nil
}

// IsZero reports whether there is no token.
func (t Token) IsZero() bool { return t.secret == "" }

// String hides the token.
func (t Token) String() string { return redacted }

// GoString hides the token.
func (t Token) GoString() string { return redacted }

// Format hides the token from every verb.
func (t Token) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, redacted) }

// LogValue hides the token from logs.
func (t Token) LogValue() slog.Value { return slog.StringValue(redacted) }

// MarshalText hides the token from every encoder.
func (t Token) MarshalText() ([]byte, error) { return []byte(redacted), nil }
