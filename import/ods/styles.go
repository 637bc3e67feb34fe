package ods

import (
	"strconv"
	"strings"

	"numberloader/import/refuse"
	"numberloader/import/sheet"
)

// cellStyle is a style of cells. What it leaves open is as in its parent.
type cellStyle struct {
	data, parent string
	crossing     crossing
}

// crossing is whether a style crosses texts out.
type crossing uint8

const (
	crossingOpen crossing = iota // it does not say so
	crossingNone
	crossingOut
)

// maxParents is how many styles may stand above one another.
const maxParents = 32

// readStyles reads the element just opened, which holds styles. A style of the
// same name that was read before no longer counts: those of content.xml come
// last and are meant there.
func (d *document) readStyles() error {
	return d.Inside(func() error {
		if d.styles++; d.styles > maxStyles {
			return refuse.TooLarge("refuse.large.styles")
		}
		switch d.Name {
		case "style":
			return d.readStyle()
		case "number-style", "currency-style", "percentage-style", "date-style", "time-style", "boolean-style", "text-style":
			name, err := d.AttrNames("name")
			if err != nil {
				return err
			}
			d.dataStyles[name[0]], err = d.readDataStyle()
			return err
		}
		return d.Skip()
	})
}

// readStyle reads the <style:style> that is open.
func (d *document) readStyle() error {
	values, err := d.AttrNames("name", "family", "data-style-name", "parent-style-name")
	if err != nil {
		return err
	}
	name := values[0]
	switch values[1] {
	case "table-cell":
		crosses, err := d.readCrossing()
		d.cellStyles[name] = cellStyle{values[2], values[3], crosses}
		return err
	case "text":
		crosses, err := d.readCrossing()
		d.crossedTexts[name] = crosses == crossingOut
		return err
	case "table":
		return d.Inside(func() error {
			if d.Name == "table-properties" {
				d.hiddenTables[name] = d.Attr("display") == "false"
			}
			return d.Skip()
		})
	case "table-row":
		return d.Inside(func() error {
			if d.Name == "table-row-properties" {
				d.flatRows[name] = isFlat(d.Attr("row-height"))
			}
			return d.Skip()
		})
	case "table-column":
		return d.Inside(func() error {
			if d.Name == "table-column-properties" {
				d.flatColumns[name] = isFlat(d.Attr("column-width"))
			}
			return d.Skip()
		})
	}
	return d.Skip()
}

// readCrossing reads the style that is open, up to its end: whether it crosses texts
// out (OpenDocument 1.3, part 3, 20.392 and 20.395).
func (d *document) readCrossing() (crosses crossing, err error) {
	err = d.Inside(func() error {
		if d.Name == "text-properties" {
			for _, name := range []string{"text-line-through-style", "text-line-through-type"} {
				switch d.Attr(name) {
				case "":
				case "none":
					crosses = max(crosses, crossingNone)
				default:
					crosses = crossingOut
				}
			}
		}
		return d.Skip()
	})
	return crosses, err
}

// isFlat reports whether a length such as "0cm" is none, which hides a row or a column.
func isFlat(length string) bool {
	n, err := strconv.ParseFloat(strings.TrimRight(length, "abcdefghijklmnopqrstuvwxyz%"), 64)
	return err == nil && n == 0
}

// resolve finds the number format of each cell style, when all are read.
func (d *document) resolve() {
	d.formats, d.formatOf = []string{""}, map[string]sheet.Format{}
	known := map[string]sheet.Format{"": 0}
	for name := range d.cellStyles {
		data := d.dataStyleOf(name)
		index, ok := known[data]
		if !ok {
			if format := d.numberFormat(data); format != "" {
				index = sheet.Format(len(d.formats)) //nolint:gosec // at most maxStyles
				d.formats = append(d.formats, format)
			}
			known[data] = index
		}
		if d.crosses(name) {
			index |= sheet.Struck
		}
		d.formatOf[name] = index
	}
}

// crosses reports whether a cell style crosses texts out, or the nearest one above it that
// says anything about it.
func (d *document) crosses(name string) bool {
	for range maxParents {
		style, ok := d.cellStyles[name]
		if !ok || style.crossing != crossingOpen {
			return style.crossing == crossingOut
		}
		name = style.parent
	}
	return false
}

// dataStyleOf is the data style of a cell style, or of the nearest one above it
// that has one.
func (d *document) dataStyleOf(name string) string {
	for range maxParents {
		style, ok := d.cellStyles[name]
		if !ok || style.data != "" {
			return style.data
		}
		name = style.parent
	}
	return ""
}
