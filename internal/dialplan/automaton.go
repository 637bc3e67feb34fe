package dialplan

import (
	"sync"
	"sync/atomic"
)

// automaton says which of many regular expressions digits match, in one walk
// over the digits. It is built by subset construction from the expressions
// themselves, so that it answers as they do. A state is built when digits first
// lead to it: a list meets few of them. It may be used from any goroutine.
type automaton[T any] struct {
	first  *state[T]
	limit  int
	answer func(matched []bool, length int) T

	building sync.Mutex
	builder  builder
	known    map[string]*state[T] // states by their name
}

// state is where digits lead.
type state[T any] struct {
	next   [10]atomic.Pointer[state[T]] // by digit; nil until digits lead there
	answer atomic.Pointer[T]            // for digits that end here; nil until some do
	reached
}

// newAutomaton makes the automaton of some expressions. It asks for the answer
// to a set of expressions that digits match in full, and with how many digits;
// limit stands for that many and more.
func newAutomaton[T any](expressions []string, limit int, answer func(matched []bool, length int) T) *automaton[T] {
	a := &automaton[T]{limit: limit, answer: answer, known: map[string]*state[T]{}}
	a.first = a.stateOf(a.builder.start(expressions))
	return a
}

// after is the answer for digits, which are 0 to 9 only. Nobody writes to it. Value is the
// digits as a number, as far as it fits.
func (a *automaton[T]) after(digits string) (answer *T, value uint64) {
	at := a.first
	for i := range len(digits) {
		digit := digits[i] - '0'
		next := at.next[digit].Load()
		if next == nil {
			next = a.step(at, digit)
		}
		at, value = next, 10*value+uint64(digit)
	}
	if answer = at.answer.Load(); answer == nil {
		answer = a.answerAt(at)
	}
	return answer, value
}

// canBegin reports whether digits that begin with this one may match an expression.
func (a *automaton[T]) canBegin(digit byte) bool {
	next := a.first.next[digit-'0'].Load()
	return next == nil || len(next.places) > 0
}

// step builds the state behind a digit.
func (a *automaton[T]) step(from *state[T], digit byte) *state[T] {
	a.building.Lock()
	defer a.building.Unlock()
	next := a.stateOf(a.builder.step(from.reached, digit, a.limit))
	from.next[digit].Store(next)
	return next
}

// answerAt finds the answer of a state.
func (a *automaton[T]) answerAt(at *state[T]) *T {
	a.building.Lock()
	defer a.building.Unlock()
	answer := a.answer(a.builder.matched(at.reached), at.length)
	at.answer.Store(&answer)
	return &answer
}

// stateOf is the state at some places, which is new or was reached before.
func (a *automaton[T]) stateOf(r reached) *state[T] {
	name := r.name()
	at, ok := a.known[name]
	if !ok {
		at = &state[T]{reached: r}
		a.known[name] = at
	}
	return at
}
