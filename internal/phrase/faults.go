package phrase

import (
	"cmp"
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
	if errors.Is(err, context.Canceled) {
		return usual(fault.Stopped)
	}
	f, ok := errors.AsType[*fault.Error](err)
	if !ok {
		f = &fault.Error{Err: err}
	}
	m := usual(f.Kind)
	m.What = cmp.Or(f.What, say(f.Says...), m.What)
	m.Next = cmp.Or(f.Next, say(f.Then), m.Next)
	m.Details = f.Details
	if m.Details == "" && f.Err != nil {
		m.Details = f.Err.Error()
	}
	return m
}

// usual are the words of a kind that says nothing more.
func usual(k fault.Kind) Message {
	of := "faults." + k.String()
	return Message{Title: Text(of + ".title"), What: Text(of + ".what"), Next: Text(of + ".next")}
}

// say puts messages one after another; those without a key are left out.
func say(messages ...fault.Words) string {
	said := make([]string, len(messages))
	for i, m := range messages {
		said[i] = Text(m.Key, m.Args...)
	}
	return Sentences(said...)
}
