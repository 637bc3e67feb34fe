package dialplan

import (
	"sync"
	"sync/atomic"
)

// lazy is something that is made when it is asked for first, and never changes. Asking
// again costs next to nothing, as every number does.
type lazy[T any] struct {
	made   atomic.Pointer[T]
	making sync.Once
	make   func() *T
}

// get is what was made.
func (l *lazy[T]) get() *T {
	if made := l.made.Load(); made != nil {
		return made
	}
	return l.first()
}

func (l *lazy[T]) first() *T {
	l.making.Do(func() { l.made.Store(l.make()) })
	return l.made.Load()
}
