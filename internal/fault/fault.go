// Package fault says why work stopped: a closed set of kinds. internal/phrase has
// the words for each. Every package may import it; it imports none of ours.
package fault

import (
	"errors"
	"fmt"
	"strings"
)

// Kind is why work stopped. The zero kind is Internal, so that an error nobody
// thought of is treated as ours.
type Kind uint8

// The kinds.
const (
	Internal        Kind = iota
	Stopped              // by the user
	Usage                // a wrong flag or a question without an answer
	FileMissing          // no such file, a folder, or no right to read it
	FileLocked           // another program holds it
	FilePassword         // protected, and no or a wrong password
	FileUnsupported      // not a format that is read
	FileDamaged
	FileEmpty
	FileTooLarge
	SignedOut    // no sign-in at all
	TokenRefused // Webex does not accept the token: wrong or expired
	NotAllowed   // the token's user may not do this
	Unreachable  // no connection to the service
	Failing      // the service kept failing
	Refused      // the service refused a request as a whole
	Location     // a location is missing, ambiguous or closed to this
	SaveFailed   // a file could not be written
	Exists       // a file that would be written is there already
	Busy         // another Number Loader is at work on the same journal
	NoOpenGL     // this computer can't draw the window
	PlanChanged  // other numbers would be sent than those that were shown
)

// String is the name of a kind in logs, and in the keys of its words.
func (k Kind) String() string { return kinds[k] }

// kinds are the names of the kinds.
//
//nolint:gochecknoglobals // a constant table, never written
var kinds = [...]string{
	Internal:        "internal",
	Stopped:         "stopped",
	Usage:           "usage",
	FileMissing:     "file_missing",
	FileLocked:      "file_locked",
	FilePassword:    "file_password",
	FileUnsupported: "file_unsupported",
	FileDamaged:     "file_damaged",
	FileEmpty:       "file_empty",
	FileTooLarge:    "file_too_large",
	SignedOut:       "signed_out",
	TokenRefused:    "token_refused",
	NotAllowed:      "not_allowed",
	Unreachable:     "unreachable",
	Failing:         "failing",
	Refused:         "refused",
	Location:        "location",
	SaveFailed:      "save_failed",
	Exists:          "exists",
	Busy:            "busy",
	NoOpenGL:        "no_opengl",
	PlanChanged:     "plan_changed",
}

// Words are a message of internal/phrase: its key, and names and values in turn.
type Words struct {
	Key  string
	Args []any
}

// Say is the message of a key with what it names, as phrase.Text takes them.
func Say(key string, args ...any) Words { return Words{Key: key, Args: args} }

// Quote is a text that is said as it is, "" for nothing: words of another program, or
// of an earlier version of this one.
func Quote(text string) Words {
	if text == "" {
		return Words{}
	}
	return Say(quotedKey, "Text", text)
}

// quotedKey is the message of a text that is said as it is.
const quotedKey = "words.quoted"

// IsZero reports whether there is no message.
func (w Words) IsZero() bool { return w.Key == "" }

// String is the key with what the message names, or the text that is quoted, for logs.
func (w Words) String() string {
	switch {
	case w.Key == quotedKey:
		return fmt.Sprint(w.Args[1:]...)
	case len(w.Args) == 0:
		return w.Key
	}
	return fmt.Sprint(w.Key, w.Args)
}

// Error is why work stopped.
type Error struct {
	Kind Kind
	// What says what happened, More what else there is to say, and Next what to do,
	// each in whole plain sentences. What these do not tell is told by the kind.
	What, More, Next Words
	// Details are for support: status, code, tracking ID. Never a secret.
	Details string
	Err     error // cause, may be nil
}

// Error is what happened, or else the kind, with the cause, for logs.
func (e *Error) Error() string {
	what := e.Kind.String()
	if !e.What.IsZero() {
		what = strings.TrimSpace(e.What.String() + " " + e.More.String())
	}
	if e.Err == nil {
		return what
	}
	return fmt.Sprintf("%s: %v", what, e.Err)
}

// Unwrap is the cause.
func (e *Error) Unwrap() error { return e.Err }

// Told is what an error says of itself, and what its kind says of the rest: sentences,
// some of which may be none, and what to do.
func Told(err error) (says []Words, next Words) {
	f, ok := errors.AsType[*Error](err)
	if !ok {
		f = new(Error)
	}
	says, next = []Words{f.What, f.More}, f.Next
	if f.What.IsZero() {
		says[0] = Say("faults." + f.Kind.String() + ".what")
	}
	if next.IsZero() {
		next = Say("faults." + f.Kind.String() + ".next")
	}
	return says, next
}

// AsksSignIn reports whether another sign-in mends an error: there is none, it has ended, or
// its user may not do this.
func AsksSignIn(err error) bool {
	switch KindOf(err) { //nolint:exhaustive // the others have other causes
	case SignedOut, TokenRefused, NotAllowed:
		return true
	}
	return false
}

// KindOf is the kind of an error; Internal for one that is not ours.
func KindOf(err error) Kind {
	if f, ok := errors.AsType[*Error](err); ok {
		return f.Kind
	}
	return Internal
}
