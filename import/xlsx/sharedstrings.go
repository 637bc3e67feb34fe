package xlsx

import (
	"fmt"
	"math"

	"numberloader/import/parts"
	"numberloader/import/refuse"
	"numberloader/internal/number"
)

// sharedTexts are the texts that cells name by their numbers. They are read as far as
// a cell asks for: programs put them in the order of the cells, so the first rows of a
// list need not wait for a million texts.
type sharedTexts struct {
	book     *workbook
	part     *parts.Part // nil where all is read
	list     []number.Text
	struck   map[int]bool // of which a part is crossed out
	buf      []byte
	unpacked int64 // bytes that were unpacked for them so far
}

// openTexts opens the part with the shared texts.
func (b *workbook) openTexts(part string) error {
	p, err := b.archive.Begin(part)
	if err != nil {
		return err
	}
	b.texts.part = p
	return p.Root("sst")
}

// at is the text of a number, from 0 on; false past the last.
func (t *sharedTexts) at(i int) (number.Text, bool, error) {
	if i >= len(t.list) {
		if err := t.read(i + 1); err != nil || i >= len(t.list) {
			return 0, false, err
		}
	}
	return t.list[i], true, nil
}

// rest reads all that is left, and makes sure that the part is whole.
func (t *sharedTexts) rest() error { return t.read(math.MaxInt) }

// read reads on until there are n texts, or no more.
func (t *sharedTexts) read(n int) error {
	before, _ := t.book.archive.Progress()
	for len(t.list) < n && t.part != nil {
		if err := t.next(); err != nil {
			return fmt.Errorf("shared texts: %w", err)
		}
	}
	after, _ := t.book.archive.Progress()
	t.unpacked += after - before
	return nil
}

// next reads the next element within the root, or closes the part at its end.
func (t *sharedTexts) next() error {
	p := t.part.Plain()
	p.Must("<si><t>")
	text := p.Text()
	p.Must("</t></si>")
	if t.part.Pass(&p) {
		t.buf = unescapeFrom(append(t.buf[:0], text...), 0)
		return t.add(false)
	}
	e, err := t.part.Next()
	switch {
	case err != nil:
		return err
	case e == parts.EventText:
		return nil
	case e != parts.EventStart:
		part := t.part
		t.part = nil
		return part.End()
	case t.part.Name != "si":
		return t.part.Skip()
	}
	var struck bool
	if t.buf, struck, err = richText(t.part.Scanner, t.buf[:0]); err != nil {
		return err
	}
	return t.add(struck)
}

// add appends the text in the buffer, of which a part may be crossed out.
func (t *sharedTexts) add(struck bool) error {
	if len(t.list) == t.book.bounds.texts {
		return refuse.TooManyTexts()
	}
	if struck {
		t.struck[len(t.list)] = true
	}
	text, err := t.book.store.Keep(t.buf)
	t.list = append(t.list, text)
	return err
}

// richText appends the text of the element just opened, a string item: its runs
// joined, without reading aids. Escapes count within a run only. struck says that a
// run is crossed out.
func richText(s *parts.Scanner, to []byte) (text []byte, struck bool, err error) {
	for {
		if plain, ok := s.PlainElement("t"); ok {
			start := len(to)
			to = unescapeFrom(append(to, plain...), start)
			continue
		}
		e, err := s.Next()
		switch {
		case err != nil || e == parts.EventEnd || e == parts.EventDone:
			return to, struck, err
		case e != parts.EventStart:
			continue
		}
		switch s.Name {
		case "t":
			start := len(to)
			if to, err = s.Content(to); err == nil {
				to = unescapeFrom(to, start)
			}
		case "rPr":
			struck, err = isStruck(s)
		case "r":
			var crossed bool
			to, crossed, err = richText(s, to)
			struck = struck || crossed
		default:
			err = s.Skip()
		}
		if err != nil {
			return to, struck, err
		}
	}
}
