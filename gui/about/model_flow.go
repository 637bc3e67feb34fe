package about

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The measures of a license, in letters.
const (
	usualEnd   = 68 // lines are seldom broken before
	slack      = 8  // by which lines end before their place is full
	mostIndent = 8  // of what is shown
	centered   = 20 // an indent that is meant to center a line
)

// flow is a text as paragraphs of one line each. Licenses are broken into lines
// for a width of about 75 letters, which is seldom that of the window: a line
// that ends only because it was full is joined with the next. No word is left
// out.
func flow(text string) []string {
	lines := strings.Split(strings.ReplaceAll(text, "\t", "    "), "\n")
	var flowing []string
	for i := 0; i < len(lines); {
		end := i + 1
		for blank := isBlank(lines[i]); end < len(lines) && isBlank(lines[end]) == blank; {
			end++
		}
		flowing = append(flowing, joined(lines[i:end])...)
		i = end
	}
	return flowing
}

// joined is flow of lines without an empty one among them, or of empty lines.
func joined(lines []string) []string {
	full := usualEnd
	for _, line := range lines {
		full = max(full, utf8.RuneCountInString(line))
	}
	paragraphs := []string{""}
	for i, line := range lines {
		last := &paragraphs[len(paragraphs)-1]
		switch {
		case i == 0:
			*last = line
		case goesOn(lines[i-1], line, full):
			*last += " " + strings.TrimSpace(line)
		default:
			paragraphs = append(paragraphs, line)
		}
	}
	return paragraphs
}

// goesOn reports whether a line is the rest of the one before, whose place ends at
// full.
func goesOn(before, line string, full int) bool {
	first, _, _ := strings.Cut(strings.TrimSpace(line), " ")
	switch {
	case isBlank(before), isBlank(line), isRule(before), isRule(line):
		return false
	case indent(before) > centered, isMark(first), first == "Copyright", isYears(first):
		return false
	}
	return utf8.RuneCountInString(before)+1+utf8.RuneCountInString(first) >= full-slack
}

func isBlank(line string) bool { return strings.TrimSpace(line) == "" }

// isRule reports whether a line is drawn and not written.
func isRule(line string) bool {
	return !strings.ContainsFunc(line, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// isMark reports whether a word begins an item of a list: "*", "-", "1.", "(a)".
func isMark(word string) bool {
	bare := strings.Trim(word, "().:*-•")
	switch {
	case bare == "":
		return word != ""
	case bare == word:
		return false
	case strings.Trim(bare, "0123456789.") == "":
		return true
	}
	return utf8.RuneCountInString(bare) == 1 && strings.HasSuffix(word, ")")
}

// isYears reports whether a word is a year or several, which begin the name of a
// holder.
func isYears(word string) bool { return word != "" && strings.Trim(word, "0123456789-,") == "" }

func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

// row is a line as it is drawn.
type row struct {
	text string
	// joint is what stands between the row before and this one: the end of a
	// paragraph, a space, or nothing in the middle of a word.
	joint string
}

// wrap breaks paragraphs into rows of at most a width, which measure tells of a
// text. A word that is wider is broken. Rows begin below the first word of their
// paragraph.
func wrap(paragraphs []string, width float32, measure func(string) float32) []row {
	b := breaker{width: width, measure: measure, gap: measure(" ")}
	for _, p := range paragraphs {
		b.paragraph(p)
	}
	return b.rows
}

// breaker makes rows of paragraphs.
type breaker struct {
	width   float32
	measure func(string) float32
	gap     float32 // width of a space
	rows    []row
	used    float32 // of the last row
}

func (b *breaker) paragraph(text string) {
	words := strings.Fields(text)
	margin := strings.Repeat(" ", min(indent(text), mostIndent))
	if indent(text) > centered {
		margin = ""
	}
	b.start(margin, "\n")
	if len(words) == 0 {
		return
	}
	rest := margin
	if isMark(words[0]) {
		rest += strings.Repeat(" ", len(words[0])+1)
	}
	for i, word := range words {
		b.word(word, i == 0, rest)
	}
}

// start begins a row.
func (b *breaker) start(margin, joint string) {
	b.rows = append(b.rows, row{margin, joint})
	b.used = b.measure(margin)
}

// word sets a word, in a new row that begins with margin if there is no room.
func (b *breaker) word(word string, first bool, margin string) {
	wide := b.measure(word)
	switch {
	case first:
	case b.used+b.gap+wide > b.width:
		b.start(margin, " ")
	default:
		b.add(" ", b.gap)
	}
	for b.used+wide > b.width {
		head, tail := b.cut(word)
		if tail == "" {
			break
		}
		b.add(head, 0)
		b.start(margin, "")
		word, wide = tail, b.measure(tail)
	}
	b.add(word, wide)
}

func (b *breaker) add(text string, wide float32) {
	b.rows[len(b.rows)-1].text += text
	b.used += wide
}

// cut cuts a word where the row ends, after one letter at the least.
func (b *breaker) cut(word string) (head, tail string) {
	letters := []rune(word)
	n := 1
	for n < len(letters) && b.used+b.measure(string(letters[:n+1])) <= b.width {
		n++
	}
	return string(letters[:n]), string(letters[n:])
}
