package webex

import (
	"html"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxText is the most that is kept of one text of the service, in bytes. Webex's
// own have a few hundred.
const maxText = 4 << 10

// text is a text of the service as the program may show it and write it down.
func (c *Client) text(raw string) string { return Plain(raw, c.token.secrets()) }

// Plain is a text of the service as the program may show it and write it down:
// without secrets in whatever form, without characters that can't be seen or that
// steer a terminal, and not endless. It may be called from any goroutine.
func Plain(raw string, secrets []string) string {
	shown := hide(visible(raw), secrets)
	if len(shown) <= maxText {
		return shown
	}
	end := maxText
	for !utf8.RuneStart(shown[end]) {
		end--
	}
	return shown[:end] + "…"
}

// visible leaves out characters that can't be seen, or that change the direction
// of those beside them. Line ends and tabs become blanks. The two that join the
// letters of some scripts stay there.
func visible(text string) string {
	if !strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r >= unicode.MaxASCII }) {
		return text // as most are
	}
	var before rune
	return strings.Map(func(r rune) rune {
		joins := (r == '\u200c' || r == '\u200d') && before >= utf8.RuneSelf
		before = r
		switch {
		case unicode.IsSpace(r) || r == '\u2028' || r == '\u2029':
			return ' '
		case !joins && unicode.In(r, unicode.Cc, unicode.Cf):
			return -1
		}
		return r
	}, text)
}

// maxLayers is how often a text may be encoded over and over.
const maxLayers = 8

// hide replaces secrets in a text, also where it has them in an escaped form. A
// text that has one is given back without those escapes.
func hide(text string, secrets []string) string {
	plain := text
	for range maxLayers {
		for _, secret := range secrets {
			if strings.Contains(plain, secret) {
				plain = strings.ReplaceAll(plain, secret, redacted)
				text = plain
			}
		}
		decoded := unescape(plain)
		if decoded == plain {
			break
		}
		plain = decoded
	}
	return text
}

// escaped are the escapes of addresses and of JSON.
var escaped = regexp.MustCompile(`%[0-9A-Fa-f]{2}|\\[uU]00[0-9A-Fa-f]{2}|\\[xX][0-9A-Fa-f]{2}|\\[/"\\]`)

// unescape takes one layer of escapes off a text: those of addresses, of JSON and
// of HTML. Tokens are ASCII, so others than those of ASCII stay.
func unescape(text string) string {
	if !strings.ContainsAny(text, `%\&`) {
		return text
	}
	return html.UnescapeString(escaped.ReplaceAllStringFunc(text, func(escape string) string {
		if len(escape) == len(`\/`) {
			return escape[1:]
		}
		code, _ := strconv.ParseUint(escape[len(escape)-2:], 16, 8)
		return string(rune(code))
	}))
}

// quietError is an error whose words may repeat what the service said.
type quietError struct {
	error

	text string
}

// Error is the error without secrets.
func (e quietError) Error() string { return e.text }

// Unwrap is the error itself, for those who ask what it is.
func (e quietError) Unwrap() error { return e.error }

func (c *Client) quiet(err error) error { return Quiet(err, c.token.secrets()) }

// Quiet is an error whose words are Plain: errors of a connection may repeat what
// the service said. It may be called from any goroutine.
func Quiet(err error, secrets []string) error { return quietError{err, Plain(err.Error(), secrets)} }

// trackingID is the tracking ID in the header of an answer, "" if there is none.
func (c *Client) trackingID(header http.Header) string { return c.text(header.Get(trackingHeader)) }
