package reading

import (
	"strconv"
	"strings"

	"numberloader/internal/characters"
	"numberloader/internal/dialplan"
	"numberloader/internal/number"
)

// maxRange is the most numbers of a range. One typing error makes a thousand
// numbers, so there is a limit and a click (docs/number-rules.md, 3.8).
const maxRange = 10_000

// maxRangeText is the longest text, in bytes, that is searched for a range. Two
// numbers with separators are far shorter.
const maxRangeText = 250

// minNational is the fewest digits behind the country code of a complete number.
const minNational = 6

// ranges reads a text that stands for several numbers that follow each other.
// It says false for other texts.
func (r *reader) ranges(text string) (outcome, bool) {
	has := r.marks(text)
	if len(text) > maxRangeText || !has.any(dashMark|dotMark|letterMark|otherMark) {
		return outcome{}, false
	}
	if out, ok := r.wildcard(text); ok {
		return out, true
	}
	if out, ok := r.signedRange(text); ok {
		return out, true
	}
	if !has.any(dashMark|otherMark) || strings.ContainsFunc(text, characters.IsLetter) {
		return outcome{}, false
	}
	return r.dashedRange(text)
}

// complete reads a text that must be a valid number with at least 6 digits
// behind its country code.
func (r *reader) complete(text string) (found, bool) {
	if characters.CountDigits(text) < minNational {
		return found{}, false
	}
	out := r.single(text)
	if !out.accepted() || len(out.only[0].library.National()) < minNational {
		return found{}, false
	}
	return out.only[0], true
}

// lacksCountry reports whether only its country is missing for what a text says: what
// stands for several numbers is known once there is one.
func (r *reader) lacksCountry(text string) bool {
	if characters.CountDigits(text) < minNational {
		return false
	}
	out := r.single(text)
	return out.problem == number.CodeNoCountry
}

// wildcard reads a number whose last digits are x (docs/number-rules.md, 3.8,
// rule 1).
func (r *reader) wildcard(text string) (outcome, bool) {
	if text == "" || text[len(text)-1]|0x20 != 'x' {
		return outcome{}, false
	}
	front := strings.TrimRight(text, "xX .-–")
	places := strings.Count(strings.ToLower(text[len(front):]), "x")
	if characters.CountDigits(front) == 0 || strings.ContainsFunc(front, isOtherSign) {
		return outcome{}, false
	}
	if places > 4 {
		if _, ok := r.complete(front); ok {
			return outcome{}, false
		}
		return notFull(text), true
	}
	zeros := front + strings.Repeat("0", places)
	if r.lacksCountry(zeros) {
		return reject(number.CodeNoCountry), true
	}
	first, ok := r.complete(zeros)
	last, alsoOK := r.complete(front + strings.Repeat("9", places))
	if !ok || !alsoOK {
		return outcome{}, false
	}
	return block(first, last), true
}

// signedRange reads two numbers with a sign or word for "to" between them (rule
// 2).
func (r *reader) signedRange(text string) (outcome, bool) {
	text = strings.TrimRight(strings.TrimSuffix(text, "まで"), " ")
	before, after, ok := cutRangeSign(text)
	if !ok || characters.CountDigits(before) == 0 || characters.CountDigits(after) == 0 || strings.ContainsFunc(before+after, characters.IsLetter) {
		return outcome{}, false
	}
	if r.lacksCountry(before) {
		return reject(number.CodeNoCountry), true
	}
	left, ok := r.complete(before)
	if !ok {
		return notFull(before), true
	}
	return r.rangeTo(left, after), true
}

// rangeWords mean "to" between two numbers.
//
//nolint:gochecknoglobals // a constant table, never written
var rangeWords = [...]string{"to", "thru", "through", "bis", "à", "au", "al", "a", "hasta", "até"}

// cutRangeSign takes a text apart at its only sign or word for "to".
func cutRangeSign(text string) (before, after string, ok bool) {
	signs := 0
	for i := 0; i < len(text); {
		size := rangeSignAt(text[i:])
		if size == 0 {
			i++
			continue
		}
		signs++
		before, after = strings.Trim(text[:i], " "), strings.Trim(text[i+size:], " ")
		i += size
	}
	return before, after, signs == 1
}

// rangeSignAt is the length of the sign or word for "to" that a text begins
// with, 0 if there is none.
func rangeSignAt(text string) int {
	switch text[0] {
	case '-', '~', "→"[0], "か"[0]:
		for _, sign := range [...]string{"->", "→", "~", "から"} {
			if strings.HasPrefix(text, sign) {
				return len(sign)
			}
		}
	case '.':
		dots := len(text) - len(strings.TrimLeft(text, "."))
		if dots == 2 || dots == 3 {
			return dots
		}
	case ' ':
		if len(text) > 1 && characters.IsDigit(rune(text[1])) {
			return 0
		}
		for _, word := range rangeWords {
			end := 1 + len(word)
			if len(text) > end && text[end] == ' ' && strings.EqualFold(text[1:end], word) {
				return end
			}
		}
	}
	return 0
}

// dash is a dash of a text.
type dash struct {
	before, after string
	// strong says that it is long, or has blanks on both sides.
	strong bool
}

// dashes are the dashes of a text in the order in which they are tried.
func dashes(text string) []dash {
	var strong, weak []dash
	for i, c := range text {
		if !characters.IsDash(c) {
			continue
		}
		after := text[i+len(string(c)):]
		d := dash{before: strings.Trim(text[:i], " "), after: strings.Trim(after, " ")}
		d.strong = c == '–' || strings.HasSuffix(text[:i], " ") && strings.HasPrefix(after, " ")
		if d.strong {
			strong = append(strong, d)
		} else {
			weak = append(weak, d)
		}
	}
	if len(strong) == 0 {
		return weak
	}
	return append(strong, weak...)
}

// dashedRange reads two numbers, or a number and the end of another one, with a
// dash between them (rule 3).
func (r *reader) dashedRange(text string) (outcome, bool) {
	for _, d := range dashes(text) {
		digits := characters.CountDigits(d.after)
		if digits == 0 || strings.ContainsFunc(d.after, isOtherSign) {
			continue
		}
		left, ok := r.complete(d.before)
		if !ok {
			continue
		}
		_, full := r.complete(d.after)
		if beginsWithPlus(d.after) {
			if !full {
				return notFull(d.after), true
			}
			return r.rangeTo(left, d.after), true
		}
		if full || digits < len(left.library.National()) {
			return r.rangeOrNumber(text, d, left), true
		}
	}
	return outcome{}, false
}

// rangeOrNumber decides what a dash means that may be part of one number.
func (r *reader) rangeOrNumber(text string, d dash, left found) outcome {
	whole := r.single(text)
	if !whole.accepted() {
		return r.rangeTo(left, d.after)
	}
	end, national := characters.KeepDigits(d.after), left.library.National()
	if d.strong && len(end) < len(national) && end > national[len(national)-len(end):] {
		return unclear(number.VariantEither, nil, whole.only[0].number.String())
	}
	return whole
}

// beginsWithPlus reports whether a plus sign stands before the first digit.
func beginsWithPlus(text string) bool {
	return strings.HasPrefix(strings.TrimLeft(text, " (["), "+")
}

// rangeTo is the range from a number to the end that is written behind it.
func (r *reader) rangeTo(left found, end string) outcome {
	last, ok := r.endOf(left, end)
	if !ok {
		return notFull(end)
	}
	return block(left, last)
}

// endOf reads the end of a range: a number of its own, or the last digits of
// one like left (rule 4).
func (r *reader) endOf(left found, end string) (found, bool) {
	digits := characters.KeepDigits(end)
	if beginsWithPlus(end) || len(digits) >= len(left.library.National()) {
		return r.complete(end)
	}
	if digits == "" || strings.ContainsFunc(end, isOtherSign) {
		return found{}, false
	}
	left.number = withEnd(left.number, digits)
	return left, true
}

// withEnd is a number whose last digits are replaced.
func withEnd(n number.E164, digits string) number.E164 {
	front := n.Digits()
	changed, _ := number.FromDigits(front[:len(front)-len(digits)] + digits)
	return changed
}

// block is the range between two numbers. Whether each number of it is valid is
// not checked here.
func block(first, last found) outcome {
	count := last.number.Compare(first.number) + 1
	switch {
	case first.library.Code() != last.library.Code() || len(first.number.Digits()) != len(last.number.Digits()):
		return unclear(number.VariantDifferent, nil)
	case count < 1:
		return unclear(number.VariantReversed, nil)
	case count == 1:
		return unclear(number.VariantEither, nil)
	case count > maxRange:
		return tooMany(count)
	}
	return outcome{problem: number.CodeRange, more: &more{spans: []span{{first: first.number, count: count}}}}
}

// tooMany is the outcome of a range that is too large.
func tooMany(count int) outcome {
	return unclear(number.VariantTooMany, number.Args{{"count", strconv.Itoa(count)}})
}

// checkSpans checks that every number of a range is valid and that there are
// not too many of them.
func checkSpans(out outcome) outcome {
	if out.more == nil {
		return out
	}
	total := 0
	for _, s := range out.spans {
		total += s.count
	}
	if total > maxRange {
		return tooMany(total)
	}
	for _, s := range out.spans {
		if n, ok := s.firstInvalid(); ok {
			return unclear(number.VariantInvalid, number.Args{{"number", n.String()}})
		}
	}
	return out
}

// firstInvalid is the first number of a span that is not valid. It says false
// if all are.
func (s span) firstInvalid() (number.E164, bool) {
	start := dialplan.International(s.first.Digits())
	if !start.Valid() {
		return s.first, true
	}
	if i, ok := start.FirstUnknown(s.first, s.count); ok {
		return s.first.Plus(i), true
	}
	return number.E164{}, false
}

// slashes takes a text apart at its slashes if they separate numbers (rule 5),
// else it returns nil.
func (r *reader) slashes(text string) []part {
	if !strings.Contains(text, "/") || len(text) > maxRangeText || strings.ContainsFunc(text, characters.IsLetter) {
		return nil
	}
	first := r.completeFront(text)
	if first == "" {
		return nil
	}
	whole := r.single(text)
	pieces := []part{{text: strings.Trim(first, " "), either: whole.accepted()}}
	for piece := range strings.SplitSeq(text[len(first)+1:], "/") {
		if characters.CountDigits(piece) == 0 {
			return nil
		}
		pieces = append(pieces, part{text: strings.Trim(piece, " "), shortens: true, either: whole.accepted()})
	}
	return pieces
}

// completeFront is what stands before the first slash that has a complete number
// before it, "" if there is none.
func (r *reader) completeFront(text string) string {
	for i := range len(text) {
		if text[i] != '/' {
			continue
		}
		if _, ok := r.complete(text[:i]); ok {
			return text[:i]
		}
	}
	return ""
}
