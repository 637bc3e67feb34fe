package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/flate"

	"numberloader/internal/dialplan"
	"numberloader/internal/number"
)

// limit reads and judges the same list as quickly as we know how to, with nothing that
// a program for people needs: it takes the one way in which makeList writes for granted,
// finds cells by their bytes, keeps columns of small numbers, checks nothing but the
// numbers of the first column, and prints how many of them are valid. The parts are
// inflated on a second goroutine, and the plan of a country code is one automaton.
func limit(path string, out io.Writer) (err error) {
	book, err := zip.OpenReader(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, book.Close()) }()
	book.RegisterDecompressor(zip.Deflate, flate.NewReader)
	var texts sharedTexts
	if err := eachPiece(&book.Reader, textsPart, "</si>", texts.add); err != nil {
		return err
	}
	var list columns
	if err := eachPiece(&book.Reader, sheetPart, "</row>", list.add); err != nil {
		return err
	}
	_, err = fmt.Fprintln(out, list.judge(&texts), "of", len(list.numbers))
	return err
}

// pieceSize is how much is inflated at once.
const pieceSize = 256 << 10

// eachPiece hands over a part in pieces, each up to the last end of a record in it.
func eachPiece(book *zip.Reader, part, end string, take func(piece []byte)) error {
	f, err := book.Open(part)
	if err != nil {
		return err
	}
	inflated, failed := make(chan []byte, 2), make(chan error, 1)
	go func() {
		defer close(inflated)
		for {
			block := make([]byte, pieceSize)
			n, err := io.ReadFull(f, block)
			inflated <- block[:n]
			if err != nil {
				failed <- err
				return
			}
		}
	}()
	var rest []byte
	for block := range inflated {
		rest = append(rest, block...)
		whole := bytes.LastIndex(rest, []byte(end)) + len(end)
		if whole < len(end) {
			continue
		}
		take(rest[:whole])
		rest = append(rest[:0], rest[whole:]...)
	}
	if err := <-failed; !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.Join(err, f.Close())
	}
	return f.Close()
}

// sharedTexts are the texts of a workbook, one behind the other.
type sharedTexts struct {
	all  []byte
	ends []uint32
}

func (t *sharedTexts) add(piece []byte) {
	for {
		begin := bytes.Index(piece, []byte("<t>"))
		if begin < 0 {
			return
		}
		piece = piece[begin+len("<t>"):]
		end := bytes.IndexByte(piece, '<')
		t.all = append(t.all, piece[:end]...)
		t.ends = append(t.ends, uint32(len(t.all))) //nolint:gosec // as many as lists are measured with
		piece = piece[end:]
	}
}

func (t *sharedTexts) at(i uint32) []byte {
	begin := uint32(0)
	if i > 0 {
		begin = t.ends[i-1]
	}
	return t.all[begin:t.ends[i]]
}

// columns are the cells of a sheet by column, as the places of their texts, and the
// numbers of the first.
type columns struct {
	texts   [10][]uint32
	numbers []number.E164
}

func (c *columns) add(piece []byte) {
	for {
		begin := bytes.Index(piece, []byte(`<c r="`))
		if begin < 0 {
			return
		}
		piece = piece[begin+len(`<c r="`):]
		column := piece[0] - 'A'
		value := bytes.Index(piece, []byte("<v>"))
		piece = piece[value+len("<v>"):]
		at, n := uint32(0), 0
		for ; piece[n] != '<'; n++ {
			at = at*10 + uint32(piece[n]-'0')
		}
		c.texts[column] = append(c.texts[column], at)
		piece = piece[n:]
	}
}

// judge is how many numbers of the first column are valid numbers of the United States.
func (c *columns) judge(texts *sharedTexts) (valid int) {
	c.numbers = make([]number.E164, 0, len(c.texts[0]))
	for _, at := range c.texts[0] {
		text := texts.at(at)
		if text[0] != '+' {
			continue // the headings
		}
		p := dialplan.International(string(text[1:]))
		c.numbers = append(c.numbers, p.E164())
		if p.Valid() && p.Region() == "US" {
			valid++
		}
	}
	return valid
}
