package xlsx

import (
	"fmt"
	"strconv"

	"numberloader/import/parts"
	"numberloader/import/sheet"
	"numberloader/internal/number"
)

// plainCell reads a cell that was gone past, and holds nothing but a value.
func (w *worksheet) plainCell(text []byte, numbered bool) error {
	c, typed, err := w.newCell(numbered)
	if err != nil {
		return err
	}
	w.buf = unescapeFrom(append(w.buf[:0], text...), 0)
	return w.addCell(&c, typed, true)
}

// readCell reads the cell whose element is open.
func (w *worksheet) readCell(numbered bool) error {
	c, typed, err := w.newCell(numbered)
	if err != nil {
		return err
	}
	if w.SelfClosed {
		_, err := w.Next()
		return err
	}
	hasValue, err := w.readValue(&c)
	if err != nil {
		return err
	}
	return w.addCell(&c, typed, hasValue)
}

// newCell is the cell that the attributes are of, without what it holds.
func (w *worksheet) newCell(numbered bool) (sheet.Cell, cellType, error) {
	var reference, style, kind []byte
	for _, a := range w.Attrs {
		switch string(a.Name) {
		case "r":
			reference = a.Value
		case "s":
			style = a.Value
		case "t":
			kind = a.Value
		}
	}
	if err := w.place(reference, numbered); err != nil {
		return sheet.Cell{}, 0, err
	}
	return sheet.Cell{Column: uint16(w.column), Format: w.book.formatOf(style)}, typeOf(kind), nil //nolint:gosec // place has checked it
}

// addCell adds a cell to its row, with the value in w.buf if it has one.
func (w *worksheet) addCell(c *sheet.Cell, typed cellType, hasValue bool) error {
	if hasValue {
		if err := w.setValue(c, typed); err != nil {
			return err
		}
	}
	if c.Formula || c.Text != 0 {
		return w.sheet.AddCell(*c)
	}
	return nil
}

// readValue reads what the cell holds into w.buf, up to the end of the cell.
func (w *worksheet) readValue(c *sheet.Cell) (hasValue bool, err error) {
	w.buf = w.buf[:0]
	for {
		if text, ok := w.PlainElement("v"); ok {
			hasValue = true
			w.buf = unescapeFrom(append(w.buf[:0], text...), 0)
			continue
		}
		e, err := w.Next()
		if err != nil {
			return hasValue, err
		}
		switch {
		case e == parts.EventEnd || e == parts.EventDone:
			return hasValue, nil
		case e != parts.EventStart:
			continue
		}
		switch w.Name {
		case "v":
			hasValue = true
			if w.buf, err = w.Content(w.buf[:0]); err == nil {
				w.buf = unescapeFrom(w.buf, 0)
			}
		case "is":
			hasValue = true
			var struck bool
			if w.buf, struck, err = richText(w.Scanner, w.buf[:0]); struck {
				c.Format |= sheet.Struck
			}
		case "f":
			c.Formula = true
			err = w.Skip()
		default:
			err = w.Skip()
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
func (w *worksheet) setValue(c *sheet.Cell, typed cellType) (err error) {
	if typed == typeText {
		c.Type = number.CellText
		c.Text, err = w.book.store.Keep(w.buf)
		return err
	}
	text := parts.SkipXMLBlanks(parts.TrimXMLBlanks(w.buf))
	if len(text) == 0 {
		return nil
	}
	switch typed {
	case typeShared:
		return w.setShared(c, text)
	case typeBool:
		c.Type = number.CellBool
		c.Text, err = w.book.store.KeepString(strconv.FormatBool(isTrue(string(text))))
		return err
	case typeError:
		c.Type = number.CellError
	case typeDate:
		c.Type = number.CellDate
	case typeNumber, typeText:
		c.Type = number.CellText
		if parts.IsNumber(text) {
			c.Type = number.CellNumber
		}
	}
	c.Text, err = w.book.store.Keep(text)
	return err
}

// setShared fills a cell with the shared text of this number. A number past the
// last text makes an error cell, which a person gets to see.
func (w *worksheet) setShared(c *sheet.Cell, text []byte) error {
	texts := &w.book.texts
	i, ok := parts.ParseNatural(text)
	if !ok {
		return fmt.Errorf("text %.20q: %w", text, errNoText)
	}
	shared, there, err := texts.at(i)
	switch {
	case err != nil:
		return err
	case there:
		c.Type, c.Text = number.CellText, shared
		if texts.struck[i] {
			c.Format |= sheet.Struck
		}
	case len(texts.list) == 0:
		return fmt.Errorf("text %.20q: %w", text, errNoText)
	default:
		c.Type = number.CellError
		c.Text, err = w.book.store.KeepString("#REF!")
	}
	return err
}
