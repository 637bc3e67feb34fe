package platform

import (
	"context"
	"fmt"
	"log/slog"
	"regexp"
	"slices"
	"strings"
)

// masking is a log handler that leaves no phone number readable, neither in
// messages nor in values.
type masking struct{ next slog.Handler }

func (m masking) Enabled(ctx context.Context, level slog.Level) bool {
	return m.next.Enabled(ctx, level)
}

func (m masking) Handle(ctx context.Context, r slog.Record) error {
	attrs := make([]slog.Attr, 0, r.NumAttrs())
	r.Attrs(func(a slog.Attr) bool {
		attrs = append(attrs, maskAttr(a))
		return true
	})
	masked := slog.NewRecord(r.Time, r.Level, maskNumbers(r.Message), r.PC)
	masked.AddAttrs(attrs...)
	return m.next.Handle(ctx, masked) //nolint:wrapcheck // the handler's own
}

func (m masking) WithAttrs(attrs []slog.Attr) slog.Handler {
	masked := make([]slog.Attr, len(attrs))
	for i, a := range attrs {
		masked[i] = maskAttr(a)
	}
	return masking{m.next.WithAttrs(masked)}
}

func (m masking) WithGroup(name string) slog.Handler { return masking{m.next.WithGroup(name)} }

func maskAttr(a slog.Attr) slog.Attr { return slog.Attr{Key: a.Key, Value: maskValue(a.Value)} }

// maskValue leaves only what cannot hold a phone number as it is. Whole numbers
// are kept: what is counted and timed is written as such, phone numbers are
// text.
func maskValue(v slog.Value) slog.Value {
	v = v.Resolve()
	switch v.Kind() {
	case slog.KindString:
		return slog.StringValue(maskNumbers(v.String()))
	case slog.KindGroup:
		group := slices.Clone(v.Group())
		for i := range group {
			group[i] = maskAttr(group[i])
		}
		return slog.GroupValue(group...)
	case slog.KindAny, slog.KindLogValuer:
		return slog.StringValue(maskNumbers(fmt.Sprintf("%+v", v.Any())))
	case slog.KindBool, slog.KindDuration, slog.KindFloat64, slog.KindInt64, slog.KindTime, slog.KindUint64:
	}
	return v
}

// digitRun is what may be a phone number: seven digits or more, with or without
// a plus sign, in groups as people write them.
var digitRun = regexp.MustCompile(`(?:\+|%2[Bb])?\(?[0-9](?:[ ().\x{a0}\x{2010}-\x{2013}-]{0,2}[0-9]){6,}`)

// notPhones are runs of digits that the log needs: dates, the IDs of runs,
// network addresses.
var notPhones = regexp.MustCompile(`^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}(?: [0-9]{2,6})?|20[0-9]{6}-[0-9]{6}(?:-[0-9]{0,4})?|(?:[0-9]{1,3}\.){3}[0-9]{1,3})$`)

// Digits that are kept of a phone number, at its start and its end.
const (
	keptStart = 4
	keptEnd   = 4
)

// maskNumbers replaces the middle of every phone number by stars:
// "+19136748203" is "+1913***8203".
func maskNumbers(text string) string {
	if !mayHaveRun(text) {
		return text // as most of what is logged
	}
	return maskRuns(text)
}

func maskRuns(text string) string {
	found := digitRun.FindAllStringIndex(text, -1)
	if found == nil {
		return text
	}
	var masked strings.Builder
	last := 0
	for _, at := range found {
		run := text[at[0]:at[1]]
		if notPhones.MatchString(run) || inWord(text, at[0], at[1]) {
			continue
		}
		masked.WriteString(text[last:at[0]])
		masked.WriteString(mask(run))
		last = at[1]
	}
	masked.WriteString(text[last:])
	return masked.String()
}

// fewestDigits is how many digits digitRun takes for a phone number.
const fewestDigits = 7

// mayHaveRun reports whether so many digits follow each other without a letter between
// them, but for those right behind a letter, as IDs have them: maskRuns finds nothing
// otherwise, and takes 50 times as long to say so.
func mayHaveRun(text string) bool {
	digits, ofID := 0, false
	for i, c := range []byte(text) {
		switch {
		case '0' <= c && c <= '9':
			if digits == 0 {
				ofID = i > 0 && isWord(text[i-1]) && text[i-1]|' ' != 'b' // of %2B
			}
			digits++
		case isWord(c), ofID && (c != '-' || text[i-1] == '-'):
			digits = 0
		}
		if digits >= fewestDigits && !ofID {
			return true
		}
	}
	return false
}

// inWord reports whether digits without a plus sign are part of an ID or a hexadecimal
// number: a letter or an underscore stands beside them.
func inWord(text string, start, end int) bool {
	if text[start] == '+' || text[start] == '%' {
		return false
	}
	return start > 0 && isWord(text[start-1]) || end < len(text) && isWord(text[end])
}

func isWord(c byte) bool {
	return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

func mask(run string) string {
	digits := strings.Map(func(c rune) rune {
		if c < '0' || c > '9' {
			return -1
		}
		return c
	}, strings.TrimPrefix(strings.ToUpper(run), "%2B"))
	sign := ""
	if run[0] == '+' || run[0] == '%' {
		sign = "+"
	}
	if len(digits) < keptStart+keptEnd+1 {
		return sign + "***" + digits[len(digits)-2:]
	}
	return sign + digits[:keptStart] + "***" + digits[len(digits)-keptEnd:]
}
