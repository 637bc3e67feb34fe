package reading

import (
	"slices"
	"strconv"
	"strings"

	"numberloader/internal/characters"
	"numberloader/internal/dialplan"
	"numberloader/internal/number"
)

// reader reads the cells of one row: it takes texts apart until digits are left.
type reader struct {
	numbering
	longWay bool // never takes short ways, as the tests that compare them
}

func newReader(in Context) reader { return reader{numbering: newNumbering(in)} }

// cell reads a whole cell (docs/number-rules.md, 3.1).
func (r *reader) cell(c number.Cell) (outcome, characters.Cleaned) {
	switch c.Type {
	case number.CellEmpty:
		if c.Formula {
			return reason(number.CodeBadCell, number.VariantNoResult, nil), characters.Cleaned{}
		}
		return reject(number.CodeMissingNumber), characters.Cleaned{}
	case number.CellDate:
		return reason(number.CodeBadCell, number.VariantDate, nil), characters.Cleaned{}
	case number.CellError:
		return reject(number.CodeBadCell), characters.Cleaned{}
	case number.CellBool:
		return reject(number.CodeNotANumber), characters.Cleaned{}
	case number.CellText:
		return r.raw(c.Value)
	case number.CellNumber:
		return r.storedNumber(c)
	}
	return reject(number.CodeNotANumber), characters.Cleaned{}
}

// storedNumber reads a cell that holds a number instead of a text.
func (r *reader) storedNumber(c number.Cell) (outcome, characters.Cleaned) {
	value, ok := c.Stored()
	switch {
	case c.Formula && value.IsZero() && (ok || c.Value == ""): // some programs store 0 for no result
		return reason(number.CodeBadCell, number.VariantNoResult, nil), characters.Cleaned{}
	case !ok:
		return r.raw(c.Value)
	case c.HasDateFormat():
		return reason(number.CodeBadCell, number.VariantDate, nil), characters.Cleaned{}
	case !value.IsWhole() && !value.IsZero():
		return reject(number.CodeNotANumber), characters.Cleaned{}
	case value.IsNegative():
		return reject(number.CodeNotANumber, value.Whole()), characters.Cleaned{}
	case len(value.Whole()) > number.ExcelDigits:
		return reject(number.CodeDigitsLost), characters.Cleaned{}
	}
	out, clean := r.raw(c.Shown())
	for numbers, i := out.numbers(), 0; i < len(numbers); i++ {
		if !numbers[i].number.Is(clean.Exact) {
			numbers[i].remarks |= number.RemarkExcelNumber
		}
	}
	return out, clean
}

// raw reads a text as it stands in a file.
func (r *reader) raw(text string) (outcome, characters.Cleaned) {
	if len(text) > number.MaxText {
		return reject(number.CodeNotANumber), characters.Cleaned{}
	}
	clean := characters.Clean(text)
	out := r.text(clean.Text)
	var seen number.Remarks
	if clean.Hidden {
		seen |= number.RemarkHiddenCharacters
	}
	if clean.Folded {
		seen |= number.RemarkDigitsFolded
	}
	out.remark(seen)
	return out, clean
}

// text reads a clean text (docs/number-rules.md, 3.4 to 3.11). One of digits
// only, with or without a plus sign, has nothing for 3.4 to 3.9 to work on, and
// one of digits and the usual signs little.
func (r *reader) text(text string) outcome {
	switch digits, plus := strings.CutPrefix(text, "+"); {
	case text == "":
		return reject(number.CodeMissingNumber)
	case r.longWay || digits == "" || !characters.OnlyDigits(digits):
		if r.readsFigure(text) {
			return r.figure(text)
		}
		return r.written(text)
	default:
		return r.checkAll(r.number(digits, plus))
	}
}

// written reads a text with more than a plus sign and digits.
func (r *reader) written(text string) outcome {
	has := r.marks(text)
	bare, removed := unwrap(text, has)
	switch {
	case removed:
		return reject(number.CodeRemoveMarker)
	case bare != text && r.readsFigure(bare):
		return r.figure(bare)
	}
	if figure := withoutLabel(bare, has); figure != bare && r.readsFigure(figure) {
		return r.figure(figure)
	}
	if out, ok := notPhone(bare, has); ok {
		return out
	}
	if isLink(bare, has) {
		return r.checkAll(r.single(bare))
	}
	whole, decimals := withoutDecimals(bare)
	if decimals {
		bare = whole
	}
	if front, ok := cutExtension(bare, has); ok && !hasSeparator(front) {
		return reject(number.CodeExtension, front)
	}
	var room [fewParts]part
	out := r.checkAll(checkSpans(r.parts(appendParts(room[:0], bare))))
	if decimals {
		out.remark(number.RemarkExcelNumber)
	}
	return out
}

// passes reads a text that may be offered instead of the cell's. It is offered
// as the numbers it was read as, and only if these are accepted, too.
func (r *reader) passes(candidate string) (string, bool) {
	if passes, known := r.passesExactly(candidate); known {
		return candidate, passes
	}
	out := r.text(candidate)
	if !out.accepted() {
		return "", false
	}
	text, _ := joinNumbers(out.numbers(), 0)
	if passes, known := r.passesExactly(text); known {
		return text, passes
	}
	again := r.text(text)
	return text, again.accepted()
}

// passesExactly is passes for most candidates, which are numbers as they are sent. It says
// that it does not know for all others.
func (r *reader) passesExactly(candidate string) (passes, known bool) {
	if r.longWay {
		return false, false
	}
	p, known := exactly(candidate)
	return known && !objects(r.home, &p), known
}

// suggestion is the text that is offered instead of the cell's, or "".
func (r *reader) suggestion(out *outcome) string {
	if out.more == nil {
		return ""
	}
	offered := ""
	for _, candidate := range out.candidates {
		text, ok := r.passes(candidate)
		switch {
		case !ok:
		case !out.rivals:
			return text
		case offered != "" && offered != text:
			return ""
		default:
			offered = text
		}
	}
	return offered
}

// numberSeparator stands between the numbers of a list.
const numberSeparator = ", "

// joinNumbers are the numbers of a list as text, or if remarks are given, those that have one
// of them. Count is how many these are.
func joinNumbers(numbers []found, of number.Remarks) (text string, count int) {
	var room [4 * (1 + number.MaxDigits + len(numberSeparator))]byte
	all := room[:0]
	for i := range numbers {
		if of != 0 && numbers[i].remarks&of == 0 {
			continue
		}
		if count++; count > 1 {
			all = append(all, numberSeparator...)
		}
		all = numbers[i].number.AppendDigits(append(all, '+'))
	}
	return string(all), count
}

// reading turns an outcome into what the caller sees. Shown is the cell's text.
// Exact is the cell's text as characters.Clean has it.
func (r *reader) reading(out *outcome, exact, shown string) Reading {
	if !out.accepted() {
		return r.problem(out, shown)
	}
	var result Reading
	accepted(&result, out.numbers(), r.home, &r.in, exact, shown)
	return result
}

// accepted makes result, which is empty, the reading of numbers that are sent.
func accepted(result *Reading, numbers []found, home *dialplan.Home, in *Context, exact, shown string) {
	result.Numbers = numbersOf(numbers)
	if len(numbers) == 1 {
		result.Country = numbers[0].library.Region()
	}
	var all number.Remarks
	for i := range numbers {
		f := &numbers[i]
		if f.remarks&^number.RemarkKindMismatch == 0 && !f.exact && !f.number.Is(exact) {
			f.remarks |= number.RemarkReformatted
		}
		all |= f.remarks
	}
	if all == 0 {
		return
	}
	result.shown = shown
	if len(numbers) == 1 && all.OfRow() && (all&number.RemarkCountryAdded == 0 || result.Country == home.Region()) {
		result.remarks = all
		result.Level, result.Code = all.Worst()
	} else {
		n := newNumbering(*in)
		result.more = &more{findings: n.remarks(numbers, all)}
		result.Level, result.Code = number.Worst(result.more.findings)
	}
}

// remarks are the findings of remarks, each about the numbers that have it.
func (n *numbering) remarks(numbers []found, all number.Remarks) []number.Finding {
	findings := make([]number.Finding, 0, all.Len())
	for remark, code := range all.Each() {
		list, count := joinNumbers(numbers, remark)
		if remark == number.RemarkSeveralNumbers {
			findings = append(findings, number.NewFinding(code, number.Usual, number.Args{{"count", strconv.Itoa(count)}, {"numbers", list}}))
			continue
		}
		first := slices.IndexFunc(numbers, func(f found) bool { return f.remarks&remark != 0 })
		findings = append(findings, number.RemarkFinding(code, list, n.remarkValues(remark, &numbers[first])...))
	}
	return findings
}

// problem is the reading of a cell that is not sent.
func (r *reader) problem(out *outcome, shown string) Reading {
	result := Reading{
		Level: number.LevelProblem, Code: out.problem, Suggestion: r.suggestion(out), Numbers: numbersOf(out.numbers()),
		shown: shown, more: out.more,
	}
	result.Overridable = result.Numbers.Len() > 0
	if out.more != nil {
		out.candidates, out.rivals = nil, false
	}
	return result
}
