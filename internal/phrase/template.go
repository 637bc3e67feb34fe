package phrase

import "strings"

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

// fill fills in values, which are pairs of names and values.
func (p pieces) fill(args []any) string {
	if len(p) == 1 {
		return p[0]
	}
	var b strings.Builder
	for i, piece := range p {
		if i%2 == 1 {
			piece = plain(value(args, piece))
		}
		b.WriteString(piece)
	}
	return b.String()
}

// value is the value of a name among pairs of both, nil if it is not there.
func value(args []any, name string) any {
	for i := 0; i+1 < len(args); i += 2 {
		if args[i] == name {
			return args[i+1]
		}
	}
	return nil
}
