package reading

import (
	"cmp"
	"strconv"
	"strings"

	"numberloader/internal/characters"
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
			return outcome{problem: number.CodeBadCell, variant: number.VariantNoResult}, characters.Cleaned{}
		}
		return reject(number.CodeMissingNumber), characters.Cleaned{}
	case number.CellDate:
		return outcome{problem: number.CodeBadCell, variant: number.VariantDate}, characters.Cleaned{}
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
		return outcome{problem: number.CodeBadCell, variant: number.VariantNoResult}, characters.Cleaned{}
	case !ok:
		return r.raw(c.Value)
	case c.HasDateFormat():
		return outcome{problem: number.CodeBadCell, variant: number.VariantDate}, characters.Cleaned{}
	case !value.IsWhole() && !value.IsZero():
		return reject(number.CodeNotANumber), characters.Cleaned{}
	case value.IsNegative():
		return reject(number.CodeNotANumber, value.Whole()), characters.Cleaned{}
	case len(value.Whole()) > number.ExcelDigits:
		return reject(number.CodeDigitsLost), characters.Cleaned{}
	}
	out, clean := r.raw(c.Shown())
	for i := range out.numbers {
		if !out.numbers[i].number.Is(clean.Exact) {
			out.numbers[i].remarks |= number.RemarkExcelNumber
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
	for i := range out.numbers {
		out.numbers[i].remarks |= seen
	}
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
	case plus:
		return r.checkAll(r.international(digits))
	default:
		return r.checkAll(r.national(digits))
	}
}

// written reads a text with more than a plus sign and digits.
func (r *reader) written(text string) outcome {
	bare, has, removed := r.unwrap(text)
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
	out := r.checkAll(checkSpans(r.parts(splitParts(bare))))
	if decimals {
		for i := range out.numbers {
			out.numbers[i].remarks |= number.RemarkExcelNumber
		}
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
	text := joinNumbers(out.numbers)
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
	return known && !r.objects(&p), known
}

// suggestion is the text that is offered instead of the cell's, or "".
func (r *reader) suggestion(out *outcome) string {
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

// joinNumbers are the numbers of a list as text.
func joinNumbers(numbers []found) string {
	if len(numbers) == 1 {
		return numbers[0].number.String()
	}
	texts := make([]string, len(numbers))
	for i := range numbers {
		texts[i] = numbers[i].number.String()
	}
	return strings.Join(texts, numberSeparator)
}

// reading turns an outcome into what the caller sees. Shown is the cell's text.
func (r *reader) reading(out *outcome, clean characters.Cleaned, shown string) Reading {
	if !out.accepted() {
		return r.problem(out, shown)
	}
	var result Reading
	r.accepted(&result, out.numbers, clean.Exact, shown)
	return result
}

// accepted makes result, which is empty, the reading of numbers that are sent. Exact is the
// cell's text as characters.Clean has it.
func (r *reader) accepted(result *Reading, numbers []found, exact, shown string) {
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
	if len(numbers) == 1 && all.OfRow() && (all&number.RemarkCountryAdded == 0 || result.Country == r.region) {
		result.remarks = all
		result.Level, result.Code = all.Worst()
	} else {
		result.findings = r.remarks(numbers, all)
		result.Level, result.Code = number.Worst(result.findings)
	}
}

// remarks are the findings of remarks, each about the numbers that have it.
func (r *reader) remarks(numbers []found, all number.Remarks) []number.Finding {
	findings := make([]number.Finding, 0, all.Len())
	for remark, code := range all.Each() {
		texts := make([]string, 0, len(numbers))
		var first *found
		for i := range numbers {
			if f := &numbers[i]; f.remarks&remark != 0 {
				texts = append(texts, f.number.String())
				first = cmp.Or(first, f)
			}
		}
		list := strings.Join(texts, numberSeparator)
		if remark == number.RemarkSeveralNumbers {
			findings = append(findings, number.SeveralNumbersFinding(list, len(texts)))
		} else {
			findings = append(findings, number.RemarkFinding(code, list, r.remarkValues(remark, first)...))
		}
	}
	return findings
}

// problem is the reading of a cell that is not sent.
func (r *reader) problem(out *outcome, shown string) Reading {
	result := Reading{Level: number.LevelProblem, Code: out.problem, Suggestion: r.suggestion(out)}
	result.Numbers = numbersOf(out.numbers)
	result.Overridable = result.Numbers.Len() > 0
	result.shown = shown
	values := out.values
	if out.problem == number.CodeRange {
		result.setSpans(out.spans)
		values = append(values,
			number.Arg{"count", strconv.Itoa(result.Count)}, number.Arg{"first", result.First.String()}, number.Arg{"last", result.Last.String()})
	}
	if result.Suggestion != "" {
		values = append(values, number.Arg{"suggestion", result.Suggestion})
	}
	result.findings = make([]number.Finding, 0, 1+len(out.further))
	result.findings = append(result.findings, number.NewFinding(out.problem, out.variant, values))
	for i := range out.further {
		more := &out.further[i]
		result.findings = append(result.findings, number.NewFinding(more.problem, more.variant, more.values))
	}
	return result
}
