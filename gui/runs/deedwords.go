package runs

import (
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// deedLabel is the label of the button for a deed about that many numbers of
// a run.
func deedLabel(d run.Action, n int, undoing bool) string {
	switch d {
	case run.ActionAdd:
		return phrase.Text("add.button", "Count", n)
	case run.ActionResume:
		return phrase.Text("shell.run.resume.do", "Count", n)
	case run.ActionRetry:
		return phrase.Text("shell.run.retry.do", "Count", n)
	case run.ActionSettle:
		return phrase.Text("shell.run.settle.do", "Count", n)
	case run.ActionActivate:
		return phrase.Text("shell.run.activate.do", "Count", n)
	case run.ActionUndo:
		if undoing {
			return phrase.Text("shell.run.undo.rest", "Count", n)
		}
	}
	return phrase.Text("shell.run.undo.do")
}

// deedHeadline says what is done with so many numbers of an organization.
func deedHeadline(d run.Action, n int, o run.Organization) string {
	headline := "shell.run.add.headline"
	switch d {
	case run.ActionAdd:
	case run.ActionResume:
		headline = "shell.run.resume.headline"
	case run.ActionRetry:
		headline = "shell.run.retry.headline"
	case run.ActionSettle:
		headline = "shell.run.settle.headline"
	case run.ActionUndo:
		headline = "shell.run.undo.headline"
	case run.ActionActivate:
		headline = "shell.run.activate.headline"
	}
	return phrase.Text(headline, "Numbers", phrase.Text("words.numbers", "Count", n), "Organization", phrase.Organization(o))
}

// Question is asked before something that changes what is in use: its title, its text and the
// label of the button that does it.
type Question struct{ Title, Text, Action string }

// deedQuestion is what is asked before a deed that is about that many numbers, and
// of which so many of the run are not known; ok is false if nothing needs to be
// asked, because it only finishes what was asked before.
func deedQuestion(d run.Action, n, unknown int, o run.Organization) (q Question, ok bool) {
	numbers, name := phrase.Text("words.numbers", "Count", n), phrase.Organization(o)
	lookedUp, practice := "", ""
	if unknown > 0 {
		numbers = phrase.Text("shell.ask.upto", "Numbers", numbers)
		lookedUp = phrase.Text("shell.ask.unknown", "Count", unknown)
	}
	if o.Practice {
		practice = phrase.Text("add.question.practice")
	}
	switch d {
	case run.ActionAdd, run.ActionResume, run.ActionRetry, run.ActionSettle:
		return Question{}, false
	case run.ActionUndo:
		q = Question{
			phrase.Text("shell.ask.undo.title", "Numbers", numbers, "Organization", name),
			phrase.Text("shell.ask.undo.text"),
			phrase.Text("shell.ask.undo.do", "Numbers", numbers),
		}
	case run.ActionActivate:
		q = Question{
			phrase.Text("shell.ask.activate.title", "Numbers", numbers, "Organization", name),
			phrase.Text("shell.ask.activate.text", "Count", n),
			phrase.Text("shell.ask.activate.do", "Numbers", numbers),
		}
	}
	q.Text = phrase.Sentences(q.Text, lookedUp, practice)
	return q, true
}

// stopHint says what Stop does to a deed.
func stopHint(d run.Action) string {
	if d.Adds() {
		return phrase.Text("shell.hint.stopadding")
	}
	return phrase.Text("shell.hint.stopchanging")
}

// CloseQuestion is asked before the window closes in the middle of a deed.
func CloseQuestion(d run.Action, o run.Organization, held bool) Question {
	message := "shell.close.adding"
	switch d {
	case run.ActionAdd, run.ActionResume, run.ActionRetry:
	case run.ActionSettle:
		message = "shell.close.settling"
	case run.ActionUndo:
		message = "shell.close.undoing"
	case run.ActionActivate:
		message = "shell.close.activating"
	}
	doing := phrase.Text(message, "Organization", phrase.Organization(o))
	if held {
		return Question{phrase.Text("shell.close.held.title"), phrase.Text("shell.close.held.text", "Doing", doing), phrase.Text("words.close")}
	}
	return Question{
		phrase.Text("shell.close.working.title"),
		phrase.Text("shell.close.working.text", "Doing", doing),
		phrase.Text("shell.close.working.do"),
	}
}
