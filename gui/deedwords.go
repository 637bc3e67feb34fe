package gui

import (
	"numberloader/gui/job"
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
func deedLabel(d job.Deed, n int, undoing bool) string {
	switch d {
	case job.DeedAdd:
		return "Add " + numbersOf(n)
	case job.DeedResume:
		return "Add the rest: " + numbersOf(n)
	case job.DeedRetry:
		return "Retry " + rows.Count(n) + " refused"
	case job.DeedSettle:
		return "Check " + rows.Count(n) + " not known"
	case job.DeedActivate:
		return "Activate " + rows.Count(n) + " inactive"
	case job.DeedUndo:
		if undoing {
			return "Undo the rest: " + numbersOf(n)
		}
	}
	return "Undo this run"
}

// deedHeadline says what is done with so many numbers of an organization.
func deedHeadline(d job.Deed, n int, o run.Organization) string {
	numbers, name := numbersOf(n), nameOf(o)
	switch d {
	case job.DeedAdd:
	case job.DeedResume:
		return "Adding the other " + numbers + " to " + name
	case job.DeedRetry:
		return "Adding " + numbers + " again to " + name
	case job.DeedSettle:
		return "Finding out about " + numbers + " in " + name
	case job.DeedUndo:
		return "Removing " + numbers + " from " + name
	case job.DeedActivate:
		return "Activating " + numbers + " in " + name
	}
	return "Adding " + numbers + " to " + name
}

// question is asked before a deed that changes what is in use.
type question struct{ title, text, action string }

// deedQuestion is what is asked before a deed; ok is false if nothing needs to be
// asked, because it only finishes what was asked before.
func deedQuestion(d job.Deed, n int, o run.Organization) (q question, ok bool) {
	numbers, name := numbersOf(n), nameOf(o)
	switch d {
	case job.DeedAdd, job.DeedResume, job.DeedRetry, job.DeedSettle:
		return question{}, false
	case job.DeedUndo:
		q = question{
			"Remove " + numbers + " from " + name + "?",
			"Undo removes only what this run added. Numbers that are assigned to somebody by now, and the main number of a location, are kept.",
			"Remove " + numbers,
		}
	case job.DeedActivate:
		q = question{
			"Activate " + numbers + " in " + name + "?",
			"They are in use from then on: calls to them come in.",
			"Activate " + numbers,
		}
	}
	if o.Practice {
		q.text += " This is practice: nothing goes to Webex."
	}
	return q, true
}

// stopHint says what Stop does to a deed.
func stopHint(d job.Deed) string {
	if d.Sends() {
		return "Stop finishes the requests under way and leaves the rest not sent"
	}
	return "Stop finishes the requests under way and leaves the rest as it is"
}

// closeQuestion is asked before the window closes in the middle of a deed.
func closeQuestion(d job.Deed, o run.Organization, held bool) question {
	doing := map[job.Deed]string{
		job.DeedSettle: "finding out about numbers in ", job.DeedUndo: "removing numbers from ", job.DeedActivate: "activating numbers in ",
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
