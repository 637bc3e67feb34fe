package reading

import (
	"slices"
	"strings"

	"numberloader/internal/characters"
	"numberloader/internal/dialplan"
	"numberloader/internal/number"
)

// item is a part of a list and what it was read as.
type item struct {
	part
	outcome
}

// isShort reports whether a part is no number by itself and has so few digits that it
// may be anything.
func (i *item) isShort() bool {
	return !i.readable() && characters.CountDigits(i.text) <= shortestNumber
}

// part reads one part of a text: markers, extension, range, or one number. Where
// slashes separate several numbers it returns their pieces instead.
func (r *reader) part(text string) (outcome, []part) {
	has := r.marks(text)
	text, removed := unwrap(text, has)
	switch {
	case removed:
		return reject(number.CodeRemoveMarker), nil
	case r.readsFigure(text):
		return r.signed(text), nil
	}
	if front, ok := cutExtension(text, has); ok {
		return reject(number.CodeExtension, front), nil
	}
	bare := dropLabel(text)
	if bare != text && r.readsFigure(bare) {
		return r.signed(bare), nil
	}
	out, ok := r.ranges(bare)
	if ok && !out.accepted() {
		return out, nil
	}
	if pieces := r.slashes(bare); pieces != nil { // even if its dashes are those of one number
		return outcome{}, pieces
	}
	if ok {
		return out, nil
	}
	return r.single(text), nil
}

// parts reads the parts of a text, which may be only one.
func (r *reader) parts(parts []part) outcome {
	var room [fewParts]item
	items := room[:0]
	for _, p := range parts {
		out, pieces := r.part(p.text)
		if pieces == nil {
			if len(parts) == 1 { // most texts
				return out
			}
			items = append(items, item{p, out})
			continue
		}
		pieces[0].shortens = p.shortens
		for _, piece := range pieces {
			out, _ := r.part(piece.text)
			items = append(items, item{piece, out})
		}
	}
	switch len(items) {
	case 0:
		return reject(number.CodeNotANumber)
	case 1:
		return items[0].outcome
	}
	return r.list(items)
}

// list judges several parts together (docs/number-rules.md, 3.7).
func (r *reader) list(items []item) outcome {
	for i := range items {
		if items[i].problem == number.CodeRemoveMarker {
			return reject(number.CodeRemoveMarker)
		}
	}
	if out, ok := r.unclearList(items); ok {
		return out
	}
	for i := range items {
		if !items[i].readable() {
			return items[i].alone()
		}
	}
	out := joinItems(items)
	if out.accepted() {
		if twice, ok := firstTwice(out.several); ok {
			return reason(number.CodeDuplicate, number.Usual, number.Args{{"number", twice.String()}, {"other_cell", r.in.Place.String()}})
		}
		out.remark(number.RemarkSeveralNumbers)
	}
	return out
}

// unclearList finds a part that is no number by itself, or a number that was
// broken into parts. It says false if the parts are clear.
func (r *reader) unclearList(items []item) (outcome, bool) {
	short, readable := -1, false
	for i := range items {
		if items[i].isShort() && short < 0 {
			short = i
		}
		readable = readable || items[i].readable()
	}
	together := ""
	if !readable {
		together = allDigits(items)
		if out := r.plusAndDigits(together); !out.accepted() {
			together = ""
		}
	}
	if short < 0 && together == "" {
		return outcome{}, false
	}
	out := notFull(items[max(short, 0)].text)
	if together != "" {
		out.candidates = []string{together}
	} else if text, ok := lengthened(items); ok {
		out.candidates = []string{text}
	}
	return out, true
}

// allDigits are the digits of all parts, with the plus sign of the first.
func allDigits(items []item) string {
	var b strings.Builder
	if strings.HasPrefix(items[0].text, "+") {
		b.WriteByte('+')
	}
	for i := range items {
		b.WriteString(characters.KeepDigits(items[i].text))
	}
	return b.String()
}

// lengthened are the numbers of a list in which short parts are ends of the
// number before them: 0161 496 0112/13. It says false if one of them is not
// valid, or if a short part may be something else. One that stands twice is
// found when the suggestion is read.
func lengthened(items []item) (string, bool) {
	var all []string
	var before number.E164
	for i := range items {
		current, ok := items[i].numberAfter(before)
		if !ok {
			return "", false
		}
		if p := dialplan.International(current.Digits()); !p.Valid() {
			return "", false
		}
		all = append(all, current.String())
		before = current
	}
	return strings.Join(all, ", "), true
}

// numberAfter is the number of an item that follows another number.
func (i *item) numberAfter(before number.E164) (number.E164, bool) {
	if i.accepted() {
		return i.only[0].number, true
	}
	end := strings.Trim(i.text, " ")
	if before.IsZero() || !i.shortens || i.either || !characters.OnlyDigits(end) || len(end) < 1 || len(end) > 4 {
		return number.E164{}, false
	}
	return withEnd(before, end), true
}

// firstTwice is the first number that occurs twice.
func firstTwice(numbers []found) (number.E164, bool) {
	seen := map[number.E164]bool{}
	for i := range numbers {
		if seen[numbers[i].number] {
			return numbers[i].number, true
		}
		seen[numbers[i].number] = true
	}
	return number.E164{}, false
}

// joinItems is the outcome of parts that can all be read: their numbers, or a
// range if one of them is a range.
func joinItems(items []item) outcome {
	out := outcome{more: &more{}}
	for i := range items {
		if items[i].problem == number.CodeRange {
			out.problem = number.CodeRange
		}
	}
	for i := range items {
		if out.problem == "" {
			out.several = append(slices.Grow(out.several, len(items)-i), items[i].only[0])
		} else if items[i].accepted() {
			out.spans = append(out.spans, span{items[i].only[0].number, 1})
		} else {
			out.spans = append(out.spans, items[i].spans...)
		}
	}
	return out
}
