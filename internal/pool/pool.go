// Package pool keeps values of which many are equal. It imports nothing of ours.
package pool

// Pool keeps equal values once, as long as not too many different ones come between. Its
// zero value is empty. It is for one goroutine; what it returns may be read from any.
type Pool[T comparable] struct{ kept map[T]*T }

// mostKept is how many different values are looked for among later ones.
const mostKept = 4096

// Of is the value, shared with whoever asked for an equal one. Nobody may write to it.
func (p *Pool[T]) Of(value T) *T {
	if known := p.kept[value]; known != nil {
		return known
	}
	if p.kept == nil || len(p.kept) == mostKept {
		p.kept = map[T]*T{}
	}
	kept := value // so that only what is kept is allocated
	p.kept[value] = &kept
	return &kept
}
