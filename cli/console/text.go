package console

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
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

// PrintJSON prints one JSON line, whole, in one write.
func (k *Console) PrintJSON(line any) error {
	lines := k.Lines()
	if err := lines.Print(line); err != nil {
		return err
	}
	return lines.Flush()
}

// PrintEach prints a JSON line for each item.
func PrintEach[T any](k *Console, items []T, line func(*T) any) error {
	lines := k.Lines()
	for i := range items {
		if err := lines.Print(line(&items[i])); err != nil {
			return err
		}
	}
	return lines.Flush()
}

// Lines prints many JSON lines. It writes several of them at once, always whole,
// and at most as much as a pipe takes in one piece (PIPE_BUF of POSIX, on Linux):
// who reads them sees no half of a line, even if the program is killed.
type Lines struct {
	out  io.Writer
	kept Object // lines that were not yet written
}

// atOnce is how many bytes of lines are written at once, if they are shorter.
const atOnce = 4096

// Lines begins to print JSON lines on standard output.
func (k *Console) Lines() *Lines {
	l := &Lines{out: k.streams.Stdout}
	l.kept.encoder = json.NewEncoder(&l.kept.text)
	l.kept.encoder.SetEscapeHTML(false)
	return l
}

// Print prints a line now or before Flush returns.
func (l *Lines) Print(line any) error {
	before := len(l.kept.text)
	if err := l.kept.encode(line); err != nil {
		return fmt.Errorf("JSON: %w", err)
	}
	return l.printed(before)
}

// PrintObject is Print for an object of which write writes the fields.
func (l *Lines) PrintObject(write func(*Object)) error {
	before := len(l.kept.text)
	l.kept.fill(write)
	l.kept.text = append(l.kept.text, '\n')
	return l.printed(before)
}

// printed writes the lines before the last one if there is too much with it.
func (l *Lines) printed(before int) error {
	if len(l.kept.text) <= atOnce {
		return nil
	}
	if err := l.write(l.kept.text[:before]); err != nil {
		return err
	}
	l.kept.text = slices.Delete(l.kept.text, 0, before)
	return nil
}

// Flush writes what was printed.
func (l *Lines) Flush() error {
	err := l.write(l.kept.text)
	l.kept.text = l.kept.text[:0]
	return err
}

func (l *Lines) write(lines []byte) error {
	if len(lines) == 0 {
		return nil
	}
	if _, err := l.out.Write(lines); err != nil {
		return notPrinted(err)
	}
	return nil
}

// PrintText prints lines for a person.
func (k *Console) PrintText(lines ...string) error {
	for _, line := range lines {
		if _, err := fmt.Fprintln(k.streams.Stdout, printable(line)); err != nil {
			return notPrinted(err)
		}
	}
	return nil
}

// PrintTable prints rows in columns; the first row holds the headings.
func (k *Console) PrintTable(rows [][]string) error {
	if _, err := io.WriteString(k.streams.Stdout, InColumns(rows)); err != nil {
		return notPrinted(err)
	}
	return nil
}

// InColumns are rows with their cells one below the other, each with a line break
// behind it.
func InColumns(rows [][]string) string {
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

// isInvisible reports whether a character takes no room of its own, such as a zero-width
// space or a change of direction: formats, separators of lines, and what Unicode
// lets programs leave out (Default_Ignorable_Code_Point of UAX #44).
func isInvisible(r rune) bool {
	return r > unicode.MaxASCII && unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

// Shown cuts a long text for a column.
func Shown(text string) string {
	const most = 40
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	return string(runes[:most-1]) + "…"
}
