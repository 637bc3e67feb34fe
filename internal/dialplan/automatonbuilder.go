package dialplan

import (
	"encoding/binary"
	"fmt"
	"regexp/syntax"
	"slices"
)

// builder finds the states of an automaton. It is for one goroutine.
type builder struct {
	// program holds the instructions of all expressions. The argument of a
	// syntax.InstMatch is the expression that it belongs to.
	program []syntax.Inst
	of      []int // of each expression: its index among those that differ
	seen    []int // the walk of follow that was last at a place
	walk    int
}

// start takes the expressions and returns the first state.
func (b *builder) start(expressions []string) reached {
	var first []uint32
	known := map[string]int{} // territories of one country code have many in common
	for _, expression := range expressions {
		at, ok := known[expression]
		if !ok {
			at = len(known)
			known[expression] = at
			first = append(first, b.add(expression, at))
		}
		b.of = append(b.of, at)
	}
	b.seen = make([]int, len(b.program))
	return reachedAt(0, first)
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

// reachedAt is the state at some places.
func reachedAt(length int, places []uint32) reached {
	slices.Sort(places)
	return reached{length, slices.Clip(slices.Compact(places))}
}

// name is the same for the same state only.
func (r *reached) name() string {
	name := make([]byte, 0, 1+4*len(r.places))
	name = append(name, byte(r.length)) //nolint:gosec // at most the limit
	for _, place := range r.places {
		name = binary.LittleEndian.AppendUint32(name, place)
	}
	return string(name)
}

// step is the state behind a digit.
func (b *builder) step(from reached, digit byte, limit int) reached {
	var to []uint32
	for _, place := range b.follow(from.places, between(from.length)) {
		if inst := &b.program[place]; inst.Op != syntax.InstMatch && inst.MatchRune(rune('0'+digit)) {
			to = append(to, inst.Out)
		}
	}
	return reachedAt(min(from.length+1, limit), to)
}

// matched says of each expression whether digits that end in a state match it.
func (b *builder) matched(at reached) []bool {
	different := make([]bool, len(b.of))
	for _, place := range b.follow(at.places, atEnd(at.length)) {
		if inst := &b.program[place]; inst.Op == syntax.InstMatch {
			different[inst.Arg] = true
		}
	}
	matched := make([]bool, len(b.of))
	for i, at := range b.of {
		matched[i] = different[at]
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
