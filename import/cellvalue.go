package importer

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"numberloader/internal/number"
)

// readCell reads the cell whose element is open.
func (w *worksheet) readCell(numbered bool) error {
	var reference, style, kind []byte
	for _, a := range w.attrs {
		switch string(a.name) {
		case "r":
			reference = a.value
		case "s":
			style = a.value
		case "t":
			kind = a.value
		}
	}
	if err := w.place(reference, numbered); err != nil {
		return err
	}
	c := cell{column: uint16(w.column), format: styleIndex(style)} //nolint:gosec // place has checked it
	typed := typeOf(kind)
	if w.selfClosed {
		_, err := w.next()
		return err
	}
	hasValue, err := w.readValue(&c)
	if err != nil {
		return err
	}
	if hasValue {
		if err := w.setValue(&c, typed); err != nil {
			return err
		}
	}
	if c.formula || c.value != "" {
		return w.sheet.addCell(c)
	}
	return nil
}

// readValue reads what the cell holds into w.buf, up to the end of the cell.
func (w *worksheet) readValue(c *cell) (hasValue bool, err error) {
	w.buf = w.buf[:0]
	for {
		e, err := w.next()
		if err != nil {
			return hasValue, err
		}
		switch {
		case e == eventEnd || e == eventDone:
			return hasValue, nil
		case e != eventStart:
			continue
		}
		switch w.name {
		case "v":
			hasValue = true
			if w.buf, err = w.content(w.buf[:0]); err == nil {
				w.buf = unescapeFrom(w.buf, 0)
			}
		case "is":
			hasValue = true
			w.buf, err = w.richText(w.buf[:0])
		case "f":
			c.formula = true
			err = w.skip()
		default:
			err = w.skip()
		}
		if err != nil {
			return hasValue, err
		}
	}
}

// cellType is what a cell says that its value is.
type cellType uint8

const (
	typeNumber cellType = iota // also of cells that say nothing
	typeShared
	typeText
	typeError
	typeBool
	typeDate
)

func typeOf(kind []byte) cellType {
	switch string(kind) {
	case "s":
		return typeShared
	case "str", "inlineStr":
		return typeText
	case "e":
		return typeError
	case "b":
		return typeBool
	case "d":
		return typeDate
	}
	return typeNumber
}

// setValue fills a cell from w.buf. An empty value is a value only where the cell
// says that it is a text.
func (w *worksheet) setValue(c *cell, typed cellType) (err error) {
	if typed == typeText {
		c.kind = number.CellText
		c.value, err = w.book.store.keep(w.buf)
		return err
	}
	text := skipXMLBlanks(trimXMLBlanks(w.buf))
	if len(text) == 0 {
		return nil
	}
	switch typed {
	case typeShared:
		return w.setShared(c, text)
	case typeBool:
		c.kind, c.value = number.CellBool, strconv.FormatBool(isTrue(string(text)))
		return nil
	case typeError:
		c.kind = number.CellError
	case typeDate:
		c.kind = number.CellDate
	case typeNumber, typeText:
		c.kind = number.CellText
		if isNumber(text) {
			c.kind = number.CellNumber
		}
	}
	c.value, err = w.book.store.keep(text)
	return err
}

// setShared fills a cell with the shared text of this number. A number past the
// last text makes an error cell, which a person gets to see.
func (w *worksheet) setShared(c *cell, text []byte) error {
	i, ok := parseNatural(text)
	if !ok || len(w.book.texts) == 0 {
		return fmt.Errorf("text %.20q: %w", text, errNoText)
	}
	if i >= len(w.book.texts) {
		c.kind, c.value = number.CellError, "#REF!"
		return nil
	}
	c.kind, c.value = number.CellText, w.book.texts[i]
	return nil
}

// maxNumber is the longest number in bytes; Excel writes at most 24.
const maxNumber = 400

// isNumber says that a value is written as a number.
func isNumber(text []byte) bool {
	if len(text) > maxNumber {
		return false
	}
	if _, ok := parseNatural(text); ok {
		return true
	}
	_, err := strconv.ParseFloat(string(text), 64)
	return strings.Trim(string(text), "0123456789+-.eE") == "" && (err == nil || errors.Is(err, strconv.ErrRange))
}
