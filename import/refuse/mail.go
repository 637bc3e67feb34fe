package refuse

import (
	"net/mail"
	"strings"
)

// startMail is how much of a text is looked at for the headers of a mail: those
// of relays and signatures come first.
const startMail = 64 << 10

// isMail reports whether a text begins with the headers of a mail: who it is from,
// and what only mail programs write. Lists may begin with lines such as
// "From: 2026-01-01".
func isMail(text string) bool {
	headers := mailHeaders(text)
	if _, ok := headers["from"]; !ok {
		return false
	}
	for _, name := range []string{"received", "return-path", "mime-version"} {
		if _, ok := headers[name]; ok {
			return true
		}
	}
	_, err := mail.ParseDate(headers["date"])
	return err == nil
}

// isWebArchive reports whether a text is a web page with its pictures in one file
// (.mht), as browsers and Excel save it: built like a mail that nobody sent.
func isWebArchive(text string) bool {
	headers := mailHeaders(text)
	for _, name := range []string{"received", "return-path", "to", "message-id"} {
		if _, ok := headers[name]; ok {
			return false
		}
	}
	return headers["mime-version"] != "" && strings.HasPrefix(strings.ToLower(headers["content-type"]), "multipart/related")
}

// mailHeaders are the lines "Name: value" at the start of a text, up to the
// first blank line; names in lower case, of equal ones the first. They are nil
// if another line is among them. A mailbox has a line "From somebody" before.
func mailHeaders(text string) map[string]string {
	headers := map[string]string{}
	start := text[:min(len(text), startMail)]
	if len(start) < len(text) {
		start = start[:strings.LastIndexByte(start, '\n')+1] // the last line is cut off
	}
	for line := range strings.Lines(start) {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case line == "":
			return headers
		case len(headers) == 0 && strings.HasPrefix(line, "From "):
			continue
		case len(headers) > 0 && (line[0] == ' ' || line[0] == '\t'):
			continue // goes on with the line before
		}
		name, value, ok := strings.Cut(line, ":")
		if !ok || !isHeaderName(name) {
			return nil
		}
		if name = strings.ToLower(name); headers[name] == "" {
			headers[name] = strings.TrimSpace(value)
		}
	}
	return headers
}

// isHeaderName reports whether a header may be called so: letters, digits and hyphens.
func isHeaderName(name string) bool {
	other := func(r rune) bool {
		return r != '-' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z')
	}
	return name != "" && strings.IndexFunc(name, other) < 0
}
