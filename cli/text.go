package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"
	"unicode"
)

// outputError says that standard output takes no more: it is full, or nobody reads
// it any longer.
type outputError struct{ err error }

func (e *outputError) Error() string { return "standard output: " + e.err.Error() }
func (e *outputError) Unwrap() error { return e.err }

// printJSON prints one JSON line, whole, in one write.
func (c *command) printJSON(line any) error {
	encoder := json.NewEncoder(c.Stdout)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(line); err != nil {
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

// printable keeps what a file holds from steering the terminal: line breaks,
// tabs and other control characters become blanks.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, text)
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
