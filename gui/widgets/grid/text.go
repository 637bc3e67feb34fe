package grid

import (
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"numberloader/gui/draw"
)

const ellipsis = "…"

// ruler measures text of one style under a theme. It remembers the width of each
// character, so that the messages of a long list are measured without drawing
// them; kerning is left out, which never makes a text wider.
type ruler struct {
	style  draw.Style
	theme  fyne.Theme
	ascii  [utf8.RuneSelf]float32
	others map[rune]float32
}

func newRuler(style draw.Style, th fyne.Theme) *ruler {
	r := &ruler{style: style, theme: th, others: map[rune]float32{}}
	for c := range r.ascii {
		r.ascii[c] = r.measure(rune(c))
	}
	return r
}

func (r *ruler) measure(c rune) float32 {
	if unicode.IsControl(c) {
		return 0
	}
	return r.style.Width(string(c), r.theme)
}

// next is the width of the character at an index of a text, and its length in
// bytes.
func (r *ruler) next(text string, i int) (width float32, length int) {
	if b := text[i]; b < utf8.RuneSelf {
		return r.ascii[b], 1
	}
	c, length := utf8.DecodeRuneInString(text[i:])
	width, known := r.others[c]
	if !known {
		width = r.measure(c)
		r.others[c] = width
	}
	return width, length
}

func (r *ruler) width(text string) float32 {
	var sum float32
	for i := 0; i < len(text); {
		width, length := r.next(text, i)
		sum += width
		i += length
	}
	return sum
}

// clip shortens a text to a width, with an ellipsis in place of what is missing.
func (r *ruler) clip(text string, room float32) string {
	if r.width(text) <= room {
		return text
	}
	room -= r.width(ellipsis)
	end := 0
	for end < len(text) {
		width, length := r.next(text, end)
		if room -= width; room < 0 {
			break
		}
		end += length
	}
	return text[:end] + ellipsis
}

// breakLines calls emit for each line of a text that is broken at blanks to fit
// a width. A word that is wider than a line is broken where the line ends.
func (r *ruler) breakLines(text string, room float32, emit func(line string, width float32)) {
	if width := r.width(text); width <= room {
		emit(text, width)
		return
	}
	var line, word float32 // widths of the line so far, and of its last word
	start, wordAt := 0, 0
	for i := 0; i < len(text); {
		width, length := r.next(text, i)
		if text[i] == ' ' {
			line, word, wordAt = line+width, 0, i+1
			i++
			continue
		}
		if line+width > room && wordAt > start {
			emit(text[start:wordAt-1], line-word-r.ascii[' '])
			start, line = wordAt, word
		}
		if line+width > room && i > start {
			emit(text[start:i], line)
			start, wordAt, line, word = i, i, 0, 0
		}
		line, word = line+width, word+width
		i += length
	}
	emit(text[start:], line)
}
