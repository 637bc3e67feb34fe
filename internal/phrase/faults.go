package phrase

import (
	"context"
	"errors"

	"numberloader/internal/fault"
)

// Message is why work stopped, in words for a person.
type Message struct {
	Title   string // a few words
	What    string // what happened and what it means for the numbers
	Next    string // what to do next
	Details string // for support, may be empty
}

// Explain is the only place where an error becomes words for a person: its own,
// or those of its kind. An error that is not ours is of kind fault.Internal, and
// a context that was canceled says that the user stopped.
func Explain(err error) Message {
	f, ok := errors.AsType[*fault.Error](err)
	if !ok {
		f = &fault.Error{Err: err}
	}
	if errors.Is(err, context.Canceled) {
		f = &fault.Error{Kind: fault.Stopped}
	}
	says, next := fault.Told(f)
	m := Message{Title: Text("faults." + f.Kind.String() + ".title"), What: Say(says...), Next: Say(next), Details: f.Details}
	if m.Details == "" && f.Err != nil {
		m.Details = f.Err.Error()
	}
	return m
}

// Say puts messages one after another; those without a key are left out.
func Say(messages ...fault.Words) string {
	said := make([]string, len(messages))
	for i, m := range messages {
		said[i] = Text(m.Key, m.Args...)
	}
	return Sentences(said...)
}
