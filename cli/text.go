package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"
	"unicode"
	"unicode/utf16"
)

// outputError says that standard output takes no more: it is full, or nobody reads
// it any longer.
type outputError struct{ err error }

func (e *outputError) Error() string { return "standard output: " + e.err.Error() }
func (e *outputError) Unwrap() error { return e.err }

// printJSON prints one JSON line, whole, in one write.
func (c *command) printJSON(line any) error {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(line); err != nil {
		return fmt.Errorf("JSON: %w", err)
	}
	if _, err := io.WriteString(c.Stdout, visible(text.String(), `\u%04x`)); err != nil {
		return &outputError{err}
	}
	return nil
}

// printText prints lines for a person.
func (c *command) printText(lines ...string) error {
	for _, line := range lines {
		if _, err := fmt.Fprintln(c.Stdout, printable(line)); err != nil {
			return &outputError{err}
		}
	}
	return nil
}

// printTable prints rows in columns; the first row holds the headings.
func (c *command) printTable(rows [][]string) error {
	table := tabwriter.NewWriter(c.Stdout, 0, 0, 2, ' ', 0)
	for _, row := range rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = printable(cell)
		}
		if _, err := io.WriteString(table, strings.Join(cells, "\t")+"\n"); err != nil {
			return &outputError{err}
		}
	}
	if err := table.Flush(); err != nil {
		return &outputError{err}
	}
	return nil
}

// printable keeps what a file holds, and what Webex answers, from steering the
// terminal: line breaks, tabs and other control characters become blanks, and what
// nobody would see, or what would turn the text around, is named.
func printable(text string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, text)
	return visible(text, "<U+%04X>")
}

// visible writes each unit of UTF-16 of the invisible characters of a text in the
// given form.
func visible(text, form string) string {
	if strings.IndexFunc(text, isInvisible) < 0 {
		return text
	}
	var out strings.Builder
	for _, r := range text {
		if !isInvisible(r) {
			out.WriteRune(r)
			continue
		}
		for _, unit := range utf16.Encode([]rune{r}) {
			fmt.Fprintf(&out, form, unit)
		}
	}
	return out.String()
}

// isInvisible says that a character takes no room of its own, such as a zero-width
// space or a change of direction: formats, separators of lines, and what Unicode
// lets programs leave out (Default_Ignorable_Code_Point of UAX #44).
func isInvisible(r rune) bool {
	return unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

// shown cuts a long text for a column.
func shown(text string) string {
	const most = 40
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	return string(runes[:most-1]) + "…"
}

// counted is a number with its noun: "1 row", "1,240 rows".
func counted(n int, noun string) string {
	return thousands(n) + " " + plural(n, noun, noun+"s")
}

// plural is the word that goes with a number.
func plural(n int, one, more string) string {
	if n == 1 {
		return one
	}
	return more
}

// thousands writes a number as Americans do: 1,240.
func thousands(n int) string {
	digits := strconv.Itoa(n)
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return digits
}
