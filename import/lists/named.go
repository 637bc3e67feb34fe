package lists

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"numberloader/import/refuse"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// describe names a column by its letter and its header.
func (l *look) describe(column int) string {
	if l.Headings[column] == "" {
		return number.ColumnName(column)
	}
	return fmt.Sprintf("%s (%s)", number.ColumnName(column), strings.Join(strings.Fields(l.Headings[column]), " "))
}

// settled reports whether the column of a field was found, or that the user named it or
// said that there is none.
func (l *List) settled(field number.Field) bool {
	_, ok := l.Columns[field]
	name, named := l.named[field]
	return ok || named && name == ""
}

// takeNamed takes the columns that the user named. Of several sheets, those that
// have no such column go without.
func (l *List) takeNamed(layout number.Layout) error {
	several := len(layout.Sheets) > 1
	for _, field := range number.AllFields() {
		name, ok := l.named[field]
		if !ok || name == "" {
			continue
		}
		column, err := l.columnNamed(name)
		switch {
		case err == nil:
			l.Columns[field] = column
		case !several:
			return err
		}
	}
	for _, name := range layout.Numbers {
		column, err := l.columnNamed(name)
		switch {
		case err == nil:
			l.Numbers = append(l.Numbers, column)
		case !several:
			return err
		}
	}
	return nil
}

// columnNamed is the column with this letter, or else with this header.
func (l *look) columnNamed(name string) (int, error) {
	name = strings.TrimSpace(name)
	if c, ok := number.ColumnIndex(name); ok && c < len(l.Headings) {
		return c, nil
	}
	var fitting []int
	for _, same := range []func(a, b string) bool{strings.EqualFold, func(a, b string) bool { return number.Fold(a) == number.Fold(b) }} {
		for c, heading := range l.Headings {
			if heading != "" && same(heading, name) {
				fitting = append(fitting, c)
			}
		}
		if len(fitting) > 0 {
			break
		}
	}
	switch len(fitting) {
	case 1:
		return fitting[0], nil
	case 0:
		return 0, refuse.NoColumn(name, l.describeAll(nil))
	}
	return 0, &fault.Error{Kind: fault.Usage, What: fault.Say("reading.sameheader.what", "Header", strconv.Quote(name)), Next: fault.Say("reading.sameheader.next", "Columns", phrase.Commas(l.describeAll(fitting)))}
}

// describeAll names these columns; all that hold anything if there are none.
func (l *look) describeAll(columns []int) []string {
	var all []string
	for c := range l.Headings {
		if columns == nil && (l.Headings[c] != "" || len(l.samples[c]) > 0) || slices.Contains(columns, c) {
			all = append(all, l.describe(c))
		}
	}
	return all
}
