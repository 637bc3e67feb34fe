package dialplan

// automaton says which of many regular expressions digits match, in one walk
// over the digits. It is built by subset construction from the expressions
// themselves, so that it answers as they do. It never changes and may be used
// from any goroutine.
type automaton[T any] struct {
	next    [][10]uint32 // of each state, by digit; the first state is 0
	answers []T          // for digits that end in a state
}

// after is the answer for digits, which are 0 to 9 only.
func (a *automaton[T]) after(digits string) T {
	at := uint32(0)
	for i := range len(digits) {
		at = a.next[at][digits[i]-'0']
	}
	return a.answers[at]
}

// newAutomaton makes the automaton of some expressions. It asks for the answer
// to each set of expressions that digits can match in full, and with how many
// digits; limit stands for that many and more.
func newAutomaton[T any](expressions []string, limit int, answer func(matched []bool, length int) T) *automaton[T] {
	b := builder{count: len(expressions), known: map[string]uint32{}}
	var first []uint32
	for i, expression := range expressions {
		first = append(first, b.add(expression, i))
	}
	b.seen = make([]int, len(b.program))
	b.state(0, first)
	a := &automaton[T]{}
	for len(a.next) < len(b.states) { // steps finds further ones
		at := len(a.next)
		a.next = append(a.next, b.steps(at, limit))
		a.answers = append(a.answers, answer(b.matched(at), b.states[at].length))
	}
	return a
}
