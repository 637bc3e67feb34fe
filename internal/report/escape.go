package report

import (
	"regexp"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

var (
	// escapeLike finds texts that programs take for an escaped character, such as
	// _x000D_ for a carriage return (ECMA-376, part 1, 22.9.2.19).
	escapeLike = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)
	// badlyEscaped finds those of them that the library escapes wrongly: halves of
	// characters, which it drops, and two that share a line (_x0041_x0042_).
	badlyEscaped = regexp.MustCompile(`_x[Dd][89A-Fa-f][0-9A-Fa-f]{2}_|_x[0-9A-Fa-f]{4}_x[0-9A-Fa-f]{4}_`)
)

// cellValue is a text as the stream writer has to be given it so that it reads
// back as it is. Where the library would escape it wrongly, it is written in runs
// of which none holds as a whole what looks like an escape.
func cellValue(text string) any {
	if !badlyEscaped.MatchString(text) {
		return text
	}
	text = cut(text, excelize.TotalCellChars)
	var runs []excelize.RichTextRun
	for {
		at := escapeLike.FindStringIndex(text)
		if at == nil {
			return append(runs, excelize.RichTextRun{Text: text})
		}
		runs = append(runs, excelize.RichTextRun{Text: text[:at[0]+1]})
		text = text[at[0]+1:]
	}
}

// cut is the start of a text, at most so many UTF-16 units, as Excel counts.
func cut(text string, most int) string {
	units := 0
	for i, r := range text {
		if units += utf16.RuneLen(r); units > most {
			return text[:i]
		}
	}
	return text
}
