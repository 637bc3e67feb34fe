package ods

import (
	"errors"
	"strings"

	"numberloader/import/parts"
)

// text reads what the cell just opened holds into d.buf, up to the end of the
// cell: its paragraphs, one line each. filled says that there is any, be it
// empty, and crossed that a part of it is crossed out. Comments, drawings and charts are
// no content. The paragraphs of lists and of a table within the cell count, so that
// nothing is left out unsaid.
func (t *table) text() (filled, crossed bool, err error) {
	t.buf, t.crossed = t.buf[:0], false
	filled, err = t.paragraphs(false)
	return filled, t.crossed, err
}

// paragraphs reads the paragraphs within the element just opened, up to its end.
func (t *table) paragraphs(filled bool) (bool, error) {
	err := t.Inside(func() (err error) {
		switch t.Name {
		case "p", "h":
			if filled {
				t.buf = append(t.buf, '\n')
			}
			filled = true
			p := paragraph{document: t.document, text: t.buf, blank: true}
			err = p.read()
			t.buf, t.crossed = p.text, t.crossed || p.crossed
		case "list", "list-header", "list-item", "numbered-paragraph", "section",
			"table", "table-rows", "table-header-rows", "table-row-group", "table-row", "table-cell":
			filled, err = t.paragraphs(filled)
		default:
			err = t.Skip()
		}
		return err
	})
	return filled, err
}

// paragraph reads one paragraph. "White space … is collapsed" (OpenDocument 1.3,
// part 3, 6.1.2): blanks and line breaks of the XML are one blank at most.
type paragraph struct {
	*document

	text    []byte
	blank   bool // the next blank is one too many
	crossed bool // a part is crossed out
}

// read reads the element just opened, up to its end.
func (p *paragraph) read() error {
	for {
		e, err := p.Next()
		switch {
		case err != nil || e == parts.EventEnd || e == parts.EventDone:
			return err
		case e == parts.EventText:
			err = p.addText()
		case e == parts.EventStart:
			err = p.piece()
		}
		if err != nil {
			return err
		}
	}
}

func (p *paragraph) addText() error {
	for _, b := range p.Text {
		blank := b == ' ' || b == '\t' || b == '\n' || b == '\r'
		if !blank {
			p.text = append(p.text, b)
		} else if !p.blank {
			p.text = append(p.text, ' ')
		}
		p.blank = blank
	}
	return p.check()
}

// piece reads an element within a paragraph. What is written beside or over the
// text is none of it: comments, notes, reading aids, drawings.
func (p *paragraph) piece() error {
	switch p.Name {
	case "s":
		return p.addBlanks()
	case "tab":
		return p.add("\t")
	case "line-break":
		return p.add("\n")
	case "annotation", "note", "ruby-text", "frame", "g", "rect", "line", "polyline", "polygon", "regular-polygon", "path",
		"circle", "ellipse", "connector", "caption", "measure", "control", "custom-shape", "page-thumbnail", "scene":
		return p.Skip()
	case "span":
		p.crossed = p.crossed || p.crossedTexts[string(p.AttrBytes("style-name"))]
	}
	return p.read()
}

// addBlanks adds the blanks that <text:s text:c="3"/> stands for.
func (p *paragraph) addBlanks() error {
	count := p.AttrBytes("c")
	n := 1
	if len(count) > 0 {
		var ok bool
		if n, ok = parts.ParseNatural(count); !ok || n > parts.MaxText {
			return parts.ErrTooLong()
		}
	}
	return p.add(strings.Repeat(" ", n))
}

// add adds text that stands for an element without content.
func (p *paragraph) add(text string) error {
	p.text = append(p.text, text...)
	p.blank = false
	return errors.Join(p.check(), p.Skip())
}

// check says that the cell holds too much text.
func (p *paragraph) check() error {
	if len(p.text) > parts.MaxText {
		return parts.ErrTooLong()
	}
	return nil
}
