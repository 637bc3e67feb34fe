package gui

import (
	"numberloader/gui/rows"
	"numberloader/internal/run"
)

// nameOf is an organization as it stands in a sentence.
func nameOf(o run.Organization) string {
	if o.Practice {
		return "the practice organization"
	}
	return o.Name
}

// numbersOf is a number of numbers.
func numbersOf(n int) string { return rows.Of(n, "number", "numbers") }

// deedLabel is the label of the button for a deed that is about so many numbers of
// a run.
func deedLabel(d run.Action, n int, undoing bool) string {
	switch d {
	case run.ActionAdd:
		return "Add " + numbersOf(n)
	case run.ActionResume:
		return "Add the rest: " + numbersOf(n)
	case run.ActionRetry:
		return "Retry " + rows.Count(n) + " refused"
	case run.ActionSettle:
		return "Check " + rows.Count(n) + " not known"
	case run.ActionActivate:
		return "Activate " + rows.Count(n) + " inactive"
	case run.ActionUndo:
		if undoing {
			return "Undo the rest: " + numbersOf(n)
		}
	}
	return "Undo this run"
}

// deedHeadline says what is done with so many numbers of an organization.
func deedHeadline(d run.Action, n int, o run.Organization) string {
	numbers, name := numbersOf(n), nameOf(o)
	switch d {
	case run.ActionAdd:
	case run.ActionResume:
		return "Adding the other " + numbers + " to " + name
	case run.ActionRetry:
		return "Adding " + numbers + " again to " + name
	case run.ActionSettle:
		return "Finding out about " + numbers + " in " + name
	case run.ActionUndo:
		return "Removing " + numbers + " from " + name
	case run.ActionActivate:
		return "Activating " + numbers + " in " + name
	}
	return "Adding " + numbers + " to " + name
}

// question is asked before a deed that changes what is in use.
type question struct{ title, text, action string }

// deedQuestion is what is asked before a deed that is about so many numbers, and
// of which so many of the run are not known; ok is false if nothing needs to be
// asked, because it only finishes what was asked before.
func deedQuestion(d run.Action, n, unknown int, o run.Organization) (q question, ok bool) {
	numbers, name := numbersOf(n), nameOf(o)
	if unknown > 0 {
		numbers = "up to " + numbers
	}
	switch d {
	case run.ActionAdd, run.ActionResume, run.ActionRetry, run.ActionSettle:
		return question{}, false
	case run.ActionUndo:
		q = question{
			"Remove " + numbers + " from " + name + "?",
			"Undo removes only what this run added. Numbers that are assigned to somebody by now, and the main number of a location, are kept.",
			"Remove " + numbers,
		}
	case run.ActionActivate:
		q = question{
			"Activate " + numbers + " in " + name + "?",
			"They are in use from then on: calls to them come in.",
			"Activate " + numbers,
		}
	}
	if unknown > 0 {
		q.text += " " + rows.Of(unknown, "number is not known, and is looked up first.", "numbers are not known, and are looked up first.")
	}
	if o.Practice {
		q.text += " This is practice: nothing goes to Webex."
	}
	return q, true
}

// stopHint says what Stop does to a deed.
func stopHint(d run.Action) string {
	if d.Adds() {
		return "Stop finishes the requests under way and leaves the rest not sent"
	}
	return "Stop finishes the requests under way and leaves the rest as it is"
}

// closeQuestion is asked before the window closes in the middle of a deed.
func closeQuestion(d run.Action, o run.Organization, held bool) question {
	doing := map[run.Action]string{
		run.ActionSettle: "finding out about numbers in ", run.ActionUndo: "removing numbers from ", run.ActionActivate: "activating numbers in ",
	}[d]
	if doing == "" {
		doing = "adding numbers to "
	}
	later := " You can go on with it in History."
	if held {
		return question{"Close before it is done?", "Number Loader is " + doing + nameOf(o) + " and waits for you to sign in." + later, "Close"}
	}
	return question{
		"Stop and close?",
		"Number Loader is " + doing + nameOf(o) + ". The requests under way are finished, and the rest is left as it is." + later,
		"Stop and close",
	}
}
