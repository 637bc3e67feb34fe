package rows

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// Query is what a person typed into the search box. Its zero value fits every
// row. It is for one goroutine; a copy is for another.
type Query struct {
	typed  string
	text   string // in lower case
	number string // "" if the text is more than a number
	digits []byte // the same
	wordy  bool   // the text has no digit

	location string // of the last row, which most rows share
	located  bool   // the text stands in it

	// The values whose words hold the text, a bit each: of rows there are many, of
	// these words few.
	standings, kinds, usages, states uint16

	types map[string]bool // of owners: whether the text stands in their words
}

// ParseQuery reads what was typed. Anything is a query; blanks around it do not
// count.
func ParseQuery(typed string) Query {
	typed = strings.TrimSpace(typed)
	text := strings.ToLower(typed)
	n := onlyDigits(text)
	return Query{
		typed: typed, text: text, number: n, digits: []byte(n), wordy: !strings.ContainsAny(text, "0123456789"),
		standings: fitting(text, phrase.Standing, number.Standings()...),
		kinds:     fitting(text, phrase.Kind, number.KindDID, number.KindTollFree, number.KindMobile),
		usages:    fitting(text, phrase.Usage, number.UsageNone, number.UsageService),
		states:    fitting(text, phrase.State, number.StateActive, number.StateInactive),
	}
}

// fitting has a bit for each of some values whose word holds a text.
func fitting[T ~uint8](text string, word func(T) string, values ...T) uint16 {
	var bits uint16
	for _, v := range values {
		if contains(word(v), text) {
			bits |= 1 << v
		}
	}
	return bits
}

// IsZero reports whether nothing is searched for.
func (q *Query) IsZero() bool { return q.text == "" }

// NoMatch is the sentence for a search that found nothing. A long query is
// shortened.
func (q *Query) NoMatch() string {
	const most = 40
	shown := []rune(OneLine(q.typed))
	if len(shown) > most {
		shown = append(shown[:most], '…')
	}
	return phrase.Text("columns.nomatch", "Text", string(shown))
}

// Matches reports whether a row fits. The text stands in what the file holds, in the
// location or in the subscription, or is the cell's address; its digits stand in
// the number, or in what the file holds, however they were separated. A text
// without a digit may also stand in the other columns and in what is said about
// the row.
func (q *Query) Matches(r *number.Row) bool {
	switch {
	case q.text == "":
		return true
	case q.number != "" && (digitsContain(r.Input, q.digits) || q.inNumber(r.Number)):
		return true
	case q.inLocation(r.Location()), contains(r.Input, q.text), contains(r.Special().Subscription, q.text), strings.EqualFold(r.Cell(), q.text):
		return true
	}
	return q.wordy && q.matchesWords(r)
}

// inLocation reports whether the text stands in the name of a location.
func (q *Query) inLocation(name string) bool {
	if name != q.location {
		q.location, q.located = name, contains(name, q.text)
	}
	return q.located
}

// MatchesHeld reports whether a number of an organization fits: the text stands in its
// location, its owner or its extension, or its digits in the number; a text without a
// digit may also stand in the words for its kind, its usage and its state.
func (q *Query) MatchesHeld(h *number.Held) bool {
	switch {
	case q.text == "" || q.number != "" && q.inNumber(h.Number):
		return true
	case q.inLocation(h.Location.Name), contains(h.Internal, q.text), contains(h.Owner.Name, q.text), q.inType(h.Owner):
		return true
	}
	return q.wordy && q.kinds&(1<<h.Kind)|q.usages&(1<<h.Usage)|q.states&(1<<h.State) != 0
}

// inType reports whether the text stands in the word for what an owner is.
func (q *Query) inType(o number.Owner) bool {
	found, known := q.types[o.Type]
	if !known {
		if q.types == nil {
			q.types = map[string]bool{}
		}
		found = contains(phrase.Owner(number.Owner{Type: o.Type}), q.text)
		q.types[o.Type] = found
	}
	return found
}

// MatchesText reports whether the text stands in another one.
func (q *Query) MatchesText(text string) bool { return contains(text, q.text) }

// inNumber reports whether the digits stand in a number, those with a plus sign at its start.
func (q *Query) inNumber(n number.E164) bool {
	var room [number.MaxDigits]byte
	written := n.AppendDigits(room[:0])
	if digits, plus := bytes.CutPrefix(q.digits, []byte("+")); plus {
		return bytes.HasPrefix(written, digits)
	}
	return bytes.Contains(written, q.digits)
}

// MatchesStanding reports whether the text stands in the word for how a row stands.
func (q *Query) MatchesStanding(s number.Standing) bool { return q.standings&(1<<s) != 0 }

func (q *Query) matchesWords(r *number.Row) bool {
	if q.kinds&(1<<r.Kind)|q.usages&(1<<r.Usage)|q.states&(1<<r.State) != 0 {
		return true
	}
	for _, f := range r.Findings() {
		if contains(phrase.Finding(&f), q.text) {
			return true
		}
	}
	return r.Country() != "" && (strings.EqualFold(r.Country(), q.text) || contains(phrase.Country(r.Country()), q.text))
}

// Find is where in a text stands what was searched for, in bytes: from the first of
// its digits to the last, whatever separates them, or the text itself. Both are 0 if
// it does not stand there.
func (q *Query) Find(text string) (from, to int) {
	if q.text == "" {
		return 0, 0
	}
	if q.number != "" {
		if from, to := findDigits(text, q.number); to > 0 {
			return from, to
		}
	}
	lower := strings.ToLower(text)
	at := strings.Index(lower, q.text)
	if at < 0 || len(lower) != len(text) {
		return 0, 0
	}
	return at, at + len(q.text)
}

// findDigits is Find for digits, with a plus sign in front or without.
func findDigits(text, digits string) (from, to int) {
	var found []byte
	var at []int
	for i := range len(text) {
		if c := text[i]; c >= '0' && c <= '9' || c == '+' {
			found, at = append(found, c), append(at, i)
		}
	}
	first := strings.Index(string(found), digits)
	if first < 0 {
		return 0, 0
	}
	return at[first], at[first+len(digits)-1] + 1
}

// contains reports whether a text contains another one, which is in lower case.
func contains(text, lower string) bool {
	if lower == "" {
		return true
	}
	const upper = 'a' - 'A' // the bit that tells cases apart
	first := lower[0] | upper
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return strings.Contains(strings.ToLower(text), lower)
		}
		if text[i]|upper == first && i+len(lower) <= len(text) && startsWith(text[i:], lower) {
			return true
		}
	}
	return false
}

func startsWith(text, lower string) bool {
	for i := range len(lower) {
		c := text[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != lower[i] {
			return false
		}
	}
	return true
}

// digitsContain reports whether the digits of a text, without what separates them,
// contain others. A plus sign in front of those stands for one in the text.
func digitsContain(text string, digits []byte) bool {
	const usual = 64
	var room [usual]byte
	found := room[:0]
	for i := range len(text) {
		if c := text[i]; c >= '0' && c <= '9' || c == '+' {
			found = append(found, c)
		}
	}
	return bytes.Contains(found, digits)
}

// onlyDigits is a number as it may be typed without its separators, with a plus
// sign only in front, or "" if the text is more than a number.
func onlyDigits(text string) string {
	digits := make([]byte, 0, len(text))
	for i := range len(text) {
		switch c := text[i]; {
		case c >= '0' && c <= '9', c == '+' && len(digits) == 0:
			digits = append(digits, c)
		case strings.IndexByte(" -./()", c) >= 0:
		default:
			return ""
		}
	}
	if string(digits) == "+" {
		return ""
	}
	return string(digits)
}
