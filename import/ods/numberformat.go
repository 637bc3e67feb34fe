package ods

import (
	"errors"
	"regexp"
	"strings"

	"numberloader/import/parts"
)

const (
	general = "General"
	// maxFormat is how many bytes a number format may have; Excel allows 255
	// characters. A longer one shows no phone number and counts as General.
	maxFormat = 1024
)

// dataStyle is a data style as a number format of Excel, and the styles that
// stand in for it.
type dataStyle struct {
	format string
	maps   []styleMap
}

// styleMap names the data style that shows the numbers for which a condition
// holds, such as "value()>=0".
type styleMap struct{ condition, style string }

// readDataStyle reads the data style whose element is open (OpenDocument 1.3,
// part 3, 16.29). Only what decides how digits are read is kept
// (docs/number-rules.md, 3.1); of dates no more than that they are dates.
func (d *document) readDataStyle() (dataStyle, error) {
	var style dataStyle
	var format []byte
	if d.Name == "percentage-style" {
		format = append(format, '%')
	}
	err := d.Inside(func() error {
		if d.Name == "map" {
			values, err := d.AttrNames("condition", "apply-style-name")
			style.maps = append(style.maps, styleMap{values[0], values[1]})
			return errors.Join(err, d.Skip())
		}
		part, err := d.readDataPart()
		format = append(format, part...)
		return err
	})
	style.format = string(format)
	return style, err
}

// readDataPart is the part of a data style whose element is open, as a number
// format of Excel has it.
func (d *document) readDataPart() (string, error) {
	switch d.Name {
	case "number":
		return d.readDigits()
	case "text":
		text, err := d.Content(nil)
		return quoted(string(text)), err
	case "era", "year", "quarter":
		return "yyyy", d.Skip()
	case "month":
		return "mm", d.Skip()
	case "day", "day-of-week", "week-of-year":
		return "dd", d.Skip()
	case "hours":
		return "hh", d.Skip()
	case "minutes":
		return "mm", d.Skip()
	case "seconds":
		return "ss", d.Skip()
	case "scientific-number":
		return "0E+0", d.Skip()
	case "fraction":
		return "?/?", d.Skip()
	case "currency-symbol":
		return "[$]", d.Skip()
	case "text-content":
		return "@", d.Skip()
	}
	return "", d.Skip()
}

// quoted is a text as a number format of Excel shows it.
func quoted(text string) string {
	if text == "" {
		return ""
	}
	return `"` + strings.ReplaceAll(text, `"`, `"\""`) + `"`
}

// readDigits is the <number:number> that is open as placeholders for digits.
func (d *document) readDigits() (string, error) {
	digits, ok := parts.ParseNatural(d.AttrBytes("min-integer-digits"))
	decimals := d.Attr("decimal-places")
	decoration := ""
	if d.Attr("grouping") == "true" {
		decoration += ","
	}
	if strings.Trim(decimals, "0") != "" {
		decoration += ".0"
	}
	if factor := d.Attr("display-factor"); factor != "" && factor != "1" {
		decoration += ","
	}
	between, err := d.readEmbedded()
	switch {
	case err != nil || ok && digits > maxFormat:
		return general, err
	case decimals == "" && digits <= 1 && len(between) == 0:
		return general + decoration, nil
	}
	return placeholders(digits, between) + decoration, nil
}

// readEmbedded reads the texts between the digits of the number that is open, by
// the count of digits that stand behind each.
func (d *document) readEmbedded() (map[int]string, error) {
	between := map[int]string{}
	err := d.Inside(func() error {
		position, ok := parts.ParseNatural(d.AttrBytes("position"))
		if d.Name != "embedded-text" || !ok || position > maxFormat {
			return d.Skip()
		}
		text, err := d.Content(nil)
		between[position] += string(text)
		return err
	})
	return between, err
}

// placeholders are so many digits that are shown even as zeros, with texts
// between them and one more digit, which may be missing, before the first text.
func placeholders(digits int, between map[int]string) string {
	places := max(digits, 1)
	for position := range between {
		places = max(places, position+1)
	}
	var b strings.Builder
	for left := places; left >= 0; left-- {
		b.WriteString(quoted(between[left]))
		switch {
		case left == 0:
		case left > digits:
			b.WriteByte('#')
		default:
			b.WriteByte('0')
		}
	}
	return b.String()
}

// numberFormat is the number format of a data style with all its sections; "" is
// General.
func (d *document) numberFormat(name string) string {
	style := d.dataStyles[name]
	var sections []string
	for _, m := range style.maps {
		if condition, ok := excelCondition(m.condition); ok {
			sections = append(sections, condition+d.dataStyles[m.style].format)
		}
	}
	format := strings.Join(append(sections, style.format), ";")
	if format == general || len(format) > maxFormat {
		return ""
	}
	return format
}

// condition is a condition that decides which data style shows a number.
var condition = regexp.MustCompile(`^value\(\) *(<=|>=|!=|<|>|=) *(-?[0-9]+(?:\.[0-9]+)?)$`)

// excelCondition is such a condition as a number format of Excel has it.
func excelCondition(text string) (string, bool) {
	parts := condition.FindStringSubmatch(text)
	if parts == nil {
		return "", false
	}
	return "[" + strings.Replace(parts[1], "!=", "<>", 1) + parts[2] + "]", true
}
