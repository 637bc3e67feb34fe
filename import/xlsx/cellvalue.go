package xlsx

import (
	"fmt"
	"strconv"

	"numberloader/import/parts"
	"numberloader/import/sheet"
	"numberloader/internal/number"
)

// plainCell reads the cell that comes next if it is written as nearly all are, with or
// without s and t:
//
//	<c r="B7" s="3" t="s"><v>12</v></c>
//	<c r="B7" t="inlineStr"><is><t>DID</t></is></c>
//
// It says false of all others, which readCell reads, with the
// same answer.
func (w *worksheet) plainCell(numbered bool) (bool, error) {
	p := w.Plain()
	p.Must(`<c r="`)
	column, line := columnOf(p.Letters()), p.Natural()
	style, typed := 0, typeNumber
	if p.Has(`" s="`) {
		style = p.Natural()
	}
	if p.Has(`" t="`) {
		typed = typeOf(p.Letters())
	}
	end := `</v></c>`
	if p.Has(`"><is><t>`) {
		end = `</t></is></c>`
	} else {
		p.Must(`"><v>`)
	}
	shared, text := 0, []byte(nil)
	if typed == typeShared {
		shared = p.Natural()
	} else {
		text = p.Text()
	}
	p.Must(end)
	if column < 0 || column >= sheet.MaxColumns || !w.Pass(&p) {
		return false, nil
	}
	w.goTo(column, line, numbered)
	c := sheet.Cell{Column: uint16(column), Format: w.book.struck.Format(style)}
	var err error
	if typed == typeShared {
		err = w.setShared(&c, shared)
	} else {
		w.buf = unescapeFrom(append(w.buf[:0], text...), 0)
		err = w.setValue(&c, typed)
	}
	if err != nil {
		return true, err
	}
	return true, w.addCell(&c)
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
	if hasValue && err == nil {
		err = w.setValue(&c, typed)
	}
	if err != nil {
		return err
	}
	return w.addCell(&c)
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
	number, _ := parts.ParseNatural(style)
	return sheet.Cell{Column: uint16(w.column), Format: w.book.struck.Format(number)}, typeOf(kind), nil //nolint:gosec // place has checked it
}

// addCell adds a cell to its row if it holds anything.
func (w *worksheet) addCell(c *sheet.Cell) error {
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
		i, ok := parts.ParseNatural(text)
		if !ok {
			return fmt.Errorf("text %.20q: %w", text, errNoText)
		}
		return w.setShared(c, i)
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
func (w *worksheet) setShared(c *sheet.Cell, i int) error {
	texts := &w.book.texts
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
		return fmt.Errorf("text %d: %w", i, errNoText)
	default:
		c.Type = number.CellError
		c.Text, err = w.book.store.KeepString("#REF!")
	}
	return err
}
