package dialplan

import (
	"encoding/binary"
	"fmt"
	"regexp/syntax"
	"slices"
)

// builder builds an automaton.
type builder struct {
	// program holds the instructions of all expressions. The argument of a
	// syntax.InstMatch is the expression that it belongs to.
	program []syntax.Inst
	count   int // of expressions
	states  []reached
	known   map[string]uint32 // states by their name
	seen    []int             // the walk of follow that was last at a place
	walk    int
}

// reached is a state: how many digits led there, and the places in the program
// from which it goes on.
type reached struct {
	length int
	places []uint32
}

// add appends the instructions of an expression and returns where it starts.
func (b *builder) add(expression string, index int) uint32 {
	tree, err := syntax.Parse(expression, syntax.Perl)
	if err != nil {
		panic(fmt.Sprintf("dialplan: the expression %q: %v", expression, err))
	}
	compiled, err := syntax.Compile(tree.Simplify())
	if err != nil {
		panic(fmt.Sprintf("dialplan: the expression %q: %v", expression, err))
	}
	base := uint32(len(b.program)) //nolint:gosec // expressions have thousands of instructions at most
	for _, inst := range compiled.Inst {
		inst.Out += base
		switch inst.Op { //nolint:exhaustive // the others have no argument that is a place
		case syntax.InstAlt, syntax.InstAltMatch:
			inst.Arg += base
		case syntax.InstMatch:
			inst.Arg = uint32(index) //nolint:gosec // an index of a slice
		}
		b.program = append(b.program, inst)
	}
	return base + uint32(compiled.Start) //nolint:gosec // an index of a slice
}

// state is the number of the state at some places, which is new or was reached
// before.
func (b *builder) state(length int, places []uint32) uint32 {
	slices.Sort(places)
	places = slices.Compact(places)
	name := []byte{byte(length)} //nolint:gosec // at most the limit
	for _, place := range places {
		name = binary.LittleEndian.AppendUint32(name, place)
	}
	at, ok := b.known[string(name)]
	if !ok {
		at = uint32(len(b.states)) //nolint:gosec // plans have thousands of states at most
		b.known[string(name)] = at
		b.states = append(b.states, reached{length, places})
	}
	return at
}

// steps are the states that follow one, by digit.
func (b *builder) steps(at, limit int) (next [10]uint32) {
	from := b.states[at]
	places := b.follow(from.places, between(from.length))
	for digit := range next {
		var to []uint32
		for _, place := range places {
			if inst := &b.program[place]; inst.Op != syntax.InstMatch && inst.MatchRune(rune('0'+digit)) {
				to = append(to, inst.Out)
			}
		}
		next[digit] = b.state(min(from.length+1, limit), to)
	}
	return next
}

// matched says of each expression whether digits that end in a state match it.
func (b *builder) matched(at int) []bool {
	matched := make([]bool, b.count)
	for _, place := range b.follow(b.states[at].places, atEnd(b.states[at].length)) {
		if inst := &b.program[place]; inst.Op == syntax.InstMatch {
			matched[inst.Arg] = true
		}
	}
	return matched
}

// between is what an expression may assert in front of a digit that so many
// digits stand before.
func between(length int) syntax.EmptyOp {
	if length == 0 {
		return syntax.EmptyBeginText | syntax.EmptyBeginLine | syntax.EmptyWordBoundary
	}
	return syntax.EmptyNoWordBoundary
}

// atEnd is what an expression may assert behind so many digits.
func atEnd(length int) syntax.EmptyOp {
	const end = syntax.EmptyEndText | syntax.EmptyEndLine
	if length == 0 {
		return end | syntax.EmptyBeginText | syntax.EmptyBeginLine | syntax.EmptyNoWordBoundary
	}
	return end | syntax.EmptyWordBoundary
}

// follow are the places that read a digit or match, as far as others lead to
// them without a digit.
func (b *builder) follow(places []uint32, holds syntax.EmptyOp) []uint32 {
	var found []uint32
	b.walk++
	for open := slices.Clone(places); len(open) > 0; {
		place := open[len(open)-1]
		open = open[:len(open)-1]
		if b.seen[place] == b.walk {
			continue
		}
		b.seen[place] = b.walk
		switch inst := &b.program[place]; inst.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			open = append(open, inst.Out, inst.Arg)
		case syntax.InstCapture, syntax.InstNop:
			open = append(open, inst.Out)
		case syntax.InstEmptyWidth:
			if syntax.EmptyOp(inst.Arg)&^holds == 0 { //nolint:gosec // assertions are bits of a byte
				open = append(open, inst.Out)
			}
		case syntax.InstMatch, syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
			found = append(found, place)
		case syntax.InstFail:
		}
	}
	return found
}
