// Package phrase holds every word that a person reads: messages by key with
// arguments, plural forms, counts, lists, dates and sizes. The messages lie in a
// folder a language and a file a room (en/review.toml holds those whose keys
// begin with "review."); go-i18n reads them and knows the plural forms. A further
// language is a further folder: what it has no message for is said in English.
//
// Whoever shows something asks for its words here and nowhere else:
//
//	phrase.Text("review.continue", "Count", 38)
//
// Everything in this package may be called from any goroutine.
package phrase

import (
	"fmt"
	"strconv"

	"golang.org/x/text/language"
)

// Text is the message of a key. What it names in double braces is given by
// name and value, in pairs. Integers are written as Count writes them, several of
// them as numbers of lines, texts as they are, and other values as they print
// themselves. A message with plural
// forms chooses among them by the argument Count, an int.
//
// A key that no file holds is its own message, so that a forgotten text shows
// itself. TestTextsAreComplete finds it first.
func Text(key string, args ...any) string {
	said, ok := english().find(key)
	if !ok {
		return key
	}
	return said.fill(pairs(args))
}

// Piece is a part of a message that is shown in one style.
type Piece struct {
	Text string
	Bold bool
}

// Pieces is the message of a key as Text fills it in, taken apart where it becomes
// bold and usual again, which the files write as <b> and </b>.
func Pieces(key string, args ...any) []Piece {
	said, ok := english().find(key)
	if !ok {
		return []Piece{{Text: key}}
	}
	return said.form(pairs(args)).styled(pairs(args))
}

// Follow puts a sentence behind those that there are.
func Follow(pieces []Piece, sentence string) []Piece {
	return append(pieces, Piece{Text: Text("words.between") + sentence})
}

// english are the messages as everybody sees them until there is a choice of
// languages.
//
//nolint:gochecknoglobals // made from embedded files, never written
var english = spoken(language.English)

// plain is a value as a message shows it.
func plain(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case int:
		return Count(v)
	case []int:
		return places(v)
	}
	return fmt.Sprint(value)
}

// Count is a whole number as people write it: "1,240".
func Count(n int) string {
	const ungrouped = 1000
	if -ungrouped < n && n < ungrouped {
		return strconv.Itoa(n)
	}
	return english().printer.Sprint(n)
}
