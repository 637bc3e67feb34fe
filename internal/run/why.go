package run

import (
	"fmt"

	"numberloader/internal/fault"
)

// Why is why a row ended as it did, and what can be done about it: messages of
// internal/phrase by their keys, with what they name, so that a run speaks no
// language. It is never written to, and rows may share it.
type Why struct {
	Says []fault.Words // sentences, some of which may be none
	Next fault.Words   // none if there is nothing to do
}

// Because is the why of a message, and of what to do, which may be none.
func Because(what, next fault.Words) *Why { return &Why{Says: []fault.Words{what}, Next: next} }

// Quoted is a why in the words of an earlier version of the program, whose journals
// kept no keys. Either may be "".
func Quoted(reason, toDo string) *Why { return Because(fault.Quote(reason), fault.Quote(toDo)) }

// whyRecord is a Why as the journal keeps it.
type whyRecord struct {
	Says []wordsRecord `json:"says,omitempty"`
	Next wordsRecord   `json:"next,omitzero"`
}

type wordsRecord struct {
	Key  string `json:"key,omitempty"`
	Args []any  `json:"args,omitempty"` // names and values in turn: texts and whole numbers
}

// IsZero reports whether there is no message, so that none is written.
func (r wordsRecord) IsZero() bool { return r.Key == "" }

func newWhyRecord(w *Why) *whyRecord {
	if w == nil {
		return nil
	}
	r := &whyRecord{Next: newWordsRecord(w.Next)}
	for _, words := range w.Says {
		if !words.IsZero() {
			r.Says = append(r.Says, newWordsRecord(words))
		}
	}
	return r
}

// why is what was kept; nil for nothing.
func (r *whyRecord) why() *Why {
	if r == nil {
		return nil
	}
	w := &Why{Next: r.Next.words()}
	for _, words := range r.Says {
		w.Says = append(w.Says, words.words())
	}
	return w
}

func newWordsRecord(words fault.Words) wordsRecord {
	r := wordsRecord{Key: words.Key}
	for _, value := range words.Args {
		switch value.(type) {
		case string, int:
		default:
			value = fmt.Sprint(value)
		}
		r.Args = append(r.Args, value)
	}
	return r
}

// words are the message. JSON knows no whole numbers, and messages name no others.
func (r wordsRecord) words() fault.Words {
	words := fault.Words{Key: r.Key}
	for _, value := range r.Args {
		if number, ok := value.(float64); ok {
			value = int(number)
		}
		words.Args = append(words.Args, value)
	}
	return words
}
