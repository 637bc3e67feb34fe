package lists

import (
	"slices"
	"strings"

	"numberloader/import/headers"
	"numberloader/internal/characters"
	"numberloader/internal/number"
)

// mainAndExtension are the only column of numbers and one of extensions, if the
// numbers are the main ones of phone systems and not those of the rows: their header
// says so, or they stand in several rows with an extension each.
func (l *look) mainAndExtension() (main, extension int, ok bool) {
	short := slices.DeleteFunc(l.withRole(headers.Extension|headers.DirectDial|headers.First), func(c int) bool {
		return l.phonelike[c] || !l.isShort(c)
	})
	if len(short) == 0 {
		return 0, 0, false
	}
	main, ok = l.mainColumn()
	if !ok {
		return 0, 0, false
	}
	for _, c := range short {
		if l.roles[main]&headers.Head != 0 || l.different(c) > l.different(main) {
			return main, c, true
		}
	}
	return 0, 0, false
}

// mainColumn is the column of main numbers, if no other column may hold the numbers of
// the rows.
func (l *look) mainColumn() (column int, ok bool) {
	for c, phone := range l.phonelike {
		role := l.roles[c]
		if !phone || role&headers.NotPhone != 0 || (numberColumn{l}).isIndex(c) {
			continue
		}
		main := l.isMain(c)
		switch {
		case main && !ok:
			column, ok = c, true
		case main || role&(headers.OtherPhone|headers.Extension|headers.Other) == 0:
			return 0, false
		}
	}
	return column, ok
}

// isMain reports whether a column holds main numbers: its header says so, or each stands in
// two rows on average.
func (l *look) isMain(column int) bool {
	const often = 2
	return l.roles[column]&headers.Head != 0 || l.different(column)*often <= len(l.told[column])
}

// different counts the different texts among the sampled cells of a column.
func (l *look) different(column int) int {
	texts := map[string]bool{}
	for _, p := range l.told[column] {
		texts[strings.TrimSpace(l.sheet.Shown(p.cell))] = true
	}
	return len(texts)
}

// findExtension finds what extensions beside main numbers are for: behind a number
// whose header calls it the head of others they are added; otherwise that is asked.
func (l *List) findExtension() {
	main, extension, ok := l.mainAndExtension()
	switch {
	case !ok || main != l.Columns[number.FieldNumber] || l.used(extension):
	case l.settled(number.FieldExtension) || l.settled(number.FieldLastDigits):
	case l.roles[main]&headers.Head != 0:
		l.Columns[number.FieldExtension] = extension
	default:
		l.Ask = l.askExtension(main, extension)
	}
}

// askExtension asks what extensions beside main numbers are for, and shows of each
// answer what the first rows would be read as.
func (l *look) askExtension(main, extension int) *number.Ask {
	ask := &number.Ask{Question: number.QuestionExtension}
	for _, answer := range []struct {
		field number.Field
		read  func(main, extension string) string
	}{
		{number.FieldExtension, Appended},
		{number.FieldLastDigits, WithLastDigits},
		{number.FieldNumber, func(main, _ string) string { return main }},
	} {
		c := l.candidate(extension)
		c.Field, c.Samples = answer.field, nil
		for _, p := range l.told[extension] {
			whole := l.sheet.CellOver(&l.sheet.Rows[p.row], main, l.merged[main])
			if whole.Filled() && len(c.Samples) < mostSamples {
				c.Samples = append(c.Samples, l.sample(main, p.row, answer.read(l.sheet.Shown(whole), l.sheet.Shown(p.cell))))
			}
		}
		ask.Candidates = append(ask.Candidates, c)
	}
	return ask
}

// Appended is a main number with an extension added behind it. A zero behind a dash
// or slash at its end, which stands for the switchboard, gives way.
func Appended(main, extension string) string {
	main = strings.TrimSpace(main)
	if at := strings.LastIndexAny(main, "-/–"); at > 0 && strings.Trim(main[at:], "-/– 0") == "" {
		main = strings.TrimRight(main[:at], " -/–")
	}
	return main + " " + ownDigits(extension)
}

// WithLastDigits is a main number whose last digits are replaced by an extension. A
// main number that is not longer is left as it is.
func WithLastDigits(main, extension string) string {
	main = strings.TrimSpace(main)
	digits := characters.KeepDigits(extension)
	replaced := []rune(main)
	for i, left := len(replaced)-1, len(digits); left > 0; i-- {
		if i < 0 {
			return main
		}
		if replaced[i] >= '0' && replaced[i] <= '9' {
			left--
			replaced[i] = rune(digits[left])
		}
	}
	return string(replaced)
}

// ownDigits are an extension without the signs before it.
func ownDigits(extension string) string {
	return strings.TrimLeft(strings.TrimSpace(extension), "-–/ ")
}
