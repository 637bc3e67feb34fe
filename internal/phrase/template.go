package phrase

import (
	"slices"
	"strings"
)

// pieces are the parts of a message: texts and, at odd places, the names of what
// is filled in there. That is all that messages may do, so that none costs more
// than its own text.
type pieces []string

// parse takes a message apart at what it names: {{.Name}}.
func parse(text string) pieces {
	var p pieces
	for {
		before, rest, found := strings.Cut(text, "{{.")
		p = append(p, before)
		if !found {
			return p
		}
		var name string
		name, text, _ = strings.Cut(rest, "}}")
		p = append(p, name)
	}
}

// values are what a message names.
type values interface {
	// shown is the value of a name as the message shows it.
	shown(name string) string
	// count is the number that decides the plural form. It says false if there is
	// none.
	count() (int, bool)
}

// fill fills in values.
func (p pieces) fill(in values) string {
	if len(p) == 1 {
		return p[0]
	}
	var b strings.Builder
	for i, piece := range p {
		if i%2 == 1 {
			piece = in.shown(piece)
		}
		b.WriteString(piece)
	}
	return b.String()
}

// styled fills in values as fill does and takes the message apart at <b> and </b>.
func (p pieces) styled(in values) []Piece {
	var styled []Piece
	bold := false
	for i, piece := range p {
		if i%2 == 1 {
			styled = append(styled, Piece{in.shown(piece), bold})
			continue
		}
		for found := true; found; {
			var text string
			text, piece, found = strings.Cut(piece, mark(bold))
			styled = append(styled, Piece{text, bold})
			bold = bold != found
		}
	}
	return slices.DeleteFunc(styled, func(p Piece) bool { return p.Text == "" })
}

// mark is what ends a bold or a usual part of a message.
func mark(bold bool) string {
	if bold {
		return "</b>"
	}
	return "<b>"
}

// pairs are names and values in turn, as Text takes them.
type pairs []any

func (p pairs) shown(name string) string { return plain(p.of(name)) }

func (p pairs) count() (int, bool) {
	n, ok := p.of("Count").(int)
	return n, ok
}

// of is the value of a name, nil if it is not there.
func (p pairs) of(name string) any {
	for i := 0; i+1 < len(p); i += 2 {
		if p[i] == name {
			return p[i+1]
		}
	}
	return nil
}
