package file

import (
	"context"
	"slices"
	"time"

	"numberloader/gui/background"
	"numberloader/internal/number"
	"numberloader/internal/review"
)

// Kept is the file of a list that is typed or pasted. Its methods are called in the
// background, one at a time.
type Kept interface {
	// Write writes the cells in place of what was there, and returns the path.
	Write(rows [][]string) (path string, err error)
	// Remove takes the file away, if there is one.
	Remove() error
}

// Pasted is a list that is typed or pasted. It is kept as a file, which is read and
// looked at as another file is when it is tried. Use Questions.Paste.
type Pasted struct {
	Trial

	kept    Kept
	rows    [][]string
	waiting bool   // for the next key
	stop    func() // stops that
}

// pause is how long nothing is typed before the list is read.
const pause = 200 * time.Millisecond

// Paste begins with an empty list.
func (q *Questions) Paste() *Pasted {
	return &Pasted{
		Trial: Trial{asked: q, lane: q.file.loop.Latest(), settings: review.Settings{Region: q.file.usual}, table: &number.Table{}, seen: &number.Table{}},
		kept:  q.file.services.Paste(), stop: func() {},
	}
}

// SetText takes the text as it is now. It is read when nothing more is typed for a
// moment. Columns that were chosen stay so as long as there are as many.
func (p *Pasted) SetText(text string) {
	rows := cells(text)
	if slices.EqualFunc(rows, p.rows, slices.Equal) {
		return
	}
	layout := p.layout
	if width(rows) != width(p.rows) {
		layout = number.Layout{}
	}
	p.rows = rows
	p.stop()
	if p.waiting = len(rows) > 0; !p.waiting {
		p.Drop()
		p.table, p.seen, p.look, p.err, p.layout, p.read = &number.Table{}, &number.Table{}, nil, nil, layout, layout
		p.asked.hooks.Changed()
		return
	}
	p.find = func() (string, error) { return p.kept.Write(rows) }
	p.stop = p.asked.file.loop.Every(pause, func() {
		p.stop()
		p.waiting = false
		p.Read(layout)
	})
	p.asked.hooks.Changed()
}

// Reading is the reading that is under way, or about to begin. ok is false while none
// is.
func (p *Pasted) Reading() (reading Reading, ok bool) {
	if p.waiting {
		return Reading{}, true
	}
	return p.Trial.Reading()
}

// Size is how many rows and columns the text has.
func (p *Pasted) Size() (rows, columns int) { return len(p.rows), width(p.rows) }

func width(rows [][]string) int {
	widest := 0
	for _, row := range rows {
		widest = max(widest, len(row))
	}
	return widest
}

// Close ends the list. Its file is removed.
func (p *Pasted) Close() {
	p.stop()
	p.Drop()
	background.Replace(p.lane, func(context.Context) (struct{}, error) { return struct{}{}, p.kept.Remove() }, func(struct{}, error) {})
}

// Use opens the list as the file that it is kept in, read as it was last looked at.
func (q *Questions) Use(p *Pasted) {
	p.stop()
	p.Drop()
	q.file.Open(p.table.Path, p.read)
}
