package frame

// Later is a screen that is made when it is first asked for, so that the window opens
// without it. It belongs to the UI thread.
type Later[S any] struct {
	make   func() S
	screen S
	made   bool
}

// NewLater returns a screen that make makes, up to date.
func NewLater[S any](make func() S) *Later[S] { return &Later[S]{make: make} }

// Get is the screen.
func (l *Later[S]) Get() S {
	if !l.made {
		l.screen, l.made = l.make(), true
	}
	return l.screen
}

// IfMade hands the screen over unless nobody has asked for it yet.
func (l *Later[S]) IfMade(do func(S)) {
	if l.made {
		do(l.screen)
	}
}
