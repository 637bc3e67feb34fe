package service

import (
	"strings"

	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// words are why a row ended as it did, and what the user can do about it.
type words struct{ reason, toDo string }

// The error codes whose meaning is known for calls that add numbers.
const (
	codeRepeated      = "8360"
	codeUnavailable   = "8361"
	codeInvalid       = "8362"
	codeInUse         = "8363"
	codeInUseOuter    = "25223"
	codeMissingField  = "25008"
	codeInvalidValue  = "25024"
	codeNoCalling     = "5620"
	codeIntegrated    = "ERR.V.TRM.TMN60004"
	codeNotAuthorized = "4003"
)

// isInUse says that a code means that a number exists.
func isInUse(code string) bool { return code == codeInUse || code == codeInUseOuter }

// unknown is for rows whose request may have been carried out.
func unknown() words {
	return words{
		phrase.Text("fates.unknown.what"),
		phrase.Text("fates.unknown.next"),
	}
}

// notAdded is for rows that a failed request did not add.
func notAdded() words {
	return words{phrase.Text("fates.notadded.what"), phrase.Text("fates.notadded.next")}
}

// notAllowed is for rows that were refused because of who is signed in.
func notAllowed() words {
	m := phrase.Explain(&fault.Error{Kind: fault.NotAllowed})
	return words{m.What, m.Next}
}

// inUseOutside is for numbers in use that the organization does not have.
func inUseOutside() words {
	return words{
		phrase.Text("fates.inuse.what"),
		phrase.Text("fates.next.carrier"),
	}
}

// alreadyIn is for numbers that were in the wanted location before the run.
func alreadyIn(place string) words {
	return words{phrase.Text("fates.there.what", "Location", place), ""}
}

// inOtherLocation is for numbers that another location has.
func inOtherLocation(l number.Location, names map[string]string) words {
	for _, name := range []string{names[l.ID], l.Name} {
		if name != "" {
			return words{
				phrase.Text("fates.elsewhere.what", "Location", name),
				phrase.Text("fates.elsewhere.next"),
			}
		}
	}
	return words{phrase.Text("fates.another.what"), phrase.Text("fates.another.next")}
}

// notReached is for rows that were not sent because the run stopped.
func notReached(stop error) words {
	if fault.KindOf(stop) == fault.Stopped {
		return words{phrase.Text("fates.youstopped.what"), phrase.Text("fates.youstopped.next")}
	}
	m := phrase.Explain(stop)
	return words{phrase.Sentences(phrase.Text("fates.stopped.what"), m.What), m.Next}
}

// reasonFor puts a refusal into words: what is known about its code, else the
// text of Webex.
func reasonFor(code, text, place string) words {
	switch code {
	case codeRepeated:
		return words{phrase.Text("fates.repeated.what"), phrase.Text("fates.repeated.next")}
	case codeUnavailable:
		return words{phrase.Text("fates.unavailable.what"), phrase.Text("fates.next.carrier")}
	case codeInvalid:
		return words{phrase.Text("fates.invalid.what"), phrase.Text("fates.invalid.next")}
	case codeMissingField, codeInvalidValue:
		return words{saying("fates.notunderstood.what", text), phrase.Text("fates.next.support")}
	case codeNoCalling:
		return words{phrase.Text("fates.nocalling.what", "Location", place), phrase.Text("fates.nocalling.next")}
	case codeIntegrated:
		return words{phrase.Text("fates.integrated.what", "Location", place), phrase.Text("fates.integrated.next")}
	}
	if strings.Contains(text, noPSTN) {
		return words{phrase.Text("fates.nopstn.what", "Location", place), phrase.Text("fates.nopstn.next")}
	}
	return words{saying("fates.refused.what", text), phrase.Text("fates.refused.next")}
}

// saying is the message of a key, and what Webex said without the code in front
// of it.
func saying(key, text string) string {
	text = strings.TrimSpace(text)
	if rest, ok := strings.CutPrefix(text, "[Error "); ok {
		if _, after, found := strings.Cut(rest, "] "); found {
			text = after
		}
	}
	if text == "" {
		return phrase.Text(key)
	}
	return phrase.Sentences(phrase.Text(key), phrase.Text("fates.said", "Text", text))
}
