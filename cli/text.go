package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"unicode"
	"unicode/utf16"
)

// outputError says that standard output takes no more: it is full, or nobody reads
// it any longer.
type outputError struct{ error }

func (e *outputError) Unwrap() error { return e.error }

// notPrinted is the error of standard output.
func notPrinted(err error) error { return &outputError{fmt.Errorf("standard output: %w", err)} }

// printJSON prints one JSON line, whole, in one write.
func (k *console) printJSON(line any) error {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(line); err != nil {
		return fmt.Errorf("JSON: %w", err)
	}
	if _, err := io.WriteString(k.io.Stdout, visible(text.String(), `\u%04x`)); err != nil {
		return notPrinted(err)
	}
	return nil
}

// printText prints lines for a person.
func (k *console) printText(lines ...string) error {
	for _, line := range lines {
		if _, err := fmt.Fprintln(k.io.Stdout, printable(line)); err != nil {
			return notPrinted(err)
		}
	}
	return nil
}

// printTable prints rows in columns; the first row holds the headings.
func (k *console) printTable(rows [][]string) error {
	if _, err := io.WriteString(k.io.Stdout, inColumns(rows)); err != nil {
		return notPrinted(err)
	}
	return nil
}

// inColumns are rows with their cells one below the other, each with a line break
// behind it.
func inColumns(rows [][]string) string {
	var text strings.Builder
	table := tabwriter.NewWriter(&text, 0, 0, 2, ' ', 0)
	for _, row := range rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = printable(cell)
		}
		_, _ = io.WriteString(table, strings.Join(cells, "\t")+"\n") // a strings.Builder takes everything
	}
	_ = table.Flush()
	return text.String()
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
	return r > unicode.MaxASCII && unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
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
