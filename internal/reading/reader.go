package reading

import (
	"cmp"
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"numberloader/internal/characters"
	"numberloader/internal/number"
)

// reader reads the cells of one row: it takes texts apart until digits are left.
type reader struct{ numbering }

func newReader(in Context) reader { return reader{newNumbering(in)} }

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
			out.numbers[i].remarks |= excelNumber
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
	var seen remarks
	if clean.Hidden {
		seen |= hiddenCharacters
	}
	if clean.Folded {
		seen |= digitsFolded
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
	case digits == "" || !characters.OnlyDigits(digits):
		if isFigure(text) {
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
	bare, removed := unwrap(text)
	if removed {
		return reject(number.CodeRemoveMarker)
	}
	if out, ok := notPhone(bare); ok {
		return out
	}
	if isLink(bare) {
		return r.checkAll(r.single(bare))
	}
	whole, decimals := withoutDecimals(bare)
	if decimals {
		bare = whole
	}
	if front, ok := cutExtension(bare); ok && !hasSeparator(front) {
		return reject(number.CodeExtension, front)
	}
	out := r.checkAll(checkSpans(r.parts(splitParts(bare))))
	if decimals {
		for i := range out.numbers {
			out.numbers[i].remarks |= excelNumber
		}
	}
	return out
}

// passes reads a text that may be offered instead of the cell's. It is offered
// as the numbers it was read as, and only if these are accepted, too.
func (r *reader) passes(candidate string) (string, bool) {
	out := r.text(candidate)
	if !out.accepted() {
		return "", false
	}
	text := joinNumbers(out.numbers)
	again := r.text(text)
	return text, again.accepted()
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
	return r.accepted(out.numbers, clean.Exact, shown)
}

// accepted is the reading of numbers that are sent. Exact is the cell's text as
// characters.Clean has it.
func (r *reader) accepted(numbers []found, exact, shown string) Reading {
	result := Reading{Numbers: numbersOf(numbers)}
	if len(numbers) == 1 {
		result.Country = numbers[0].library.Region()
	}
	var all remarks
	for i := range numbers {
		f := &numbers[i]
		if f.remarks&^kindMismatch == 0 && !f.number.Is(exact) {
			f.remarks |= reformatted
		}
		all |= f.remarks
	}
	if all == 0 {
		return result
	}
	result.Findings = make([]number.Finding, 0, bits.OnesCount16(uint16(all)))
	for i, code := range remarkCodes {
		if bit := remarks(1 << i); all&bit != 0 {
			result.Findings = append(result.Findings, r.remark(numbers, bit, code, shown))
		}
	}
	result.Level, result.Code = number.Worst(result.Findings)
	return result
}

// remark is the finding of one remark, about the numbers that have it.
func (r *reader) remark(numbers []found, remark remarks, code number.Code, shown string) number.Finding {
	const usual = 4 // values of a remark, and more numbers than most cells have
	var room [usual]string
	texts := room[:0]
	var first *found
	for i := range numbers {
		if f := &numbers[i]; f.remarks&remark != 0 {
			texts = append(texts, f.number.String())
			first = cmp.Or(first, f)
		}
	}
	args := append(make(number.Args, 0, usual), number.Arg{"cell", r.in.Place}, number.Arg{"shown", characters.Brief(shown)})
	args = r.remarkValues(args, remark, first)
	if remark == severalNumbers {
		args = append(args, number.Arg{"count", strconv.Itoa(len(texts))}, number.Arg{"numbers", strings.Join(texts, numberSeparator)})
	} else {
		args = append(args, number.Arg{"number", strings.Join(texts, numberSeparator)})
	}
	return number.NewFinding(code, number.Usual, args)
}

// problem is the reading of a cell that is not sent.
func (r *reader) problem(out *outcome, shown string) Reading {
	result := Reading{Level: number.LevelProblem, Code: out.problem, Suggestion: r.suggestion(out)}
	result.Numbers = numbersOf(out.numbers)
	result.Overridable = result.Numbers.Len() > 0
	values := number.Args{{"cell", r.in.Place}, {"shown", characters.Brief(shown)}}
	if out.problem == number.CodeRange {
		result = result.withSpans(out.spans)
		values = append(values,
			number.Arg{"count", strconv.Itoa(result.Count)}, number.Arg{"first", result.First.String()}, number.Arg{"last", result.Last.String()})
	}
	result.Findings = make([]number.Finding, 0, 1+len(out.further))
	result.Findings = append(result.Findings, number.NewFinding(out.problem, out.variant, slices.Concat(values, out.values)))
	for i := range out.further {
		more := &out.further[i]
		result.Findings = append(result.Findings, number.NewFinding(more.problem, more.variant, slices.Concat(values, more.values)))
	}
	if first := &result.Findings[0]; result.Suggestion != "" {
		first.Args = append(first.Args, number.Arg{"suggestion", result.Suggestion})
	}
	return result
}
